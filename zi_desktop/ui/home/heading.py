"""The head of Beranda's table: what is sorted by shows an arrow, figures have their heading at the right."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.home.choosing import Order
from zi_desktop.ui.home.columns import HEADINGS, RIGHT, Column
from zi_desktop.ui.home.row_painter import PADDING, inner_of
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, Type, Weight
from zi_desktop.ui.widgets.hairline import line_below

_ARROW: Final = 12


class PortfolioHeading(QHeaderView):
    """Painted headings; pressing one sorts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._order = Order()
        self.last_column = int(Column.VISIT)
        self.setFixedHeight(Height.TABLE_HEADER)
        self.setMinimumSectionSize(PADDING * 2)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_order(self, order: Order) -> None:
        """Show by what the rows are sorted."""
        self._order = order
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the headings, and what is beside the last one while nothing scrolls."""
        super().paintEvent(event)
        tokens, painter = tokens_of(self.palette()), QPainter(self.viewport())
        rest = self.viewport().rect().adjusted(self.length(), 0, 0, 0)
        painter.fillRect(rest, QColor(tokens.raised))
        line_below(painter, rest, QColor(tokens.border))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 (Qt passes it by name)
        """Paint one heading and, where it sorts, its arrow."""
        tokens, column = tokens_of(self.palette()), Column(logicalIndex)
        sorts = self._order.column == column
        painter.save()
        painter.fillRect(rect, QColor(tokens.raised))
        line_below(painter, rect, QColor(tokens.border))
        painter.setFont(heading_font())
        painter.setPen(QColor(tokens.accent_text if sorts else tokens.text2))
        place = inner_of(rect, column, last=column == self.last_column)
        side = Qt.AlignmentFlag.AlignRight if column in RIGHT else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), HEADINGS[column])
        if sorts:
            paint_icon(painter, self._arrow(place, column), self._drawing(), "accent_text", _ARROW)
        painter.restore()

    def _drawing(self) -> str:
        return "chevron-down" if self._order.descending else "chevron-up"

    def _arrow(self, place: QRect, column: Column) -> QRect:
        width = QFontMetrics(heading_font()).horizontalAdvance(HEADINGS[column])
        left = place.right() - width - _ARROW - 2 if column in RIGHT else place.left() + width + 3
        return QRect(left, place.top(), _ARROW, place.height())


def heading_width(column: Column) -> int:
    """Return the room that a heading needs, its arrow included."""
    arrow = _ARROW + 3 - (PADDING if column in RIGHT else 0)  # at the left of a figure it may stand in the padding
    return QFontMetrics(heading_font()).horizontalAdvance(HEADINGS[column]) + arrow


def heading_font() -> QFont:
    """Return the face of a heading."""
    return font(Type.SMALL, Weight.STRONG)
