"""A field for a number: it keeps what is typed as it is typed, and whoever reads it says what is no number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from zi_desktop.domain.answers import typed_count
from zi_desktop.domain.errors import AnswerError


class NumberField(QLineEdit):
    """A right-aligned field; ``edited`` comes with each key that changes the text.

    No character is taken out of it: ``1,5`` without its comma would be another number.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.textEdited.connect(self.edited)

    def number(self) -> int | None:
        """Return the whole number, or None while there is none."""
        try:
            return typed_count(self.text())
        except AnswerError:
            return None

    def set_number(self, number: int | None) -> None:
        """Show a number without a signal."""
        self.setText("" if number is None else str(number))
