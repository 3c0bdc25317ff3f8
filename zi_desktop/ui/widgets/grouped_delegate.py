"""Paints rows in groups: headings on a raised ground, rows of a title and a smaller line, words at the right."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, Space, Tokens, Type, Weight
from zi_desktop.ui.widgets.grouped_rows import ListRow, RowGroup
from zi_desktop.ui.widgets.hairline import line_below
from zi_desktop.ui.widgets.two_levels import ENTRY_ROLE

_BAR: Final = 3
ICON_PLACE: Final = 36
"""Logical pixels in the middle of which an icon stands; the words begin behind them."""
_LINES: Final = 2
"""A long title wraps once, then it is cut; its whole text is the tooltip."""
_VERTICAL: Final = 6
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


class GroupedDelegate(QStyledItemDelegate):
    """Rows as high as their words need at the width of the list."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row at the width of the list."""
        entry, line = index.data(ENTRY_ROLE), QFontMetrics(font()).height()
        if isinstance(entry, RowGroup):
            return QSize(0, max(Height.ROW, line + Space.S))
        rows = len(_wrapped(entry.title, font(), _room(self._words_end(), entry)))
        detail = QFontMetrics(font(Type.SMALL)).height() if entry.detail else 0
        return QSize(0, 2 * _VERTICAL + rows * line + detail + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, hairline and words."""
        tokens, place, entry = tokens_of(option.palette), option.rect, index.data(ENTRY_ROLE)
        painter.save()
        if isinstance(entry, RowGroup):
            _paint_group(painter, place, self._words_end(), entry, tokens)
        else:
            _paint_ground(painter, option, tokens, keyed=self._view.hasFocus())
            _paint_row(painter, place, self._words_end(), entry, tokens)
        if place.bottom() < self._view.viewport().height() - 1:  # else what lies below the list has its own there
            line_below(painter, place, QColor(tokens.border))
        painter.restore()

    def _words_end(self) -> int:
        """Return where what stands at the right ends: in one place, with a scroll bar or without."""
        return self._view.contentsRect().width() - Space.M


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens, *, keyed: bool) -> None:
    """Paint the ground of a row; the one that is chosen is coloured in the list that has the keyboard only."""
    place = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(place, QColor(tokens.accent_soft if keyed else tokens.hover))
        bar = QRect(place.left(), place.top(), _BAR, place.height())
        painter.fillRect(bar, QColor(tokens.accent if keyed else tokens.control))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(place, QColor(tokens.hover))


def _paint_group(painter: QPainter, place: QRect, end: int, group: RowGroup, tokens: Tokens) -> None:
    painter.fillRect(place, QColor(tokens.raised))
    face = font(Type.SMALL, Weight.STRONG)
    painter.setFont(face)
    painter.setPen(QColor(tokens.text2))
    words, count = place.adjusted(Space.M, 0, end - place.width(), 0), str(len(group.rows))
    room = words.width() - QFontMetrics(face).horizontalAdvance(count) - Space.S
    title = QFontMetrics(face).elidedText(group.title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(words, int(_MIDDLE | Qt.AlignmentFlag.AlignLeft), title)
    painter.drawText(words, int(_MIDDLE | _RIGHT), count)


def _paint_row(painter: QPainter, place: QRect, end: int, row: ListRow, tokens: Tokens) -> None:
    width, left, top = _room(end, row), place.left() + _left(row), place.top() + _VERTICAL
    line = QFontMetrics(font()).height()
    if row.icon:
        paint_icon(painter, QRect(place.left(), top, ICON_PLACE, line), row.icon, row.ink)
    painter.setFont(font())
    painter.setPen(QColor(tokens.text))
    for words in _wrapped(row.title, font(), width):
        painter.drawText(QRect(left, top, width, line), 0, words)
        top += line
    small = font(Type.SMALL)
    painter.setFont(small)
    painter.setPen(QColor(tokens.text2))
    whole = max(place.left() + end - left, 1)  # what stands at the end is beside the title only
    detail = QFontMetrics(small).elidedText(row.detail, Qt.TextElideMode.ElideRight, whole)
    painter.drawText(QRect(left, top, whole, QFontMetrics(small).height()), 0, detail)
    painter.setFont(font(Type.SMALL, Weight.STRONG))
    painter.setPen(QColor(getattr(tokens, row.end_ink)))
    beside = QRect(left + width, place.top() + _VERTICAL, place.left() + end - left - width, line)
    painter.drawText(beside, int(_MIDDLE | _RIGHT), row.end)


def _wrapped(text: str, face: QFont, width: int) -> list[str]:
    """Return the lines of a text at a width in logical pixels, the last one cut where it is too long."""
    whole = " ".join(text.split())
    layout = QTextLayout(whole, face)
    rows: list[str] = []
    layout.beginLayout()
    while len(rows) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        rows.append(whole[start:] if len(rows) == _LINES - 1 else whole[start : start + line.textLength()])
    layout.endLayout()
    return [QFontMetrics(face).elidedText(row.strip(), Qt.TextElideMode.ElideRight, width) for row in rows]


def _left(row: ListRow) -> int:
    return ICON_PLACE if row.icon else Space.M


def _room(right: int, row: ListRow) -> int:
    """Return the width that a row, whose words end there, leaves to its title."""
    end = QFontMetrics(font(Type.SMALL, Weight.STRONG)).horizontalAdvance(row.end) + Space.M if row.end else 0
    return max(right - _left(row) - end, 1)
