"""The strip of figures on top of Beranda; each figure filters the table."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.domain.figures import whole
from zi_desktop.services.evaluations.standing import Standing
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.home.choosing import Filter
from zi_desktop.ui.home.figure_button import FigureButton, StateBar
from zi_desktop.ui.home.rows import YES
from zi_desktop.ui.home.strip_figures import StripFigures
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.hairline import UprightRule
from zi_desktop.ui.widgets.labels import text_label

_WIDE: Final = 1340
"""Logical pixels at normal text size from which the strip has room for the words of the states."""
_BARRED: Final = 1080
"""Logical pixels from which the bar of the states is wide enough to be read."""
_INSET: Final = 6
"""Logical pixels by which the words of a figure stand inside its button."""
_PARTS: Final = (
    (("selesai",), "accent"), (("siap_ditinjau", "menunggu_ttd"), "fill"), (("berjalan",), "accent_line"),
    (("belum_mulai",), "track"),
)  # fmt: skip

_Word = tuple[str, tuple[str, str]]
"""What a figure counts, and the icon before it with the token of its colour."""


class FigureStrip(QFrame):
    """Four groups of figures; ``filtered`` carries the field of ``Filter`` and the value that was pressed."""

    filtered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._satkers = text_label("", "small")
        self._heading = text_label("", "small")
        self._remarks_heading = text_label("", "small")
        self._bar = StateBar()
        self._funnel, self._remarks = QWidget(), QWidget()
        self._buttons: dict[tuple[str, str], FigureButton] = {}
        self._legend = self._group("status", {
            "siap_ditinjau": (self.tr("siap ditinjau"), ("", "")), "menunggu_ttd": (self.tr("menunggu TTD"), ("", "")),
            "berjalan": (self.tr("berjalan"), ("", "")), "belum_mulai": (self.tr("belum mulai"), ("", "")),
        }, small=True)  # fmt: skip
        self._lay_out()

    def show_figures(self, figures: StripFigures) -> None:
        """Show other figures."""
        self._heading.setText(self.tr("Evaluasi {year}").format(year=figures.year))
        self._remarks_heading.setText(self.tr("Catatan {year}").format(year=figures.year))
        self._satkers.setText(self.tr("{count} satker").format(count=whole(figures.satkers)))
        for (field, value), button in self._buttons.items():
            counts: Mapping[str, int] = {
                "predicate": figures.predicates, "status": figures.statuses, "standing": figures.standings,
                "passed": {YES: figures.funnel["passed"]}, "proposed": {YES: figures.funnel["proposed"]},
                "remarked": {YES: figures.remarks}, "overdue": {YES: figures.overdue},
            }[field]  # fmt: skip
            button.show_count(counts.get(value, 0))
        done = self.button("status", "selesai")
        words = self.tr("selesai dari {whole}").format(whole=whole(figures.whole))
        done.show_count(figures.statuses.get("selesai", 0), words)
        self._bar.show_parts([
            (sum(figures.statuses.get(status, 0) for status in statuses), token) for statuses, token in _PARTS
        ])  # fmt: skip
        self._fit()

    def button(self, field: str, value: str) -> FigureButton:
        """Return the figure that filters a field by a value."""
        return self._buttons[field, value]

    def show_filter(self, wanted: Filter) -> None:
        """Mark the figures that filter."""
        for (field, value), button in self._buttons.items():
            button.setChecked(getattr(wanted, field) == value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave away what has no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave away what the segments, the filters or another screen tell too: no word is cut, however big the counts are."""
        width = self.width() / text_scale()
        unknown = self.button("standing", Standing.UNKNOWN)
        for part, least in ((self._legend, _WIDE), (self._bar, _BARRED)):
            part.setVisible(width >= least)
        for part in (self._satkers, self._remarks, self._funnel, unknown):
            part.setVisible(True)
        self._inner.activate()  # else the rows inside it, and those of the strip, still count what was there before
        for part in (self._legend, self._bar, self._satkers, self._remarks, self._funnel, unknown):
            self._row.activate()
            if self._row.sizeHint().width() <= self.width():
                break
            part.hide()

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        row.setSpacing(Space.S)
        held: dict[str, _Word] = {"WBK": ("WBK", ("", "")), "WBBM": ("WBBM", ("", ""))}
        steps = QHBoxLayout(self._funnel)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(0)
        for field, word in (("passed", self.tr("lolos TPI")), ("proposed", self.tr("diusulkan"))):
            steps.addWidget(self._group(field, {YES: (word, ("", ""))}, small=True))
        row.addLayout(_cell(self._satkers, self._group("predicate", held), beside=self._funnel))
        row.addWidget(UprightRule())
        done = self._group("status", {"selesai": ("selesai", ("", ""))})
        states = _cell(self._heading, done, head_end=self._legend, tail=self._bar)
        row.addLayout(states, 1)
        row.addWidget(UprightRule())
        standings: dict[str, _Word] = {
            Standing.MET: (self.tr("memenuhi"), ("check-circle", "ok")), Standing.NEAR: (self.tr("hampir"), ("warning", "warn")),
            Standing.FAR: (self.tr("belum"), ("cross-circle", "bad")),
            Standing.UNKNOWN: (self.tr("belum cukup data"), ("minus", "text3")),
        }  # fmt: skip
        row.addLayout(_cell(text_label(self.tr("Terhadap ambang"), "small"), self._group("standing", standings)))
        row.addWidget(self._remarks)
        late = self._group("overdue", {YES: (self.tr("lewat"), ("", ""))}, small=True)
        self.button("overdue", YES).setToolTip(self.tr("Lewat tenggat, dari evaluasi tahun yang tampil tanpa arsip"))
        open_ = self._group("remarked", {YES: (self.tr("terbuka"), ("flag", "text2"))})
        all_years = self.tr("Terbuka, dari evaluasi tahun yang tampil tanpa arsip; semua tahun: Catatan (Ctrl+Shift+C)")
        self.button("remarked", YES).setToolTip(all_years)
        self._inner = inner = QHBoxLayout(self._remarks)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.S)
        inner.addWidget(UprightRule())
        inner.addLayout(_cell(self._remarks_heading, open_, beside=late))

    def _group(self, field: str, words: Mapping[str, _Word], *, small: bool = False) -> QWidget:
        group = QWidget()
        line = QHBoxLayout(group)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS if small else Space.S)
        for value, (word, mark) in words.items():
            button = FigureButton(word, mark, small=small)
            button.clicked.connect(lambda _=False, chosen=str(value): self.filtered.emit(field, chosen))
            self._buttons[field, str(value)] = button
            line.addWidget(button)
        line.addStretch()
        return group


def _cell(
    head: QWidget,
    figures: QWidget,
    *,
    beside: QWidget | None = None,
    head_end: QWidget | None = None,
    tail: QWidget | None = None,
) -> QVBoxLayout:
    """Return a heading over figures; ``beside`` follows the heading, ``head_end`` stands at its right, ``tail`` beside the figures."""
    top, bottom = QHBoxLayout(), QHBoxLayout()
    head.setContentsMargins(_INSET, 0, _INSET, 0)
    top.addWidget(head)
    if beside is not None:
        top.addWidget(beside)
    top.addStretch()
    bottom.setSpacing(Space.S)
    bottom.addWidget(figures)
    if head_end is not None:
        top.addWidget(head_end)
    if tail is not None:
        bottom.addWidget(tail, 1, Qt.AlignmentFlag.AlignVCenter)
        bottom.addSpacing(_INSET)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addLayout(top)
    column.addLayout(bottom)
    return column
