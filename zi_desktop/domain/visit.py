"""The day of a visit as the events of an evaluation tell it: entries of the team, meetings, the berita acara."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.heads import Cell, Head
from zi_desktop.domain.instrument import Instrument, Question
from zi_desktop.domain.visit_terms import AWAITED

BY_PERSON: Final = "who"
BY_PLACE: Final = "where"


@dataclass(frozen=True, slots=True)
class VisitEntry:
    """Something written down during the day.

    Attributes:
        id: 32 hexadecimal digits.
        kind: a key of ``KINDS``.
        text: what was said, asked or promised.
        who: with whom, to whom, or by whom; may be empty.
        item: code, or "".
        due: until when it was promised (ISO), or "".
        closed: what closed it ("" while it is open), with ``answer`` beside it.
        author, at: who wrote it down, and when.
        disputed: people changed it without seeing each other.
    """

    id: str
    kind: str
    text: str
    who: str
    item: str
    due: str
    closed: bool
    answer: str
    author: str
    at: str
    disputed: bool

    @property
    def awaited(self) -> bool:
        """Tell whether somebody still owes an answer or a document."""
        return self.kind in AWAITED and not self.closed


@dataclass(frozen=True, slots=True)
class Attendant:
    """Somebody who was at a meeting; ``add`` is what a retraction names."""

    name: str
    position: str
    office: str
    add: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """The entry or exit meeting; day is ISO, times are "09.30", any may be empty."""

    day: str = ""
    begin: str = ""
    end: str = ""
    place: str = ""
    notes: str = ""
    attendants: tuple[Attendant, ...] = ()
    displayed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the berita acara says beside what is known; ``scores``: figures are printed, off unless said."""

    number: str = ""
    day: str = ""
    place: str = ""
    head_name: str = ""
    head_nip: str = ""
    head_position: str = ""
    notes: str = ""
    scores: bool = False
    paper: str = "a4"


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """Whom to ask or where to look, and the items for it, in the order of the worksheet."""

    key: str
    title: str
    questions: tuple[Question, ...]


class VisitDay:
    """The day of one evaluation. A value, computed from a fold."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded

    @cached_property
    def entries(self) -> tuple[VisitEntry, ...]:
        """Return the entries that were not withdrawn, in the order in which they were written down."""
        found: dict[str, dict[str, Cell]] = {}
        for name, cell in self._folded.below("visit").items():
            ident, _, field = name.partition("/")
            if cell.heads:
                found.setdefault(ident, {})[field] = cell
        made = [_entry(ident, fields) for ident, fields in found.items() if _stands(fields)]
        return tuple(sorted(made, key=lambda entry: (entry.at, entry.id)))

    @property
    def awaited(self) -> tuple[VisitEntry, ...]:
        """Return the questions and promises that are still open, those due first in front."""
        open_ = [entry for entry in self.entries if entry.awaited]
        return tuple(sorted(open_, key=lambda entry: (not entry.due, entry.due, entry.at, entry.id)))

    def meeting(self, key: str) -> Meeting:
        """Return a meeting by key of ``MEETINGS``."""
        cell = self._folded.cell(cells.meeting(key))
        attendants = tuple(
            Attendant(head.value["name"], head.value["position"], head.value["office"], head.hash)
            for head in self._as_written(self._folded.cell(cells.attendance(key)).heads)
        )
        return Meeting(**(_known(cell.value) if cell.heads else {}), attendants=attendants, displayed=cell.displayed)

    @cached_property
    def minutes(self) -> Minutes:
        """Return what was set of the berita acara."""
        known = {name: cell.value for name, cell in self._folded.below("minutes").items() if cell.heads}
        return Minutes(**{name: value for name, value in known.items() if name in Minutes.__slots__})

    @cached_property
    def scans(self) -> tuple[Json, ...]:
        """Return the signed copies that were attached (sha256, name, size, type), oldest first."""
        return tuple(head.value for head in self._as_written(self._folded.cell(cells.ATTACHED_MINUTES).heads))

    def _as_written(self, heads: Sequence[Head]) -> Sequence[Head]:
        """Return heads in the order in which they were written, also those of one second."""
        places = {event.hash: (event.stream, event.seq) for event in self._folded.events}
        return sorted(heads, key=lambda head: (head.wall, *places[head.hash]))


def agenda(instrument: Instrument, codes: Iterable[str], by: str = BY_PERSON) -> tuple[AgendaGroup, ...]:
    """Return the items to be asked, grouped by whom to ask or where to look, in the order of the instrument's words.

    An item that names several stands in each of their groups: whoever is met first can tell.
    """
    wanted = set(codes)
    questions = [question for question in instrument.questions.values() if question.code in wanted]
    named = {question.code: question.who if by == BY_PERSON else question.where for question in questions}
    groups = (
        AgendaGroup(key, title, tuple(question for question in questions if key in named[question.code]))
        for key, title in (instrument.who if by == BY_PERSON else instrument.where).items()
    )
    return tuple(group for group in groups if group.questions)


def _entry(ident: str, fields: Mapping[str, Cell]) -> VisitEntry:
    cell = fields["entry"]
    head, closed = cell.heads[0], fields.get("closed")
    value = head.value
    return VisitEntry(
        ident, value["kind"], value["text"], value["who"], value["item"], value["due"],
        bool(closed and closed.value["done"]), closed.value["answer"] if closed else "",
        head.author, head.wall, cell.conflicted,
    )  # fmt: skip


def _stands(fields: Mapping[str, Cell]) -> bool:
    return "entry" in fields and not ("withdrawn" in fields and fields["withdrawn"].value)


def _known(value: Mapping[str, str]) -> dict[str, str]:
    return {name: value[name] for name in ("day", "begin", "end", "place", "notes")}
