"""Paints the rows of the question tree: title, progress, answer and figures in columns that line up."""

from functools import cache
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.evaluation.tree_figures import NOTHING, BranchRow, ItemRow
from zi_desktop.ui.evaluation.tree_model import ROW_ROLE
from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Space, Tokens, Type, Weight
from zi_desktop.ui.widgets.bars import Bar, paint_bar

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_BAR: Final = 3
_BAR_WIDTH: Final = 24
_WIDEST_WEIGHT: Final = "/22,5"
_WIDEST_SCORE: Final = "35,50"


class RowDelegate(QStyledItemDelegate):
    """One row; the columns are as wide as the widest figure that a worksheet brings about, at the person's text size."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(0, round(Height.ROW * text_scale()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what the row says; its ground is the view's."""
        row = index.data(ROW_ROLE)
        brush = _Brush(painter, tokens_of(option.palette), option)
        if isinstance(row, BranchRow):
            brush.branch(row)
        elif isinstance(row, ItemRow):
            brush.item(row)


class _Brush:
    """Paints one row with one painter, from the right end to the left."""

    def __init__(self, painter: QPainter, tokens: Tokens, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._tokens = tokens
        self._palette = option.palette
        self._place = option.rect.adjusted(Space.S, 0, -Space.S, 0)
        self._selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._small = font(Type.SMALL)
        self._strong = font(Type.BODY, Weight.STRONG)

    def branch(self, row: BranchRow) -> None:
        """Paint a branch: title, tick or progress, points over weight."""
        if row.points:
            self._cut(row.weight and f"/{row.weight}", self._small, self._tokens.text2, _LEFT, _WIDEST_WEIGHT)
            figure = self._tokens.text if row.points != NOTHING else self._tokens.text2
            self._cut(row.points, self._strong, figure, _RIGHT, _WIDEST_SCORE)
            self._place.adjust(0, 0, -Space.S, 0)
        self._progress(row)
        self._title(row.title, font(Type.BODY, Weight.STRONG if row.strong else Weight.TEXT))

    def item(self, row: ItemRow) -> None:
        """Paint an item: mark, title, answer, points."""
        if row.points:
            self._cut(row.points, self._small, self._tokens.text2, _RIGHT, _WIDEST_SCORE)
            self._place.adjust(0, 0, -Space.S, 0)
        ink = self._tokens.text if row.answer != NOTHING else self._tokens.text2
        # Right-aligned where points follow: letters then stand in one line below each other.
        self._cut(row.answer, self._strong, ink, _RIGHT, row.answer if len(row.answer) > 1 else "A")
        self._place.adjust(0, 0, -Space.S, 0)
        mark = QRect(self._place.left(), self._place.top(), IconSize.CELL, self._place.height())
        paint_icon(self._painter, mark, row.mark.icon, row.mark.token)
        self._place.setLeft(mark.right() + Space.XS + 1)
        self._title(row.title, font(Type.BODY))

    def _progress(self, row: BranchRow) -> None:
        """Paint a tick where everything is filled, else how much is, over its bar."""
        count = f"{row.filled}/{row.questions}"
        width = _metrics(self._small).horizontalAdvance(count)
        if row.filled == row.questions:
            tick = QRect(self._place.right() - IconSize.CELL, self._place.top(), IconSize.CELL, self._place.height())
            paint_icon(self._painter, tick, "check", "ok")
            self._place.setRight(tick.left() - Space.S)
            return
        text = QRect(self._place.right() - width, self._place.top(), width + 1, self._place.height() - 2 * _BAR)
        self._text(text, count, self._small, self._tokens.text2, _RIGHT)
        long = max(width, _BAR_WIDTH)
        bar = QRect(self._place.right() - long, text.bottom() - 1, long + 1, _BAR)
        paint_bar(self._painter, bar, Bar(row.filled / row.questions), self._palette)
        self._place.setRight(bar.left() - Space.S)

    def _title(self, title: str, face: QFont) -> None:
        cut = _metrics(face).elidedText(title, Qt.TextElideMode.ElideRight, self._place.width())
        self._text(self._place, cut, face, self._tokens.text, _LEFT)

    def _cut(self, text: str, face: QFont, ink: str, align: Qt.AlignmentFlag, widest: str) -> None:
        """Paint at the right end of what is left of the row, and take that room off."""
        width = max(_width(widest, face), _metrics(face).horizontalAdvance(text))
        place = QRect(self._place.right() - width + 1, self._place.top(), width, self._place.height())
        self._text(place, text, face, ink, align)
        self._place.setRight(place.left() - 1)

    def _text(self, place: QRect, text: str, face: QFont, ink: str, align: Qt.AlignmentFlag) -> None:
        self._painter.setFont(face)
        self._painter.setPen(QColor(ink))
        self._painter.drawText(place, int(align), text)


@cache  # as the faces are: each row asks for the same few
def _metrics(face: QFont) -> QFontMetrics:
    return QFontMetrics(face)


@cache
def _width(text: str, face: QFont) -> int:
    return _metrics(face).horizontalAdvance(text)
