"""Paints a file of evidence: its kind, its name over size, day and state, and the mark of the state."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.evidence.lines import EvidenceLine
from zi_desktop.ui.evidence.list_model import LINE_ROLE
from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space, Tokens, Type

_EDGE: Final = 3
_KIND_ROOM: Final = 36
"""From the left edge to the words."""
_MARK_ROOM: Final = 22
_VERTICAL: Final = 4


class EvidenceDelegate(QStyledItemDelegate):
    """Two lines a file."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return room for two lines."""
        return QSize(0, row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, hairline, icons and words."""
        tokens, place, line = tokens_of(option.palette), option.rect, index.data(LINE_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(tokens.hover))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, QColor(tokens.border))
        _paint_line(painter, place, line, tokens)
        painter.restore()


def row_height() -> int:
    """Return the height of a row in logical pixels."""
    return QFontMetrics(font()).height() + QFontMetrics(font(Type.SMALL)).height() + 2 * _VERTICAL + 1


def _paint_line(painter: QPainter, place: QRect, line: EvidenceLine, tokens: Tokens) -> None:
    paint_icon(
        painter, QRect(place.left(), place.top(), _KIND_ROOM, place.height()), line.drawing, "text2", IconSize.BUTTON
    )
    right = place.right() + 1 - Space.S
    marks = [line.mark] if not line.warnings else [line.mark, ("info", "warn")]
    for name, ink in marks:
        paint_icon(
            painter, QRect(right - _MARK_ROOM, place.top(), _MARK_ROOM, place.height()), name, ink, IconSize.BUTTON
        )
        right -= _MARK_ROOM
    left = place.left() + _KIND_ROOM
    width = max(right - Space.XS - left, 1)
    top = place.top() + _VERTICAL
    for text, face, ink, cut in (
        (line.name, font(), tokens.text, Qt.TextElideMode.ElideMiddle),
        (line.details, font(Type.SMALL), tokens.text2, Qt.TextElideMode.ElideRight),
    ):
        metrics = QFontMetrics(face)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        painter.drawText(QRect(left, top, width, metrics.height()), 0, metrics.elidedText(text, cut, width))
        top += metrics.height()
