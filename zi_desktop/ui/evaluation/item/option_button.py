"""One option of a choice item: key cap, letter, criterion, circled tick, value, and who else chose it."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.evaluation.item.state import OptionState
from zi_desktop.ui.evaluation.opaque_button import OpaqueButton
from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Radius, Space, Tokens, Type, Weight
from zi_desktop.ui.widgets.labels import paint_key_cap

_CAP_ROOM: Final = 44
_MARGIN: Final = 12
_TAG_MARGIN: Final = 6
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class OptionButton(OpaqueButton):
    """A checkable row; it never checks itself, the answer that was stored does.

    ``stepped`` asks for the focus to go to the next (1) or previous (-1) option.
    """

    stepped = Signal(int)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._option = OptionState("", "", "", chosen=False)
        self._letter_room = 0
        self._read_only = False
        self._low = False
        self._heights: dict[int, int] = {}
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Not fixed: then the height at the hinted width would bind it at narrower ones.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_option(self, option: OptionState, letter_room: int, *, read_only: bool) -> None:
        """Show an option; ``letter_room`` is the width of the widest letter of its item."""
        if (option, letter_room, read_only) == (self._option, self._letter_room, self._read_only):
            return
        before = (self._option.criterion, self._option.tags, self._letter_room)
        grown = (option.criterion, option.tags, letter_room) != before
        self._option, self._letter_room, self._read_only = option, letter_room, read_only
        self._heights = {}
        self.setChecked(option.chosen)
        self.setEnabled(not read_only)
        value = self.tr(", nilai {value}").format(value=option.value) if option.value else ""
        self.setAccessibleName(", ".join((f"{option.key}. {option.criterion}{value}", *option.tags)))
        if grown:
            self.updateGeometry()
        self.update()

    def make_low(self, *, low: bool) -> None:
        """Take no more height than the words need, or the usual one."""
        if low != self._low:
            self._low = low
            self._heights = {}
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights = {}

    def nextCheckState(self) -> None:
        """Stay as it is: a press is only a wish until it is stored."""

    def hasHeightForWidth(self) -> bool:
        """Grow with a criterion that wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return room for the whole criterion, never less than an option's height."""
        if width not in self._heights:
            room = max(1, self._text_place(width, 0).width())
            needed = max(_wrapped_height(self._option.criterion, room, text_scale()), self._value_height())
            self._heights[width] = max(self._least(), needed + (Space.XS if self._low else 2 * Space.S))
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a comfortable width, with the height that it needs."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest row that still reads well."""
        return QSize(280, self._least())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys move the focus only: moving must not answer."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.window))  # what its corners stand on
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, tokens)
        if not self._read_only:
            paint_key_cap(painter, QRect(0, 0, _CAP_ROOM, self.height()), str(self._number), self.palette())
        painter.setPen(QColor(tokens.text))
        painter.setFont(font(Type.LETTER, Weight.STRONG))
        painter.drawText(self._letter_place(), int(Qt.AlignmentFlag.AlignVCenter), self._option.key)
        painter.setFont(self._font())
        painter.drawText(self._text_place(self.width(), self.height()), _WRAP, self._option.criterion)
        self._paint_value(painter, tokens)

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        chosen, focus = self.isChecked(), self.hasFocus()
        edge = tokens.accent if chosen or focus else tokens.border
        width = 2 if chosen or focus else 1
        hovered = self.underMouse() and not self._read_only
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(tokens.accent_soft if chosen else tokens.hover if hovered else tokens.surface))
        inset = width / 2
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(place, Radius.CONTROL, Radius.CONTROL)
        if chosen and focus:
            painter.setPen(QPen(QColor(tokens.accent_line), 1))
            painter.drawRoundedRect(place.adjusted(2.5, 2.5, -2.5, -2.5), Radius.CAP, Radius.CAP)

    def _paint_value(self, painter: QPainter, tokens: Tokens) -> None:
        right = self.width() - _MARGIN
        if self._option.value:
            painter.setFont(font(Type.BODY, Weight.STRONG))
            painter.setPen(QColor(tokens.text))
            tall = self._value_height()
            top = (self.height() - tall) // 2
            place = QRect(0, top, right, tall - len(self._option.tags) * _tag_height())
            painter.drawText(
                place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._option.value
            )
            self._paint_tags(painter, tokens, place.bottom() + 1)
            right -= self._value_room()
        if self.isChecked():
            corner = QPoint(right - IconSize.BUTTON, 0)
            paint_icon(
                painter,
                QRect(corner, QSize(IconSize.BUTTON, self.height())),
                "check-circle",
                "accent_text",
                IconSize.BUTTON,
            )

    def _paint_tags(self, painter: QPainter, tokens: Tokens, top: int) -> None:
        painter.setFont(font(Type.SMALL))
        for tag in self._option.tags:
            width = _tag_width(tag)
            place = QRect(self.width() - _MARGIN - width, top + 1, width, _tag_height() - 1)
            painter.setBrush(QColor(tokens.surface))
            painter.setPen(QColor(tokens.control))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), Radius.CAP, Radius.CAP)
            painter.setPen(QColor(tokens.text2))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), tag)
            top += _tag_height()

    def _least(self) -> int:
        return Height.CONTROL if self._low else Height.OPTION

    def _letter_place(self) -> QRect:
        return QRect(self._left(), 0, self._letter_room, self.height())

    def _text_place(self, width: int, height: int) -> QRect:
        left = self._left() + self._letter_room + Space.L
        right = width - _MARGIN - self._value_room() - IconSize.BUTTON - Space.S
        return QRect(left, 0, right - left, height)

    def _left(self) -> int:
        return Space.L if self._read_only else _CAP_ROOM

    def _value_room(self) -> int:
        if not self._option.value:
            return 0
        value = QFontMetrics(font(Type.BODY, Weight.STRONG)).horizontalAdvance("0,00")
        return max(value, *map(_tag_width, self._option.tags), 0) + Space.S

    def _value_height(self) -> int:
        """Return the height of the value and the tags below it."""
        return QFontMetrics(font(Type.BODY, Weight.STRONG)).height() + len(self._option.tags) * _tag_height()

    def _font(self) -> QFont:
        return font(Type.BODY)


def _tag_width(tag: str) -> int:
    return QFontMetrics(font(Type.SMALL)).horizontalAdvance(tag) + 2 * _TAG_MARGIN


def _tag_height() -> int:
    return QFontMetrics(font(Type.SMALL)).height() + 2


@lru_cache(maxsize=256)  # one layout asks a dozen times
def _wrapped_height(text: str, width: int, _scale: float) -> int:
    """Return how high a text becomes in a width, both in logical pixels, at a text size."""
    return QFontMetrics(font(Type.BODY)).boundingRect(QRect(0, 0, width, 0), _WRAP, text).height()
