"""The worksheet as data: tree, items, thresholds, rules. Everything here is read, nothing is computed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property


class Column(StrEnum):
    """Whose opinion an answer is; an opinion is never copied from one column to another."""

    MANDIRI = "mandiri"
    TPI = "tpi"
    TPN = "tpn"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of an item: its letter (or Ya/Tidak), its score from 0 to 1, and the criterion to be met."""

    key: str
    score: Fraction
    criterion: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An item answered by exactly one option, best first."""

    scale: str
    options: tuple[Option, ...]

    def option(self, key: str) -> Option | None:
        """Return the option of that key."""
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True)
class Input:
    """One count of a ratio item; ``computed`` names the inputs whose sum it is (then it is never typed)."""

    key: str
    code: str
    title: str
    computed: tuple[str, ...]
    row: int
    portalrb_row: int
    portalrb_id: int | None
    note: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """An item scored from counts; ``formula`` is ``capped_ratio`` or ``capped_decrease``.

    ``not_applicable`` says whether an assessor may state "tidak berlaku" at a denominator of 0 (then full score);
    ``both_zero`` is the score of a decrease from 0 to 0.
    """

    formula: str
    inputs: tuple[Input, ...]
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    not_applicable: bool
    numerator_may_exceed: bool
    both_zero: Fraction | None

    @property
    def typed(self) -> tuple[Input, ...]:
        """Return the inputs that a person counts."""
        return tuple(item for item in self.inputs if not item.computed)


@dataclass(frozen=True, slots=True)
class Index:
    """An item answered by a survey index between two decimals."""

    minimum: Fraction
    maximum: Fraction


@dataclass(frozen=True, slots=True)
class Detail:
    """A fact asked beside an index: source, period, respondents, original scale."""

    key: str
    title: str


@dataclass(frozen=True)
class Question:
    """One item of the worksheet. ``share`` is its part of the total in points, full score meaning all of it."""

    code: str
    label: str
    text: str
    answer: Choice | Ratio | Index
    share: Fraction
    parents: tuple[str, ...]
    guidance: str
    note: str
    ask: str
    who: tuple[str, ...]
    where: tuple[str, ...]
    evidence: tuple[str, ...]
    legal_basis: tuple[str, ...]
    details: tuple[Detail, ...]
    row: int
    portalrb_row: int
    portalrb_id: int | None
    digest: str
    """SHA-256 of what an answer judges (code, kind, options, formula); wording and weights are not in it."""


@dataclass(frozen=True)
class Node:
    """A branch of the tree. ``aggregation`` is ``sum`` of its children or ``mean`` of its questions x weight."""

    code: str
    label: str
    kind: str
    title: str
    weight: Fraction
    aggregation: str
    note: str
    row: int
    children: tuple["Node | Question", ...]

    def questions(self) -> Iterator[Question]:
        """Yield the questions below this node in the order of the worksheet."""
        for child in self.children:
            if isinstance(child, Question):
                yield child
            else:
                yield from child.questions()


@dataclass(frozen=True, slots=True)
class Requirement:
    """A minimum for a predicate: ``unit`` is ``points`` or ``fraction`` of the nodes' weight; no nodes = total."""

    id: str
    title: str
    nodes: tuple[str, ...]
    minimum: Fraction
    unit: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """WBK or WBBM with its minimum requirements."""

    code: str
    title: str
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Precondition:
    """A condition outside the score, checked off by hand; ``minimum`` maps a predicate's code to its words."""

    id: str
    title: str
    level: str
    minimum: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Clause:
    """One test of a consistency rule: exactly one subject and one test, as the instrument's schema says."""

    code: str = ""
    inputs: tuple[str, ...] = ()
    precondition: str = ""
    test: str = ""
    keys: tuple[str, ...] = ()
    bound: Fraction = Fraction(0)
    other: tuple[str, str] = ("", "")
    met: bool = False


@dataclass(frozen=True, slots=True)
class ConsistencyRule:
    """When all of ``when`` hold, each of ``expect`` should; ``severity`` is ``warning`` or ``error``."""

    id: str
    when: tuple[Clause, ...]
    expect: tuple[Clause, ...]
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class WordingSource:
    """The official file whose texts an edition is shown in: its name, SHA-256, and the day it was taken (ISO).

    ``missing`` are the items that the file does not word: they are shown in our own words.
    """

    name: str
    digest: str
    taken: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Instrument:
    """One edition of the worksheet. The digests are SHA-256 in hexadecimal."""

    id: str
    edition: str
    title: str
    legal_basis: tuple[str, ...]
    sections: tuple[Node, ...]
    predicates: tuple[Predicate, ...]
    preconditions: tuple[Precondition, ...]
    rules: tuple[ConsistencyRule, ...]
    who: Mapping[str, str]
    where: Mapping[str, str]
    gap_rule: str
    structure_digest: str
    """Of codes, weights, kinds, thresholds and formulas: what a score depends on."""
    wording_digest: str
    """Of the texts: what a person reads."""
    wording_source: WordingSource | None = None
    """Where the texts come from; nothing for those written for this program."""

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Return every branch by code, in the order of the worksheet (parents first)."""
        return {node.code: node for section in self.sections for node in _branches(section)}

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Return every question by code, in the order of the worksheet."""
        return {question.code: question for section in self.sections for question in section.questions()}

    @cached_property
    def areas(self) -> Mapping[str, tuple[Node, ...]]:
        """Return the areas of leverage: number ("1" to "6") to its nodes (Pemenuhan, Reform)."""
        areas: dict[str, tuple[Node, ...]] = {}
        for node in self.nodes.values():
            if node.kind == "area":
                number = node.code.rpartition(".")[2]
                areas[number] = (*areas.get(number, ()), node)
        return areas

    @property
    def weight(self) -> Fraction:
        """Return the weight of the whole worksheet in points."""
        return sum((section.weight for section in self.sections), Fraction(0))

    def predicate(self, code: str) -> Predicate:
        """Return the predicate of that code (``WBK``, ``WBBM``)."""
        return next(predicate for predicate in self.predicates if predicate.code == code)

    def area_of(self, code: str) -> str:
        """Return the number of the area in which a question lies, or its section ("B") where it lies in none."""
        for parent in self.questions[code].parents:
            if self.nodes[parent].kind == "area":
                return parent.rpartition(".")[2]
        return self.questions[code].parents[0]


def _branches(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        if isinstance(child, Node):
            yield from _branches(child)
