"""What taking a list of satker would do, row by row, before anything of it is taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from zi_desktop.domain.satker import HeldPredicate, Satker
from zi_desktop.worksheets.satker_list import SatkerEntry


class RowState(StrEnum):
    """What a row of a list would do."""

    BAD = "bad"
    CHANGED = "changed"
    NEW = "new"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """An attribute that would change; an empty text means that there is none. ``attribute`` is its column in a list."""

    attribute: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PreviewedRow:
    """A row of a list, numbered as a spreadsheet shows it; one that is bad has a problem and no entry."""

    number: int
    code: str
    name: str
    state: RowState
    entry: SatkerEntry | None = None
    changes: tuple[Change, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ListPreview:
    """A whole list, in its own order."""

    file: str
    rows: tuple[PreviewedRow, ...]

    def count(self, state: RowState) -> int:
        """Return how many rows would do that."""
        return sum(row.state is state for row in self.rows)

    @property
    def entries(self) -> Sequence[SatkerEntry]:
        """Return what there is to take: the entries that are new or change something."""
        return [row.entry for row in self.rows if row.entry and row.state in (RowState.NEW, RowState.CHANGED)]


def compared(cells: Mapping[str, Any], standing: Satker) -> tuple[Change, ...]:
    """Return what cells (``attribute/day`` or ``predicate/year`` to value) would change about a satker."""
    changes: list[Change] = []
    for name, value in cells.items():
        attribute, _, since = name.partition("/")
        if attribute == "predicate":
            changes += _predicate(standing, HeldPredicate(value, int(since)))
        elif attribute == "parent":
            changes += _parents(standing, value)
        else:
            changes.append(Change(_COLUMNS[attribute], getattr(standing, attribute), value))
    return tuple(changes)


_COLUMNS: Mapping[str, str] = {
    "code": "kode", "name": "nama", "kind": "jenis", "other_code": "kode lain", "agency": "instansi",
    "eselon1": "eselon 1", "kanwil": "kanwil",
}  # fmt: skip


def _parents(standing: Satker, value: Mapping[str, str]) -> list[Change]:
    pairs = [(name, getattr(standing.parent, name), given) for name, given in value.items()]
    return [Change(_COLUMNS[name], before, after) for name, before, after in pairs if before != after]


def _predicate(standing: Satker, given: HeldPredicate) -> list[Change]:
    if given in standing.predicates:
        return []
    stands = next((held.code for held in standing.predicates if held.year == given.year), "")
    return [Change(f"predikat {given.year}", stands, given.code)]
