"""Paints the rows of a table: ground, edge of the chosen row, hairline, and of each cell a tick, a mark and a text."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space, Type, Weight
from zi_desktop.ui.widgets.hairline import line_below
from zi_desktop.ui.widgets.ticks import paint_tick

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_EDGE: Final = 3
_GAP: Final = 6


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; its words and their side (of its heading) come from the model.

    Attributes:
        ink: the token of the words' colour.
        mark: icon and the token of its colour, before the words.
        strong: the words stand in the stronger face.
        cut: where words that do not fit are cut.
        ticked: the state of a tick box, which stands there alone; None = there is none.
    """

    ink: str = "text"
    mark: tuple[str, str] | None = None
    strong: bool = False
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ticked: bool | None = None


PLAIN: Final = Look()
SECOND: Final = Look("text2")
"""What is less important than the rest of its row."""
FAINT: Final = Look("text3")
"""What is not there."""


class RowDelegate(QStyledItemDelegate):
    """Paints cells; who has more than words to show overrides ``look``."""

    def look(self, _index: AnyIndex) -> Look:
        """Return how a cell looks."""
        return PLAIN

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        tokens, place = tokens_of(option.palette), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(place, QColor(tokens.accent_soft))
            if place.left() <= 0:
                painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        line_below(painter, place, QColor(tokens.border))
        look = self.look(index)
        if look.ticked is not None:
            paint_tick(painter, place, tokens, ticked=look.ticked)
            return
        inner = place.adjusted(Space.S, 0, -Space.S, -1)
        if look.mark:
            paint_icon(painter, QRect(inner.left(), inner.top(), IconSize.CELL, inner.height()), *look.mark)
            inner.adjust(IconSize.CELL + _GAP, 0, 0, 0)
        face = font(Type.BODY, Weight.STRONG if look.strong else Weight.TEXT)
        painter.setFont(face)
        ink = SECOND.ink if chosen and look.ink == FAINT.ink else look.ink  # the faint one is too faint on that ground
        painter.setPen(QColor(getattr(tokens, ink)))
        words = QFontMetrics(face).elidedText(index.data(), look.cut, inner.width())
        side = index.model().headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(inner, int(side or _LEFT), words)
