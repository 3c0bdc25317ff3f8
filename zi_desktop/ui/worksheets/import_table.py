"""The table of a preview: ticks by Space and pointer, columns that fit the width, lines to copy."""

from typing import Final

from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.widgets.buttons import shortcut_action
from zi_desktop.ui.widgets.row_table import RowTable
from zi_desktop.ui.worksheets.import_delegate import ImportDelegate
from zi_desktop.ui.worksheets.import_lines import Line
from zi_desktop.ui.worksheets.import_model import ImportColumn, ImportModel

_WIDTHS: Final = {
    ImportColumn.TICK: 36, ImportColumn.CODE: 138, ImportColumn.BEFORE: 84, ImportColumn.AFTER: 84,
}  # fmt: skip
_REMARK: Final = 0.45
"""Of what those leave, the share of the remark."""
_WITH_REMARK: Final = 720
"""Logical pixels from which the remark has a column of its own; it stands in the details below as well."""


class ImportTable(RowTable):
    """The table; its keys act while it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ImportModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(ImportDelegate(self))
        self.horizontalHeader().setSectionResizeMode(ImportColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        self.tick = shortcut_action(self, self.tr("Pilih atau lepas butir"), "Space", "centang")
        self.tick.triggered.connect(self._tick)
        self.tick_all = shortcut_action(self, self.tr("Pilih atau lepas semua yang tampak"), "Ctrl+A", "centang semua")
        self.tick_all.triggered.connect(self.lines.toggle_all)
        self.copy = shortcut_action(self, self.tr("Salin daftar yang tampak"), "Ctrl+C", "clipboard tempel")
        self.copy.triggered.connect(self._copy)

    def current(self) -> Line | None:
        """Return the current line."""
        index = self.currentIndex()
        return self.lines.line(index.row()) if index.isValid() else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a press on the box tick its line."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == ImportColumn.TICK:
            self.lines.toggle(index.row())

    def fit(self) -> None:
        """Leave the remark away where room is short."""
        scale = text_scale()
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, round(width * scale))
        free = self.viewport().width() - sum(self.columnWidth(column) for column in _WIDTHS)
        self.setColumnWidth(ImportColumn.REMARK, round(free * _REMARK))
        self.setColumnHidden(ImportColumn.REMARK, self.viewport().width() < _WITH_REMARK * scale)

    def _tick(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.lines.toggle(index.row())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(line.copied for line in self.lines.lines))
