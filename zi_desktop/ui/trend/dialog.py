"""Tren: the areas of a satker over its evaluations, as figures, bars and a curve of the line that is chosen."""

from typing import Final

from PySide6.QtWidgets import QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.trend.curve import TrendCurve
from zi_desktop.ui.trend.shown import TrendShown, trend_shown
from zi_desktop.ui.trend.table import TrendTable
from zi_desktop.ui.widgets.dialog_frame import DialogFrame

_WIDTH: Final = 860
_EDGE: Final = 48
_HIGH: Final = 620
"""Logical pixels of the window's height from which the curve has room below the table."""


class TrendDialog(DialogFrame):
    """Shows the trend of a satker, read once; the arrows choose the line whose curve is painted."""

    def __init__(self, satker: str, shown: TrendShown, parent: QWidget) -> None:
        super().__init__(parent.tr("Tren · {satker}").format(satker=satker), "", parent)
        self.setFixedWidth(min(_WIDTH, parent.window().width() - _EDGE))
        self.shown = shown
        if not shown.lines:
            self.add_words(self.tr("Belum ada evaluasi satker ini yang dinilai."))
            return
        words = self.tr("Capaian tiap area terhadap bobotnya; perubahan sejak evaluasi sebelumnya.")
        self.add_words(words)
        self.table, self.curve = TrendTable(shown), TrendCurve(shown.headings)
        self.body.addWidget(self.table)
        if parent.window().height() >= _HIGH:
            self.body.addWidget(self.curve)
        if shown.words:
            self.add_words("\n".join(shown.words), "small")
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.curve.show_line(self.table.line()))
        self.curve.show_line(self.table.line())
        self.table.setFocus()


def trend_of(services: Services, satker: str) -> TrendShown:
    """Return the trend of a satker (id), as it is shown."""
    found = services.last_year.trend(satker)
    if not found:
        return TrendShown()
    return trend_shown(found, services.evaluations.open(found[-1].evaluation).state.instrument)
