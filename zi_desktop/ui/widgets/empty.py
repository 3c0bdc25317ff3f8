"""What stands where nothing is yet: one sentence and one way on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.labels import text_label


class EmptyLine(QWidget):
    """One sentence, left-aligned, and one action; ``acted`` comes when it is pressed."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = text_label("", "secondary")
        self._button = push_button("", "link")
        self._button.clicked.connect(self.acted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        column.addLayout(row)
        column.addStretch()  # the sentence stands where the first row would
        row.addWidget(self._sentence)
        row.addWidget(self._button)
        row.addStretch()

    def show_sentence(self, sentence: str, action: str = "") -> None:
        """Show a sentence; without an action there is no button."""
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
