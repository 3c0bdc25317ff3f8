"""Looking at an evaluation: what blocks a signature, its figures, and how each came about."""

from pathlib import Path
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.heads import numbered
from zi_desktop.domain.instrument import Column
from zi_desktop.scoring.card_json import score_card_json
from zi_desktop.scoring.explanation import Explanation, explain
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evaluations.answering import Answering
from zi_desktop.services.evaluations.preflight import Preflight, preflight
from zi_desktop.services.remarks.listing import RemarkList
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, files

LARGEST_PDF: Final = 64 * 1024 * 1024
"""Bytes; a larger file is no report."""


class Reviewing:
    """Reads evaluations; writes nothing."""

    def __init__(self, workspace: Workspace, settings: Settings, answering: Answering, remarks: RemarkList) -> None:
        self._workspace = workspace
        self._settings = settings
        self._answering = answering
        self._remarks = remarks

    def preflight(self, id_: str) -> Preflight:
        """Look through an evaluation before it is signed; a sealed one is shown as it was when it was signed."""
        view = self._workspace.evaluation(id_)
        if view.state.seal:
            return preflight(view.as_sealed(), {})
        with self._workspace.database.reading() as connection:
            unnamed = {person.id for person in directory.people(connection).values() if not person.name}
        return preflight(
            view, self._answering.drafts(id_), unnamed, self._remarks.unconfirmed(id_), self._workspace.unproven(view)
        )

    def signed_file(self, id_: str) -> Path | None:
        """Return where the PDF under the live seal was put last, or None: nothing is signed, or it is not here."""
        seal = self._workspace.evaluation(id_).state.seal
        if seal is None:
            return None
        with self._workspace.database.reading() as connection:
            found = [item.file for item in directory.documents(connection, id_) if item.seal == seal.record]
        return self._workspace.folder / found[-1] if found else None

    def signed_pdf(self, id_: str) -> bytes:
        """Return the signed report of an evaluation in its newest state.

        Raises:
            NotFoundError: nothing is signed, or the file never came here.
            FileReadError: the file is gone or cannot be read.
        """
        file = self.signed_file(id_)
        if file is None:
            raise NotFoundError(
                "Laporan bertanda tangan tidak ada di ruang kerja ini. Tidak ada yang berubah; minta berkas PDF-nya kepada tim."
            )
        return files.read_whole(file, LARGEST_PDF)

    def score(self, id_: str, column: Column = Column.TPI) -> dict[str, Json]:
        """Return the score card of an evaluation; of a sealed one as it was signed, never computed again."""
        view = self._shown(id_, column)
        signed = self._workspace.signed_record(self._workspace.evaluation(id_)) if column is Column.TPI else None
        if signed:
            score: dict[str, Json] = signed["score"]
            return score
        return score_card_json(view.card(column), column, self._conflicts(view, column))

    def conflicts(self, id_: str) -> list[Json]:
        """Return where people judged differently without seeing each other: code, column, and each version with its number."""
        view = self._workspace.evaluation(id_)
        return [found for column in Column for found in self._conflicts(view, column)]

    def explain(self, id_: str, code: str, column: Column = Column.TPI) -> Explanation:
        """Tell how a figure came about: of an item, a branch, or ``total``; of a sealed evaluation as it was signed.

        Raises:
            NotFoundError: no such code.
        """
        view = self._shown(id_, column)
        state = view.state
        return explain(view.calculator, state.answers(column), code, state.disputed(column))

    def _shown(self, id_: str, column: Column) -> EvaluationView:
        """Return what is shown of a column: a seal closes the column tpi and no other."""
        view = self._workspace.evaluation(id_)
        return view.as_sealed() if column is Column.TPI else view

    def _conflicts(self, view: EvaluationView, column: Column) -> list[Json]:
        disputed = view.state.disputed(column)
        own = self._settings.person().id if disputed else ""
        return [
            {
                "code": code, "column": column.value,
                "heads": [
                    {"n": n, "value": head.value["answer"], "author": head.author, "at": head.wall}
                    for n, head in numbered(view.state.answer_cell(column, code).heads, own)
                ],
            }
            for code in disputed
        ]  # fmt: skip
