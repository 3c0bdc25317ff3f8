"""Which chords a text field keeps for itself: those that everybody edits with; all others are the window's.

On some desktops Qt lets a field take many more (Ctrl+U deletes the line, Ctrl+E goes to its end), and a key that is
written on a button would do something else as soon as a field has the keyboard.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_Key = Qt.Key
_PLAIN: Final = frozenset({_Key.Key_A, _Key.Key_C, _Key.Key_V, _Key.Key_X, _Key.Key_Backspace, _Key.Key_Delete})
_EDITING: Final = frozenset({_Key.Key_Left, _Key.Key_Right, _Key.Key_Insert, _Key.Key_Return, _Key.Key_Enter})
"""Also with Shift."""
_MOTION: Final = frozenset({
    _Key.Key_Home, _Key.Key_End, _Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown
})  # fmt: skip
"""What moves the cursor through several lines."""
_NOTES: Final = (QPlainTextEdit, QTextEdit)
_FIELDS: Final = (QLineEdit, *_NOTES)


class FieldChords(QObject):
    """Lets the shortcuts of the windows have each chord first that is no editing key, in every field of the program.

    A chord that is no shortcut there comes to the field after all. Ctrl+Z and Ctrl+Y are the window's while the field
    has nothing to undo or to do again.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse a chord for the field before the field can claim it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, _FIELDS) or _is_kept(watched, event):
            return False
        event.ignore()
        return True

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Each time anew: who watches last is asked first.
        if isinstance(now, _FIELDS):
            now.installEventFilter(self)


def _is_kept(field: QLineEdit | QPlainTextEdit | QTextEdit, event: QKeyEvent) -> bool:
    """Tell whether a field may have a key: no chord, an editing key, or a letter written with AltGr."""
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if not modifiers & Qt.KeyboardModifier.ControlModifier or modifiers & Qt.KeyboardModifier.AltModifier:
        return True
    history = field if isinstance(field, QLineEdit) else field.document()
    if event.matches(QKeySequence.StandardKey.Undo):
        return history.isUndoAvailable()
    if event.matches(QKeySequence.StandardKey.Redo):
        return history.isRedoAvailable()
    if key in _PLAIN:
        return not modifiers & Qt.KeyboardModifier.ShiftModifier
    return key in _EDITING or (key in _MOTION and isinstance(field, _NOTES))
