"""The keys that mean the same in every field of an item: Enter goes on, Esc leaves, the arrows change the field."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FieldKeys(QObject):
    """Watches fields, in their order on the screen.

    ``forward`` and ``back`` come with Enter and Shift+Enter at an end of the fields (Ctrl+Enter in any of them),
    ``left`` with Esc.

    Args:
        owner: the widget in which the fields lie.
        lines: the fields are single lines, so that plain Enter and the arrows go from one to the next.
    """

    forward = Signal()
    back = Signal()
    left = Signal()

    def __init__(self, owner: QWidget, *, lines: bool = True) -> None:
        super().__init__(owner)
        self._fields: list[QWidget] = []
        self._lines = lines
        self.holds: Callable[[int], bool] = lambda _place: False
        """Tells whether Enter must stay in a field: what stands in it cannot be."""

    def watch(self, fields: list[QWidget]) -> None:
        """Watch these fields from now on."""
        self._fields = fields
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of a field before a shortcut of the page does."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or not self._is_own(event):
            return False
        self._act(next(n for n, field in enumerate(self._fields) if field is watched), event)
        return True

    def _is_own(self, event: QKeyEvent) -> bool:
        key, plain = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = plain == Qt.KeyboardModifier.ControlModifier
        if key in _ENTER:
            return control or (
                self._lines and plain in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            )
        if plain != Qt.KeyboardModifier.NoModifier:
            return False
        return key == Qt.Key.Key_Escape or (self._lines and key in _STEPS)

    def _act(self, place: int, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _STEPS:
            self._go(place + _STEPS[key])
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.forward.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._go_on(place, -1)
        elif not self.holds(place):
            self._go_on(place, 1)

    def _go_on(self, place: int, step: int) -> None:
        if not self._go(place + step):
            (self.forward if step > 0 else self.back).emit()

    def _go(self, place: int) -> bool:
        if not 0 <= place < len(self._fields):
            return False
        self._fields[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True
