"""What the keys do while a dialog is open: the status bar tells them in place of those of the screen below."""

from collections.abc import Sequence
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QPushButton

from zi_desktop.ui.page import KeyHint


@runtime_checkable
class TellsKeys(Protocol):
    """A dialog with keys of its own."""

    def key_hints(self) -> Sequence[KeyHint]:
        """Return its keys, the most important first."""


_CHANGES: Final = (QEvent.Type.EnabledChange, QEvent.Type.Paint, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
"""What a button goes through when it does something else, or can do nothing, from then on; new words only paint it.

A list goes through some of them when it becomes empty, or is so no longer: it gives its place to a sentence. The dialog itself
goes through the last one when it closes; who has the keyboard then is known only later, and not with every window manager.
"""


class DialogKeys(QObject):
    """``changed`` comes when a dialog may have opened or closed, or a button or list of the one in front may be another."""

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
        for part in (dialog, *dialog.findChildren(QPushButton), *dialog.findChildren(QAbstractItemView)):
            part.installEventFilter(self)  # once, however often
        return dialog.key_hints() if isinstance(dialog, TellsKeys) else [leaving()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the dialog, its buttons and lists; nothing is kept from them."""
        if event.type() in _CHANGES:
            self._soon.start()
        return super().eventFilter(watched, event)


def ways(confirm: QPushButton | None, close: QPushButton | None = None) -> Sequence[KeyHint]:
    """Return the keys of a dialog that is left by its buttons: of the one that confirms, while it can be pressed, and Esc."""
    able = confirm is not None and confirm.isEnabled() and not confirm.isHidden()
    confirmed = [KeyHint("Ctrl+Enter", _words(confirm))] if confirm is not None and able else []
    return [*confirmed, KeyHint("Esc", _words(close)) if close is not None else leaving()]


def leaving() -> KeyHint:
    """Return what Esc does in every dialog."""
    return KeyHint("Esc", QCoreApplication.translate("DialogKeys", "Tutup"))


def _in_front() -> QDialog | None:
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, QDialog) else None


def _words(button: QPushButton) -> str:
    return button.text().replace("&&", "&").removesuffix("…")
