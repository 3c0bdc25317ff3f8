"""Moving an evaluation to another edition: looked at first, then one line; moving back brings every answer back."""

from dataclasses import dataclass
from fractions import Fraction

from zi_desktop.domain import cells
from zi_desktop.domain.edition_move import Fate, Moved, moved
from zi_desktop.domain.errors import InvalidInputError, StaleViewError
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.events import Subject
from zi_desktop.domain.instrument import Column, Instrument
from zi_desktop.domain.instrument_changes import Change, compare
from zi_desktop.services.closure import open_to_change
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage.recorder import Statement


@dataclass(frozen=True, slots=True)
class MovePreview:
    """What moving an evaluation would do; totals are those of the column TPI, in points.

    Attributes:
        answers: what becomes of each answer, of every column.
        reworded: items that stay the same and are worded otherwise, as far as both official wordings are here: an
            answer follows, and is worth a second look.
        unanswered: items of the other edition that TPI would have to answer.
        head: what was looked at.
    """

    id: str
    before: Instrument
    after: Instrument
    answers: tuple[Moved, ...]
    reworded: tuple[str, ...]
    unanswered: tuple[str, ...]
    total_before: Fraction
    total_after: Fraction
    head: str

    def of(self, *fates: Fate) -> tuple[Moved, ...]:
        """Return the answers that meet one of these fates."""
        return tuple(answer for answer in self.answers if answer.fate in fates)


class EditionMoving:
    """Moves evaluations between the editions of a workspace."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def preview(self, id_: str, structure: str) -> MovePreview:
        """Return what moving an evaluation would do; nothing changes.

        Raises:
            NotFoundError: no such evaluation or edition.
            InvalidInputError: it is of that edition already, and nobody began it with another one.
            SealedError: it is signed or archived.
        """
        view = open_to_change(self._workspace, id_)
        after = self._workspace.editions.edition(structure)
        before = view.state.instrument
        if before.structure_digest == structure and not view.state.folded.cell("identity").conflicted:
            raise InvalidInputError(f"Evaluasi ini sudah memakai edisi {after.edition}. Tidak ada yang berubah.")
        there = EvaluationState(view.id, view.state.folded, after)
        card = self._workspace.editions.calculator(structure).score(
            there.answers(Column.TPI), there.disputed(Column.TPI)
        )
        return MovePreview(
            view.id, before, after, moved(view.state, there), self._reworded(before, after), card.unanswered,
            view.card().total, card.total, view.state.folded.head,
        )  # fmt: skip

    def apply(self, preview: MovePreview, author: str = "") -> EvaluationView:
        """Move the evaluation as it was looked at.

        Raises:
            StaleViewError: something was stated since.
            SealedError: it is signed or archived by now.
        """
        view = open_to_change(self._workspace, preview.id)
        if view.state.folded.head != preview.head:
            raise StaleViewError(cells.EDITION)
        cell = view.state.folded.cell(cells.EDITION)
        value = {"structure": preview.after.structure_digest}
        with self._workspace.writing(self._settings.author(author)) as transaction:
            subject = Subject("evaluation", view.id)
            transaction.state(subject, [Statement("set", cells.EDITION, value, cell.displayed)])
        return self._workspace.evaluation(view.id)

    def _reworded(self, before: Instrument, after: Instrument) -> tuple[str, ...]:
        editions = self._workspace.editions
        old, new = (editions.official(each.structure_digest) for each in (before, after))
        return tuple(item.code for item in compare(before, after, old, new).of(Change.REWORDED))
