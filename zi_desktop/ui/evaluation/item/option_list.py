"""The options of a choice item, answered by a key, a click, or the space bar."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.domain.answers import Chosen
from zi_desktop.ui.evaluation.item.option_button import OptionButton
from zi_desktop.ui.evaluation.item.state import ItemState
from zi_desktop.ui.fonts import font
from zi_desktop.ui.tokens import Space, Type, Weight

_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


_BLINK: Final = 800
"""Milliseconds within which a second press is the first one held down: systems begin to repeat after 250 to 660."""


class OptionList(QWidget):
    """Shows the options; ``chosen`` carries the answer, or None when the chosen option was pressed again."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ItemState | None = None
        # No QButtonGroup: the stored answer says which one is checked, and a group lets its arrow keys answer.
        self._made: list[OptionButton] = []
        self._low = False
        self._pressed: tuple[tuple[str, int], int] = (("", 0), 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_item(self, state: ItemState) -> None:
        """Show the options of an item; of another kind of item there are none."""
        self._state = state
        self.setVisible(bool(state.options))
        self._make_buttons(len(state.options))
        metrics = QFontMetrics(font(Type.LETTER, Weight.STRONG))
        room = max((metrics.horizontalAdvance(option.key) for option in state.options), default=0)
        closed = state.read_only or state.disputed
        for button, option in zip(self._made, state.options, strict=False):
            button.show_option(option, room, read_only=closed)

    def make_low(self, *, low: bool) -> None:
        """Let options of one line be low, or as high as those of two lines."""
        self._low = low
        self._column.setSpacing(Space.XS // 2 if low else Space.XS)
        for button in self._made:
            button.make_low(low=low)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by a digit, a letter, or the first letter of Ya and Tidak; tell whether the key meant an option."""
        number = self._number_of(event)
        if number is None:
            return False
        if not event.isAutoRepeat() and not self._trembles(number, event.timestamp()):
            self._choose(number)
        return True

    def _trembles(self, number: int, moment: int) -> bool:
        """Tell whether a key came again within a blink: held down or bounced, it must not take back what it gave.

        Some systems do not mark what a held key repeats; ``moment`` (milliseconds) is 0 where it is not known. The same
        key on the next item is an answer of its own.
        """
        assert self._state is not None
        key = self._state.code, number
        last, self._pressed = self._pressed, (key, moment)
        return last[0] == key and bool(last[1]) and 0 < moment - last[1] < _BLINK

    def take_focus(self) -> None:
        """Take the keyboard without pointing at any option."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> list[OptionButton]:
        """Return the options that are shown, from the best down."""
        return self._made[: len(self._state.options)] if self._state else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys go to the first or last option."""
        ends = {Qt.Key.Key_Down: 0, Qt.Key.Key_Up: -1}
        place = ends.get(Qt.Key(event.key()))
        shown = self.buttons()
        if place is None or not shown or event.modifiers() & _MODIFIERS:
            super().keyPressEvent(event)
        else:
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _number_of(self, event: QKeyEvent) -> int | None:
        if self._state is None or event.modifiers() & _MODIFIERS:
            return None
        options, typed = self._state.options, event.text().casefold()
        if typed.isdecimal() and typed.isascii():
            number = int(typed) - 1
            return number if 0 <= number < len(options) else None
        return next((n for n, option in enumerate(options) if typed and option.key[:1].casefold() == typed), None)

    def _choose(self, number: int) -> None:
        state = self._state
        if state is None or state.read_only or state.disputed:
            return
        option = state.options[number]
        self.chosen.emit(None if option.chosen else Chosen(option.key))

    def _make_buttons(self, count: int) -> None:
        for number in range(len(self._made), count):
            button = OptionButton(number + 1, self)
            button.make_low(low=self._low)
            button.stepped.connect(partial(self._step, number))
            button.clicked.connect(lambda _checked=False, number=number: self._choose(number))
            self._made.append(button)
            self._column.addWidget(button)
        for number, button in enumerate(self._made):
            button.setVisible(number < count)

    def _step(self, number: int, step: int) -> None:
        shown = self.buttons()
        shown[(number + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
