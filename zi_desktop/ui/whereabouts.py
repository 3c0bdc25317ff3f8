"""Whether the keyboard is in the screen or in what stands around it, and which keys are told there and there."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.page import KeyHint

PALETTE: Final = "Ctrl+K"
"""The key that lists all others."""
_WRITING: Final = frozenset({"Spasi", "Delete", "→"})
"""Keys that, beside letters and digits, belong to the field that has the keyboard."""


class Whereabouts(QObject):
    """``moved`` comes when the keyboard goes somewhere else in a window; ``outside`` tells whether that is no screen of it.

    Args:
        window: the window.
        screens: the widget in which all its screens lie.
    """

    moved = Signal()

    def __init__(self, window: QWidget, screens: QWidget) -> None:
        super().__init__(window)
        self._window, self._screens = window, screens
        self.outside = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self._window:
            return  # a dialog, or another program: the keyboard comes back to where it was
        self.outside = not self._screens.isAncestorOf(new)
        self.moved.emit()

    def told(self, hints: Sequence[KeyHint], acts: Callable[[], Sequence[QAction]]) -> Sequence[KeyHint]:
        """Return which keys of a screen to tell of where the keyboard is.

        Args:
            hints: of the screen.
            acts: gives those of the screen and of the window.
        """
        told = with_palette(hints)
        if self.outside:
            return keys_outside(told, acts())
        return beside_field(told) if is_field(QApplication.focusWidget()) else told


def is_field(widget: QWidget | None) -> bool:
    """Tell whether a widget takes what is typed."""
    return isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isEnabled() and not widget.isReadOnly()


def beside_field(hints: Sequence[KeyHint]) -> Sequence[KeyHint]:
    """Return the keys that do not write or move in a field of text."""
    return [hint for hint in hints if len(hint.keys) > 1 and hint.keys not in _WRITING and "–" not in hint.keys]


def with_palette(hints: Sequence[KeyHint]) -> Sequence[KeyHint]:
    """Return the keys of a screen with the one that lists all others, at the end wherever the screen names it."""
    words = QCoreApplication.translate("MainWindow", "Perintah")
    return [*(hint for hint in hints if hint.keys != PALETTE), KeyHint(PALETTE, words)]


def keys_outside(hints: Sequence[KeyHint], acts: Sequence[QAction]) -> Sequence[KeyHint]:
    """Return which keys of a screen act while the keyboard is outside it, and the one that leads on.

    Args:
        hints: of the screen.
        acts: of the screen and of the window.
    """
    able = [act for act in acts if act.isEnabled() and act.shortcutContext() is Qt.ShortcutContext.WindowShortcut]
    keys = {key_text(chord) for act in able for chord in act.shortcuts()}
    onward = KeyHint("F6", QCoreApplication.translate("MainWindow", "Panel berikutnya"))
    return [*(hint for hint in hints if hint.keys in keys), onward]
