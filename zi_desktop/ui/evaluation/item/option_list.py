"""The options of a choice item, answered by a key, a click, or the space bar."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.domain.answers import Chosen
from zi_desktop.ui.evaluation.item.option_button import OptionButton
from zi_desktop.ui.evaluation.item.state import ItemState
from zi_desktop.ui.fonts import font
from zi_desktop.ui.tokens import Space, Type, Weight

_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class OptionList(QWidget):
    """Shows the options; ``chosen`` carries the answer, or None when the chosen option was pressed again."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ItemState | None = None
        self._buttons = QButtonGroup(self)
        # The stored answer says which option is checked; none may be, so the group does not insist on one.
        self._buttons.setExclusive(False)
        self._buttons.idClicked.connect(self._choose)
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
        for button, option in zip(self._buttons.buttons(), state.options, strict=False):
            assert isinstance(button, OptionButton)
            button.show_option(option, room, read_only=closed)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by a digit, a letter, or the first letter of Ya and Tidak; tell whether the key meant an option."""
        number = self._number_of(event)
        if number is None:
            return False
        if not event.isAutoRepeat():
            self._choose(number)
        return True

    def take_focus(self) -> None:
        """Take the keyboard without pointing at any option."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys go to the first or last option."""
        ends = {Qt.Key.Key_Down: 0, Qt.Key.Key_Up: -1}
        place = ends.get(Qt.Key(event.key()))
        shown = self._shown()
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
        for number in range(len(self._buttons.buttons()), count):
            button = OptionButton(number + 1, self)
            button.stepped.connect(lambda step, number=number: self._step(number, step))
            self._buttons.addButton(button, number)
            self._column.addWidget(button)
        for number, each in enumerate(self._buttons.buttons()):
            each.setVisible(number < count)

    def _step(self, number: int, step: int) -> None:
        shown = self._shown()
        shown[(number + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _shown(self) -> list[OptionButton]:
        count = len(self._state.options) if self._state else 0
        return [button for button in self._buttons.buttons()[:count] if isinstance(button, OptionButton)]
