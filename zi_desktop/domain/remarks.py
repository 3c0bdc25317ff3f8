"""Remarks (catatan & rekomendasi) as the events of an evaluation tell them, with what was done about them since.

A remark is one thing with one identity, for as long as it takes: a later evaluation states what it finds of an open
one (``carried``), it never copies it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.heads import Cell
from zi_desktop.domain.instrument import Instrument
from zi_desktop.domain.remark_terms import CLOSED, OPEN, TEXTS

_FIELDS: Final = (*TEXTS, "item", "origin", "due")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something that was done about a remark; ``files`` are digests of evidence, ``add`` is what a retraction names."""

    text: str
    day: str
    files: tuple[str, ...]
    author: str
    at: str
    add: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark as it stands.

    Attributes:
        id: 32 hexadecimal digits.
        item: code of the item that it is about, "" for a free one.
        origin: a key of ``ORIGINS``; stated once, when the remark is written down.
        texts: by key of ``TEXTS``; condition and recommendation are never empty where a service wrote them.
        due: ISO date, or "".
        state: a key of ``STATES``; ``state_reason`` beside it.
        follow_ups: oldest first.
        author, at: who wrote it down, and when.
        disputed: fields that people set differently without seeing each other; what is shown of them is one of these.
    """

    id: str
    item: str
    origin: str
    texts: Mapping[str, str]
    due: str
    state: str
    state_reason: str
    follow_ups: tuple[FollowUp, ...]
    author: str
    at: str
    disputed: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Tell whether something is still to be done."""
        return self.state not in CLOSED

    def overdue(self, today: str) -> bool:
        """Tell whether its due date (ISO, as ``today``) has passed while it is open."""
        return self.open and bool(self.due) and self.due < today


@dataclass(frozen=True, slots=True)
class Carried:
    """What an evaluation found of an open remark of an earlier one; ``finding`` is a key of ``FINDINGS``."""

    remark: str
    evaluation: str
    finding: str
    note: str
    author: str
    at: str
    disputed: bool


class Remarks:
    """The remarks of one evaluation, and what it found of earlier ones. A value, computed from a fold."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded

    @cached_property
    def all(self) -> tuple[Remark, ...]:
        """Return the remarks that were not withdrawn, in the order in which they were written down."""
        found: dict[str, dict[str, Cell]] = {}
        for name, cell in self._folded.below("remark").items():
            ident, _, field = name.partition("/")
            if cell.heads:
                found.setdefault(ident, {})[field] = cell
        made = [self._remark(ident, fields) for ident, fields in found.items() if _standing(fields)]
        return tuple(sorted(made, key=lambda remark: (remark.at, remark.id)))

    @cached_property
    def by_item(self) -> Mapping[str, tuple[Remark, ...]]:
        """Return the remarks of each item that has any; free ones under ""."""
        items: dict[str, list[Remark]] = {}
        for remark in self.all:
            items.setdefault(remark.item, []).append(remark)
        return {item: tuple(remarks) for item, remarks in items.items()}

    def printed(self, instrument: Instrument) -> tuple[Remark, ...]:
        """Return the remarks as papers list them: in the order of the worksheet, free ones last."""
        places = {code: place for place, code in enumerate(instrument.questions)}
        return tuple(sorted(self.all, key=lambda remark: places.get(remark.item, len(places))))

    @property
    def open(self) -> tuple[Remark, ...]:
        """Return those of which something is still to be done."""
        return tuple(remark for remark in self.all if remark.open)

    @cached_property
    def carried(self) -> Mapping[str, Carried]:
        """Return what this evaluation found of remarks of earlier ones, by their id."""
        below = self._folded.below("carried")
        found = {ident: _carried(ident, cell) for ident, cell in below.items() if cell.heads}
        return {ident: carried for ident, carried in found.items() if carried.finding}

    def get(self, ident: str) -> Remark | None:
        """Return the remark of that id, if it is here and not withdrawn."""
        return next((remark for remark in self.all if remark.id == ident), None)

    def _remark(self, ident: str, fields: Mapping[str, Cell]) -> Remark:
        values = {name: cell.value for name, cell in fields.items()}
        first = fields["origin"].heads[0]
        progress = self._folded.cell(cells.progress(ident))
        state = progress.value or {"state": OPEN, "reason": ""}
        entries = sorted(self._folded.cell(cells.follow_up(ident)).heads, key=lambda head: (head.wall, head.hash))
        disputed = [name for name in _FIELDS if name in fields and fields[name].conflicted]
        return Remark(
            ident, values.get("item", ""), values["origin"],
            {key: values.get(key, "") for key in TEXTS}, values.get("due", ""), state["state"], state["reason"],
            tuple(
                FollowUp(
                    head.value["text"], head.value["day"], tuple(head.value["files"]), head.author, head.wall, head.hash
                )
                for head in entries
            ),
            first.author, first.wall, tuple(disputed + ["state"] * progress.conflicted),
        )  # fmt: skip


def _standing(fields: Mapping[str, Cell]) -> bool:
    return "origin" in fields and not ("withdrawn" in fields and fields["withdrawn"].value)


def _carried(ident: str, cell: Cell) -> Carried:
    """Return what was found; of several who did not see each other, the one who leaves most to be done counts."""
    head = min(cell.heads, key=lambda head: (head.value["finding"] in CLOSED, head.value["finding"] or "", head.hash))
    told = head.value
    finding = told["finding"] or ""
    return Carried(ident, told["evaluation"], finding, told["note"], head.author, head.wall, cell.conflicted)
