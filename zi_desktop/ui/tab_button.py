"""One tab of the top bar."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.page import Tab
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Radius, Space, Type, Weight

_UNDERLINE: Final = 3
_COUNT: Final = 20
_HAIRLINE: Final = 1
"""Below it: that of the top bar."""


class TabButton(QAbstractButton):
    """One tab: its text, a count beside it, a line under it when it is open."""

    chosen = Signal(str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._tab = Tab(key, "")
        self._current = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.chosen.emit(self.key))

    def show_tab(self, tab: Tab, *, current: bool) -> None:
        """Show what the tab says now."""
        if (tab, current) != (self._tab, self._current):
            self._tab, self._current = tab, current
            self.setText(tab.text.replace("&", "&&"))
            parts = [
                tab.text,
                *([str(tab.count)] if tab.count is not None else []),
                *([self.tr("terkunci")] if tab.locked else []),
            ]
            self.setAccessibleName(", ".join(parts))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for text and count, as high as the bar."""
        count = _COUNT + Space.S if self._tab.count is not None else 0
        return QSize(
            self._metrics().horizontalAdvance(self._tab.text) + count + self._lock_width() + 2 * Space.S,
            Height.TOP_BAR - _HAIRLINE,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint text, count, underline and focus."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Type.BODY, Weight.STRONG))
        live = self._current or self.underMouse()
        painter.setPen(QColor(tokens.accent_text if self._current else tokens.text if live else tokens.text2))
        place = self.rect().adjusted(Space.S + self._lock_width(), 0, -Space.S, 0)
        if self._tab.locked:
            ink = "accent_text" if self._current else "text2"
            paint_icon(painter, QRect(Space.S, 0, IconSize.CELL, self.height()), "lock", ink)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self._tab.text)
        if self._tab.count is not None:
            self._paint_count(painter)
        if self._current:
            painter.fillRect(0, self.height() - _UNDERLINE, self.width(), _UNDERLINE, QColor(tokens.accent))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 9, -1, -9), Radius.CONTROL, Radius.CONTROL)

    def _paint_count(self, painter: QPainter) -> None:
        tokens = tokens_of(self.palette())
        disc = QRect(self.width() - Space.S - _COUNT, (self.height() - _COUNT) // 2, _COUNT, _COUNT)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawEllipse(disc)
        painter.setFont(font(Type.SMALL, Weight.STRONG))
        painter.setPen(QColor(tokens.text))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._tab.count))
        painter.restore()

    def _lock_width(self) -> int:
        return IconSize.CELL + Space.S if self._tab.locked else 0

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(font(Type.BODY, Weight.STRONG))
