"""A segmented control: a few choices side by side, one of them chosen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, Radius, Tokens, Type, Weight
from zi_desktop.ui.widgets.tab_order import order_tab

_PADDING: Final = 14
_OVERLAP: Final = 1
"""Neighbouring edges lie on each other, so that one hairline divides two segments."""


class SegmentedControl(QWidget):
    """Choices side by side; ``chosen`` carries the key of the new one, also when the arrow keys chose it.

    With ``optional`` none may be chosen: the chosen one, pressed again, is given back, and ``chosen`` carries "".
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.optional = False
        self._again = False
        self._keys: list[str] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idToggled.connect(self._choose)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show (key, text) pairs; the first is chosen unless the earlier choice is still among them."""
        current = self.current()
        if [key for key, _ in choices] != self._keys:
            self._rebuild([key for key, _ in choices])
        for number, (_, text) in enumerate(choices):
            segment = self._group.button(number)
            segment.setText(text)
        self._place()
        if self._keys:
            self.set_current(current if current in self._keys else self._keys[0])

    def sizeHint(self) -> QSize:
        """Return room for all segments."""
        last = self._group.button(len(self._keys) - 1) if self._keys else None
        return QSize(last.geometry().right() + 1 if last else 0, Height.SEGMENT)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._place()

    def current(self) -> str:
        """Return the key that is chosen, or "" without choices."""
        number = self._group.checkedId()
        return self._keys[number] if 0 <= number < len(self._keys) else ""

    def stops(self) -> Sequence[QWidget]:
        """Return the segments, for an order of Tab: it stops at one of them."""
        return self._group.buttons()

    def stop(self) -> QWidget:
        """Return the segment at which Tab stops: the chosen one, else the first."""
        return self._group.checkedButton() or self._group.button(0)

    def set_current(self, key: str) -> None:
        """Choose without a signal; "" chooses none where that may be."""
        if not key and self.optional:
            self._choose_none()
            return
        segment = self._group.button(self._keys.index(key))
        with QSignalBlocker(self._group):
            segment.setChecked(True)
        for each in self._group.buttons():  # as Qt does where the person chooses: Tab stops at the chosen one
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is segment else Qt.FocusPolicy.NoFocus)
        segment.raise_()

    def _rebuild(self, keys: list[str]) -> None:
        for segment in self._group.buttons():
            self._group.removeButton(segment)
            segment.deleteLater()
        self._keys = keys
        for number in range(len(keys)):
            segment = _Segment(self, first=number == 0, last=number == len(keys) - 1)
            segment.pressed.connect(lambda number=number: self._press(number))
            segment.clicked.connect(self._release)
            self._group.addButton(segment, number)
            segment.show()
        self._order()

    def _order(self) -> None:
        """Let Tab reach the segments where the control stands, though they are made after what stands beside it."""
        order_tab([self, *(self._group.button(number) for number in range(len(self._keys)))])

    def _place(self) -> None:
        left = 0
        for number in range(len(self._keys)):
            segment = self._group.button(number)
            segment.setGeometry(left, 0, segment.sizeHint().width(), Height.SEGMENT)
            left += segment.width() - _OVERLAP
        self.updateGeometry()

    def _choose_none(self) -> None:
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for each in self._group.buttons():
                each.setChecked(False)
            self._group.setExclusive(True)
        for number, each in enumerate(self._group.buttons()):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus if number else Qt.FocusPolicy.TabFocus)

    def _press(self, number: int) -> None:
        self._again = self.optional and number == self._group.checkedId()

    def _release(self) -> None:
        if self._again:
            self._choose_none()
            self.chosen.emit("")

    def _choose(self, number: int, chosen: bool) -> None:  # noqa: FBT001 (as Qt's signal carries it)
        if not chosen:
            return
        self._group.button(number).raise_()
        self.chosen.emit(self._keys[number])


class _Segment(QAbstractButton):
    """One choice of the control."""

    def __init__(self, parent: QWidget, *, first: bool, last: bool) -> None:
        super().__init__(parent)
        self._first, self._last = first, last
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the text."""
        return QSize(QFontMetrics(self._font()).horizontalAdvance(self.text()) + 2 * _PADDING, Height.SEGMENT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint edge, ground and text."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, ground, ink, width = self._colours(tokens)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        inset = width / 2
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = Radius.CONTROL if self._first or self._last else 0
        painter.drawRoundedRect(place, radius, radius)
        self._square_inner_corners(painter, place)
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _square_inner_corners(self, painter: QPainter, place: QRectF) -> None:
        if self._first and self._last:
            return
        inner = QRectF(place)
        if self._first:
            inner.setLeft(place.right() - Radius.CONTROL)
        elif self._last:
            inner.setRight(place.left() + Radius.CONTROL)
        else:
            return
        painter.save()
        painter.setClipRect(inner.adjusted(0 if self._first else -1, -1, 1 if self._first else 0, 1))
        painter.drawRect(place)
        painter.restore()

    def _colours(self, tokens: Tokens) -> tuple[str, str, str, int]:
        if not self.isEnabled():
            return tokens.border, tokens.track if self.isChecked() else tokens.window, tokens.text3, 1
        if self.hasFocus():
            ground = tokens.accent_soft if self.isChecked() else tokens.surface
            return tokens.accent, ground, tokens.accent_text if self.isChecked() else tokens.text2, 2
        if self.isChecked():
            return tokens.accent_line, tokens.accent_soft, tokens.accent_text, 1
        return tokens.border, tokens.hover if self.underMouse() else tokens.surface, tokens.text2, 1

    def _font(self) -> QFont:
        return font(Type.SMALL, Weight.STRONG)
