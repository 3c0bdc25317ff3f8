"""The strip over the table: a few figures with what they count, and how many stand in each stage of a proposal."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.hairline import UprightRule
from zi_desktop.ui.widgets.labels import ElidedLabel, text_label


def counted(count: int) -> str:
    """Return a count as it is written (``"10.000"``)."""
    return f"{count:_}".replace("_", ".")


def read_words(read: int, whole: int, *, more: bool, searched: bool) -> str:
    """Return how many rows were read of the whole, "" for none; how many match a search is not known before the end."""
    if not read:
        return ""
    shown = f"{counted(read)} satker cocok" if searched else f"{counted(read)} satker"
    if not more:
        return shown
    if searched:
        shown = f"{counted(read)} satker pertama yang cocok"
    elif whole:
        shown = f"{counted(read)} dari {counted(whole)} satker"
    return f"{shown}; gulir untuk yang lain"


def none_words(*, searched: bool) -> str:
    """Return what stands where the rows would be."""
    return "Tidak ada satker yang cocok." if searched else "Tidak ada satker."


def recap_words(year: int, whose: str, shown: int, whole: int) -> str:
    """Return what the panel's recap shows of all that is whole in a year."""
    if not shown:
        return f"Belum ada evaluasi {year} yang tuntas dinilai, {whose}."
    of = f"Evaluasi {year} yang tuntas dinilai, {whose}"
    if shown < whole:
        return f"{of}: {counted(shown)} teratas dari {counted(whole)}; hasil Ekspor memuat semuanya."
    return f"{of}: {counted(shown)}, nilai tertinggi dahulu."


class FigureLine(QFrame):
    """Shows figures beside each other, hairlines between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._figures = QHBoxLayout()
        self._figures.setSpacing(Space.M)
        self._stages = ElidedLabel()
        self._stages.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        column.setSpacing(0)
        column.addLayout(self._figures)
        column.addWidget(self._stages)

    def show_figures(self, figures: Sequence[tuple[str, str]], stages: str) -> None:
        """Show (figure, what it counts) pairs, and the stages in words."""
        while (item := self._figures.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, (figure, words) in enumerate(figures):
            if number:
                self._figures.addWidget(UprightRule())
            self._figures.addWidget(_pair(figure, words))
        self._figures.addStretch()
        self._stages.setText(self.tr("Tahapan usulan: {stages}").format(stages=stages) if stages else "")
        self._stages.setVisible(bool(stages))
        self.setAccessibleName(", ".join(" ".join(pair) for pair in figures))


def _pair(figure: str, words: str) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.S - 2)
    row.addWidget(text_label(figure, "figure"))
    row.addWidget(text_label(words, "secondary"))
    return pair
