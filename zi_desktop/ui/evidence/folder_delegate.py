"""Paints the preview of a folder: where a file would go, and why."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.ui.evidence.folder_model import FolderColumn, FolderModel, cell_text
from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space, Type, Weight

_EDGE: Final = 3
_GAP: Final = 6


class FolderDelegate(QStyledItemDelegate):
    """One cell; a file for the inbox has its own drawing and words."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, hairline and content."""
        model, column = index.model(), FolderColumn(index.column())
        assert isinstance(model, FolderModel)
        entry, tokens, place = model.entry(index.row()), tokens_of(option.palette), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            if column is FolderColumn.PLACE:
                painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, QColor(tokens.border))
        inner = place.adjusted(Space.S, 0, -Space.S, -1)
        unplaced = entry.place == INBOX
        if column is FolderColumn.PLACE:
            mark = QRect(inner.left(), inner.top(), IconSize.CELL, inner.height())
            paint_icon(painter, mark, *(("circle", "text2") if unplaced else ("check-circle", "ok")))
            inner.adjust(IconSize.CELL + _GAP, 0, 0, 0)
        decides = column is FolderColumn.PLACE and not unplaced
        painter.setFont(font(Type.BODY, Weight.STRONG if decides else Weight.TEXT))
        painter.setPen(QColor(tokens.text if column in (FolderColumn.PLACE, FolderColumn.FILE) else tokens.text2))
        cut = Qt.TextElideMode.ElideMiddle if column is FolderColumn.FILE else Qt.TextElideMode.ElideRight
        side = Qt.AlignmentFlag.AlignRight if column is FolderColumn.SIZE else Qt.AlignmentFlag.AlignLeft
        words = QFontMetrics(painter.font()).elidedText(cell_text(entry, column), cut, inner.width())
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), words)
