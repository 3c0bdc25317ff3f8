"""The rows that lists show of evaluations and satker: made from folds, stored by the transaction that changed them."""

from typing import Protocol

from sqlalchemy import Connection

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import Folded
from zi_desktop.services import summarising
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.joined import Joined
from zi_desktop.storage import events, summaries
from zi_desktop.storage.database import Database
from zi_desktop.storage.summaries import Summary


class Folding(Protocol):
    """What rows are made from."""

    database: Database

    def joined(self) -> Joined:
        """Return which subjects fold as one."""

    def view(self, evaluation_id: str, folded: Folded) -> EvaluationView:
        """Return the view of a fold."""

    def signed_record(self, view: EvaluationView) -> Json:
        """Return the signed JSON of an evaluation's live seal, or None."""


class Listing:
    """Makes, stores and looks for the rows of one workspace."""

    def __init__(self, workspace: Folding) -> None:
        self._workspace = workspace

    def row_of(self, subject: Subject, folded: Folded) -> Summary | None:
        """Return the row of a subject, or None where lists do not show it."""
        if subject.kind == "evaluation" and folded.cell("identity").heads:
            view = self._workspace.view(subject.id, folded)
            record = self._workspace.signed_record(view)
            return summarising.evaluation_summary(view, record and record["score"])
        if subject.kind == "satker":
            return summarising.satker_summary(subject.id, folded)
        return None

    def put(self, connection: Connection, subject: Subject, folded: Folded) -> None:
        """Store the row of one subject, if lists show its kind."""
        standing = self._workspace.joined().standing(subject.id)
        if standing != subject.id:
            summaries.drop(connection, subject.id)
        row = self.row_of(Subject(subject.kind, standing), folded)
        if row is not None and subject.kind == "evaluation":
            summaries.put_evaluation(connection, row)
        elif row is not None:
            summaries.put_satker(connection, row)

    def renew(self, connection: Connection, subject: Subject) -> None:
        """Store the row of a subject as this connection sees it."""
        try:
            self.put(connection, subject, self._workspace.joined().folded(connection, subject.id))
        except NotFoundError:
            # Its edition is not here: the lines are kept, and ``unlisted`` finds them when it has come.
            return

    def unlisted(self) -> list[Subject]:
        """Return the evaluations that have lines and no row."""
        with self._workspace.database.reading() as connection:
            listed = set(summaries.evaluation_ids(connection))
            known = events.subjects(connection)
        joined = self._workspace.joined()
        return [each for each in known if each.kind == "evaluation" and joined.standing(each.id) not in listed]

    def outdated(self) -> set[Subject]:
        """Return what has a row that another version of the program computed."""
        with self._workspace.database.reading() as connection:
            rows = [*summaries.evaluations(connection), *summaries.satkers(connection)]
            old = {row.id for row in rows if not row.stamp.startswith(f"{summarising.VERSIONS}:")}
            return {subject for subject in events.subjects(connection) if subject.id in old} if old else set()
