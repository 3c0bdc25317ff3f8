"""Answering: every statement about an item, durable before the call returns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Answer, Counted, answer_to_json
from zi_desktop.domain.border import clean_line, clean_text
from zi_desktop.domain.errors import AnswerError, InvalidInputError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.instrument import Column, Question
from zi_desktop.domain.survey import survey_detail
from zi_desktop.services.closure import open_to_change
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.naming import question_of
from zi_desktop.services.settings import Settings
from zi_desktop.services.transactions import Transaction
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory
from zi_desktop.storage.recorder import Statement
from zi_desktop.worksheets.answer_list import AnswerEntry, read_answer_list

_NO_NOTE: Final = (
    "“Tidak berlaku” memerlukan Catatan TPI yang menjelaskannya. Tidak ada yang tersimpan; isikan catatannya."
)
_UNDONE: Final = ("answer", "note", "internal", "detail", "mark")
"""First parts of the cells whose last step can be undone."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Texts given with an answer; None leaves the note as it is."""

    official: str | None = None
    internal: str | None = None


class Answering:
    """States answers, notes and marks in an evaluation."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def answer(
        self,
        id_: str,
        code: str,
        answer: Answer | None,
        *,
        column: Column = Column.TPI,
        displayed: Sequence[str],
        notes: Notes = Notes(),
        author: str = "",
    ) -> EvaluationView:
        """Answer one item (None clears it), with its notes, and return the evaluation with its new figures.

        Args:
            id_: the evaluation.
            code: the item.
            answer: as read by ``domain.answers.read_answer``; None clears.
            column: whose opinion it is.
            displayed: the heads of the answer's cell that the author saw (``state.answer_cell(…).displayed``).
            notes: Catatan TPI and internal note that go with it.
            author: who answers; empty = the person at this laptop.

        Raises:
            StaleViewError: something else stands than what was displayed; nothing was written.
            SealedError: the evaluation is closed.
            AnswerError: "tidak berlaku" without a note, or people disagree and ``settle`` is needed.
        """
        view = open_to_change(self._workspace, id_)
        question = question_of(view.state.instrument, code)
        _refuse_disputed(view, column, [code])
        _check_note(view, column, question, answer, notes.official)
        cell = cells.answer(column, code)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            statement = Statement("set", cell, _judgement(question, answer), tuple(displayed))
            transaction.state(_subject(id_), [statement])
            self._note(transaction, id_, cells.note(column, code), notes.official)
            self._note(transaction, id_, cells.internal(code), notes.internal)
            directory.drop_drafts(transaction.connection, id_, [cell], transaction.author)
        return self._workspace.evaluation(id_)

    def answer_list(self, id_: str, path: Path, *, column: Column = Column.TPI, author: str = "") -> int:
        """Take a list of answers in one transaction, or nothing when a row is wrong; return how many answers it had.

        Raises:
            ListError: names the rows that are wrong.
            AnswerError: people disagree on an item of the list, and ``settle`` is needed.
            SealedError: the evaluation is closed.
        """
        view = open_to_change(self._workspace, id_)
        entries = read_answer_list(path, view.state.instrument)
        _refuse_disputed(view, column, [entry.code for entry in entries if entry.answer])
        with self._workspace.writing(self._settings.author(author)) as transaction:
            for entry in entries:
                self._take(transaction, view, entry, column)
        return sum(entry.answer is not None for entry in entries)

    def note(self, id_: str, code: str, text: str, *, column: Column = Column.TPI, author: str = "") -> EvaluationView:
        """Write the official note of an item (the author's own register; an empty text takes it away)."""
        return self._write_note(id_, code, cells.note(column, code), text, author)

    def internal_note(self, id_: str, code: str, text: str, *, author: str = "") -> EvaluationView:
        """Write the team's own note of an item, which enters no output."""
        return self._write_note(id_, code, cells.internal(code), text, author)

    def detail(
        self, id_: str, code: str, key: str, text: str, *, column: Column = Column.TPI, author: str = ""
    ) -> EvaluationView:
        """Write a survey detail of an index item (source, period, respondents, original scale).

        Raises:
            InvalidInputError: the item has no such detail.
            AnswerError: what should be a number of respondents or a scale is none.
        """
        view = open_to_change(self._workspace, id_)
        if key not in {detail.key for detail in question_of(view.state.instrument, code).details}:
            raise InvalidInputError(f"{code}: rincian {clean_line(key)} tidak dikenal. Tidak ada yang tersimpan.")
        kept = survey_detail(key, text)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            cell = cells.detail(column, code, key)
            transaction.put(_subject(id_), {cell: kept})
            directory.drop_drafts(transaction.connection, id_, [cell], transaction.author)
        return self._workspace.evaluation(id_)

    def mark(self, id_: str, code: str, *, marked: bool, author: str = "") -> EvaluationView:
        """Mark an item for discussion, or take the mark away."""
        view = open_to_change(self._workspace, id_)
        question_of(view.state.instrument, code)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(_subject(id_), {f"mark/{code}": marked})
        return self._workspace.evaluation(id_)

    def restore(
        self, id_: str, cell: str, heads: Sequence[str], *, displayed: Sequence[str], author: str = ""
    ) -> EvaluationView:
        """Put earlier heads of a cell back in force (undo and redo); their authors stay, nothing is erased.

        Raises:
            InvalidInputError: a head that this cell never had, or a cell that is not undone.
            AnswerError: people disagree meanwhile, and ``settle`` is needed.
            StaleViewError: something else stands than what was displayed.
        """
        view = open_to_change(self._workspace, id_)
        if cell.partition("/")[0] not in _UNDONE or not view.state.folded.stated(cell).issuperset(heads):
            raise InvalidInputError("Langkah ini tidak dapat dibatalkan. Tidak ada yang berubah.")
        if cell.startswith("answer/"):
            _, column, code = cell.split("/")
            _refuse_disputed(view, Column(column), [code])
        with self._workspace.writing(self._settings.author(author)) as transaction:
            statement = Statement("restore", cell, {"heads": sorted(heads)}, tuple(displayed))
            transaction.state(_subject(id_), [statement])
        return self._workspace.evaluation(id_)

    def settle(
        self,
        id_: str,
        code: str,
        answer: Answer | None,
        reason: str,
        *,
        column: Column = Column.TPI,
        displayed: Sequence[str],
        author: str = "",
    ) -> EvaluationView:
        """Close a disagreement: one judgement with a reason, naming the heads that were displayed.

        Raises:
            InvalidInputError: there is nothing to settle, or no reason.
        """
        view = open_to_change(self._workspace, id_)
        question = question_of(view.state.instrument, code)
        if not view.state.answer_cell(column, code).conflicted or not reason.strip():
            raise InvalidInputError(f"{code}: tidak ada beda penilaian, atau alasannya kosong. Tidak ada yang berubah.")
        value = {**_judgement(question, answer), "reason": clean_text(reason)}
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.state(_subject(id_), [Statement("settle", cells.answer(column, code), value, tuple(displayed))])
        return self._workspace.evaluation(id_)

    def keep_draft(self, id_: str, cell: str, text: str, author: str = "") -> None:
        """Keep what is being typed in a cell: durable at once, never synchronised; an empty text forgets it."""
        person = self._settings.author(author)
        with self._workspace.database.writing() as connection:
            if text:
                wall = self._workspace.now().isoformat(timespec="seconds")
                directory.put_draft(connection, id_, cell, person, clean_text(text), wall)
            else:
                directory.drop_drafts(connection, id_, [cell], person)

    def drafts(self, id_: str, author: str = "") -> dict[str, str]:
        """Return what a person was typing in an evaluation: cell to text."""
        person = self._settings.author(author)
        with self._workspace.database.reading() as connection:
            return {cell: text for (cell, by), text in directory.drafts(connection, id_).items() if by == person}

    def _take(self, transaction: Transaction, view: EvaluationView, entry: AnswerEntry, column: Column) -> None:
        question = view.state.instrument.questions[entry.code]
        if entry.answer:
            transaction.put(_subject(view.id), {cells.answer(column, entry.code): _judgement(question, entry.answer)})
        if entry.note:
            self._note(transaction, view.id, cells.note(column, entry.code), entry.note)

    def _write_note(self, id_: str, code: str, cell: str, text: str, author: str) -> EvaluationView:
        view = open_to_change(self._workspace, id_)
        question_of(view.state.instrument, code)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            self._note(transaction, id_, cell, text)
            directory.drop_drafts(transaction.connection, id_, [cell], transaction.author)
        return self._workspace.evaluation(id_)

    @staticmethod
    def _note(transaction: Transaction, id_: str, cell: str, text: str | None) -> None:
        if text is None:
            return
        folded = transaction.folded(_subject(id_))
        value = {"text": clean_text(text)}
        if _own_text(folded, cell, transaction.author) != value["text"]:
            transaction.state(_subject(id_), [Statement("set", cell, value, folded.cell(cell).displayed)])


def _own_text(folded: Folded, cell: str, author: str) -> str:
    own = [head.value["text"] for head in folded.cell(cell).heads if head.author == author]
    return own[0] if len(own) == 1 else "".join(own)


def _subject(id_: str) -> Subject:
    return Subject("evaluation", id_)


def _refuse_disputed(view: EvaluationView, column: Column, codes: Iterable[str]) -> None:
    """Leave a disagreement to ``settle``: an answer over it would close it without a reason."""
    disputed = view.state.disputed(column)
    if found := [code for code in codes if code in disputed]:
        raise AnswerError(
            f"{', '.join(found[:5])}: ada beda penilaian. Belum ada yang tersimpan; putuskan dahulu dengan alasan."
        )


def _judgement(question: Question, answer: Answer | None) -> dict[str, object]:
    return {"answer": None if answer is None else answer_to_json(answer), "item": question.digest}


def _check_note(
    view: EvaluationView, column: Column, question: Question, answer: Answer | None, given: str | None
) -> None:
    stated = isinstance(answer, Counted) and answer.not_applicable
    text = (
        given if given is not None else "".join(head.value["text"] for head in view.state.notes(column, question.code))
    )
    if stated and not text.strip():
        raise AnswerError(f"{question.code}: {_NO_NOTE}")
