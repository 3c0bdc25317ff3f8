"""A question before something is done: what would happen, and a button with the verb."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.labels import text_label

_WIDTH = 440


class QuestionDialog(QDialog):
    """Asks; ``accepted`` comes with the verb. A further way on may stand at the left."""

    def __init__(self, question: str, words: str, verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self.setFixedWidth(_WIDTH)
        asked, told = text_label(question, "title"), text_label(words, "secondary")
        for label in (asked, told):
            label.setWordWrap(True)
        self.go = push_button(verb, "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        cancel = push_button(self.tr("Batal"))
        cancel.clicked.connect(self.reject)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.S)
        self._buttons.addStretch()
        self._buttons.addWidget(cancel)
        self._buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(asked)
        column.addWidget(told)
        column.addSpacing(Space.S)
        column.addLayout(self._buttons)
        self.go.setFocus()

    def key_hints(self) -> Sequence[KeyHint]:
        """Return its keys for the status bar."""
        return [KeyHint("Enter", self.go.text()), KeyHint("Esc", self.tr("Batal"))]

    def offer(self, words: str, act: Callable[[], object]) -> None:
        """Add another way on."""
        other = push_button(words, "flat")
        other.setAutoDefault(False)
        other.clicked.connect(self.reject)
        other.clicked.connect(act)
        self._buttons.insertWidget(0, other)
