"""The total's bar with what is written at its thresholds, and the verdict below it."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.evaluation.score_figures import Standing, Tick
from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Radius, Space, Type, Weight
from zi_desktop.ui.widgets.bars import TICK_OVERHANG, Bar, paint_bar

_BAR: Final = 8
_LOOK: Final = {
    Standing.MISSED: ("warning", "warn", "warn_soft", "warn_line"),
    Standing.MET: ("check-circle", "ok", "ok_soft", "ok_line"),
    Standing.NOTHING: ("circle", "text2", "raised", "border"),
    Standing.EARLY: ("half-circle", "text2", "raised", "border"),
}


class ScaleBar(QWidget):
    """A bar (or none) over the words of its ticks, each centred below its line; ``caption`` stands at the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thickness = _BAR
        self._bar = Bar()
        self._ticks: tuple[Tick, ...] = ()
        self._caption = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_thickness(self, thickness: int) -> None:
        """Make the bar so thick, in logical pixels; 0 shows the words alone."""
        self._thickness = thickness
        self.updateGeometry()

    def show_scale(self, share: float, ticks: tuple[Tick, ...], caption: str = "") -> None:
        """Show another value, 0–1, and other words."""
        bar = Bar(share, ticks=tuple(tick.share for tick in ticks))
        if (bar, ticks, caption) != (self._bar, self._ticks, self._caption):
            self._bar, self._ticks, self._caption = bar, ticks, caption
            self.setAccessibleName(caption)
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for bar, ticks and words."""
        bar = self._thickness + 2 * TICK_OVERHANG if self._thickness else 0
        return QSize(0, bar + QFontMetrics(font(Type.SMALL)).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bar and words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens_of(self.palette()).surface))
        top = 0
        if self._thickness:
            paint_bar(painter, QRect(0, TICK_OVERHANG, self.width(), self._thickness), self._bar, self.palette())
            top = self._thickness + 2 * TICK_OVERHANG
        metrics = QFontMetrics(font(Type.SMALL))
        painter.setFont(font(Type.SMALL))
        painter.setPen(QColor(tokens_of(self.palette()).text2))
        line = QRect(0, top, self.width(), self.height() - top)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), self._caption)
        for tick in self._ticks:
            width = metrics.horizontalAdvance(tick.text)
            left = round(tick.share * (self.width() - 1)) - width // 2
            place = QRect(min(left, self.width() - width), top, width + 1, line.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), tick.text)


class VerdictBox(QWidget):
    """The verdict on the ground of what it means: what it is, and below it why.

    Painted, not made of labels: a label that changes its text lays the whole panel out anew at each key press.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing.NOTHING
        self._words = ("", "")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_verdict(self, standing: Standing, verdict: str, reason: str) -> None:
        """Show another verdict; without a reason it stands alone."""
        if (standing, verdict, reason) != (self._standing, *self._words):
            self._standing, self._words = standing, (verdict, reason)
            self.setAccessibleName(f"{verdict}: {reason}" if reason else verdict)
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(0, 2 * QFontMetrics(font(Type.SMALL)).height() + Space.L)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon and words."""
        tokens = tokens_of(self.palette())
        drawing, token, ground, edge = _LOOK[self._standing]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(getattr(tokens, edge)), 1))
        painter.setBrush(QColor(getattr(tokens, ground)))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), Radius.CONTROL, Radius.CONTROL)
        paint_icon(painter, QRect(Space.M, 0, IconSize.BUTTON, self.height()), drawing, token, IconSize.BUTTON)
        verdict, reason = self._words
        place = self.rect().adjusted(2 * Space.M + IconSize.BUTTON, Space.S, -Space.S, -Space.S)
        if reason:
            lower = place.adjusted(0, place.height() // 2, 0, 0)
            place.setBottom(lower.top() - 1)
            self._paint_line(painter, lower, reason, Weight.TEXT)
        self._paint_line(painter, place, verdict, Weight.STRONG)

    def _paint_line(self, painter: QPainter, place: QRect, words: str, weight: int) -> None:
        painter.setFont(font(Type.SMALL, weight))
        painter.setPen(QColor(tokens_of(self.palette()).text))
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), cut)
