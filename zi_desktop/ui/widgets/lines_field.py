"""A field of several lines that says when the person has left it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit


class LinesField(QPlainTextEdit):
    """Plain text; ``left`` comes when the focus goes, as ``editingFinished`` does for one line."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def show_lines(self, count: int) -> None:
        """Take the height of so many lines."""
        room = self.fontMetrics().lineSpacing() * count + 2 * self.document().documentMargin()
        self.setFixedHeight(
            round(room) + self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * self.frameWidth()
        )
