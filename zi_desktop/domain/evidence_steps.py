"""What one act changed in the evidence of an evaluation, so that it can be put back and done again."""

from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.heads import Cell

_FAMILIES: Final = ("evidence/", "period/", "sufficiency/")


@dataclass(frozen=True, slots=True)
class CellTurn:
    """One cell that an act changed: what stood before and after it; ``value`` is the file, "" in other cells."""

    cell: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    value: Json


def turns_between(before: Folded, after: Folded) -> tuple[CellTurn, ...]:
    """Return what is not as it was: files that came or went, judgements, periods, sufficiency."""
    found = (
        _turn(before.cell(name), cell)
        for name, cell in after.cells.items()
        if name.startswith(_FAMILIES) and before.cells.get(name) is not cell
    )
    return tuple(turn for turn in found if turn is not None)


def _turn(before: Cell, after: Cell) -> CellTurn | None:
    if class_of(after.name) is not CellClass.SET:
        changed = before.displayed != after.displayed
        return CellTurn(after.name, before.displayed, after.displayed, "") if changed else None
    if bool(before.heads) is bool(after.heads):
        return None
    return CellTurn(after.name, _hashes(before), _hashes(after), before.value or after.value)


def _hashes(cell: Cell) -> tuple[str, ...]:
    return tuple(head.hash for head in cell.heads)
