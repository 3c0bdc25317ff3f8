"""A field of several lines that says when the person has left it."""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

_SPARE: Final = 1
"""Qt scrolls text that fills the field to the last pixel."""


class LinesField(QPlainTextEdit):
    """Plain text; ``left`` comes when the focus goes, as ``editingFinished`` does for one line."""

    left = Signal()
    lines = 0
    """How many it was told to show; 0 = its height comes from its layout."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep its number of lines when the size of text or the style sheet changes."""
        super().changeEvent(event)
        if self.lines and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._take_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint whole lines only: the room above and below them scrolls with the text, so others would begin in it."""
        if self.lines:
            margin = round(self.document().documentMargin())
            event = QPaintEvent(event.rect() & self.viewport().rect().adjusted(0, margin, 0, -margin - _SPARE))
        super().paintEvent(event)

    def show_lines(self, count: int) -> None:
        """Take the height of so many lines; of the next one nothing is seen."""
        self.lines = count
        self._take_height()

    def text_top(self) -> int:
        """Return how far below its edge the first line of a shown field stands, in logical pixels."""
        return self.viewport().y() + self.cursorRect(QTextCursor(self.document())).top()

    def _take_height(self) -> None:
        self.ensurePolished()  # before, the style sheet's padding is not known
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as text is laid out; whole metrics may be one less
        room = line * self.lines + 2 * round(self.document().documentMargin()) + _SPARE
        margins = self.contentsMargins()  # the frame among them
        self.setFixedHeight(room + margins.top() + margins.bottom())
