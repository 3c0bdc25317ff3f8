"""What the keys do while a dialog is open: the status bar tells them in place of those of the screen below."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from zi_desktop.ui.page import KeyHint


@runtime_checkable
class TellsKeys(Protocol):
    """A dialog with keys of its own."""

    def key_hints(self) -> Sequence[KeyHint]:
        """Return its keys, the most important first."""


class DialogKeys(QObject):
    """``changed`` comes when another window has the keyboard: a dialog may have opened, or closed."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Only once it has all happened: a dialog that closes is still the one in front when it loses the keyboard.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.changed)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._soon.start)

    def hints(self) -> Sequence[KeyHint] | None:
        """Return the keys of the dialog in front; None while there is none."""
        dialog = _in_front()
        if dialog is None:
            return None
        return dialog.key_hints() if isinstance(dialog, TellsKeys) else [leaving()]


def ways(confirm: QPushButton | None, close: QPushButton | None = None) -> Sequence[KeyHint]:
    """Return the keys of a dialog that is left by its buttons: of the one that confirms, if there is one, and Esc."""
    confirmed = [KeyHint("Ctrl+Enter", _words(confirm))] if confirm is not None else []
    return [*confirmed, KeyHint("Esc", _words(close)) if close is not None else leaving()]


def leaving() -> KeyHint:
    """Return what Esc does in every dialog."""
    return KeyHint("Esc", QCoreApplication.translate("DialogKeys", "Tutup"))


def _in_front() -> QDialog | None:
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, QDialog) else None


def _words(button: QPushButton) -> str:
    return button.text().replace("&&", "&").removesuffix("…")
