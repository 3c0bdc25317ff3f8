"""The table of a preview: ticks by Space and pointer, columns that fit the width, lines to copy."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.tokens import Height
from zi_desktop.ui.widgets.buttons import shortcut_action
from zi_desktop.ui.worksheets.import_delegate import ImportDelegate
from zi_desktop.ui.worksheets.import_lines import Line
from zi_desktop.ui.worksheets.import_model import ImportColumn, ImportModel

_WIDTHS: Final = {
    ImportColumn.TICK: 36, ImportColumn.CODE: 138, ImportColumn.BEFORE: 84, ImportColumn.AFTER: 84, ImportColumn.REMARK: 196,
}  # fmt: skip
_WITH_REMARK: Final = 720
"""Logical pixels from which the remark has a column of its own; it stands in the details below as well."""


class ImportTable(QTableView):
    """The table; its keys act while it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ImportModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(ImportDelegate(self))
        self._set_up()
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

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and the last line."""
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Answer nothing: the filter does it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the remark away where room is short."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the person's text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        scale = text_scale()
        self.verticalHeader().setDefaultSectionSize(round(Height.ROW * scale))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, round(width * scale))
        self.setColumnHidden(ImportColumn.REMARK, self.viewport().width() < _WITH_REMARK * scale)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(Height.ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(ImportColumn.TITLE, QHeaderView.ResizeMode.Stretch)

    def _tick(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.lines.toggle(index.row())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(line.copied for line in self.lines.lines))
