"""The strip of figures over a preview: every item of the worksheet once, then what else stands in the sheet."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel

from zi_desktop.services.worksheets.preview import ImportPreview
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.hairline import UprightRule
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.worksheets.import_lines import Kind, Line
from zi_desktop.ui.worksheets.import_words import NOTHING

_SAME: Final = "same"
_BLANK: Final = "blank"
_ITEMS: Final = ((Kind.NEW, "baru"), (Kind.CHANGED, "berubah"), (_SAME, "sama"), (_BLANK, "tetap kosong"),
                 (Kind.OPEN, "perlu dipilih"), (Kind.REFUSED, "ditolak"))  # fmt: skip
_REST: Final = ((Kind.LEFT_OUT, "tidak diambil"), (Kind.FAULT, "kesalahan lembar"))


class ImportStrip:
    """Fills a row with figures and their words."""

    def __init__(self, row: QHBoxLayout) -> None:
        self._figures: dict[str, QLabel] = {}
        self._row = row
        row.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        row.setSpacing(Space.S)
        self._add(_ITEMS)
        row.addWidget(UprightRule())
        row.addSpacing(Space.L)
        self._add(_REST)
        row.addStretch()

    def show_counts(self, lines: Sequence[Line], preview: ImportPreview | None) -> None:
        """Show other counts; before there is a preview nothing is counted yet."""
        counts: dict[str, int] = {**Counter(line.kind for line in lines)}
        if preview is not None:
            counts |= {_SAME: preview.same, _BLANK: preview.blank}
        for key, figure in self._figures.items():
            count = counts.get(key, 0)
            figure.setText(NOTHING if preview is None else str(count))
            figure.setEnabled(bool(count))

    def _add(self, figures: Sequence[tuple[str, str]]) -> None:
        for key, words in figures:
            figure = self._figures[key] = text_label("0", "figure")
            self._row.addWidget(figure)
            self._row.addWidget(text_label(words, "small"))
            self._row.addSpacing(Space.L)
