"""Paints the cells of Beranda's table: icon and words, figures in line, how much is filled in."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.fonts import font
from zi_desktop.ui.home.model import PortfolioModel
from zi_desktop.ui.home.rows import RIGHT, Cell, Column, Ink
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space, Tokens, Type, Weight
from zi_desktop.ui.widgets.bars import Bar, paint_bar

PADDING: Final = Space.S
ICON_ROOM: Final = IconSize.CELL + 6
BAR_WIDTH: Final = 34
_BAR_HEIGHT: Final = 6
_EDGE: Final = 3
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PortfolioDelegate(QStyledItemDelegate):
    """One cell; ``hovered`` is the row under the pointer, or -1."""

    hovered = -1
    last_column = int(Column.VISIT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, line and content of a cell."""
        model = index.model()
        assert isinstance(model, PortfolioModel)
        place, column = option.rect, index.column()
        tokens = tokens_of(option.palette)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, place, tokens, selected=selected, hovered=index.row() == self.hovered)
        if selected and column == Column.SATKER:
            painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        cell = model.row(index.row()).cells[column]
        inner = inner_of(place, Column(column), last=column == self.last_column)
        self._paint_cell(painter, inner, cell, option, right_aligned=column in RIGHT)

    def _paint_ground(self, painter: QPainter, place: QRect, tokens: Tokens, *, selected: bool, hovered: bool) -> None:
        if selected or hovered:
            painter.fillRect(place, QColor(tokens.accent_soft if selected else tokens.hover))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, QColor(tokens.border))

    def _paint_cell(
        self, painter: QPainter, place: QRect, cell: Cell, option: QStyleOptionViewItem, *, right_aligned: bool
    ) -> None:
        ink = cell.ink
        if option.state & QStyle.StateFlag.State_Selected and ink is Ink.FAINT:
            ink = Ink.SECOND
        if cell.share is not None:
            bar = QRect(place.left(), place.center().y() - _BAR_HEIGHT // 2 + 1, BAR_WIDTH, _BAR_HEIGHT)
            paint_bar(painter, bar, Bar(cell.share), option.palette)
            right_aligned = True
        elif cell.icon:
            paint_icon(painter, QRect(place.left(), place.top(), IconSize.CELL, place.height()), cell.icon, cell.mark)
            place = place.adjusted(ICON_ROOM, 0, 0, 0)
        face = cell_font(strong=cell.strong)
        painter.setFont(face)
        painter.setPen(QColor(getattr(tokens_of(option.palette), ink)))
        text = QFontMetrics(face).elidedText(cell.text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _RIGHT if right_aligned else _LEFT, text)


def inner_of(place: QRect, column: Column, *, last: bool) -> QRect:
    """Return where the content of a cell or heading stands in its place."""
    left = {Column.SATKER: Space.M, Column.STANDING: Space.XL}.get(column, PADDING)
    return place.adjusted(left, 0, -PADDING - (Space.XS if last else 0), -1)


def cell_font(*, strong: bool = False) -> QFont:
    """Return the face of a cell."""
    return font(Type.BODY, Weight.STRONG if strong else Weight.TEXT)
