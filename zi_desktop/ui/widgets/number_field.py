"""A field for a number as Indonesians write it: decimal comma, point between thousands."""

import re
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

_WHOLE_DIGITS: Final = 9
_SPACES: Final = re.compile(r"[\s\u00a0\u202f']")


class NumberField(QLineEdit):
    """A right-aligned field; ``edited`` comes with each key that changes the text.

    Args:
        parent: the widget in which it lies.
        decimals: places after the comma; 0 takes whole numbers only.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, decimals: int = 0) -> None:
        super().__init__(parent)
        self._cleaner = _Cleaner(self, decimals)
        self.setValidator(self._cleaner)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.textEdited.connect(self.edited)

    def set_decimals(self, decimals: int) -> None:
        """Take numbers with so many places after the comma."""
        self._cleaner.decimals = decimals

    def number(self) -> Decimal | None:
        """Return the number, or None while there is none."""
        text = self.text().replace(",", ".")
        return Decimal(text) if text.strip(".") else None

    def set_number(self, number: Decimal | int | None) -> None:
        """Show a number without a signal; trailing zeros are not written."""
        self.setText("" if number is None else f"{Decimal(number):f}".replace(".", ","))


class _Cleaner(QValidator):
    """Takes the separators out of what is typed or pasted, and refuses what is no number."""

    def __init__(self, parent: QWidget, decimals: int) -> None:
        super().__init__(parent)
        self.decimals = decimals

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Return the state, the cleaned text, and where the cursor goes."""
        cleaned = self._clean(text)
        if not re.fullmatch(self._pattern(), cleaned):
            return QValidator.State.Invalid, text, position
        if cleaned != text:
            position = max(0, position - (len(text) - len(cleaned)))
        return QValidator.State.Acceptable, cleaned, position

    def _clean(self, text: str) -> str:
        text = _SPACES.sub("", text)
        if self.decimals and text.count(".") == 1 and "," not in text:
            return text.replace(".", ",")  # the point of a numeric pad, or of an English sheet
        return text.replace(".", "")

    def _pattern(self) -> str:
        whole = rf"\d{{0,{_WHOLE_DIGITS}}}"
        return rf"{whole}(,\d{{0,{self.decimals}}})?" if self.decimals else whole
