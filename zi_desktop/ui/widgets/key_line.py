"""Keys and what they do in one line of a dialog, below what they act on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.labels import KeyCap, text_label


class KeyLine(QWidget):
    """Shows pairs of a key and what it does."""

    def __init__(self, hints: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for number, (keys, words) in enumerate(hints):
            if number:
                row.addSpacing(Space.XS)
            row.addWidget(KeyCap(keys))
            row.addWidget(text_label(words, "small"))
        row.addStretch()
