"""Paints the last checks: groups on a raised ground, findings of two lines with their acts at the right."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.signing.checks import Act, CheckGroup, CheckLine
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Space, Tokens, Type, Weight
from zi_desktop.ui.widgets.hairline import line_below
from zi_desktop.ui.widgets.two_levels import ENTRY_ROLE

_BAR: Final = 3
_ICON_PLACE: Final = 40
"""From the left edge to the text."""
_LINES: Final = 4
"""A detail wraps into so many lines at most; its whole sentence is the tooltip."""
_VERTICAL: Final = 6


class CheckDelegate(QStyledItemDelegate):
    """Rows as high as their words need at the width of the list."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row at the width of the list."""
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, CheckGroup) or not entry.detail:
            return QSize(0, max(Height.ROW, QFontMetrics(font()).height() + Space.S))
        rows = len(_wrapped(entry, _text_width(self._view.viewport().width(), entry)))
        return QSize(0, 2 * _VERTICAL + QFontMetrics(font()).height() + rows * QFontMetrics(font(Type.SMALL)).height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, hairline and words."""
        tokens, place, entry = tokens_of(option.palette), option.rect, index.data(ENTRY_ROLE)
        painter.save()
        if isinstance(entry, CheckGroup):
            _paint_group(painter, place, entry, tokens)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_ground(painter, option, tokens, chosen=chosen)
            _paint_line(painter, place, entry, tokens)
        line_below(painter, place, QColor(tokens.border))
        painter.restore()


def act_at(place: QRect, line: CheckLine, spot: QPoint) -> Act | None:
    """Return the act whose word lies under a spot of the row ``place``."""
    return next((act for act, word in _act_places(place, line) if word.contains(spot)), None)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens, *, chosen: bool) -> None:
    place = option.rect
    if chosen:
        painter.fillRect(place, QColor(tokens.accent_soft))
        painter.fillRect(QRect(place.left(), place.top(), _BAR, place.height()), QColor(tokens.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(place, QColor(tokens.hover))


def _paint_group(painter: QPainter, place: QRect, group: CheckGroup, tokens: Tokens) -> None:
    painter.fillRect(place, QColor(tokens.raised))
    painter.setFont(font(Type.SMALL, Weight.STRONG))
    painter.setPen(QColor(tokens.text2))
    words = place.adjusted(Space.M, 0, -Space.M, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), group.title)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(group.count))


def _paint_line(painter: QPainter, place: QRect, line: CheckLine, tokens: Tokens) -> None:
    middle = QRect(place.left(), place.top(), _ICON_PLACE, place.height())
    paint_icon(painter, middle, line.icon, line.token, IconSize.BUTTON if line.detail else IconSize.CELL)
    title = font(Type.BODY, Weight.STRONG if line.strong else Weight.TEXT)
    painter.setFont(title)
    painter.setPen(QColor(tokens.text))
    width = _text_width(place.width(), line)
    height = QFontMetrics(title).height()
    top = place.top() + (_VERTICAL if line.detail else (place.height() - height) // 2)
    words = QRect(place.left() + _ICON_PLACE, top, width, height)
    painter.drawText(words, 0, QFontMetrics(title).elidedText(line.title, Qt.TextElideMode.ElideRight, width))
    _paint_detail(painter, words, line, tokens)
    painter.setFont(font(Type.SMALL, Weight.STRONG))
    painter.setPen(QColor(tokens.accent_text))
    for act, spot in _act_places(place, line):
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), act.value)


def _paint_detail(painter: QPainter, title: QRect, line: CheckLine, tokens: Tokens) -> None:
    painter.setFont(font(Type.SMALL))
    painter.setPen(QColor(tokens.text2))
    height = QFontMetrics(font(Type.SMALL)).height()
    for number, words in enumerate(_wrapped(line, title.width())):
        painter.drawText(QRect(title.left(), title.bottom() + 1 + number * height, title.width(), height), 0, words)


def _wrapped(line: CheckLine, width: int) -> list[str]:
    """Return the lines of a detail at a width in logical pixels, the last one cut where it is too long."""
    face = font(Type.SMALL)
    most = _LINES if line.wraps else 1
    layout = QTextLayout(line.detail, face)
    layout.setTextOption(QTextOption())
    rows: list[str] = []
    layout.beginLayout()
    while (row := layout.createLine()).isValid() and len(rows) < most:
        row.setLineWidth(width)
        start = row.textStart()
        rows.append(line.detail[start:] if len(rows) == most - 1 else line.detail[start : start + row.textLength()])
    layout.endLayout()
    return [QFontMetrics(face).elidedText(row.strip(), Qt.TextElideMode.ElideRight, width) for row in rows]


def _text_width(width: int, line: CheckLine) -> int:
    words = max((_act_width(act) for act in line.acts), default=0)
    return max(width - _ICON_PLACE - words - (Space.M + Space.S if words else Space.M), 1)


def _act_width(act: Act) -> int:
    return QFontMetrics(font(Type.SMALL, Weight.STRONG)).horizontalAdvance(act.value)


def _act_places(place: QRect, line: CheckLine) -> list[tuple[Act, QRect]]:
    """Return where the words of the acts stand: one in the middle of the row, two above each other."""
    width = max((_act_width(act) for act in line.acts), default=0) + Space.S
    left = place.right() + 1 - Space.M - width
    share = place.height() // max(len(line.acts), 1)
    inset = 3 if len(line.acts) > 1 else 0
    spots = []
    for number, act in enumerate(line.acts):
        spot = QRect(left, place.top() + number * share, width, share)
        # Two words lean towards each other, as the two lines of text beside them do.
        spots.append((act, spot.adjusted(0, inset if not number else 0, 0, 0 if not number else -inset)))
    return spots
