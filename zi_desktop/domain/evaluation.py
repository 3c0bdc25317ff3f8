"""An evaluation as it stands: read from the fold, with the worksheet edition it began with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Answer
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.fold import Folded, touches
from zi_desktop.domain.heads import Cell, Head
from zi_desktop.domain.imports import Derived, changed_after_judged
from zi_desktop.domain.instrument import Column, Instrument
from zi_desktop.domain.judgements import Judgements
from zi_desktop.domain.oversight import Exceeded, exceeded
from zi_desktop.domain.plan import Member, Plan

STATUSES: Final[Mapping[str, str]] = {
    "belum_mulai": "Belum mulai", "berjalan": "Berjalan", "siap_ditinjau": "Siap ditinjau",
    "menunggu_ttd": "Menunggu TTD", "selesai": "Selesai", "diarsipkan": "Diarsipkan",
}  # fmt: skip
SEALED_CELLS: Final = frozenset({
    "answer", "note", "link", "detail", "plan", "precondition", "panel", "accepted", "review", "edition",
    "evidence", "sufficiency", "period", "remark", "carried",
})  # fmt: skip
"""First parts of the cells that a seal closes; what arrives for them later is "terlambat"."""
_DIFFERING: Final = "beda penilaian"
_UNDECIDED: Final[Mapping[str, str]] = {
    "first_day": "", "last_day": "", "letter_date": "",
    "place": _DIFFERING, "letter_number": _DIFFERING, "report_number": _DIFFERING,
}  # fmt: skip
"""What stands in the place of a statement of the plan while people differ about it."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes an evaluation this one; ``structure`` is the digest of the edition it began with."""

    satker: str
    year: int
    activity: str
    round: int
    structure: str


@dataclass(frozen=True, slots=True)
class Seal:
    """The lock put by the first signature: the signed JSON by digest, the state it shows by its tips."""

    hash: str
    revision: int
    record: str
    tips: tuple[tuple[str, int, str], ...]
    signers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature put under a sealed report; ``position`` counts from 1."""

    position: int
    person: str
    role: str
    certificate: str
    file: str
    at: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The heads of a day, under a name (Desk, Lapangan, Panel)."""

    name: str
    author: str
    wall: str
    tips: tuple[tuple[str, int, str], ...]


