"""The parts of which a figure is made, as a list: what each is called, and its points."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Space, Type, Weight

PART_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_BAR: Final = 3
_NOWHERE: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
Part = tuple[str, str, str]
"""Code, what it is called, its figure or ""."""


class PartsModel(QAbstractListModel):
    """Rows of parts; ``PART_ROLE`` gives the whole part."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[Part] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show other parts."""
        self.beginResetModel()
        self._parts = parts
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many parts there are."""
        return 0 if parent.isValid() else len(self._parts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a part is called, or the part itself."""
        if not index.isValid():
            return None
        _, title, figure = part = self._parts[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}, {figure}" if figure else title
        return part if role == PART_ROLE else None


class PartDelegate(QStyledItemDelegate):
    """One part: title, figure, and an arrow that leads into it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, round(Height.CONTROL * text_scale()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, title, figure and arrow."""
        tokens, place = tokens_of(option.palette), option.rect
        _, title, figure = index.data(PART_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            painter.fillRect(place.left(), place.top(), _BAR, place.height(), QColor(tokens.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(tokens.hover))
        arrow = place.adjusted(place.width() - IconSize.CELL - Space.S, 0, -Space.S, 0)
        paint_icon(painter, arrow, "chevron-right", "text2", IconSize.CELL)
        room = place.adjusted(Space.M, 0, -arrow.width() - Space.L - Space.S, 0)
        painter.setFont(font(Type.BODY, Weight.STRONG))
        painter.setPen(QColor(tokens.text))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), figure)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(figure) - Space.M)
        face = font(Type.BODY)
        painter.setFont(face)
        cut = QFontMetrics(face).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)
        painter.restore()
