"""Paints a command: its text, and its key at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.fonts import font
from zi_desktop.ui.palette.model import KEYS_ROLE
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, Space, Type
from zi_desktop.ui.widgets.labels import key_cap_width, paint_key_cap

_BAR = 3


class CommandDelegate(QStyledItemDelegate):
    """One row of the palette."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(0, Height.CONTROL)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, text and key cap."""
        tokens, place = tokens_of(option.palette), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            painter.fillRect(QRect(place.left(), place.top(), _BAR, place.height()), QColor(tokens.accent))
        painter.setFont(font(Type.BODY))
        painter.setPen(QColor(tokens.text))
        keys = index.data(KEYS_ROLE)
        width = key_cap_width(keys) if keys else 0
        text = place.adjusted(Space.L, 0, -width - Space.XL, 0)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), index.data(Qt.ItemDataRole.DisplayRole))
        if keys:
            cap = QRect(place.right() - width - Space.M, place.top(), width, place.height())
            paint_key_cap(painter, cap, keys, option.palette)
        painter.restore()
