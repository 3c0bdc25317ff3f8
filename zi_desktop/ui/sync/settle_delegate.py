"""Paints the rows of what is to be settled: the versions in the middle, the status with its mark."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.sync.settle_model import SettleColumn, SettleModel
from zi_desktop.ui.sync.settle_shown import Status
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space, Type, Weight

_EDGE: Final = 3
_GAP: Final = 6
MARKS: Final[Mapping[Status, tuple[str, str]]] = {
    Status.OPEN: ("circle", "text2"), Status.SEEN: ("dot-circle", "accent_text"),
    Status.DONE: ("check-circle", "ok"), Status.WAITS: ("person", "warn"),
}  # fmt: skip


class SettleDelegate(QStyledItemDelegate):
    """One cell."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, line and content of a cell."""
        model = index.model()
        assert isinstance(model, SettleModel)
        tokens, place, column = tokens_of(option.palette), option.rect, index.column()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            if column == SettleColumn.CODE:
                painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, QColor(tokens.border))
        inner = place.adjusted(Space.S, 0, -Space.S, -1)
        line, last = model.line(index.row()), model.status_column
        if column == last:
            mark = QRect(inner.left(), inner.top(), IconSize.CELL, inner.height())
            paint_icon(painter, mark, *MARKS[line.status])
            inner.adjust(IconSize.CELL + _GAP, 0, 0, 0)
        middle = SettleColumn.TITLE < column < last
        strong = middle or (column == SettleColumn.TITLE and bool(option.state & QStyle.StateFlag.State_Selected))
        painter.setFont(font(Type.BODY, Weight.STRONG if strong else Weight.TEXT))
        painter.setPen(QColor(tokens.text2 if column == SettleColumn.CODE else tokens.text))
        words = model.text(index.row(), column)
        cut = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), cut)