class EvaluationState:
    """An evaluation as its events tell it. Nothing here is stored; everything can be computed again."""

    def __init__(
        self, evaluation_id: str, folded: Folded, instrument: Instrument, earlier: "EvaluationState | None" = None
    ) -> None:
        """Read a fold; what did not change since an ``earlier`` state of the same evaluation is not read again."""
        self.id = evaluation_id
        self.folded = folded
        self.instrument = instrument
        known = earlier if earlier and earlier.instrument is instrument else None
        before = known._judgements if known else None  # noqa: SLF001 (its own class)
        self._judgements: Judgements = Judgements(folded, instrument, before)
        self._derived: dict[str, Derived] = dict(known._derived) if known else {}  # noqa: SLF001 (its own class)

    @cached_property
    def identity(self) -> Identity:
        """Return what this evaluation is about."""
        value = self.folded.cell("identity").value
        return Identity(value["satker"], value["year"], value["activity"], value["round"], value["structure"])

    @cached_property
    def plan(self) -> Plan:
        """Return the plan of the visit."""
        fields = {name: cell.value for name, cell in self.folded.below("plan").items() if cell.heads}
        team = tuple(
            Member(entry["person"], entry["role"], tuple(entry["areas"]), entry["signs"])
            for entry in fields.pop("team", [])
        )
        return Plan(team=team, **{name: value for name, value in fields.items() if name in Plan.__slots__})

    @property
    def agreed_plan(self) -> Plan:
        """Return the plan as a paper tells it: where people differ about a text or a day, it takes no side."""
        stated = self.folded.below("plan")
        differing: dict[str, Any] = {
            name: words
            for name, words in _UNDECIDED.items()
            if name in stated and len({head.value for head in stated[name].heads}) > 1
        }
        return replace(self.plan, **differing)

    def answers(self, column: Column) -> Mapping[str, Answer]:
        """Return the answers that count in a column, by item, in the order of the worksheet."""
        return self._judgements.of(column).answers

    def disputed(self, column: Column) -> Mapping[str, tuple[Answer | None, ...]]:
        """Return the versions of each item that people judged differently without seeing each other; None = cleared."""
        return self._judgements.of(column).disputed

    def ask_again(self, column: Column) -> tuple[str, ...]:
        """Return the items whose answers judged another item than the one of this edition."""
        return self._judgements.of(column).again

    def answer_cell(self, column: Column, code: str) -> Cell:
        """Return the cell of an answer, to be displayed and then named by the next line."""
        return self.folded.cell(cells.answer(column, code))

    def notes(self, column: Column, code: str) -> tuple[Head, ...]:
        """Return the official notes of an item, one register an author, none of them empty."""
        return _texts(self.folded.cell(cells.note(column, code)))

    def links(self, column: Column, code: str) -> tuple[Head, ...]:
        """Return the evidence links that worksheets gave for an item, none of them empty."""
        return _texts(self.folded.cell(cells.link(column, code)))

    def internal_notes(self, code: str) -> tuple[Head, ...]:
        """Return the team's own notes of an item; they enter no output."""
        return _texts(self.folded.cell(cells.internal(code)))

    def details(self, column: Column, code: str) -> Mapping[str, str]:
        """Return the survey details of an index item by key."""
        below = self.folded.below(f"detail/{column}/{code}")
        return {key: cell.value for key, cell in below.items() if cell.value}

    def marked(self, code: str) -> bool:
        """Tell whether an item is marked for discussion."""
        return self.folded.cell(f"mark/{code}").flagged

    @cached_property
    def preconditions(self) -> Mapping[str, tuple[bool, str]]:
        """Return the preconditions that were checked off: id to (met, note)."""
        return {
            key: (cell.value["met"], cell.value["note"])
            for key, cell in self.folded.below("precondition").items()
            if cell.value and cell.value["met"] is not None
        }

    @cached_property
    def accepted(self) -> Mapping[str, Head]:
        """Return the warnings that were accepted with a reason, by the id of the check."""
        below = self.folded.below("accepted")
        return {key: cell.heads[0] for key, cell in below.items() if cell.value and cell.value["reason"]}

    @property
    def panel(self) -> Json:
        """Return the panel's decision (``decision``, ``reason``) or None."""
        return self.folded.cell("panel").value

    @cached_property
    def seals(self) -> tuple[Seal, ...]:
        """Return the live seals, oldest revision first; two of one revision are a conflict (their cell says so)."""
        return tuple(
            Seal(
                head.hash,
                int(revision),
                head.value["record"],
                tuple((stream, seq, hash_) for stream, seq, hash_ in head.value["tips"]),
                tuple(head.value["signers"]),
            )
            for revision, cell in sorted(self.folded.below("seal").items(), key=lambda item: int(item[0]))
            for head in cell.heads
        )

    @property
    def seal(self) -> Seal | None:
        """Return the live seal of the highest revision."""
        return self.seals[-1] if self.seals else None

    @property
    def next_revision(self) -> int:
        """Return the revision that the next seal opens, from 1."""
        return 1 + max((int(revision) for revision in self.folded.below("seal")), default=0)

    @cached_property
    def signatures(self) -> tuple[Signature, ...]:
        """Return the signatures under the live seal, in order."""
        if not self.seal:
            return ()
        return tuple(
            Signature(int(position), *(cell.value[name] for name in ("person", "role", "certificate", "file", "at")))
            for position, cell in sorted(
                self.folded.below(f"signature/{self.seal.revision}").items(), key=lambda item: int(item[0])
            )
        )

    @cached_property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return the named snapshots, by name."""
        return tuple(
            Snapshot(name, head.author, head.wall, tuple((s, n, h) for s, n, h in head.value["tips"]))
            for name, cell in self.folded.below("snapshot").items()
            for head in cell.heads
        )

    @cached_property
    def oversight(self) -> tuple[Exceeded, ...]:
        """Return what was done beyond somebody's right and the lead has not acknowledged; it blocks signing."""
        return exceeded(self.folded, self.plan.team, self.plan.leads, self.instrument)

    @cached_property
    def mandiri_changed(self) -> Mapping[str, str]:
        """Return the items flagged "Mandiri berubah setelah dinilai", each with the line that changed it."""
        return changed_after_judged(self.folded, self.instrument.questions.keys(), self._derived)

    @cached_property
    def late(self) -> tuple[str, ...]:
        """Return the sealed cells for which something arrived after the seal ("terlambat")."""
        if not self.seal:
            return ()
        sealed = self.folded.at(self.seal.tips)
        touched = {cell for event in self.folded.events if event.hash not in sealed for cell in touches(event)}
        return tuple(sorted(cell for cell in touched if cell.partition("/")[0] in SEALED_CELLS))

    @cached_property
    def status(self) -> str:
        """Return the state, a key of STATUSES; it is folded, never set."""
        if self.folded.cell("archived").value:
            return "diarsipkan"
        if self.seal:
            signed = {signature.person for signature in self.signatures}
            return "selesai" if signed.issuperset(self.seal.signers) else "menunggu_ttd"
        answers = self.answers(Column.TPI)
        steps = {head.kind for head in self.folded.cell("review").heads}
        if len(answers) == len(self.instrument.questions) and steps == {"review.requested"}:
            return "siap_ditinjau"
        return "berjalan" if answers or self.disputed(Column.TPI) else "belum_mulai"

    @property
    def read_only(self) -> bool:
        """Tell whether answers are closed: sealed, archived, or written by a newer program."""
        return bool(self.seal) or self.status == "diarsipkan" or bool(self.folded.unknown_criticals)


def _texts(cell: Cell) -> tuple[Head, ...]:
    return tuple(sorted((head for head in cell.heads if head.value["text"]), key=lambda head: (head.wall, head.hash)))
