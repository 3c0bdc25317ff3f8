"""An act about evidence that can be put back."""

from dataclasses import dataclass

from zi_desktop.domain.evidence_steps import CellTurn


@dataclass(frozen=True, slots=True)
class Turn:
    """In which evaluation, at which place, what it was, and the cells that it changed."""

    id: str
    place: str
    words: str
    cells: tuple[CellTurn, ...]
