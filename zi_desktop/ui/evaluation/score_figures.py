"""What the score panel says of a score card: figures, verdict, requirements and areas as ready words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from typing import Final

from zi_desktop.domain.figures import percent, points, shortfall, weight
from zi_desktop.domain.instrument import Instrument
from zi_desktop.scoring.score_card import RequirementResult, ScoreCard
from zi_desktop.scoring.verdict_words import requirement_words
from zi_desktop.ui.evaluation.score_prospect import is_early, judged

NOTHING: Final = "–"
_Verdicts = Mapping[str, bool | None]
"""Of the requirements of a target by id: met, missed, or not to be judged yet."""
_SHORT: Final[Mapping[str, str]] = {
    "total": "Nilai total", "pengungkit": "Pengungkit", "birokrasi_bersih": "Birokrasi bersih", "ipak": "IPAK",
    "capaian_kinerja": "Capaian kinerja", "pelayanan_prima": "Pelayanan prima",
}  # fmt: skip
"""Requirements as the narrow panel calls them, by id; one that is not here goes by its title."""
_SHORT_AREAS: Final[Mapping[str, str]] = {
    "Penataan Sistem Manajemen SDM Aparatur": "Manajemen SDM Aparatur",
    "Peningkatan Kualitas Pelayanan Publik": "Kualitas Pelayanan Publik",
}
"""Areas as the narrow panel calls them, by title; one that is not here goes by its title."""


class Standing(StrEnum):
    """What the verdict means."""

    NOTHING = "nothing"
    EARLY = "early"
    MISSED = "missed"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Tick:
    """A threshold on a bar: where (0–1), and how it is written."""

    share: float
    text: str


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """One requirement, or several that ask the same; ``met`` is None while it cannot be judged."""

    text: str
    value: str
    met: bool | None
    results: tuple[RequirementResult, ...] = ()

    @property
    def tip(self) -> str:
        """Return the whole titles with figure and minimum."""
        return "\n".join(f"{result.requirement.title}: {requirement_words(result)}" for result in self.results)


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One area: its share of its weight, 0–1; ``met`` as in a requirement; ``code`` is what explains it."""

    code: str
    title: str
    value: str
    share: float
    met: bool | None
    tip: str


@dataclass(frozen=True, slots=True)
class ScoreFigures:
    """Everything in the panel, for one target."""

    title: str
    total: str
    whole: str
    share: float
    ticks: tuple[Tick, ...]
    maximum: str
    standing: Standing
    verdict: tuple[str, str]
    requirements: tuple[RequirementLine, ...]
    area_ticks: tuple[Tick, ...]
    areas: tuple[AreaLine, ...]


def score_figures(card: ScoreCard, target: str) -> ScoreFigures:
    """Return what the panel says of a card against a target (WBK, WBBM)."""
    instrument, results = card.instrument, card.predicates[target].requirements
    begun = card.predicates[target].met or bool(card.answered or card.disputed)
    verdicts = _judged(card, target)
    lines = tuple(line if begun else replace(line, value=NOTHING, met=None) for line in _lines(card, results, verdicts))
    areas = tuple(_area(card, number, target, verdicts) for number in card.areas)
    limits = _minimums(instrument, "points")
    return ScoreFigures(
        title="Nilai sementara" if card.provisional else "Nilai",
        total=points(card.total, limits),
        whole=f"dari {weight(instrument.weight)}",
        share=float(card.total / instrument.weight),
        ticks=tuple(Tick(float(limit / instrument.weight), weight(limit)) for limit in limits),
        maximum=_bounds(card, limits),
        standing=_standing(card, target, verdicts),
        verdict=_verdict(card, target, verdicts, lines),
        requirements=lines,
        area_ticks=tuple(Tick(float(limit), f"{weight(limit * 100)}%") for limit in _minimums(instrument, "fraction")),
        areas=areas if begun else tuple(replace(area, value=NOTHING, met=None) for area in areas),
    )


def _bounds(card: ScoreCard, limits: tuple[Fraction, ...]) -> str:
    """Return between which totals the score lies while people disagree, else what it may still become."""
    if card.interval and card.interval[0] != card.interval[1]:
        low, high = (points(total, limits) for total in card.interval)
        return f"Antara {low} dan {high}"
    return f"Maks. mungkin {points(card.maximum_possible, limits)}" if card.provisional else ""


def short_area(title: str) -> str:
    """Return what the narrow panel calls an area."""
    return _SHORT_AREAS.get(title, title)


def _minimums(instrument: Instrument, unit: str) -> tuple[Fraction, ...]:
    """Return the different minimums of the total (points) or of the areas (fraction), lowest first."""
    wanted = {
        requirement.minimum
        for predicate in instrument.predicates
        for requirement in predicate.requirements
        if requirement.unit == unit and bool(requirement.nodes) is (unit == "fraction")
    }
    return tuple(sorted(wanted))


def _judged(card: ScoreCard, target: str) -> _Verdicts:
    early = is_early(card)
    return {result.requirement.id: judged(card, result, early=early) for result in card.predicates[target].requirements}


