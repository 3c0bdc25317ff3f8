"""The list of what is to be settled: arrows go from row to row, digits are left to the versions below."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.sync.settle_delegate import SettleDelegate
from zi_desktop.ui.sync.settle_model import FIRST_VERSION, SettleColumn, SettleModel
from zi_desktop.ui.sync.settle_shown import SettleShown
from zi_desktop.ui.tokens import Height

_CODE: Final = 92
_VERSION: Final = 84
_STATUS: Final = 128
_LEAST_TITLE: Final = 150
_ROWS_FROM: Final = ((620, 4), (540, 3))
"""Logical pixels of the panel's height, and how many rows the list then shows at most."""
_FEWEST: Final = 2
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SettleTable(QTableView):
    """Shows up to four rows and scrolls; ``row_chosen`` carries the id of a matter, ``entered`` comes with Enter."""

    row_chosen = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = SettleModel(self)
        self._most = _ROWS_FROM[0][1]
        self.setModel(self.lines)
        self.setItemDelegate(SettleDelegate(self))
        self._set_up()

    def show_lines(self, shown: SettleShown) -> None:
        """Show other lines, with the one that is looked at chosen."""
        self.lines.show_lines(shown)
        self.updateGeometry()
        self._fit()
        if shown.row >= 0 and self.currentIndex().row() != shown.row:
            self.setCurrentIndex(self.lines.index(shown.row, 0))
        if shown.row >= 0:
            self.scrollTo(self.lines.index(shown.row, 0))

    def stand_in(self, height: int) -> None:
        """Leave the versions the room where the panel is low."""
        most = next((rows for least, rows in _ROWS_FROM if height >= least), _FEWEST)
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the heading and the rows that are shown."""
        rows = min(max(1, self.lines.rowCount()), self._most)
        return QSize(400, self.horizontalHeader().sizeHint().height() + rows * self._row_height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: it has the height of its rows."""
        return QSize(200, self.sizeHint().height())

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell which matter is looked at."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.row_chosen.emit(self.lines.line(current.row()).matter.id)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and the last row."""
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on to the versions; letters and digits search nothing here."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title what the other columns leave."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the person's text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        scale, last = text_scale(), self.lines.status_column
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        head = self.horizontalHeader()
        for column in range(last + 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        widths = {SettleColumn.CODE: _CODE, last: _STATUS}
        for column in (*range(FIRST_VERSION, last), SettleColumn.CODE, last):
            self.setColumnWidth(column, round(widths.get(column, _VERSION) * scale))
        head.setSectionResizeMode(SettleColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        # Where room is short the versions below say what these columns say.
        needed = (_CODE + _STATUS + _LEAST_TITLE + (last - FIRST_VERSION) * _VERSION) * scale
        for column in range(FIRST_VERSION, last):
            self.setColumnHidden(column, self.viewport().width() < needed)

    @staticmethod
    def _row_height() -> int:
        return round(Height.ROW * text_scale())

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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(Height.ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
