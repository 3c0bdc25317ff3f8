"""The strip of figures over a preview: how much is new, changes, is the same, is refused, is wrong in the sheet."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel

from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.worksheets.import_lines import Kind, Line

_WORDS: Final = ((Kind.NEW, "baru"), (Kind.CHANGED, "berubah"), ("same", "sama"), (Kind.OPEN, "perlu dipilih"),
                 (Kind.REFUSED, "ditolak"), (Kind.LEFT_OUT, "tidak diambil"), (Kind.FAULT, "kesalahan lembar"))  # fmt: skip


class ImportStrip:
    """Fills a row with figures and their words."""

    def __init__(self, row: QHBoxLayout) -> None:
        self._figures: dict[str, QLabel] = {}
        row.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        row.setSpacing(Space.S)
        for key, words in _WORDS:
            figure = text_label("0", "figure")
            self._figures[key] = figure
            row.addWidget(figure)
            row.addWidget(text_label(words, "small"))
            row.addSpacing(Space.L)
        row.addStretch()

    def show_counts(self, lines: Sequence[Line], same: int) -> None:
        """Show other counts; ``same`` is how many items stand already as the sheet has them."""
        counts = Counter(line.kind for line in lines)
        for key, figure in self._figures.items():
            count = same if key == "same" else counts[Kind(key)]
            figure.setText(str(count))
            figure.setEnabled(bool(count))
