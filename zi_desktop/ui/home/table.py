"""Beranda's table: one row a satker, keys and pointer on whole rows, columns that fit the width."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from zi_desktop.ui.home.choosing import Order
from zi_desktop.ui.home.columns import Column
from zi_desktop.ui.home.heading import PortfolioHeading
from zi_desktop.ui.home.model import PortfolioModel
from zi_desktop.ui.home.row_painter import RowPainter, Span, inner_of
from zi_desktop.ui.home.rows import Row
from zi_desktop.ui.home.widths import fitted, texts_of
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.row_table import RowTable


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
        self._texts = texts_of(())
        self._head = PortfolioHeading(self)
        self.nothing = EmptyLine(self.viewport())
        self.nothing.show_sentence(self.tr("Tidak ada satker yang cocok."), self.tr("Hapus filter"))
        self.setHorizontalHeader(self._head)
        self.setModel(self._model)
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
        self.nothing.setVisible(not rows)
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

    def measure(self, rows: Iterable[Row]) -> None:
        """Make the columns as wide as the texts of rows need, whichever of these are shown."""
        self._texts = texts_of(rows)
        self.fit()

    def fit(self) -> None:
        """Let columns give way until the name has room."""
        widths = fitted(self._texts, self.steady_width())
        for column in Column:
            self.setColumnHidden(column, column not in widths)
            self.setColumnWidth(column, widths.get(column, 0))
        self._shown = [column for column in Column if column in widths]
        self._head.last_column = self._shown[-1]
        self.nothing.setGeometry(self.viewport().rect())
