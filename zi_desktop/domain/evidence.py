"""Evidence (data dukung) as the events of an evaluation tell it: files at items, what is thought of them, what suffices."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Answers
from zi_desktop.domain.evidence_terms import FITTING, INBOX, LEVELS, UNCHECKED
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.heads import Cell, Head
from zi_desktop.domain.precondition_terms import PLACE

MANY_ITEMS: Final = 5
"""A file that stands for more items than this is pointed out."""
_PARTS: Final = 3


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file as it was when it was added.

    Attributes:
        sha256: digest of the bytes kept, 64 hexadecimal digits.
        name: what it was called; never a path.
        size: bytes.
        type: media type, told by its content.
        kept: its bytes were copied into a workspace; else only name, size and digest are known.
        taken: when a photo says it was taken (ISO, the camera's own clock), or "".
        original: digest before the picture was made smaller or its place taken out, or "" where nothing was done.
    """

    sha256: str
    name: str
    size: int
    type: str
    kept: bool = True
    taken: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is thought of a piece of evidence, or of all evidence of an item.

    ``value`` is a state or a level; ``disputed``: people judged differently without seeing each other, and none counts.
    ``displayed`` are the heads that the next judgement names.
    """

    value: str
    reason: str = ""
    author: str = ""
    at: str = ""
    disputed: bool = False
    displayed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a file covers, ISO, each "" where it is open; ``displayed`` are the heads that the next statement names."""

    first: str = ""
    last: str = ""
    displayed: tuple[str, ...] = ()

    def outside(self, year: int) -> bool:
        """Tell whether no day of it lies in a year."""
        return "" < self.last < f"{year}-01-01" or self.first > f"{year}-12-31"


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """A file at an item (``place`` is the item's code) or in the inbox; ``adds`` are what a retraction names."""

    place: str
    file: EvidenceFile
    author: str
    at: str
    adds: tuple[str, ...]
    judged: Judged
    period: Period


@dataclass(frozen=True, slots=True)
class EvidenceFound:
    """Which of the files that a report lists lie here: how many as listed, and the digests of those that changed."""

    present: int = 0
    mismatched: tuple[str, ...] = ()


NOTHING_FOUND: Final = EvidenceFound()


class Evidence:
    """The evidence of one evaluation as it stands. A value, computed from a fold."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded

    @cached_property
    def links(self) -> tuple[EvidenceLink, ...]:
        """Return every file at every place, by place, then name."""
        found = [self._link(cell) for name, cell in self._folded.cells.items() if _holds_files(name) and cell.heads]
        return tuple(sorted(found, key=lambda link: (link.place, link.file.name.casefold(), link.file.sha256)))

    @cached_property
    def by_place(self) -> Mapping[str, tuple[EvidenceLink, ...]]:
        """Return the links of each place that has any."""
        places: dict[str, list[EvidenceLink]] = {}
        for link in self.links:
            places.setdefault(link.place, []).append(link)
        return {place: tuple(links) for place, links in places.items()}

    def at(self, place: str) -> tuple[EvidenceLink, ...]:
        """Return the files of one place, by name: what a list needs, without looking at all others."""
        found = [self._link(self._folded.cells[name]) for name in self._names_at(place)]
        return tuple(sorted(found, key=lambda link: (link.file.name.casefold(), link.file.sha256)))

    def count_at(self, place: str) -> int:
        """Return how many files one place has."""
        return len(self._names_at(place))

    @property
    def inbox(self) -> tuple[EvidenceLink, ...]:
        """Return what is yet to be assigned."""
        return self.by_place.get(INBOX, ())

    @cached_property
    def places(self) -> Mapping[str, tuple[str, ...]]:
        """Return the places of each file, by digest."""
        found: dict[str, list[str]] = {}
        for link in self.links:
            found.setdefault(link.file.sha256, []).append(link.place)
        return {sha256: tuple(places) for sha256, places in found.items()}

    @cached_property
    def fitting(self) -> frozenset[str]:
        """Return the items with at least one piece of evidence that is judged *sesuai*, undisputed."""
        return frozenset(link.place for link in self.links if link.judged.value == FITTING and not link.judged.disputed)

    @cached_property
    def widely_used(self) -> tuple[str, ...]:
        """Return the digests of the files that stand for more than ``MANY_ITEMS`` items."""
        return tuple(sha256 for sha256 in self.places if len(self.items_of(sha256)) > MANY_ITEMS)

    def items_of(self, sha256: str) -> frozenset[str]:
        """Return the items for which a file stands; neither the inbox nor a precondition is one."""
        return frozenset(place for place in self.places[sha256] if place != INBOX and not place.startswith(PLACE))

    def sufficiency(self, code: str) -> Judged:
        """Return how far the evidence of an item suffices; the value is "" where nobody has judged it."""
        return _judged(self._folded.cells.get(cells.sufficiency(code)), "level", _NOT_WEIGHED)

    def tally(self, codes: Iterable[str]) -> Mapping[str, int]:
        """Return how many items have each level; "" counts those not judged or disputed."""
        found = Counter("" if (each := self.sufficiency(code)).disputed else each.value for code in codes)
        return {level: found[level] for level in (*LEVELS, "")}

    def _names_at(self, place: str) -> list[str]:
        known, names = self._folded.cells, self._folded.names_below(f"evidence/{place}")
        return [name for name in names if _holds_files(name) and known[name].heads]

    def _link(self, cell: Cell) -> EvidenceLink:
        _, place, sha256 = cell.name.split("/")
        first = cell.heads[0] if len(cell.heads) == 1 else min(cell.heads, key=_moment)
        value = first.value
        file = EvidenceFile(
            sha256, value["name"], value["size"], value["type"], any(head.value["kept"] for head in cell.heads),
            value["taken"], value["original"],
        )  # fmt: skip
        known = self._folded.cells
        judged = _judged(known.get(f"{cell.name}/judgement"), "state", _UNJUDGED)
        return EvidenceLink(
            place, file, first.author, first.wall, cell.displayed, judged, _period(known.get(cells.period(sha256)))
        )


def with_fitting_evidence(answers: Answers, evidence: Evidence) -> Answers:
    """Return the answers that count in *nilai dengan bukti sesuai saja*.

    An answer counts where its item has at least one piece of evidence judged *sesuai* (not retracted, not disputed).
    Every other item is left out, so that it scores 0, exactly as one that is not answered.
    """
    return {code: answer for code, answer in answers.items() if code in evidence.fitting}


def _holds_files(name: str) -> bool:
    return name.startswith("evidence/") and name.count("/") == _PARTS - 1


def _judged(cell: Cell | None, key: str, nothing: Judged) -> Judged:
    if cell is None:
        return nothing
    if not cell.heads:
        return replace(nothing, displayed=cell.displayed)
    head = cell.heads[0]
    value = head.value[key] or nothing.value
    return Judged(value, head.value["reason"], head.author, head.wall, cell.conflicted, cell.displayed)


def _period(cell: Cell | None) -> Period:
    if cell is None or not cell.heads:
        return _NO_PERIOD
    return Period(cell.value["first"], cell.value["last"], cell.displayed)


def _moment(head: Head) -> tuple[str, str]:
    return head.wall, head.hash


_UNJUDGED: Final = Judged(UNCHECKED)
_NOT_WEIGHED: Final = Judged("")
_NO_PERIOD: Final = Period()
