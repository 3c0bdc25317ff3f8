"""An open workspace: its database, the pen of this run, and the subjects that were folded last."""

import datetime as dt
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

from sqlalchemy import Connection

from zi_desktop.domain import canonical
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.errors import NotFoundError, StaleViewError, WorkspaceError
from zi_desktop.domain.events import Event, Subject
from zi_desktop.domain.fold import Folded, fold
from zi_desktop.domain.identity import OFFICE_ID
from zi_desktop.domain.oversight import Exceeded
from zi_desktop.services import summarising
from zi_desktop.services.editions import Editions
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.provenance import Provenance, provenance, unproven_settlements
from zi_desktop.storage import directory, events, summaries
from zi_desktop.storage.database import Database
from zi_desktop.storage.recorder import Recorder, Statement
from zi_desktop.storage.summaries import Summary

_KEPT_FOLDS: Final = 16
"""Evaluations kept folded: a few are open at a time, the rest is read again."""


def local_now() -> dt.datetime:
    """Return the time of this computer with its offset."""
    return dt.datetime.now().astimezone()


class Workspace:
    """The one thing that services share. Closed with ``close`` or as a context manager."""

    def __init__(self, folder: Path, *, write: bool, now: Callable[[], dt.datetime] = local_now) -> None:
        """Open a workspace; see ``Database`` for what may be raised."""
        self.folder = folder
        self.now = now
        self.database = Database(folder, write=write)
        self.recorder = Recorder(now)
        self._folds: OrderedDict[str, Folded] = OrderedDict()
        self._views: dict[str, EvaluationView] = {}
        self.editions = Editions(lambda: self.folded(OFFICE_ID))
        if write:
            self._begin_writing()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database and let the next writer in."""
        self.database.close()

    @property
    def today(self) -> str:
        """Return the date of this computer, ISO."""
        return self.now().date().isoformat()

    def folded(self, subject_id: str) -> Folded:
        """Return a subject as it stands; one without lines is empty."""
        if subject_id not in self._folds:
            with self.database.reading() as connection:
                self._remember(subject_id, fold(events.load(connection, [subject_id])))
        self._folds.move_to_end(subject_id)
        return self._folds[subject_id]

    def evaluation(self, evaluation_id: str) -> EvaluationView:
        """Return an evaluation as it stands.

        Raises:
            NotFoundError: there is none of that id.
        """
        folded = self.folded(evaluation_id)
        if not folded.cell("identity").heads:
            raise NotFoundError(f"Evaluasi {evaluation_id} tidak ada di ruang kerja ini. Lihat daftarnya, lalu ulangi.")
        return self.view(evaluation_id, folded)

    def view(self, evaluation_id: str, folded: Folded) -> EvaluationView:
        """Return the view of a fold, the one made last where nothing changed."""
        earlier = self._views.get(evaluation_id)
        if earlier is None or earlier.state.folded is not folded or self._reworded(earlier):
            self._views[evaluation_id] = EvaluationView(evaluation_id, folded, self.editions, earlier)
        return self._views[evaluation_id]

    def _reworded(self, view: EvaluationView) -> bool:
        """Tell whether the office chose another wording since a view was made."""
        return view.state.instrument is not self.editions.known(view.state.instrument.structure_digest)

    def signed_record(self, view: EvaluationView) -> Json:
        """Return the signed JSON of an evaluation's live seal, or None where there is no seal or it is not here."""
        seal = view.state.seal
        if seal is None:
            return None
        with self.database.reading() as connection:
            found = [item for item in directory.documents(connection, view.id) if item.seal == seal.record]
        return canonical.decode(found[-1].record) if found else None

    def unproven(self, view: EvaluationView) -> tuple[Exceeded, ...]:
        """Return the settlements that stand although nobody proved their author, and that the lead has not closed."""
        return unproven_settlements(view.state, self.provenance(view.id))

    def provenance(self, subject_id: str) -> Provenance:
        """Return who stands behind the lines of a subject."""
        with self.database.reading() as connection:
            return provenance(connection, subject_id)

    @contextmanager
    def writing(self, author: str) -> Iterator["Transaction"]:
        """Give one transaction in which ``author`` (a person's id) states things; durable when the block is left."""
        with self._durably() as connection:
            transaction = Transaction(self, connection, author)
            yield transaction
            transaction.summarise()
        self.recorder.keep(transaction.made)
        for subject, folded in transaction.folds.items():
            self._remember(subject.id, folded)

    @contextmanager
    def receiving(self) -> Iterator[Connection]:
        """Give one transaction for lines that others wrote (``receive``); durable when the block is left."""
        try:
            with self._durably() as connection:
                yield connection
        finally:
            self._forget()

    def receive(self, connection: Connection, subject: Subject, lines: Sequence[Event]) -> None:
        """Append lines that others wrote (checked, and each behind its previous one), and renew the subject's summary."""
        events.append_received(connection, lines)
        self.renew_summary(connection, subject)

    def list_unlisted(self) -> None:
        """Make the summaries of evaluations whose edition of the worksheet came after their lines."""
        with self.database.reading() as connection:
            listed = set(summaries.evaluation_ids(connection))
            found = [
                each for each in events.subjects(connection) if each.kind == "evaluation" and each.id not in listed
            ]
        if found:
            with self.receiving() as connection:
                for subject in found:
                    self.renew_summary(connection, subject)

    def renew_summary(self, connection: Connection, subject: Subject) -> None:
        """Store the summary of a subject as this connection sees it."""
        try:
            self.put_summary(connection, subject, fold(events.load(connection, [subject.id])))
        except NotFoundError:
            # Its edition is not here: the lines are kept, and ``list_unlisted`` finds them when it has come.
            return

    @contextmanager
    def _durably(self) -> Iterator[Connection]:
        try:
            with self.database.writing() as connection:
                yield connection
        except WorkspaceError:
            # Whether the disk kept it is not known: nothing of this run may be continued or believed unread.
            self.recorder.break_off()
            self._forget()
            raise

    def _forget(self) -> None:
        self._folds.clear()
        self._views.clear()

    def _remember(self, subject_id: str, folded: Folded) -> None:
        self._folds[subject_id] = folded
        self._folds.move_to_end(subject_id)
        while len(self._folds) > _KEPT_FOLDS:
            dropped, _ = self._folds.popitem(last=False)
            self._views.pop(dropped, None)

    def _begin_writing(self) -> None:
        """Bring summaries up to date; where that fails, the next one who opens the workspace is not kept out."""
        try:
            self._renew_summaries()
        except WorkspaceError:
            self.close()
            raise

    def _renew_summaries(self) -> None:
        """Compute again what another version of the program computed."""
        with self.database.reading() as connection:
            rows = [*summaries.evaluations(connection), *summaries.satkers(connection)]
        old = [row.id for row in rows if not row.stamp.startswith(f"{summarising.VERSIONS}:")]
        if old:
            with self.database.writing() as connection:
                self.summarise(connection, {subject for subject in events.subjects(connection) if subject.id in old})

    def summarise(self, connection: Connection, subjects: set[Subject]) -> None:
        """Store fresh summaries of some subjects, as this connection sees them."""
        # Their editions may stand in lines of the same transaction, which no other connection sees yet.
        self._remember(OFFICE_ID, fold(events.load(connection, [OFFICE_ID])))
        for subject in sorted(subjects, key=lambda item: item.id):
            self.put_summary(connection, subject, fold(events.load(connection, [subject.id])))

    def put_summary(self, connection: Connection, subject: Subject, folded: Folded) -> None:
        """Store the summary of one subject, if lists show its kind."""
        summary = self.summary_of(subject, folded)
        if summary is not None and subject.kind == "evaluation":
            summaries.put_evaluation(connection, summary)
        elif summary is not None:
            summaries.put_satker(connection, summary)

    def summary_of(self, subject: Subject, folded: Folded) -> Summary | None:
        """Return the summary of a subject, or None where lists do not show it."""
        if subject.kind == "evaluation" and folded.cell("identity").heads:
            view = self.view(subject.id, folded)
            record = self.signed_record(view)
            return summarising.evaluation_summary(view, record and record["score"])
        if subject.kind == "satker":
            return summarising.satker_summary(subject.id, folded)
        return None


class Transaction:
    """One writing transaction: what is stated in it is durable together, or not at all."""

    def __init__(self, workspace: Workspace, connection: Connection, author: str) -> None:
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
            self.folds[subject] = before.extended(made)
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
            self._workspace.put_summary(self.connection, subject, self.folds[subject])


def _differs(folded: Folded, name: str, value: object) -> bool:
    cell = folded.cell(name)
    return len(cell.heads) != 1 or cell.value != value
