"""The list of what is to be settled: arrows go from row to row, digits are left to the versions below."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.settling.delegate import SettleDelegate
from zi_desktop.ui.settling.model import FIRST_VERSION, SettleColumn, SettleModel
from zi_desktop.ui.settling.shown import SettleShown
from zi_desktop.ui.tokens import Space, Type, Weight
from zi_desktop.ui.widgets.row_table import RowTable

_CODE: Final = 92
_VERSION: Final = (84, 120)
"""Least and most of a version: `Tidak berlaku` is not cut."""
_STATUS: Final = 128
_LEAST_TITLE: Final = 150
_ROWS_FROM: Final = ((640, 4), (600, 3))
"""Logical pixels of the panel's height at normal text size, and how many rows the list then shows at most."""
_FEWEST: Final = 2
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SettleTable(RowTable):
    """Shows up to four rows and scrolls; ``row_chosen`` carries the id of a matter, ``entered`` comes with Enter."""

    row_chosen = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = SettleModel(self)
        self._most, self._headed = _ROWS_FROM[0][1], True
        self.setModel(self.lines)
        self.setItemDelegate(SettleDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, shown: SettleShown) -> None:
        """Show other lines, with the one that is looked at chosen."""
        self.lines.show_lines(shown)
        self.updateGeometry()
        self.fit()
        if shown.row >= 0 and self.currentIndex().row() != shown.row:
            self.setCurrentIndex(self.lines.index(shown.row, 0))
        if shown.row >= 0:
            self.scrollTo(self.lines.index(shown.row, 0))

    def stand_in(self, height: int, *, headed: bool) -> None:
        """Leave the versions the room where the panel is low, ``height`` logical pixels; whatever the item needs, its rows stay.

        Without headings the rows say what each item is and how far it is, which needs none.
        """
        most = next((rows for least, rows in _ROWS_FROM if height >= least * text_scale()), _FEWEST)
        if (most, headed) != (self._most, self._headed):
            self._most, self._headed = most, headed
            self.horizontalHeader().setVisible(headed)
            self.fit()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the heading and the rows that are shown."""
        rows = min(max(1, self.lines.rowCount()), self._most)
        head = self.horizontalHeader().sizeHint().height() if self._headed else 0
        return QSize(400, head + rows * self.row_height())

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on to the versions; letters and digits search nothing here."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Give the title what the other columns leave."""
        scale, last = text_scale(), self.lines.status_column
        versions = {column: self._version_width(column) for column in range(FIRST_VERSION, last)}
        head = self.horizontalHeader()
        for column in range(last + 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        widths = {SettleColumn.CODE: round(_CODE * scale), **versions, last: round(_STATUS * scale)}
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        head.setSectionResizeMode(SettleColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        # Where room is short the versions below say what these columns say.
        needed = sum(widths.values()) + _LEAST_TITLE * scale
        for column in versions:
            self.setColumnHidden(column, not self._headed or self.viewport().width() < needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row that is looked at in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _version_width(self, column: int) -> int:
        """Return the width of the longest version of a column, within reason."""
        least, most = (round(bound * text_scale()) for bound in _VERSION)
        metrics = QFontMetrics(font(Type.BODY, Weight.STRONG))
        cells = (self.lines.text(row, column) for row in range(self.lines.rowCount()))
        longest = max(map(metrics.horizontalAdvance, cells), default=0)
        return min(max(least, longest + 2 * Space.S + 1), most)
