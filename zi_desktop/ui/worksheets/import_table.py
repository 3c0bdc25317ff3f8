"""The table of a preview: ticks by Space and pointer, columns that fit the width, lines to copy."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.tokens import IconSize, Space, Weight
from zi_desktop.ui.widgets.buttons import shortcut_action
from zi_desktop.ui.widgets.row_table import RowTable
from zi_desktop.ui.worksheets.import_delegate import ImportDelegate
from zi_desktop.ui.worksheets.import_lines import Line
from zi_desktop.ui.worksheets.import_model import ImportColumn, ImportModel, cell_text

_TICK: Final = 36
_FITTED: Final = (ImportColumn.CODE, ImportColumn.BEFORE, ImportColumn.AFTER)
"""As wide as the longest words in them."""
_MARK: Final = IconSize.CELL + 6
_LEAST: Final = "Tidak"
"""Words that always have room, so that one sheet looks like the next."""
_REMARK: Final = 0.5
"""Of what those leave, the largest share of the remark."""
_WITH_REMARK: Final = 720
"""Logical pixels from which the remark has a column of its own; it stands in the details below as well."""


class ImportTable(RowTable):
    """The table; its keys act while it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ImportModel(self)
        self._preview: Sequence[Line] = ()
        self.setModel(self.lines)
        self.setItemDelegate(ImportDelegate(self))
        self.horizontalHeader().setSectionResizeMode(ImportColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        self.tick = shortcut_action(self, self.tr("Pilih atau lepas butir"), "Space", "centang")
        self.tick.triggered.connect(self._tick)
        self.tick_all = shortcut_action(self, self.tr("Pilih atau lepas semua yang tampak"), "Ctrl+A", "centang semua")
        self.tick_all.triggered.connect(self.lines.toggle_all)
        self.copy = shortcut_action(self, self.tr("Salin daftar yang tampak"), "Ctrl+C", "clipboard tempel")
        self.copy.triggered.connect(self._copy)

    def begin(self, lines: Sequence[Line]) -> None:
        """Show the lines of another preview."""
        self._preview = lines
        self.lines.begin(lines)
        self.fit()

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
        self.setColumnWidth(ImportColumn.TICK, round(_TICK * scale))
        for column in _FITTED:
            self.setColumnWidth(column, self._words_width(column))
        free = self.viewport().width() - sum(self.columnWidth(column) for column in (ImportColumn.TICK, *_FITTED))
        remark = min(self._words_width(ImportColumn.REMARK), round(free * _REMARK))
        self.setColumnWidth(ImportColumn.REMARK, remark)
        self.setColumnHidden(ImportColumn.REMARK, self.viewport().width() < _WITH_REMARK * scale)

    def _words_width(self, column: ImportColumn) -> int:
        """Return the width of the longest words of a column, also of lines that a filter hides, and of its heading."""
        metrics = QFontMetrics(font(weight=Weight.STRONG))
        heading = str(self.lines.headerData(column, Qt.Orientation.Horizontal))
        texts = {heading, _LEAST, *(cell_text(line, column) for line in self._preview)}
        mark = _MARK if column is ImportColumn.CODE else 0
        return max(map(metrics.horizontalAdvance, texts)) + mark + 2 * Space.S

    def _tick(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.lines.toggle(index.row())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(line.copied for line in self.lines.lines))
