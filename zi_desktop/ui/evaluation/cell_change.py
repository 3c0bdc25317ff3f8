"""One step that can be undone: which heads stood in a cell before a statement, and which after it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QUndoCommand


@dataclass(frozen=True, slots=True)
class Step:
    """A statement in one cell of one item.

    Attributes:
        code: the item.
        cell: the cell.
        before: the heads that were displayed when it was made.
        after: the heads that stood after it.
        text: what was done, for a person.
    """

    code: str
    cell: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    text: str


class CellChange(QUndoCommand):
    """Undoes and redoes a step by putting earlier heads back in force; erases nothing.

    Args:
        step: what was done; it has been done already when the command is pushed.
        restore: puts heads in force in the step's cell, and tells whether that was taken.
    """

    def __init__(self, step: Step, restore: Callable[[Step, tuple[str, ...]], bool]) -> None:
        super().__init__(step.text)
        self._step = step
        self._restore = restore
        self._done = False

    def undo(self) -> None:
        """Put back what stood before."""
        self._put(self._step.before)

    def redo(self) -> None:
        """Put back what stood after; the first time it stands already."""
        if self._done:
            self._put(self._step.after)
        self._done = True

    def _put(self, heads: tuple[str, ...]) -> None:
        if not self._restore(self._step, heads):
            self.setObsolete(True)


class ActBeside(QUndoCommand):
    """Undoes and redoes what was done beside answers and notes, for example with evidence.

    Args:
        words: what was done, for a person; it has been done already when the command is pushed.
        turn: puts it back (True) or does it again (False), and tells whether that was taken.
    """

    def __init__(self, words: str, turn: Callable[[bool], bool]) -> None:
        super().__init__(words)
        self._turn = turn
        self._done = False

    def undo(self) -> None:
        """Put it back."""
        self.setObsolete(not self._turn(True))

    def redo(self) -> None:
        """Do it again; the first time it is done already."""
        if self._done:
            self.setObsolete(not self._turn(False))
        self._done = True
