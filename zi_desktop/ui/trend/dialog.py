"""Tren: the areas of a satker over its evaluations, as figures, bars and a curve of the line that is chosen."""

from typing import Final

from PySide6.QtWidgets import QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.trend.curve import TrendCurve
from zi_desktop.ui.trend.shown import TrendShown, trend_shown
from zi_desktop.ui.trend.table import TrendTable
from zi_desktop.ui.widgets.dialog_frame import DialogFrame

_WIDTH: Final = 860
_EDGE: Final = 48
_LEAST: Final = 96
"""Logical pixels at normal text size of which the curve needs as many to be read."""


class TrendDialog(DialogFrame):
    """Shows the trend of a satker, read once; the arrows choose the line whose curve is painted."""

    def __init__(self, satker: str, shown: TrendShown, parent: QWidget) -> None:
        super().__init__(parent.tr("Tren · {satker}").format(satker=satker), "", parent)
        self.setFixedWidth(min(_WIDTH, parent.window().width() - _EDGE))
        self.shown = shown
        if not shown.lines:
            self.add_words(self.tr("Belum ada evaluasi satker ini yang dinilai."))
            return
        self.add_words(
            self.tr(
                "Capaian tiap area terhadap bobotnya. Perubahan sejak evaluasi sebelumnya: nilai total dalam poin, area dalam poin persen."
            )
        )
        self.table, self.curve = TrendTable(shown), TrendCurve(shown.headings)
        self.body.addWidget(self.table)
        self.body.addWidget(self.curve)
        if shown.words:
            self.add_words("\n".join(shown.words), "small")
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.curve.show_line(self.table.line()))
        self.curve.show_line(self.table.line())
        self._place_curve(parent.window().height() - _EDGE)
        (self.cancel_button if self.curve.isHidden() else self.table).setFocus()

    def _place_curve(self, room: int) -> None:
        """Give the curve what height the rest leaves; where that is too little it goes, and no line is chosen for it."""
        self.curve.hide()
        left = room - self._column.totalHeightForWidth(self.width()) - self.body.spacing()
        if left < _LEAST * text_scale():
            self.table.choose_nothing()
            return
        self.curve.setFixedHeight(min(left, self.curve.sizeHint().height()))
        self.curve.show()


def trend_of(services: Services, satker: str) -> TrendShown:
    """Return the trend of a satker (id), as it is shown."""
    found = services.last_year.trend(satker)
    if not found:
        return TrendShown()
    return trend_shown(found, services.evaluations.open(found[-1].evaluation).state.instrument)
