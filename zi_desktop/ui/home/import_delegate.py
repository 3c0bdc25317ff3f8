"""Paints the rows of a list before it is taken."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.services.satker_preview import RowState
from zi_desktop.ui.fonts import font
from zi_desktop.ui.home.import_model import STATE_MARKS, ImportColumn, ImportModel, cell_text
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space, Tokens

_EDGE: Final = 3
_GAP: Final = 6


class ImportDelegate(QStyledItemDelegate):
    """One cell of the preview; a row that is wrong says so in colour, icon and words."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, line and content of a cell."""
        model = index.model()
        assert isinstance(model, ImportModel)
        row, column = model.row(index.row()), ImportColumn(index.column())
        tokens, place = tokens_of(option.palette), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            if column is ImportColumn.NUMBER:
                painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, QColor(tokens.border))
        inner = place.adjusted(Space.S, 0, -Space.S, -1)
        if column is ImportColumn.STATE:
            paint_icon(
                painter, QRect(inner.left(), inner.top(), IconSize.CELL, inner.height()), *STATE_MARKS[row.state]
            )
            inner.adjust(IconSize.CELL + _GAP, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if column is ImportColumn.NUMBER else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font())
        painter.setPen(QColor(_ink(tokens, row.state, column, selected=selected)))
        text = QFontMetrics(painter.font()).elidedText(
            cell_text(row, column), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), text)


def _ink(tokens: Tokens, state: RowState, column: ImportColumn, *, selected: bool) -> str:
    if state is RowState.BAD and column is ImportColumn.DETAILS:
        return tokens.bad
    if column in (ImportColumn.NUMBER, ImportColumn.CODE, ImportColumn.DETAILS):
        return tokens.text2
    return tokens.text if state is not RowState.SAME or selected else tokens.text2
