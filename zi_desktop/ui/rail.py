"""The rail at the left: icon over label, one entry a screen."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import RAIL_WIDTH, IconSize, Space, Type, Weight
from zi_desktop.ui.widgets.buttons import tip_of
from zi_desktop.ui.widgets.hairline import line_left

_HAIRLINE: Final = 1
_HEIGHT: Final = 56
_SELECTION: Final = 3
_ICON_TOP: Final = 9
_TEXT_TOP: Final = 31
_BADGE: Final = 16
_MOST: Final = 99


def rail_width() -> int:
    """Return how wide the rail is, its hairline included: all labels have one size, and room for the longest."""
    return round(RAIL_WIDTH * text_scale())


class Rail(QWidget):
    """Entries from the top; what is added ``below`` stands at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._upper, self._lower = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, _HAIRLINE, Space.XS)
        column.setSpacing(0)
        for part in (self._upper, self._lower):
            part.setSpacing(Space.XS)
        column.addLayout(self._upper)
        column.addStretch()
        column.addLayout(self._lower)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def add_entry(self, action: QAction, drawing: str, *, below: bool) -> "RailButton":
        """Add an entry that shows and triggers a checkable action."""
        button = RailButton(action, drawing, self)
        (self._lower if below else self._upper).addWidget(button)
        return button

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline at the right."""
        edge = QRect(self.width() - _HAIRLINE, 0, _HAIRLINE, self.height())
        line_left(QPainter(self), edge, QColor(tokens_of(self.palette()).border))

    def _fit(self) -> None:
        self.setFixedWidth(rail_width())


class RailButton(QAbstractButton):
    """One entry; ``set_badge`` puts a count on its icon."""

    def __init__(self, action: QAction, drawing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._badge = ""
        self.setText(action.text())
        self.setCheckable(True)
        self.setToolTip(tip_of(action))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.toggled.connect(self.setChecked)

    def set_badge(self, count: int) -> None:
        """Show a count on the icon; nothing for 0."""
        self._badge = str(min(count, _MOST)) if count else ""
        self.setAccessibleName(f"{self.text()}, {count} belum dikirim" if count else self.text())
        self.update()

    def nextCheckState(self) -> None:
        """Stay as it is: the action says whether its screen is in front."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar, icon, label, badge and focus."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        chosen = self.isChecked()
        if chosen:
            painter.fillRect(self.rect(), QColor(tokens.accent_soft))
            painter.fillRect(0, 0, _SELECTION, self.height(), QColor(tokens.accent))
        elif self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens.hover))
        ink = "accent_text" if chosen else "text2"
        paint_icon(painter, QRect(0, _ICON_TOP, self.width(), IconSize.RAIL), self._drawing, ink, IconSize.RAIL)
        painter.setFont(font(Type.RAIL, Weight.STRONG))
        painter.setPen(QColor(getattr(tokens, ink)))
        label = QRect(0, _TEXT_TOP, self.width(), self.height() - _TEXT_TOP - Space.XS)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._badge:
            self._paint_badge(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), Space.XS, Space.XS)

    def _paint_badge(self, painter: QPainter) -> None:
        tokens = tokens_of(self.palette())
        disc = QRectF(self.width() / 2 + Space.XS, _ICON_TOP - Space.XS, _BADGE, _BADGE)
        painter.setPen(QPen(QColor(tokens.surface), 1.5))
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(disc)
        painter.setFont(font(Type.SMALL - 1, Weight.SCORE))
        painter.setPen(QColor(tokens.on_accent))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._badge)