def _together(verdicts: Iterable[bool | None]) -> bool | None:
    """Return what several requirements come to: missed once one is, undecided once one is."""
    found = set(verdicts)
    return False if False in found else None if None in found else True


def _lines(card: ScoreCard, results: Iterable[RequirementResult], verdicts: _Verdicts) -> Iterable[RequirementLine]:
    """Yield a line a requirement; neighbours that ask the same share of several areas make one line."""
    for _, group in groupby(results, lambda each: (each.requirement.unit, each.requirement.minimum)):
        found = list(group)
        if found[0].requirement.unit == "fraction" and len(found) > 1:
            yield _areas_line(found, found[0].requirement.minimum, verdicts)
        else:
            yield from (_line(card, each, verdicts) for each in found)


def _areas_line(found: list[RequirementResult], minimum: Fraction, verdicts: _Verdicts) -> RequirementLine:
    met = sum(result.met for result in found)
    together = _together(verdicts[result.requirement.id] for result in found)
    return RequirementLine(
        f"Setiap area ≥ {weight(minimum * 100)}%", f"{met} dari {len(found)}", together, tuple(found)
    )


def _line(card: ScoreCard, result: RequirementResult, verdicts: _Verdicts) -> RequirementLine:
    requirement = result.requirement
    in_points = requirement.unit == "points"
    limit = weight(requirement.minimum) if in_points else f"{weight(requirement.minimum * 100)}%"
    shown = points if in_points else percent
    met = verdicts[requirement.id]
    return RequirementLine(
        f"{_SHORT.get(requirement.id, requirement.title)} ≥ {limit}",
        NOTHING if met is None and _is_empty(card, requirement.nodes) else shown(result.value, [requirement.minimum]),
        met,
        (result,),
    )


def _area(card: ScoreCard, number: str, target: str, verdicts: _Verdicts) -> AreaLine:
    nodes, area = card.instrument.areas[number], card.areas[number]
    asked = [
        result
        for result in card.predicates[target].requirements
        if result.requirement.nodes == tuple(node.code for node in nodes)
    ]
    title = nodes[0].title
    met = _together(verdicts[result.requirement.id] for result in asked)
    empty = met is None and _is_empty(card, [node.code for node in nodes])
    return AreaLine(
        f"{target}/{asked[0].requirement.id}" if asked else nodes[0].code,
        short_area(title),
        NOTHING if empty else percent(area.fraction, [result.requirement.minimum for result in asked]),
        float(area.fraction),
        met,
        f"{title}: {points(area.points)} dari bobot {weight(area.weight)}",
    )


def _is_empty(card: ScoreCard, nodes: Collection[str]) -> bool:
    """Tell whether nothing below these nodes is answered; the whole worksheet, which no node names, is not asked about here."""
    whole, unanswered = card.instrument, frozenset(card.unanswered)
    below = (whole.nodes[code].questions() if code in whole.nodes else (whole.questions[code],) for code in nodes)
    return bool(nodes) and all(question.code in unanswered for each in below for question in each)


def _standing(card: ScoreCard, target: str, verdicts: _Verdicts) -> Standing:
    if card.predicates[target].met:
        return Standing.MET
    if not card.answered and not card.disputed:
        return Standing.NOTHING
    return Standing.EARLY if None in verdicts.values() and False not in verdicts.values() else Standing.MISSED


def _verdict(card: ScoreCard, target: str, verdicts: _Verdicts, lines: tuple[RequirementLine, ...]) -> tuple[str, str]:
    """Return the verdict: what it is, and why."""
    missed = sum(line.met is False for line in lines)
    match _standing(card, target, verdicts):
        case Standing.MET:
            return f"Memenuhi {target}", _open_words(card) or "semua syarat nilai terpenuhi"
        case Standing.NOTHING:
            return "Belum ada butir yang terisi", ""
        case Standing.EARLY:
            return "Belum cukup data", f"{card.answered} dari {len(card.instrument.questions)} butir terisi"
    if None in verdicts.values():
        return f"Belum memenuhi {target}", f"{missed} syarat tidak dapat tercapai lagi"
    gap = _gap(card, target)
    if not gap:
        return f"Belum memenuhi {target}", f"{missed} syarat belum terpenuhi"
    others = f" dan {missed - 1} syarat lain" if missed > 1 else ""
    return f"Belum memenuhi {target}", f"kurang {gap}{others}"


def _open_words(card: ScoreCard) -> str:
    if card.unanswered:
        return f"{len(card.unanswered)} butir belum terisi"
    return f"{len(card.disputed)} beda penilaian belum diputuskan" if card.disputed else ""


def _gap(card: ScoreCard, target: str) -> str:
    """Return what the total lacks, "" where it lacks nothing."""
    for result in card.predicates[target].requirements:
        if not result.requirement.nodes and not result.met:
            shown = points(result.value, _minimums(card.instrument, "points"))
            return shortfall(shown, points(result.requirement.minimum))
    return ""
