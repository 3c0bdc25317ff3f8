"""The table of a folder: files with their satker, ticks by Space and pointer, columns that fit the width."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.widgets.buttons import shortcut_action
from zi_desktop.ui.widgets.row_delegate import PLAIN, SECOND, AnyIndex, Look, RowDelegate
from zi_desktop.ui.widgets.row_table import RowTable
from zi_desktop.ui.worksheets.folder_lines import MARKS, FileState, FolderLine
from zi_desktop.ui.worksheets.folder_model import FolderColumn, FolderModel

_WIDTHS: Final = {
    FolderColumn.TICK: 36, FolderColumn.NEW: 56, FolderColumn.CHANGED: 76, FolderColumn.TOTAL: 124,
}  # fmt: skip
_NAMES: Final = {FolderColumn.FILE: 0.23, FolderColumn.SATKER: 0.28}
"""Of what those leave; what is said about the file takes the rest."""
_NARROW: Final = 880
"""Logical pixels below which the columns of changes and totals give way; the details below tell them."""


class FolderTable(RowTable):
    """The table; ``match_requested`` asks whose a file is."""

    match_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = FolderModel(self)
        self.setModel(self.files)
        self.setItemDelegate(FolderDelegate(self))
        self.horizontalHeader().setSectionResizeMode(FolderColumn.REMARK, QHeaderView.ResizeMode.Stretch)
        self.tick = shortcut_action(self, self.tr("Pilih atau lepas berkas"), "Space", "centang")
        self.tick.triggered.connect(self._tick)
        self.match = shortcut_action(self, self.tr("Tentukan satker berkas…"), "Return", "cocokkan pilih unit kerja")
        self.match.triggered.connect(lambda _checked: self.match_requested.emit())
        self.doubleClicked.connect(lambda _: self.match_requested.emit())

    def current(self) -> FolderLine | None:
        """Return the current file."""
        index = self.currentIndex()
        return self.files.line(index.row()) if index.isValid() else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a press on the box tick its file."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == FolderColumn.TICK:
            self.files.toggle(index.row())

    def fit(self) -> None:
        """Let changes and totals give way, then share out what is left."""
        scale = text_scale()
        narrow = self.viewport().width() < _NARROW * scale
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, round(width * scale))
        for column in (FolderColumn.CHANGED, FolderColumn.TOTAL):
            self.setColumnHidden(column, narrow)
        free = self.viewport().width() - sum(self.columnWidth(column) for column in _WIDTHS)
        for column, share in _NAMES.items():
            self.setColumnWidth(column, round(free * share))

    def _tick(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.files.toggle(index.row())


class FolderDelegate(RowDelegate):
    """The state of a file stands in icon and words."""

    def look(self, index: AnyIndex) -> Look:
        """Return the look of a cell."""
        model = index.model()
        assert isinstance(model, FolderModel)
        line = model.line(index.row())
        match FolderColumn(index.column()):
            case FolderColumn.TICK:
                return Look(ticked=model.is_ticked(index.row())) if line.choosable else PLAIN
            case FolderColumn.FILE | FolderColumn.SATKER:
                return PLAIN
            case FolderColumn.REMARK:
                return Look("bad" if line.state is FileState.FAILED else "text2", mark=MARKS[line.state])
        return SECOND
