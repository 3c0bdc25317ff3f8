"""What stands where nothing is yet: one sentence and one way on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import LINK_EDGE, push_button
from zi_desktop.ui.widgets.labels import text_label


class EmptyLine(QWidget):
    """One sentence, left-aligned, and one action; ``acted`` comes when it is pressed.

    Args:
        parent: the widget it lies in.
        inset: logical pixels at its left and right: it begins where the words of a row do.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None, inset: int = Space.M) -> None:
        super().__init__(parent)
        self._inset = inset
        self._sentence = text_label("", "secondary")
        self._button = push_button("", "link")
        self._button.clicked.connect(self.acted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, Space.M, inset, Space.M)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(Space.S)
        column.addLayout(self._row)
        column.addStretch()  # the sentence stands where the first row would
        self._row.addWidget(self._sentence)
        self._edge, place = QSpacerItem(0, 0, QSizePolicy.Policy.Fixed), QHBoxLayout()
        place.addItem(self._edge)
        place.addWidget(self._button)
        self._row.addLayout(place)
        self._row.setAlignment(place, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch()

    def show_sentence(self, sentence: str, action: str = "") -> None:
        """Show a sentence; without an action there is no button."""
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let what it lies in become narrow: the words then wrap."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the action stand below the sentence where both have no room beside each other."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        words = self._sentence.fontMetrics().horizontalAdvance(self._sentence.text())
        button = 0 if self._button.isHidden() else self._button.sizeHint().width() + Space.S
        narrow = words + button > self.width() - 2 * self._inset
        self._sentence.setWordWrap(narrow)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        # Below the sentence its words begin where those above them do.
        self._edge.changeSize(-LINK_EDGE if narrow else 0, 0, QSizePolicy.Policy.Fixed)
        self._row.invalidate()
