"""What the trend of a satker shows: a line an area, a column an evaluation. Values only."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zi_desktop.domain.figures import change, percent, points
from zi_desktop.domain.instrument import Instrument
from zi_desktop.services.evaluations.last_year import TrendPoint
from zi_desktop.services.evaluations.trend_words import heading_of, trend_words

_WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class TrendCell:
    """A figure as it is written, and as a share of its whole (0–1); None where there is none."""

    text: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class TrendLine:
    """The total or an area: one cell an evaluation, and the change since the one before."""

    title: str
    cells: tuple[TrendCell, ...]
    change: str
    strong: bool = False

    def spoken(self, headings: Sequence[str]) -> str:
        """Return the line as a screen reader says it."""
        told = (f"{heading} {cell.text}" for heading, cell in zip(headings, self.cells, strict=True))
        return ", ".join([self.title, *told, f"perubahan {self.change}"])


@dataclass(frozen=True, slots=True)
class TrendShown:
    """Everything of the dialog; ``words`` are what must be known to read the figures."""

    headings: tuple[str, ...] = ()
    lines: tuple[TrendLine, ...] = ()
    words: tuple[str, ...] = ()


def trend_shown(found: Sequence[TrendPoint], newest: Instrument) -> TrendShown:
    """Return a trend of one evaluation or more as it is shown; ``newest`` is the edition of the last."""
    total = _line("Nilai total", [(point.total / _WHOLE, points(point.total)) for point in found], strong=True)
    areas = [
        _line(nodes[0].title, [_share(point.areas.get(number)) for point in found])
        for number, nodes in newest.areas.items()
    ]
    return TrendShown(tuple(map(heading_of, found)), (total, *areas), tuple(trend_words(found)))


def _line(title: str, figures: Sequence[tuple[Fraction | None, str]], *, strong: bool = False) -> TrendLine:
    """Return a line of shares of a whole (0–1), each with how it is written."""
    cells = tuple(TrendCell(text, None if share is None else float(share)) for share, text in figures)
    compared = cells[-2:]
    known = len(compared) > 1 and all(cell.share is not None for cell in compared)
    return TrendLine(title, cells, change(*(cell.text for cell in compared)) if known else "–", strong)


def _share(share: Fraction | None) -> tuple[Fraction | None, str]:
    return share, "–" if share is None else percent(share)
