"""Painted rows of the score panel: a requirement with its tick, an area with its bar."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.evaluation.opaque_button import OpaqueButton
from zi_desktop.ui.evaluation.score_figures import AreaLine, RequirementLine, Tick
from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Radius, Space, Type, Weight
from zi_desktop.ui.widgets.bars import TICK_OVERHANG, Bar, paint_bar

_ROW: Final = 24
_SHORT_ROW: Final = 19
_AREA: Final = 35
_SHORT_AREA: Final = 30
_AREA_TEXT: Final = 20
_BAR: Final = 6
_REQUIREMENT_MARK: Final = {True: ("check-circle", "ok"), False: ("cross-circle", "bad"), None: ("circle", "text3")}
_AREA_MARK: Final = {True: ("check", "ok"), False: ("cross-circle", "bad"), None: ("circle", "text3")}
_SPOKEN: Final = {True: "terpenuhi", False: "belum terpenuhi", None: "belum dapat dinilai"}
_LEFT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class RequirementRow(QWidget):
    """A requirement: circled tick or cross, words, value; a missed one is strong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = RequirementLine("", "", met=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # a new value repaints nothing below

    def show_line(self, line: RequirementLine) -> None:
        """Show another line."""
        earlier, self._line = self._line, line
        if (line.text, line.value, line.met) != (earlier.text, earlier.value, earlier.met):
            self.setAccessibleName(f"{line.text}, {line.value}, {_SPOKEN[line.met]}")
            self.update()

    def event(self, event: QEvent) -> bool:
        """Word the tooltip when it is asked for."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self._line.tip)
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return the height of a row."""
        return QSize(0, round(_ROW * text_scale()))

    def minimumSizeHint(self) -> QSize:
        """Return the height where room is short."""
        return QSize(0, round(_SHORT_ROW * text_scale()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        tokens, line = tokens_of(self.palette()), self._line
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        mark = QRect(0, 0, IconSize.BUTTON, self.height())
        paint_icon(painter, mark, *_REQUIREMENT_MARK[line.met], IconSize.BUTTON)
        face = font(Type.SMALL, Weight.STRONG if line.met is False else Weight.TEXT)
        painter.setFont(face)
        painter.setPen(QColor(tokens.bad if line.met is False else tokens.text))
        painter.drawText(self.rect(), _RIGHT, line.value)
        room = self.rect().adjusted(IconSize.BUTTON + Space.S, 0, 0, 0)
        room.setRight(self.width() - QFontMetrics(face).horizontalAdvance(line.value) - Space.S)
        painter.setPen(QColor(tokens.text))
        painter.drawText(
            room, _LEFT, QFontMetrics(face).elidedText(line.text, Qt.TextElideMode.ElideRight, room.width())
        )


class AreaRow(OpaqueButton):
    """An area: tick or cross, title, share, and its bar with the thresholds; ``asked`` carries what explains it."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = AreaLine("", "", "", 0.0, met=True, tip="")
        self._ticks: tuple[float, ...] = ()
        self._marked = True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.clicked.connect(lambda: self.asked.emit(self._line.code))

    def show_line(self, line: AreaLine, ticks: tuple[Tick, ...], *, marked: bool = True) -> None:
        """Show another line; not ``marked`` it has neither tick nor cross."""
        shares = tuple(tick.share for tick in ticks)
        if (line, shares, marked) != (self._line, self._ticks, self._marked):
            self._line, self._ticks, self._marked = line, shares, marked
            self.setToolTip(line.tip)
            self.setAccessibleName(f"{line.title}, {line.value}")
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a row."""
        return QSize(0, round(_AREA * text_scale()))

    def minimumSizeHint(self) -> QSize:
        """Return the height where room is short."""
        return QSize(0, round(_SHORT_AREA * text_scale()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, its bar and the focus."""
        tokens, line = tokens_of(self.palette()), self._line
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        # Where room is short the words come nearer to the bar; its ticks stay whole.
        text = min(round(_AREA_TEXT * text_scale()), self.height() - TICK_OVERHANG - _BAR - TICK_OVERHANG)
        top = QRect(0, 0, self.width(), text)
        left = 0
        if self._marked:
            mark = QRect(0, 0, IconSize.CELL, top.height())
            paint_icon(painter, mark, *_AREA_MARK[line.met])
            left = IconSize.CELL + Space.S
        value = font(Type.SMALL, Weight.STRONG)
        painter.setFont(value)
        painter.setPen(QColor(tokens.bad if line.met is False else tokens.text))
        painter.drawText(top, _RIGHT, line.value)
        face = font(Type.SMALL, Weight.STRONG if line.met is False else Weight.TEXT)
        room = top.adjusted(left, 0, -QFontMetrics(value).horizontalAdvance(line.value) - Space.S, 0)
        painter.setFont(face)
        painter.setPen(QColor(tokens.text))
        painter.drawText(
            room, _LEFT, QFontMetrics(face).elidedText(line.title, Qt.TextElideMode.ElideRight, room.width())
        )
        bar = QRect(0, top.bottom() + TICK_OVERHANG + 1, self.width(), _BAR)
        paint_bar(painter, bar, Bar(line.share, ticks=self._ticks), self.palette())
        if self.hasFocus() or (self.isEnabled() and self.underMouse()):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else tokens.border), 1))
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, Radius.BAR, Radius.BAR)
