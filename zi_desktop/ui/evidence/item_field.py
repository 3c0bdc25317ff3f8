"""A field in which items are named: by their codes, or by words of one that are offered while typing."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from zi_desktop.domain.instrument import Instrument
from zi_desktop.ui.widgets.suggestions import dress_suggestions

_BETWEEN: Final = re.compile(r"[\s,;]+")
_DOT: Final = " · "
_SHOWN: Final = 10


class ItemField(QLineEdit):
    """Takes one item by its words, or several by their codes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: dict[str, str] = {}
        self.setClearButtonEnabled(False)
        self.setPlaceholderText(self.tr("Kode atau kata butir, misalnya A.I.5.i.b"))
        self.setAccessibleName(self.tr("Butir"))

    def offer(self, instrument: Instrument) -> None:
        """Offer the items of a worksheet."""
        self._codes = {code.casefold(): code for code in instrument.questions}
        offers = [f"{code}{_DOT}{question.text.removesuffix('.')}" for code, question in instrument.questions.items()]
        completer = QCompleter(offers, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(_SHOWN)
        dress_suggestions(completer)
        self.setCompleter(completer)

    def codes(self) -> tuple[str, ...]:
        """Return the items that are named, none where a word is no item."""
        named = [part for part in _BETWEEN.split(self.text().partition(_DOT)[0].strip()) if part]
        found = [self._codes.get(part.casefold(), "") for part in named]
        return tuple(dict.fromkeys(found)) if all(found) else ()
