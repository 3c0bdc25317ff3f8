"""Beranda's table: one row a satker, keys and pointer on whole rows, columns that fit the width."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from zi_desktop.ui.home.choosing import Order
from zi_desktop.ui.home.columns import Column
from zi_desktop.ui.home.heading import PortfolioHeading, heading_width
from zi_desktop.ui.home.model import PortfolioModel
from zi_desktop.ui.home.row_painter import BAR_WIDTH, ICON_ROOM, RowPainter, Span, cell_font, inner_of
from zi_desktop.ui.home.rows import Row
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.row_table import RowTable

_NAME_WIDTH: Final = 210
"""Logical pixels that the name keeps before a column gives way."""
_GIVING_WAY: Final = (
    Column.PREDICATE, Column.DIFFERENCE, Column.ACTIVITY, Column.VISIT, Column.TARGET, Column.REMARKS,
)  # fmt: skip
"""Columns that go first where the window is narrow: the target tells the predicate, and when and what is open plan the day."""
_WIDEST: Final[dict[Column, tuple[str, ...]]] = {
    Column.PREDICATE: ("WBBM 2024",),
    Column.TARGET: ("Pemantauan", "WBBM"),
    Column.ACTIVITY: ("Pemantauan", "Evaluasi TPI · 2"),
    Column.STATUS: ("Menunggu TTD", "Siap ditinjau", "Seleksi administrasi"),
    Column.FILLED: ("100%",),
    Column.SCORE: ("100,00",),
    Column.DIFFERENCE: ("−10,00 · 113",),
    Column.STANDING: ("Belum cukup data", "10 syarat gagal"),
    Column.REMARKS: ("100",),
    Column.VISIT: ("28 Sep – 12 Nov",),
}
_STRONG: Final = frozenset({Column.PREDICATE, Column.SCORE})
"""Columns with texts in the stronger face, which is wider."""
_MARKED: Final = {
    Column.STATUS: ICON_ROOM,
    Column.STANDING: ICON_ROOM,
    Column.REMARKS: ICON_ROOM,
    Column.FILLED: BAR_WIDTH + Space.S,
}


class PortfolioTable(RowTable):
    """The table; ``heading_pressed`` carries the column, ``menu_requested`` where the menu of the row goes."""

    heading_pressed = Signal(int)
    current_changed = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PortfolioModel(self)
        self._rows = RowPainter()
        self._hovered = -1
        self._shown: list[Column] = list(Column)
        self._head = PortfolioHeading(self)
        self.setHorizontalHeader(self._head)
        self.setModel(self._model)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # columns stay while rows are looked for
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Daftar satker"))
        self._head.sectionPressed.connect(self.heading_pressed)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.current_changed.emit())
        self.customContextMenuRequested.connect(lambda at: self.menu_requested.emit(self.viewport().mapToGlobal(at)))

    def show_rows(self, rows: Sequence[Row], order: Order) -> None:
        """Show rows; the one that was current stays so where it is still among them."""
        current = self.current()
        self._model.show_rows(rows)
        self._head.show_order(order)
        self.choose(current.id if current else "")

    def current(self) -> Row | None:
        """Return the current row."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def shown_rows(self) -> Sequence[Row]:
        """Return the rows that are shown, in their order."""
        return [self._model.row(number) for number in range(self._model.rowCount())]

    def choose(self, id_: str) -> None:
        """Make a row the current one; the first where it is not there."""
        index = self._model.index(max(self._model.find(id_), 0), 0)
        self.setAutoScroll(False)  # it would bring a row that is out of sight just to the edge
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self.setAutoScroll(True)
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.current_changed.emit()

    def choose_satker(self, id_: str) -> None:
        """Make the row of a satker the current one; nothing happens where it is not shown."""
        row = next((row for row in self.shown_rows() if row.satker["id"] == id_), None)
        if row is not None:
            self.choose(row.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are to be seen."""
        painter, area = QPainter(self.viewport()), event.rect()
        self._rows.begin(self.palette(), self.devicePixelRatioF())
        spans = [self._span(column) for column in self._shown]
        width, height = self.viewport().width(), self.verticalHeader().defaultSectionSize()
        current, number = self.currentIndex().row(), self.rowAt(area.top())
        while 0 <= number < self._model.rowCount():
            place = QRect(0, self.rowViewportPosition(number), width, height)
            if place.top() > area.bottom():
                break
            hovered = number == self._hovered
            self._rows.paint(
                painter, self._model.row(number), place, spans, selected=number == current, hovered=hovered
            )
            number += 1

    def _span(self, column: Column) -> Span:
        place = QRect(self.columnViewportPosition(column), 0, self.columnWidth(column), 1)
        inner = inner_of(place, column, last=column is self._shown[-1])
        return Span(column, inner.left(), inner.right() + 1)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew what was painted in another theme or text size."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._rows.forget()
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row is under the pointer."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def fit(self) -> None:
        """Let columns give way until the name has room."""
        widths = {column: column_width(column) for column in Column if column is not Column.SATKER}
        room = self.viewport().width() - _NAME_WIDTH
        hidden = set[Column]()
        for column in _GIVING_WAY:
            if sum(widths[shown] for shown in widths if shown not in hidden) > room:
                hidden.add(column)
        for column, width in widths.items():
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, width)
        taken = sum(width for column, width in widths.items() if column not in hidden)
        self.setColumnWidth(Column.SATKER, max(self.viewport().width() - taken, _NAME_WIDTH // 2))
        self._shown = [column for column in Column if column not in hidden]
        self._head.last_column = self._shown[-1]


def column_width(column: Column) -> int:
    """Return the width that a column's widest texts need, its heading included."""
    metrics = QFontMetrics(cell_font(strong=column in _STRONG))
    texts = max(metrics.horizontalAdvance(text) for text in _WIDEST[column]) + _MARKED.get(column, 0)
    inner = inner_of(QRect(0, 0, 0, 0), column, last=column is max(Column))
    return max(texts, heading_width(column)) - inner.width()
