"""What the trend of a satker shows: a line an area, a column an evaluation. Values only."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zi_desktop.domain.figures import percent, points
from zi_desktop.domain.instrument import Instrument
from zi_desktop.domain.plan import ACTIVITIES
from zi_desktop.services.last_year import TrendPoint

MOST: Final = 6
"""Evaluations that are shown: the newest."""
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
    """Return the trend as it is shown; ``newest`` is the edition of its last evaluation."""
    seen = found[-MOST:]
    if not seen:
        return TrendShown()
    total = _line("Nilai total", [(point.total / _WHOLE, points(point.total)) for point in seen], total=True)
    areas = [
        _line(nodes[0].title, [_share(point.areas.get(number)) for point in seen])
        for number, nodes in newest.areas.items()
    ]
    return TrendShown(tuple(map(heading_of, seen)), (total, *areas), tuple(_words(seen)))


def heading_of(point: TrendPoint) -> str:
    """Return what a column is called: the year, and what is not the first evaluasi of it."""
    activity = "" if point.activity == "evaluasi" else f" {ACTIVITIES[point.activity]}"
    return f"{point.year}{activity}{f' · {point.round}' if point.round > 1 else ''}"


def _line(title: str, figures: Sequence[tuple[Fraction | None, str]], *, total: bool = False) -> TrendLine:
    """Return a line of shares of a whole (0–1), each with how it is written."""
    cells = tuple(TrendCell(text, None if share is None else float(share)) for share, text in figures)
    last, before = figures[-1][0], figures[-2][0] if len(figures) > 1 else None
    if last is None or before is None:
        return TrendLine(title, cells, "–", strong=total)
    change = last - before
    words = points(change * _WHOLE) if total else percent(change).removesuffix("%")
    return TrendLine(title, cells, f"+{words}" if change > 0 else words, strong=total)


def _share(share: Fraction | None) -> tuple[Fraction | None, str]:
    return share, "–" if share is None else percent(share)


def _words(seen: Sequence[TrendPoint]) -> Sequence[str]:
    words = [
        f"{heading_of(point)}: {point.answered} dari {point.questions} butir terisi."
        for point in seen if point.answered < point.questions
    ]  # fmt: skip
    whole = seen[-1].questions
    words += [
        f"{heading_of(point)}: area dibandingkan atas {point.compared} butir yang sama; edisinya lain."
        for point in seen if point.compared < whole or point.questions != whole
    ]  # fmt: skip
    return words
