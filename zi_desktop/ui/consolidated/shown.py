"""What the screen of a consolidated store shows: rows, figures, areas, spread, years. Values only, made in the worker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.figures import percent, points
from zi_desktop.domain.funnel_terms import STAGES
from zi_desktop.services.evaluations.standing import Standing, standing_of
from zi_desktop.services.hub.consolidated import Consolidated, Row, Scope, Step
from zi_desktop.services.hub.portfolio import HEADINGS, Entry, texts
from zi_desktop.ui.consolidated.figures import counted

_HALF, _ALL = 50, 100
NAME: Final = HEADINGS.index("Satker")
_MARKS: Final[Mapping[Standing, tuple[str, str]]] = {
    Standing.MET: ("check-circle", "ok"), Standing.NEAR: ("warning", "warn"), Standing.FAR: ("cross-circle", "bad"),
    Standing.UNKNOWN: ("minus", "text3"), Standing.NONE: ("", "text3"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A satker as a row of texts in the order of ``HEADINGS``; ``mark`` is drawing and ink before the last one."""

    texts: tuple[str, ...]
    mark: tuple[str, str]
    key: tuple[str, str]

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        named = (f"{head} {text}" for head, text in zip(HEADINGS, self.texts, strict=True) if head != HEADINGS[NAME])
        return ", ".join([self.texts[NAME], *named])


@dataclass(frozen=True, slots=True)
class Share:
    """A bar with its words: ``value`` from 0 to 1."""

    title: str
    text: str
    value: float


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year of the trend, as it is written."""

    year: str
    whole: str
    mean: str
    met: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures over a scope; ``figures`` are (figure, what it counts), ``stages`` one line of words."""

    figures: tuple[tuple[str, str], ...] = ()
    stages: str = ""
    areas: tuple[Share, ...] = ()
    steps: tuple[tuple[int, int], ...] = ()
    """(lower bound, how many) of the totals, in steps of five points."""
    years: tuple[YearLine, ...] = ()
    units: int = 0
    whole: int = 0


def line_of(row: Row) -> Line:
    """Return a satker as it is shown."""
    standing = standing_of(row.evaluation) if row.evaluation else Standing.NONE
    return Line(tuple(texts(Entry(row.satker, row.evaluation))), _MARKS[standing], row.key)


def recap_lines(rows: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the panel's recap: rank, satker, Kanwil, target, total, against the thresholds."""
    return tuple((str(place), *_recap_texts(row.satker, row.evaluation)) for place, row in enumerate(rows, start=1))


def overview_of(store: Consolidated, scope: Scope, areas: Mapping[str, str]) -> Overview:
    """Ask a store for everything beside its rows; ``areas`` are the titles by number."""
    found = store.figures(scope)
    counts = [
        (found.units, "satker"), (found.evaluated, "evaluasi"), (found.whole, "tuntas dinilai"),
        (found.met.get("WBK", 0), "memenuhi WBK"), (found.met.get("WBBM", 0), "memenuhi WBBM"),
    ]  # fmt: skip
    staged = [f"{words} {counted(found.stages[key])}" for key, words in STAGES.items() if found.stages.get(key)]
    return Overview(
        tuple((counted(count), words) for count, words in counts),
        " · ".join(staged),
        tuple(
            Share(areas.get(each.area, f"Area {each.area}"), percent(each.share), float(each.share))
            for each in store.weakest_areas(scope)
        ),
        _spread(store.distribution(scope)),
        tuple(
            YearLine(str(each.year), counted(each.count), points(each.mean), counted(each.met))
            for each in store.trend(scope.kanwil)
        ),
        found.units,
        found.whole,
    )


def _spread(steps: Sequence[Step]) -> tuple[tuple[int, int], ...]:
    """Return (lower bound, how many): from half the points on at least, so that few evaluations are few columns too."""
    if not steps:
        return ()
    found = {step.low: step.count for step in steps}
    width = steps[0].high - steps[0].low
    return tuple((low, found.get(low, 0)) for low in range(min(_HALF, steps[0].low), _ALL, width))


def _recap_texts(satker: Json, evaluation: Json) -> tuple[str, ...]:
    cells = texts(Entry(satker, evaluation))
    named = dict(zip(HEADINGS, cells, strict=True))
    return (named["Satker"], named["Kanwil"], named["Target"], named["Nilai TPI"], named["Terhadap ambang"])
