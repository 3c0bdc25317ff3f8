"""The score card of a record as printed figures: every figure is spelled so that it agrees with its verdict."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from zi_desktop.domain.figures import change, parse_decimal, percent, points, weight
from zi_desktop.domain.instrument import Instrument, Requirement
from zi_desktop.reports.wording import sentence

SHORT_TITLES = {
    "total": "Nilai total",
    "ipak": "Indeks Persepsi Anti Korupsi (IPAK)",
    "capaian_kinerja": "Capaian kinerja",
    "pelayanan_prima": "Pelayanan Publik yang Prima (IPKP)",
}
"""Names of requirements that are no title of the worksheet."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One requirement with its printed figures: minimum, what was reached, and the distance in points."""

    requirement: Requirement
    title: str
    minimum: str
    reached: str
    distance: str
    met: bool


class Card:
    """The score of a record, read against the instrument's structure."""

    def __init__(self, record: Mapping[str, Any], instrument: Instrument) -> None:
        self.instrument = instrument
        self.score: Mapping[str, Any] = record["score"]
        self.texts: Mapping[str, str] = record["texts"]
        self.target: str = record["evaluation"]["target"]
        if self.target not in {each.code for each in instrument.predicates}:
            raise ValueError(self.target)
        self.disputed = [each if isinstance(each, str) else each["code"] for each in self.score["conflicts"]]
        self._reached = dict(self._judged())

    def text(self, code: str) -> str:
        """Return the wording in use of a branch or an item; its code where the record has none."""
        return sentence(self.texts.get(code, code))

    def points(self, codes: tuple[str, ...]) -> Fraction:
        """Return what the named branches or items reached together; no codes mean the whole worksheet."""
        if codes in self._reached:
            return self._reached[codes]
        return sum((self._points(code) for code in codes), Fraction(0))

    def weight(self, codes: tuple[str, ...]) -> Fraction:
        """Return the weight of the named branches or items together; no codes mean the whole worksheet."""
        if not codes:
            return self.instrument.weight
        return sum((self._weight(code) for code in codes), Fraction(0))

    def minimum(self, requirement: Requirement) -> Fraction:
        """Return the minimum of a requirement in points."""
        share = requirement.unit == "fraction"
        return requirement.minimum * self.weight(requirement.nodes) if share else requirement.minimum

    def requirement(self, codes: tuple[str, ...]) -> Requirement | None:
        """Return the target's requirement for exactly these branches."""
        required = self.instrument.predicate(self.target).requirements
        return next((each for each in required if set(each.nodes) == set(codes)), None)

    def figures(self, codes: tuple[str, ...]) -> tuple[str, str, str]:
        """Return weight, points and percent of these branches as printed, in agreement with all thresholds on them."""
        value, whole = self.points(codes), self.weight(codes)
        limits = tuple(
            self.minimum(each)
            for predicate in self.instrument.predicates
            for each in predicate.requirements
            if set(each.nodes) == set(codes)
        )
        return weight(whole), points(value, limits), percent(value / whole, [limit / whole for limit in limits])

    def limit(self, requirement: Requirement | None) -> str:
        """Return a requirement's minimum as printed: ``"≥ 48,00"`` points or ``"≥ 60%"`` of the weight."""
        if requirement is None:
            return "–"
        share = requirement.unit == "fraction"
        return f"≥ {weight(requirement.minimum * 100)}%" if share else f"≥ {points(requirement.minimum)}"

    def verdicts(self, predicate: str) -> tuple[Verdict, ...]:
        """Return the requirements of a predicate with what was reached, in the order of the instrument."""
        met = {each["id"]: each["met"] for each in self.score["predicates"][predicate]["requirements"]}
        return tuple(self._verdict(each, met[each.id]) for each in self.instrument.predicate(predicate).requirements)

    def title(self, requirement: Requirement) -> str:
        """Return the name of a requirement, from the wording in use where it is a branch of the worksheet."""
        if requirement.id in SHORT_TITLES:
            return SHORT_TITLES[requirement.id]
        name = self.text(requirement.nodes[0])
        return f"Area {requirement.nodes[0].rpartition('.')[2]} {name}" if len(requirement.nodes) > 1 else name

    def _judged(self) -> Iterator[tuple[tuple[str, ...], Fraction]]:
        """Yield the points that were held against a minimum, exactly as they were judged."""
        for predicate in self.instrument.predicates:
            given = {each["id"]: each["value"] for each in self.score["predicates"][predicate.code]["requirements"]}
            for each in predicate.requirements:
                value = parse_decimal(given[each.id])
                yield each.nodes, value * self.weight(each.nodes) if each.unit == "fraction" else value

    def _verdict(self, requirement: Requirement, met: object) -> Verdict:
        _, value, share = self.figures(requirement.nodes)
        share_asked = requirement.unit == "fraction"
        return Verdict(
            requirement=requirement,
            title=self.title(requirement),
            minimum=self.limit(requirement),
            reached=share if share_asked else value,
            distance=self._area_distance(requirement) if share_asked else change(points(requirement.minimum), value),
            met=met is True,
        )

    def _area_distance(self, requirement: Requirement) -> str:
        """Return a distance in points; beside it stand shares, so it is the exact one."""
        distance = self.points(requirement.nodes) - self.minimum(requirement)
        signed = points(distance, (Fraction(0),))
        return f"+{signed}" if distance > 0 else signed

    def _points(self, code: str) -> Fraction:
        if code in self.instrument.questions:
            score = parse_decimal(self.score["question_scores"].get(code, "0"))
            return score * self.instrument.questions[code].share
        return parse_decimal(self.score["nodes"][code])

    def _weight(self, code: str) -> Fraction:
        question = self.instrument.questions.get(code)
        return question.share if question else self.instrument.nodes[code].weight
