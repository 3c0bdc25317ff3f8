"""Paints a file of evidence: its kind, its name over size, day and state, and the mark of the state."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.evidence.lines import EvidenceLine
from zi_desktop.ui.evidence.list_model import LINE_ROLE
from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space, Tokens, Type
from zi_desktop.ui.widgets.hairline import line_below

if TYPE_CHECKING:
    from zi_desktop.ui.evidence.thumbnails import Thumbnails

_EDGE: Final = 3
_KIND_ROOM: Final = 40
"""From the left edge to the words."""
_PICTURE: Final = 24
"""Logical pixels of the longer side of a picture."""
_MARK_ROOM: Final = 22
_VERTICAL: Final = 4


class EvidenceDelegate(QStyledItemDelegate):
    """Two lines a file; with ``thumbnails`` a picture is shown small in the place of its icon."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thumbnails: Thumbnails | None = None

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
        line_below(painter, place, QColor(tokens.border))
        picture = self.thumbnails.of(line.link.file) if self.thumbnails else QImage()
        _paint_kind(painter, QRect(place.left(), place.top(), _KIND_ROOM, place.height()), line, picture, tokens)
        _paint_line(painter, place, line, tokens)
        painter.restore()


def row_height() -> int:
    """Return the height of a row in logical pixels."""
    return QFontMetrics(font()).height() + QFontMetrics(font(Type.SMALL)).height() + 2 * _VERTICAL + 1


def _paint_kind(painter: QPainter, room: QRect, line: EvidenceLine, picture: QImage, tokens: Tokens) -> None:
    if picture.isNull():
        paint_icon(painter, room, line.drawing, "text2", IconSize.BUTTON)
        return
    size = picture.size().scaled(QSize(_PICTURE, _PICTURE), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(room.topLeft(), size)
    place.moveCenter(room.center() + QPoint(_EDGE - 1, 0))
    inner = place.adjusted(1, 1, -1, -1)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(place, QColor(tokens.control))  # filled, not drawn: whole at any scale
    painter.fillRect(inner, QColor(tokens.surface))
    painter.drawImage(inner, picture)


def _paint_line(painter: QPainter, place: QRect, line: EvidenceLine, tokens: Tokens) -> None:
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
