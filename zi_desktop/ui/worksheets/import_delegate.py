"""Paints the lines of a preview: tick, mark of its kind, texts."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space, Tokens, Type, Weight
from zi_desktop.ui.widgets.ticks import paint_tick
from zi_desktop.ui.worksheets.import_lines import MARKS, Kind, Line
from zi_desktop.ui.worksheets.import_model import ImportColumn, ImportModel, cell_text

_EDGE: Final = 3
_GAP: Final = 6


class ImportDelegate(QStyledItemDelegate):
    """One cell; what a line is stands in icon and words, never in colour alone."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, line and content of a cell."""
        model = index.model()
        assert isinstance(model, ImportModel)
        line, column = model.line(index.row()), ImportColumn(index.column())
        tokens, place = tokens_of(option.palette), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            if column is ImportColumn.TICK:
                painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, QColor(tokens.border))
        inner = place.adjusted(Space.S, 0, -Space.S, -1)
        if column is ImportColumn.TICK:
            if line.id:
                paint_tick(painter, place, tokens, ticked=model.is_ticked(index.row()))
            return
        if column is ImportColumn.CODE:
            mark = QRect(inner.left(), inner.top(), IconSize.CELL, inner.height())
            paint_icon(painter, mark, *MARKS[line.kind])
            inner.adjust(IconSize.CELL + _GAP, 0, 0, 0)
        strong = column is ImportColumn.AFTER and line.answered
        painter.setFont(font(Type.BODY, Weight.STRONG if strong else Weight.TEXT))
        painter.setPen(QColor(_ink(tokens, line, column)))
        cut = QFontMetrics(painter.font()).elidedText(
            cell_text(line, column), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)


def _ink(tokens: Tokens, line: Line, column: ImportColumn) -> str:
    if column is ImportColumn.REMARK:
        return {Kind.REFUSED: tokens.bad, Kind.OPEN: tokens.warn}.get(line.kind, tokens.text2)
    return tokens.text2 if column in (ImportColumn.CODE, ImportColumn.BEFORE) else tokens.text
