"""A status pill: icon and word on a soft ground."""

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Radius, Type, Weight


class Tone(StrEnum):
    """What a mark means; its colours follow, and an icon or a word always says the same."""

    NEUTRAL = "neutral"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    ACCENT = "accent"


INK = {
    Tone.NEUTRAL: "text2",
    Tone.OK: "ok",
    Tone.WARN: "warn",
    Tone.BAD: "bad",
    Tone.ACCENT: "accent_text",
}
GROUND = {
    Tone.NEUTRAL: "track",
    Tone.OK: "ok_soft",
    Tone.WARN: "warn_soft",
    Tone.BAD: "bad_soft",
    Tone.ACCENT: "accent_soft",
}
_PADDING = 7
_HEIGHT = 20


class StatusPill(QWidget):
    """A word with a tone, and an icon where one is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._icon, self._tone = "", "", Tone.NEUTRAL
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, text: str, tone: Tone = Tone.NEUTRAL, icon: str = "") -> None:
        """Show a word; ``icon`` names a drawing."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon and word."""
        icon = IconSize.CELL + 4 if self._icon else 0
        return QSize(self._metrics().horizontalAdvance(self._text) + icon + 2 * _PADDING, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens, GROUND[self._tone])))
        painter.drawRoundedRect(self.rect(), Radius.CONTROL, Radius.CONTROL)
        left = _PADDING
        if self._icon:
            paint_icon(painter, QRect(left, 0, IconSize.CELL, self.height()), self._icon, INK[self._tone])
            left += IconSize.CELL + 4
        painter.setFont(font(Type.SMALL, Weight.STRONG))
        painter.setPen(QColor(getattr(tokens, INK[self._tone])))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self._text)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(font(Type.SMALL, Weight.STRONG))
