"""A table whose rows are chosen whole: nothing is edited in it, keys go from row to row, columns fit the width."""

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.tokens import Height


class RowTable(QTableView):
    """The table; who has columns to fit overrides ``fit``, which comes with every change of width and text size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_heights()

    def row_height(self) -> int:
        """Return the height of a row in pixels, at the person's text size."""
        return round(Height.ROW * text_scale())

    def steady_width(self) -> int:
        """Return the width beside the scroll bar, also while none is needed: columns stay while rows are looked for."""
        return self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()

    def fit(self) -> None:
        """Fit the columns to the width of the viewport."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and the last row: rows are what is chosen here, not cells."""
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Answer nothing: a field of its own searches, and letters are keys of the screen."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the person's text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_heights()
            self.fit()

    def _set_heights(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(Height.ROW)
        rows.setDefaultSectionSize(self.row_height())
        self.verticalScrollBar().setSingleStep(rows.defaultSectionSize())
