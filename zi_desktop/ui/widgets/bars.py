"""Bars: how much of a whole, with the ticks of thresholds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Radius
from zi_desktop.ui.widgets.hairline import line_left

TICK_OVERHANG: Final = 3
"""Logical pixels by which a tick stands out of its bar, above and below."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What a bar shows; all as shares of the whole, 0–1. ``gain`` is what the simulation adds to ``value``."""

    value: float = 0.0
    gain: float = 0.0
    ticks: tuple[float, ...] = ()


def paint_bar(painter: QPainter, place: QRect, bar: Bar, palette: QPalette, *, selected: bool = False) -> None:
    """Paint a bar that fills ``place``; its ticks stand out of it. In a selected row its bed is as dark as that row asks."""
    tokens = tokens_of(palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_part(painter, place, (0.0, 1.0), tokens.border if selected else tokens.track)
    _paint_part(painter, place, (0.0, bar.value), tokens.fill)
    _paint_part(painter, place, (bar.value, bar.value + bar.gain), tokens.accent)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for tick in bar.ticks:
        x = place.left() + round(tick * (place.width() - 1))
        standing = QRect(x, place.top() - TICK_OVERHANG, 1, place.height() + 2 * TICK_OVERHANG)
        line_left(painter, standing, QColor(tokens.mark))
    painter.restore()


def _paint_part(painter: QPainter, place: QRect, span: tuple[float, float], colour: str) -> None:
    left, right = (min(1.0, max(0.0, end)) * place.width() for end in span)
    if right > left:
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(colour))
        part = QRectF(place.left() + left, place.top(), right - left, place.height())
        painter.drawRoundedRect(part, Radius.BAR, Radius.BAR)


class ScoreBar(QWidget):
    """A bar as wide as its place; ``thickness`` of the bar itself in logical pixels."""

    def __init__(self, parent: QWidget | None = None, thickness: int = 6) -> None:
        super().__init__(parent)
        self._bar = Bar()
        self._thickness = thickness
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_values(self, value: float, ticks: Sequence[float] = (), gain: float = 0.0) -> None:
        """Show other shares of the whole, 0–1."""
        bar = Bar(value, gain, tuple(ticks))
        if bar != self._bar:
            self._bar = bar
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for the bar and its ticks."""
        return QSize(120, self._thickness + 2 * TICK_OVERHANG)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar in the middle of the widget."""
        place = QRect(0, (self.height() - self._thickness) // 2, self.width(), self._thickness)
        paint_bar(QPainter(self), place, self._bar, self.palette())
