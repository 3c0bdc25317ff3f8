"""The score as a value: every figure of one column of opinions, exact, and the verdicts that follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zi_desktop.domain.instrument import Instrument, Requirement


@dataclass(frozen=True, slots=True)
class AreaScore:
    """One of the six areas, Pemenuhan and Reform together; ``fraction`` is its share of ``weight``, 0 to 1."""

    points: Fraction
    weight: Fraction
    fraction: Fraction


@dataclass(frozen=True, slots=True)
class RequirementResult:
    """One minimum against its value (in the requirement's own unit: points, or a share of 1)."""

    requirement: Requirement
    value: Fraction
    met: bool


@dataclass(frozen=True, slots=True)
class PredicateResult:
    """A predicate is met when each of its requirements is."""

    met: bool
    requirements: tuple[RequirementResult, ...]


@dataclass(frozen=True, slots=True)
class Caution:
    """Something that the rules allow and that may still cost the predicate; ``message`` is its sentence."""

    id: str
    message: str


@dataclass(frozen=True)
class ScoreCard:
    """All figures of one evaluation in points, unrounded.

    Every item is answered, unanswered or disputed. An unanswered item counts 0. A disputed one counts at its lowest
    version and appears in no ``question_scores``: its figure is not settled.
    """

    instrument: Instrument
    total: Fraction
    maximum_possible: Fraction
    """The total if every item that is still open were answered at full score."""
    interval: tuple[Fraction, Fraction] | None
    """Lowest and highest total over all versions of the disputed items; nothing while none is disputed."""
    nodes: Mapping[str, Fraction]
    question_scores: Mapping[str, Fraction]
    """Scores 0 to 1 of the answered items."""
    question_points: Mapping[str, Fraction]
    """Points of every item."""
    areas: Mapping[str, AreaScore]
    predicates: Mapping[str, PredicateResult]
    answered: int
    unanswered: tuple[str, ...]
    not_applicable: tuple[str, ...]
    disputed: tuple[str, ...]
    provisional: bool
    warnings: tuple[Caution, ...]

    def points(self, code: str) -> Fraction:
        """Return the points of a branch or of an item."""
        return self.nodes[code] if code in self.nodes else self.question_points[code]
