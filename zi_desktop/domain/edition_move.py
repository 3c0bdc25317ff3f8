"""Moving an evaluation to another edition: which answers follow, which are asked again, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from zi_desktop.domain import cells
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.instrument import Column


class Fate(StrEnum):
    """What becomes of the answer of an item."""

    FOLLOWS = "follows"
    """The item is the same in both editions: the answer counts as before."""
    RETURNS = "returns"
    """It had been given on this very item before the evaluation came to its present edition, and counts again."""
    CHANGED = "changed"
    """The item takes another answer now: it is asked again."""
    DROPPED = "dropped"
    """The edition has no such item: the answer stays in the log and counts no longer."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One answer under another edition."""

    code: str
    column: Column
    fate: Fate


def structure_of(folded: Folded) -> str:
    """Return the structure digest of the edition of an evaluation: the one it was moved to, or began with."""
    cell = folded.cell(cells.EDITION)
    found: str = (cell if cell.heads else folded.cell("identity")).value["structure"]
    return found


def is_moved(folded: Folded, name: str) -> bool:
    """Tell whether a cell is the identity and stands for different editions only, between which somebody has chosen.

    Two laptops that begin the same evaluation offline, one of them without the newest edition, disagree so.
    """
    if name != "identity" or not folded.cell(cells.EDITION).heads:
        return False
    rest = [{**head.value, "structure": ""} for head in folded.cell(name).heads]
    return all(value == rest[0] for value in rest)


def moved(here: EvaluationState, there: EvaluationState) -> tuple[Moved, ...]:
    """Return what becomes of every answer between one edition and another, in the order of the other worksheet.

    Nothing is written for an answer: each carries the digest of the item that it judged, and counts where the edition
    has that item. So moving back brings every answer back.
    """
    return tuple(_answers(here, there))


def _answers(here: EvaluationState, there: EvaluationState) -> Iterator[Moved]:
    known = there.instrument.questions
    codes = [*known, *(code for code in here.instrument.questions if code not in known)]
    for code in codes:
        for column in Column:
            if not here.folded.cell(cells.answer(column, code)).heads:
                continue
            fate = _fate(_stands(here, column, code), _stands(there, column, code), known=code in known)
            if fate:
                yield Moved(code, column, fate)


def _fate(here: bool, there: bool, *, known: bool) -> Fate | None:  # noqa: FBT001 (two sides of one comparison)
    if here and there:
        return Fate.FOLLOWS
    if there:
        return Fate.RETURNS
    if here:
        return Fate.CHANGED if known else Fate.DROPPED
    return None


def _stands(state: EvaluationState, column: Column, code: str) -> bool:
    return code in state.answers(column) or code in state.disputed(column)
