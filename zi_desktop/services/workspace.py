"""An open workspace: its database, the pen of this run, and the subjects that were folded last."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from zi_desktop.domain import aliases, canonical
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.events import Event, Subject
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.identity import OFFICE_ID, evaluation_id
from zi_desktop.domain.oversight import Exceeded
from zi_desktop.domain.workspace_errors import WorkspaceError
from zi_desktop.services import emptied_lines
from zi_desktop.services.editions import Editions
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.joined import SEPARATE, Joined, joined, mentioned, says_who_is_one
from zi_desktop.services.kept_folds import KeptFolds
from zi_desktop.services.listing import Listing
from zi_desktop.services.provenance import Provenance, provenance, unproven_settlements
from zi_desktop.services.transactions import Transaction
from zi_desktop.storage import directory, events, summaries
from zi_desktop.storage.database import Database
from zi_desktop.storage.recorder import Recorder


def local_now() -> dt.datetime:
    """Return the time of this computer with its offset."""
    return dt.datetime.now().astimezone()


class Workspace:
    """The one thing that services share. Closed with ``close`` or as a context manager."""

    def __init__(
        self,
        folder: Path,
        *,
        write: bool,
        now: Callable[[], dt.datetime] = local_now,
        shared: "tuple[Database, KeptFolds] | None" = None,
    ) -> None:
        """Open a workspace, or what somebody else has open and shares; see ``Database`` for what may be raised."""
        self.folder = folder
        self.now = now
        self.database, self._folds = shared or (Database(folder, write=write), KeptFolds())
        self.recorder = Recorder(now)
        self._shares = shared is not None
        self._emptied = self._to_join = False
        self._joined: tuple[Folded, Joined] | None = None
        self.editions = Editions(lambda: self.folded(OFFICE_ID))
        self.listing = Listing(self)
        if write and not self._shares:
            self._begin_writing()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database and let the next writer in; one that shares it leaves it open."""
        self._folds.close()
        if not self._shares:
            if self._emptied:
                self._emptied = False
                self.wipe()
            self.database.close()

    def beside(self) -> "Workspace":
        """Return the same workspace for another thread: with folds and a pen of its own, over the same open database."""
        shared = self.database, KeptFolds(self._folds)
        return Workspace(self.folder, write=self.database.writable, now=self.now, shared=shared)

    @property
    def today(self) -> str:
        """Return the date of this computer, ISO."""
        return self.now().date().isoformat()

    def folded(self, subject_id: str) -> Folded:
        """Return a subject as it stands; one without lines is empty."""
        if subject_id == OFFICE_ID:
            return self._kept(SEPARATE, subject_id)
        joined = self.joined()
        return self._kept(joined, joined.standing(subject_id))

    def joined(self) -> Joined:
        """Return which subjects fold as one."""
        office = self.folded(OFFICE_ID)
        if not office.names_below(aliases.KIND):
            return SEPARATE
        if self._joined is None or self._joined[0] is not office:
            with self.database.reading() as connection:
                self._joined = office, joined(connection, office)
        return self._joined[1]

    def _kept(self, joined: Joined, subject_id: str) -> Folded:
        folded = self._folds.get(subject_id)
        if folded is None:
            with self.database.reading() as connection:
                folded = joined.folded(connection, subject_id)
            self._folds.keep(subject_id, folded)
        return folded

    def evaluation(self, evaluation_id: str) -> EvaluationView:
        """Return an evaluation as it stands.

        Raises:
            NotFoundError: there is none of that id.
        """
        evaluation_id = self.joined().standing(evaluation_id)
        folded = self.folded(evaluation_id)
        if not folded.cell("identity").heads:
            raise NotFoundError(f"Evaluasi {evaluation_id} tidak ada di ruang kerja ini. Lihat daftarnya, lalu ulangi.")
        return self.view(evaluation_id, folded)

    def view(self, evaluation_id: str, folded: Folded) -> EvaluationView:
        """Return the view of a fold, the one made last where nothing changed."""
        earlier = self._folds.views.get(evaluation_id)
        if earlier is None or earlier.state.folded is not folded or self._reworded(earlier):
            self._folds.views[evaluation_id] = EvaluationView(evaluation_id, folded, self.editions, earlier)
        return self._folds.views[evaluation_id]

    def _reworded(self, view: EvaluationView) -> bool:
        """Tell whether the office chose another wording since a view was made."""
        return view.state.instrument is not self.editions.known(view.state.instrument.structure_digest)

    def signed_record(self, view: EvaluationView) -> Json:
        """Return the signed JSON of an evaluation's live seal, or None where there is no seal or it is not here."""
        seal = view.state.seal
        if seal is None:
            return None
        with self.database.reading() as connection:
            members = self.joined().members(view.id)
            found = [d for id_ in members for d in directory.documents(connection, id_) if d.seal == seal.record]
        return canonical.decode(found[-1].record) if found else None

    def unproven(self, view: EvaluationView) -> tuple[Exceeded, ...]:
        """Return the settlements that stand although nobody proved their author, and that the lead has not closed."""
        return unproven_settlements(view.state, self.provenance(view.id))

    def provenance(self, subject_id: str) -> Provenance:
        """Return who stands behind the lines of a subject."""
        with self.database.reading() as connection:
            return provenance(connection, self.joined().members(subject_id), self.joined().aliases)

    @contextmanager
    def writing(self, author: str) -> Iterator[Transaction]:
        """Give one transaction in which ``author`` (a person's id) states things; durable when the block is left."""
        author = self.joined().aliases.standing(author)
        with self._durably() as connection:
            transaction = Transaction(self, connection, author)
            yield transaction
            transaction.summarise()
        self.recorder.keep(transaction.made)
        for subject, folded in transaction.folds.items():
            self._folds.keep(self.joined().standing(subject.id), folded)
        if self.joined() is not SEPARATE and any(line.kind == "created" for line in transaction.made):
            self._joined = None
        if any(map(says_who_is_one, transaction.made)):
            self.join()

    @contextmanager
    def receiving(self) -> Iterator[Connection]:
        """Give one transaction for lines that others wrote (``receive``); durable when the block is left."""
        try:
            with self._durably() as connection:
                yield connection
        finally:
            self._folds.clear()
            self._joined = None

    def receive(self, connection: Connection, subject: Subject, lines: Sequence[Event]) -> None:
        """Append lines that others wrote (each behind its previous one), empty what was taken away, renew the summary."""
        events.append_received(connection, lines)
        if emptied_lines.carry_out(connection, subject.id):
            self._emptied = True
        self._to_join = self._to_join or any(map(says_who_is_one, lines))
        self.listing.renew(connection, subject)

    def list_unlisted(self) -> None:
        """Make the summaries of evaluations whose edition of the worksheet, or whose twin, came after their lines."""
        if self._to_join:
            self.join()
        elif twins := self.joined().twins:
            with self.receiving() as connection:
                self.summarise(connection, {Subject("evaluation", id_) for id_ in twins})
        if found := self.listing.unlisted():
            with self.receiving() as connection:
                for subject in found:
                    self.listing.renew(connection, subject)

    @contextmanager
    def _durably(self) -> Iterator[Connection]:
        try:
            with self.database.writing() as connection:
                self._folds.follow()  # nobody else writes from here on
                yield connection
                self._folds.tell_others()
            self._folds.tell_others()  # once more: what somebody read meanwhile was the state before
        except WorkspaceError:
            # Whether the disk kept it is not known: nothing of this run may be continued or believed unread.
            self.recorder.break_off()
            self._folds.clear()
            raise

    def _begin_writing(self) -> None:
        """Bring summaries up to date; where that fails, the next one who opens the workspace is not kept out."""
        try:
            self._renew_summaries()
        except WorkspaceError:
            self.close()
            raise
        self.wipe()

    def evaluation_of(self, satker: str, year: int, activity: str, round_: int) -> str:
        """Return the id of an evaluation: the one with which it began, where that was under another id of the satker."""
        joined = self.joined()
        if len(joined.members(satker)) > 1:
            with self.database.reading() as connection:
                for row in summaries.evaluations(connection, joined.standing(satker)):
                    if (row.content["year"], row.content["activity"], row.content["round"]) == (year, activity, round_):
                        return row.id
        return evaluation_id(satker, year, activity, round_)

    def join(self) -> None:
        """Let the lists show as one what is one now, and apart what is no longer."""
        office = self.folded(OFFICE_ID)
        ids = mentioned(office, aliases.SATKER)
        with self.receiving() as connection:
            found = {Subject("satker", id_) for id_ in ids} | {e.subject for e in events.beginnings(connection, ids)}
            if mentioned(office, aliases.PERSON):
                found |= {each for each in events.subjects(connection) if each.kind == "evaluation"}
            self.summarise(connection, found)
        self._to_join = False

    def wipe(self) -> None:
        """Leave nothing in the file of lines that were emptied; where there is no room for that now, it is done later."""
        with suppress(WorkspaceError):
            with self.database.reading() as connection:
                due = directory.settings(connection).get(emptied_lines.TO_WIPE, False)
            if due and self.database.wipe():
                with self.database.writing() as connection:
                    directory.put_setting(connection, emptied_lines.TO_WIPE, value=False)

    def _renew_summaries(self) -> None:
        """Compute again what another version of the program computed."""
        if old := self.listing.outdated():
            with self.database.writing() as connection:
                self.summarise(connection, old)

    def summarise(self, connection: Connection, subjects: set[Subject]) -> None:
        """Store fresh summaries of some subjects, as this connection sees them."""
        # Their editions may stand in lines of the same transaction, which no other connection sees yet.
        office = SEPARATE.folded(connection, OFFICE_ID)
        self._folds.keep(OFFICE_ID, office)
        self._joined = office, joined(connection, office)
        for subject in sorted(subjects, key=lambda item: item.id):
            self.listing.renew(connection, subject)
