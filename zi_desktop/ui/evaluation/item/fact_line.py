"""The line of facts below the question: code with row, kind, weight, score, hairlines between them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, Type, Weight
from zi_desktop.ui.widgets.hairline import line_left

_GAP: Final = 10
_RULE: Final = 14
_USUAL: Final = "Nilai 0,00"
"""So much room is kept for the score before there is one: an answer moves nothing beside it."""
_LEAST: Final = 2
"""Code and score always stay."""


class FactLine(QWidget):
    """Paints the facts; the last one is what decides and is strong. Where room is short, those in the middle go first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[str, ...] = ()
        self._strong = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # other points repaint nothing below
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_facts(self, facts: Sequence[str], strong: str) -> None:
        """Show other facts; without a ``strong`` one there is none at the end."""
        if (tuple(facts), strong) == (self._facts, self._strong):
            return
        room = self.sizeHint()
        self._facts, self._strong = tuple(facts), strong
        self.setAccessibleName(", ".join([*facts, strong] if strong else facts))
        if self.sizeHint() != room:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all of them."""
        return QSize(_width(self._parts()), Height.SMALL_BUTTON)

    def minimumSizeHint(self) -> QSize:
        """Return room for the first few letters: what is cut stands in the tooltip."""
        return QSize(80, Height.SMALL_BUTTON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the facts for which there is room."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.window))
        parts, left = self._fitting(), 0
        for number, (text, metrics, strong) in enumerate(parts):
            if number:
                top = (self.height() - _RULE) // 2
                line_left(painter, QRect(left, top, 1, _RULE), QColor(tokens.border))
                left += _GAP + 1
            painter.setFont(self._face(strong=strong))
            painter.setPen(QColor(tokens.text if strong else tokens.text2))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, self.width() - left))
            painter.drawText(QPoint(left, (self.height() + metrics.ascent() - metrics.descent()) // 2), shown)
            left += metrics.horizontalAdvance(text) + _GAP
        whole = len(parts) == len(self._parts()) and left - _GAP <= self.width()
        tip = "" if whole else self.accessibleName()
        if tip != self.toolTip():
            self.setToolTip(tip)

    def _fitting(self) -> list[tuple[str, QFontMetrics, bool]]:
        parts = self._parts()
        while len(parts) > _LEAST and _width(parts) > self.width():
            del parts[1]
        return parts

    def _parts(self) -> list[tuple[str, QFontMetrics, bool]]:
        plain, strong = QFontMetrics(self._face(strong=False)), QFontMetrics(self._face(strong=True))
        parts = [(text, plain, False) for text in self._facts]
        return [*parts, (self._strong, strong, True)] if self._strong else parts

    @staticmethod
    def _face(*, strong: bool) -> QFont:
        return font(Type.SMALL, Weight.STRONG if strong else Weight.TEXT)


def _width(parts: Sequence[tuple[str, QFontMetrics, bool]]) -> int:
    widths = (
        max(metrics.horizontalAdvance(each) for each in ((text, _USUAL) if strong else (text,)))
        for text, metrics, strong in parts
    )
    return sum(width + 2 * _GAP + 1 for width in widths) - 2 * _GAP - 1
