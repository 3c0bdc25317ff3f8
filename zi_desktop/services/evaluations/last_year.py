"""What the satker's earlier evaluations say: beside an item, and as a trend per area. It never fills anything."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zi_desktop.domain.answers import Answer
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.heads import Head
from zi_desktop.domain.instrument import Column, Instrument, Question
from zi_desktop.domain.remarks import Remark, Remarks
from zi_desktop.scoring.comparison import area_fractions, same_items
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import summaries

MOST: Final = 6
"""Evaluations of a trend."""


@dataclass(frozen=True, slots=True)
class Beside:
    """An item in the satker's previous evaluation.

    Attributes:
        evaluation, year, activity: of that evaluation.
        question: the item as it was asked then; ``same`` tells whether it still asks the same.
        answer: TPI's, or None; ``author`` and ``at`` are those of the line that stated it.
        score: of the answer, 0 to 1, or None.
        notes: the official notes, one an author.
        remarks: about this item.
    """

    evaluation: str
    year: int
    activity: str
    question: Question
    same: bool
    answer: Answer | None
    author: str
    at: str
    score: Fraction | None
    notes: tuple[Head, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One evaluation of a satker.

    ``areas`` are shares of their weights, 0 to 1, over the ``compared`` items, those that every evaluation of the trend
    asks alike, weighted as the newest does; None where the area has none of them. ``left_out`` are the codes of its
    other items. ``total`` is over all its items, in points.
    """

    evaluation: str
    year: int
    round: int
    activity: str
    edition: str
    status: str
    total: Fraction
    answered: int
    questions: int
    compared: int
    left_out: tuple[str, ...]
    areas: Mapping[str, Fraction | None]


def beside(view: EvaluationView, now: Question) -> Beside | None:
    """Return what an earlier evaluation says of an item as it is asked now; None where it did not ask this."""
    state, code = view.state, now.code
    if code not in state.instrument.questions:
        return None
    question = state.instrument.questions[code]
    heads = state.answer_cell(Column.TPI, code).heads
    return Beside(
        evaluation=view.id, year=state.identity.year, activity=state.identity.activity, question=question,
        same=question.digest == now.digest, answer=state.answers(Column.TPI).get(code),
        author=heads[0].author if heads else "", at=heads[0].wall if heads else "",
        score=view.card().question_scores.get(code), notes=state.notes(Column.TPI, code),
        remarks=Remarks(state.folded).by_item.get(code, ()),
    )  # fmt: skip


class LastYear:
    """Reads earlier evaluations of the same satker; writes nothing."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def previous(self, id_: str) -> EvaluationView | None:
        """Return the satker's last evaluation of an earlier year in which something was judged, as it was signed if it is.

        Of several in one year, an evaluasi counts more than a pembinaan or pemantauan, a later round more than an earlier.
        """
        this = self._workspace.evaluation(id_).state.identity
        found = [row for row in self._rows(this.satker) if row["year"] < this.year and row["answered"]]
        if not found:
            return None
        newest = max(found, key=lambda row: (row["year"], row["activity"] == "evaluasi", row["round"], row["id"]))
        return self._workspace.evaluation(newest["id"]).as_sealed()

    def beside(self, id_: str, code: str) -> Beside | None:
        """Return what the previous evaluation says of an item; None: there is none, or it did not ask this."""
        view = self.previous(id_)
        return None if view is None else beside(view, self._workspace.evaluation(id_).state.instrument.questions[code])

    def trend(self, satker: str) -> Sequence[TrendPoint]:
        """Return the newest evaluations of a satker (id) in which something was judged, ``MOST`` or fewer, oldest first."""
        rows = sorted(
            (row for row in self._rows(satker) if row["answered"]),
            key=lambda row: (row["year"], row["round"], row["activity"], row["id"]),
        )[-MOST:]
        if not rows:
            return ()
        views = [self._workspace.evaluation(row["id"]).as_sealed() for row in rows]
        newest = views[-1].state.instrument
        alike = frozenset[str].intersection(*(same_items(newest, view.state.instrument) for view in views))
        return tuple(_point(row, view, newest, alike) for row, view in zip(rows, views, strict=True))

    def _rows(self, satker: str) -> list[Json]:
        with self._workspace.database.reading() as connection:
            return [row.content for row in summaries.evaluations(connection, satker)]


def _point(row: Json, view: EvaluationView, newest: Instrument, alike: Collection[str]) -> TrendPoint:
    card, edition = view.card(), view.state.instrument
    return TrendPoint(
        row["id"], row["year"], row["round"], row["activity"], edition.edition, row["status"], card.total,
        card.answered, len(edition.questions), len(alike),
        tuple(code for code in edition.questions if code not in alike), area_fractions(newest, card, alike),
    )  # fmt: skip
