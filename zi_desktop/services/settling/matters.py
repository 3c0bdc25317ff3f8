"""What a person has to settle in an evaluation, as values: each matter with the versions that stand against each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from zi_desktop.domain.answers import Answer
from zi_desktop.domain.instrument import Column


class MatterKind(StrEnum):
    """What has to be settled."""

    ANSWER = "answer"
    """People judged an item differently without seeing each other."""
    PRINTED = "printed"
    """Something else that two laptops say differently and that blocks the paper."""
    FORK = "fork"
    """What stands in a cell comes from a stream that goes two ways; a person looks at it and states it anew."""
    BEYOND = "beyond"
    """Done beyond somebody's right or by somebody who is not proven: the lead closes it."""


Totals = tuple[Fraction, Fraction]
"""Lowest and highest total in points, equal while nothing else is disputed."""


@dataclass(frozen=True, slots=True)
class VersionFile:
    """A piece of evidence beside a version; ``only`` where nobody but the author of this version added it."""

    name: str
    only: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One of the versions of a matter.

    Attributes:
        number: from 1, by which the person names it (``domain.heads.numbered``): the own versions come first.
        line: hash of the line that states it.
        words: what it says, as short as a table shows it.
        computation: from the answer to its points, or "".
        explanation: the same in whole sentences, or "".
        criterion: of the chosen option, or "".
        author: id of the person who states it, of a transcribed one who took the worksheet.
        name: of that person.
        own: it is the judgement of the person at this laptop.
        proven: its author is proven (``services.provenance``).
        transcribed: it was copied from a worksheet.
        at: when, ISO with offset.
        reason: why it was settled so, or the reason that goes with it, or "".
        note: Catatan TPI of the same author, or "".
        files: evidence of the item.
        answer: what it answers; nothing where it clears the answer, or is no answer.
        total: the total where this version is taken, or nothing where it has no part in one.
        takeable: it can be taken: not where it judged an item of another edition.
    """

    number: int
    line: str
    words: str
    author: str
    name: str
    own: bool
    proven: bool
    transcribed: bool
    at: str
    computation: str = ""
    explanation: str = ""
    criterion: str = ""
    reason: str = ""
    note: str = ""
    files: tuple[VersionFile, ...] = ()
    answer: Answer | None = None
    total: Totals | None = None
    takeable: bool = True


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to be settled.

    Attributes:
        id: by which it is found again: the cell, of what the lead closes ``beyond:<act>``.
        kind: what it is.
        code: the item, or "".
        title: the item's question, or what the cell is called.
        versions: at least one, in the order of their numbers.
        displayed: the heads that the settling line names.
        column: of an answer.
        place: code with worksheet row, or what is listed ("Menimpa rekan").
        share: the item's weight in points, or nothing.
        before: whether it was settled before and a version came that the settler had not seen.
        closed: why nobody here can settle it, or "".
        act: hash of the act that the lead closes, or "".
    """

    id: str
    kind: MatterKind
    code: str
    title: str
    versions: tuple[Version, ...]
    displayed: tuple[str, ...]
    column: Column = Column.TPI
    place: str = ""
    share: Fraction | None = None
    before: bool = False
    closed: str = ""
    act: str = ""

    def version(self, number: int) -> Version | None:
        """Return the version of a number that can be taken."""
        return next((each for each in self.versions if each.number == number and each.takeable), None)


@dataclass(frozen=True, slots=True)
class Matters:
    """All that is to be settled in one evaluation; ``total`` is an interval while judgements of the TPI disagree."""

    id: str
    items: tuple[Matter, ...]
    total: Totals

    def find(self, id_: str) -> Matter | None:
        """Return a matter that still stands."""
        return next((item for item in self.items if item.id == id_), None)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many things are to be settled in an evaluation, as of the ``stamp`` of its summary."""

    stamp: str
    count: int


NONE_WAITING: Final[Mapping[str, Waiting]] = MappingProxyType({})
BEYOND_PREFIX: Final = "beyond:"
"""Begins the ids of what the lead closes."""
