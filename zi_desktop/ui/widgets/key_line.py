"""Keys and what they do in one line of a dialog, below what they act on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.labels import KeyCap, text_label


class KeyLine(QWidget):
    """Shows pairs of a key and what it does; a key that does nothing now can be left out."""

    def __init__(self, hints: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addStrut(KeyCap().sizeHint().height())  # the dialog does not move when every key is left out
        self._hints: dict[str, tuple[QLabel, QLabel]] = {}
        for keys, words in hints:
            cap, label = self._hints[keys] = KeyCap(keys), text_label(words, "small")
            label.setContentsMargins(0, 0, Space.XS, 0)
            row.addWidget(cap)
            row.addWidget(label)
        row.addStretch()

    def offer(self, keys: str, *, offered: bool) -> None:
        """Show a key only while it does something."""
        for part in self._hints[keys]:
            part.setVisible(offered)

    def follow(self, *actions: QAction) -> None:
        """Show the keys of actions only while these are enabled."""
        for action in actions:
            offer = partial(self._offer, key_text(action.shortcut()))
            action.enabledChanged.connect(offer)
            offer(action.isEnabled())

    def _offer(self, keys: str, offered: bool) -> None:  # noqa: FBT001 (the signature of QAction.enabledChanged)
        self.offer(keys, offered=offered)
