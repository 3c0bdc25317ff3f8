"""One writing transaction over a workspace: what is stated in it is durable together, or not at all."""

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection

from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.errors import StaleViewError
from zi_desktop.domain.events import Event, Subject
from zi_desktop.domain.fold import Folded
from zi_desktop.services.joined import Joined
from zi_desktop.services.listing import Listing
from zi_desktop.storage.recorder import Recorder, Statement


class Written(Protocol):
    """What a transaction writes to."""

    recorder: Recorder
    listing: Listing

    def folded(self, subject_id: str) -> Folded:
        """Return a subject as it stands."""

    def joined(self) -> Joined:
        """Return which subjects fold as one."""


class Transaction:
    """One writing transaction: what is stated in it is durable together, or not at all."""

    def __init__(self, workspace: Written, connection: Connection, author: str) -> None:
        self._workspace = workspace
        self.connection = connection
        self.author = author
        self.made: list[Event] = []
        self._made_of: dict[Subject, list[Event]] = {}
        self.folds: dict[Subject, Folded] = {}

    def folded(self, subject: Subject) -> Folded:
        """Return a subject as it stands inside this transaction."""
        if subject not in self.folds:
            self.folds[subject] = self._workspace.folded(subject.id)
        return self.folds[subject]

    def state(self, subject: Subject, statements: Sequence[Statement]) -> Folded:
        """Append statements; those of one call were all made in sight of the same state.

        Raises:
            StaleViewError: a cell does not stand as it was displayed to the author.
        """
        before = self.folded(subject)
        for statement in statements:
            displayed = before.cell(statement.cell).displayed
            if class_of(statement.cell) is not CellClass.SET and tuple(sorted(statement.edges)) != displayed:
                raise StaleViewError(statement.cell.rpartition("/")[2])
        if statements:
            earlier = self._made_of.setdefault(subject, [])
            made = self._workspace.recorder.record(self.connection, subject, self.author, statements, earlier)
            earlier.extend(made)
            self.made.extend(made)
            self.folds[subject] = before.extended(map(self._workspace.joined().aliases.renamed, made))
        return self.folds[subject]

    def put(self, subject: Subject, values: dict[str, object]) -> Folded:
        """Set cells that differ from these values, in sight of what stands."""
        folded = self.folded(subject)
        changed = {name: value for name, value in values.items() if _differs(folded, name, value)}
        return self.state(
            subject, [Statement("set", name, value, folded.cell(name).displayed) for name, value in changed.items()]
        )

    def summarise(self) -> None:
        """Store the summaries of what changed."""
        for subject in self._made_of:
            self._workspace.listing.put(self.connection, subject, self.folds[subject])


def _differs(folded: Folded, name: str, value: object) -> bool:
    cell = folded.cell(name)
    return len(cell.heads) != 1 or cell.value != value
