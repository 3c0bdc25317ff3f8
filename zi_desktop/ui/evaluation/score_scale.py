"""The total's bar with what is written at its thresholds, and the verdict below it."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from zi_desktop.ui.evaluation.score_figures import Standing, Tick
from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Radius, Space, Type
from zi_desktop.ui.widgets.bars import TICK_OVERHANG, Bar, paint_bar
from zi_desktop.ui.widgets.labels import text_label

_BAR: Final = 8
_LOOK: Final = {
    Standing.MISSED: ("warning", "warn", "warn_soft", "warn_line"),
    Standing.MET: ("check-circle", "ok", "ok_soft", "ok_line"),
    Standing.NOTHING: ("circle", "text2", "raised", "border"),
}


class ScaleBar(QWidget):
    """A bar (or none) over the words of its ticks, each centred below its line; ``caption`` stands at the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thickness = _BAR
        self._bar = Bar()
        self._ticks: tuple[Tick, ...] = ()
        self._caption = ""
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
    """One sentence on the ground of what it means; its first words are strong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing.NOTHING
        self._symbol = QLabel(self)
        self._words = text_label()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._symbol)
        row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_verdict(self, standing: Standing, strong: str, rest: str) -> None:
        """Show another verdict; the words are the panel's own, never a person's."""
        words = f'<span style="font-weight:600">{strong}</span> {rest}'
        if words != self._words.text():
            self._words.setText(words)
            self.setAccessibleName(f"{strong} {rest}")
        if standing is not self._standing or self._symbol.pixmap().isNull():
            self._standing = standing
            self._draw()
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        tokens = tokens_of(self.palette())
        _, _, ground, edge = _LOOK[self._standing]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(getattr(tokens, edge)), 1))
        painter.setBrush(QColor(getattr(tokens, ground)))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), Radius.CONTROL, Radius.CONTROL)

    def _draw(self) -> None:
        drawing, token, _, _ = _LOOK[self._standing]
        self._symbol.setPixmap(icon(drawing, token).pixmap(IconSize.BUTTON, IconSize.BUTTON))
