"""What is painted beside the table: areas as bars, the spread of totals as columns, the years under each other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.consolidated.figures import counted
from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Radius, Space, Tokens, Type, Weight
from zi_desktop.ui.widgets.bars import TICK_OVERHANG, Bar, paint_bar
from zi_desktop.ui.widgets.hairline import line_above, line_below, line_left

if TYPE_CHECKING:
    from zi_desktop.ui.consolidated.shown import Share, YearLine

_WIDTH: Final = 240
_AREA_ROW: Final = 31
_AREA_WORDS: Final = 20
_BAR: Final = 5
_COLUMNS: Final = 66
_WORDS: Final = 18
_STEP: Final = 5
_YEAR_ROW: Final = 22
_TARGETS: Final = (75, 85)
"""Totals that WBK and WBBM ask for."""
_LEAST_AREA: Final = (0.6, 0.75)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)


class _Painted(QWidget):
    """As wide as its place, as high as what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, name: str, words: Sequence[str]) -> None:
        """Say it to who does not see it, and paint anew."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(words))
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the same height in any width."""
        return QSize(0, self.sizeHint().height())


class AreaBars(_Painted):
    """An area a row: its title, what it reached, a bar with the ticks of 60 and 75 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: Sequence[Share] = ()

    def show_shares(self, shares: "Sequence[Share]") -> None:
        """Show other areas, in the order given."""
        self._shares = shares
        self.say(self.tr("Area terlemah"), [f"{each.title} {each.text}" for each in shares])

    def sizeHint(self) -> QSize:
        """Return room for all rows."""
        return QSize(_WIDTH, round(_AREA_ROW * text_scale()) * len(self._shares))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        height, words = round(_AREA_ROW * text_scale()), round(_AREA_WORDS * text_scale())
        figures = font(Type.SMALL, Weight.STRONG)
        for number, each in enumerate(self._shares):
            row = QRect(0, number * height, self.width(), words)
            painter.setFont(figures)
            painter.setPen(QColor(tokens.text))
            painter.drawText(row, _RIGHT, each.text)
            room = row.width() - QFontMetrics(figures).horizontalAdvance(each.text) - Space.S
            _words(painter, row.adjusted(0, 0, room - row.width(), 0), each.title, font(Type.SMALL), tokens.text2)
            bed = QRect(0, row.bottom() + 1 + TICK_OVERHANG, self.width(), _BAR)
            paint_bar(painter, bed, Bar(each.value, ticks=_LEAST_AREA), self.palette())


class Spread(_Painted):
    """How many evaluations reached how many points, in steps of five; the steps that reach a target are marked by ticks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[tuple[int, int]] = ()

    def show_steps(self, steps: Sequence[tuple[int, int]]) -> None:
        """Show (lower bound, how many), without gaps, lowest first."""
        self._steps = steps
        self.say(self.tr("Sebaran nilai"), [f"{low}–{low + _STEP}: {count}" for low, count in steps])

    def sizeHint(self) -> QSize:
        """Return room for columns and words."""
        return QSize(_WIDTH, round((_COLUMNS + 2 * _WORDS) * text_scale()) if self._steps else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint columns, their counts, and the axis below."""
        if not self._steps:
            return
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        words = round(_WORDS * text_scale())
        field = QRect(0, words, self.width(), self.height() - 2 * words)
        most, step = max(count for _, count in self._steps), field.width() / len(self._steps)
        line_above(painter, QRect(0, field.bottom() + 1, field.width(), 1), QColor(tokens.border))
        small = font(Type.SMALL)
        metrics = QFontMetrics(small)
        fits = metrics.horizontalAdvance(counted(most)) <= step - 2
        every = 1 if metrics.horizontalAdvance("100") <= step else 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (low, count) in enumerate(self._steps):
            left = number * step
            high = field.height() * count / most
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.fill))
            if count:
                column = QRectF(left + 1, field.bottom() + 1 - high, max(step - 2, 1), high)
                painter.drawRoundedRect(column, Radius.BAR, Radius.BAR)
            over = QRectF(left - step, field.bottom() - high - words, 3 * step, words)
            if count and (fits or count == most):
                _words(painter, over.toRect(), counted(count), small, tokens.text2, _CENTRE)
            self._paint_axis(
                painter, QRectF(left, field.bottom() + 2, step, words), low, tokens, named=number % every == 0
            )

    def _paint_axis(self, painter: QPainter, place: QRectF, low: int, tokens: Tokens, *, named: bool) -> None:
        if low in _TARGETS:
            line_left(painter, QRect(round(place.left()), round(place.top()) - 5, 1, 8), QColor(tokens.mark))
        if named:
            painter.setFont(font(Type.SMALL))
            painter.setPen(QColor(tokens.text if low in _TARGETS else tokens.text2))
            painter.drawText(place.adjusted(1, 0, Space.M, 0), _LEFT, str(low))


class YearTable(_Painted):
    """A year a row: how many evaluations are whole, their mean, how many meet their target."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years: Sequence[YearLine] = ()

    def show_years(self, years: "Sequence[YearLine]") -> None:
        """Show other years, oldest first."""
        self._years = years
        said = [f"{each.year}: {each.whole} tuntas, rata-rata {each.mean}, {each.met} memenuhi" for each in years]
        self.say(self.tr("Tren"), said)

    def sizeHint(self) -> QSize:
        """Return room for the headings and all years."""
        rows = len(self._years) + 1 if self._years else 0
        return QSize(_WIDTH, round(_YEAR_ROW * text_scale()) * rows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the headings and the rows."""
        if not self._years:
            return
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        height = round(_YEAR_ROW * text_scale())
        heads = (self.tr("Tahun"), self.tr("Tuntas"), self.tr("Rata-rata"), self.tr("Memenuhi"))
        rows = [heads, *((each.year, each.whole, each.mean, each.met) for each in self._years)]
        share = self.width() / len(heads)
        for number, cells in enumerate(rows):
            ink = tokens.text if number else tokens.text2
            for column, text in enumerate(cells):
                place = QRect(round(column * share), number * height, round(share), height)
                strong = number and column == heads.index(self.tr("Rata-rata"))
                face = font(Type.SMALL, Weight.STRONG if strong else Weight.TEXT)
                _words(painter, place, text, face, ink, _RIGHT if column else _LEFT)
            line_below(painter, QRect(0, number * height, self.width(), height), QColor(tokens.border))


def _words(painter: QPainter, place: QRect, text: str, face: QFont, ink: str, side: int = _LEFT) -> None:
    painter.setFont(face)
    painter.setPen(QColor(ink))
    painter.drawText(place, side, QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, place.width()))
