"""What taking a column of a worksheet would do, item by item, before anything of it is taken."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Answer, answer_to_json, exceeds
from zi_desktop.domain.border import clean_text
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.imports import Imported, imports
from zi_desktop.domain.instrument import Column, Question
from zi_desktop.domain.instrument_wording import ItemWording
from zi_desktop.scoring.calculator import Calculator
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.worksheets.reading import Difference, Fault, Refusal, SheetAnswer, SheetColumn
from zi_desktop.worksheets.sheet_model import SheetFigure

_EMPTIED: Final = "/kosong"
_SHOWN: Final = 60
"""Letters of a text that is too long to be taken, to know it by."""
_SETTLE: Final = "ada beda penilaian di sini; putuskan dahulu dengan alasan"


class ItemState(StrEnum):
    """What taking an item of a worksheet would do."""

    NEW = "new"
    """Nothing stood."""
    CHANGED = "changed"
    """Something else stood."""
    EMPTIED = "emptied"
    """The sheet is empty where something stands: taken away only if a person chooses so."""
    DISPUTED = "disputed"
    """Versions of the sheet that did not see each other stand: this one takes their place only if a person chooses so."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """A note or link: what the column's own text was and would be; "" = none."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One item that would change. ``id`` names it when rows are chosen: its code, or the code with a mark where emptied.

    Attributes:
        before: the answer that stands; None = unanswered or disputed.
        after: the answer that would stand.
        versions: the answers that stand unseen by each other, if DISPUTED.
        answered: whether the answer would change (else only note or link).
        note: the change of the note, or None where it stays.
        link: the change of the evidence link, or None where it stays.
        cell: where the sheet has the answer ("K7"), or "".
        text: the answer as written there.
        exceeds: a numerator above its denominator: scored capped, "perlu diperiksa".
        typed: what would be replaced was typed in this program, not taken from a worksheet.
        judged: TPI answered this item while the value stood that would change now.
        cells: what would be stated, cell to value.
    """

    id: str
    code: str
    state: ItemState
    before: Answer | None
    after: Answer | None
    versions: tuple[Answer | None, ...]
    answered: bool
    note: TextChange | None
    link: TextChange | None
    cell: str
    text: str
    exceeds: bool
    typed: bool
    judged: bool
    cells: Mapping[str, Json]

    @property
    def proposed(self) -> bool:
        """Tell whether the row is taken unless a person says otherwise: it takes nothing away and settles nothing."""
        return self.state in (ItemState.NEW, ItemState.CHANGED)


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a worksheet would do to one column of an evaluation. Everything in it is as of when it was made.

    Attributes:
        evaluation: its id.
        column: the only column that is touched.
        file: name of the file; ``digest`` is the SHA-256 of its bytes, ``layout`` is ``lampiran3`` or ``portalrb``.
        rows: what can be chosen, in the order of the worksheet.
        same: how many items stand already as the sheet has them; ``blank`` is how many are empty there and here.
        refused: what is never taken, with cell and reason.
        faults: what is wrong with the sheet itself.
        before: the column's score card as it stands; ``sheet`` is that of the sheet's answers alone, computed here.
        sheet_total: the total that the sheet itself shows, if it was computed there from this column.
        differences: each figure of the sheet that is not ours, with the faults that explain it.
        previous: the worksheet taken into this column last, if any.
        taken: when this very file was taken into this column last, if it was.
        later: the worksheets taken since then, oldest first: this file is an older version than those.
        warnings: sentences about the whole file (another satker's name, another year), for a person to overrule.
        left_out: what people wrote in the sheet that no column takes, the first of ``left_out_count``.
        wording: the official texts that the sheet has, by code.
        displayed: the heads of every cell that a row would fill, as they were when the preview was made.
        answers: the answers that stand in the column; ``disputed`` are the versions of its disputed items.
        calculator: of the evaluation's edition.
    """

    evaluation: str
    column: Column
    file: str
    digest: str
    layout: str
    rows: tuple[ImportRow, ...]
    same: int
    blank: int
    refused: tuple[Refusal, ...]
    faults: tuple[Fault, ...]
    before: ScoreCard
    sheet: ScoreCard
    sheet_total: SheetFigure
    differences: tuple[Difference, ...]
    previous: Imported | None
    taken: Imported | None
    later: tuple[Imported, ...]
    warnings: tuple[str, ...]
    left_out: tuple[Refusal, ...]
    left_out_count: int
    wording: Mapping[str, ItemWording]
    displayed: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, Answer]
    disputed: Mapping[str, tuple[Answer | None, ...]]
    calculator: Calculator

    @property
    def proposed(self) -> tuple[str, ...]:
        """Return the ids of the rows that are taken unless a person says otherwise."""
        return tuple(row.id for row in self.rows if row.proposed)

    def of(self, state: ItemState) -> tuple[ImportRow, ...]:
        """Return the rows of a state."""
        return tuple(row for row in self.rows if row.state is state)

    def choosing(self, ids: Collection[str]) -> ScoreCard:
        """Return the column's score card as it would be after taking these rows."""
        taken = {row.code: row.after for row in self.rows if row.id in ids and row.answered}
        answers = {code: answer for code, answer in {**self.answers, **taken}.items() if answer is not None}
        disputed = {code: versions for code, versions in self.disputed.items() if code not in taken}
        return self.calculator.score(answers, disputed)

    @property
    def total_before(self) -> Fraction:
        """Return the column's total as it stands, in points."""
        return self.before.total

    @property
    def total_after(self) -> Fraction:
        """Return the column's total after taking what is proposed, in points."""
        return self.choosing(self.proposed).total


class Comparison:
    """A column of a worksheet beside the same column of an evaluation."""

    def __init__(self, view: EvaluationView, column: Column, sheet: SheetColumn) -> None:
        """Compare item by item; the results stand in ``rows``, ``refused``, ``same`` and ``blank``."""
        self._state = view.state
        self._column = column
        self._sheet = sheet
        self._answers = view.state.answers(column)
        self._disputed = view.state.disputed(column)
        self._again = frozenset(view.state.ask_again(column))
        # The first worksheet of a unit changes nothing that TPI could have judged.
        self._late = column is Column.MANDIRI and bool(self._answers or imports(view.state.folded, column))
        self._refused_codes = {refusal.code for refusal in sheet.refused}
        self.refused: list[Refusal] = list(sheet.refused)
        self.same = self.blank = 0
        rows: list[ImportRow] = []
        for question in view.state.instrument.questions.values():
            rows += self._compare(question)
        self.rows = tuple(rows)

    @property
    def displayed(self) -> Mapping[str, tuple[str, ...]]:
        """Return the heads of every cell that a row would fill."""
        return {cell: self._state.folded.cell(cell).displayed for row in self.rows for cell in row.cells}

    def _compare(self, question: Question) -> Sequence[ImportRow]:
        code = question.code
        given = self._sheet.answers.get(code)
        cell = self._state.answer_cell(self._column, code)
        texts = {
            name: self._text(name, code, text.get(code, ""))
            for name, text in (
                (cells.note(self._column, code), self._sheet.notes),
                (cells.link(self._column, code), self._sheet.links),
            )
        }
        disputed = code in self._disputed
        if given and disputed and not all(head.transcribed for head in cell.heads):
            self.refused.append(Refusal(code, given.cell, given.text, _SETTLE))
            self._refused_codes.add(code)
            given = None
        answered = given is not None and (self._answers.get(code) != given.answer or disputed or code in self._again)
        emptied = given is None and code in self._answers and code not in self._refused_codes
        rows = [
            self._row(question, given if answered else None, {n: c for n, c in texts.items() if c and c.after}),
            self._emptying(question, {n: c for n, c in texts.items() if c and not c.after}, answered=emptied),
        ]
        found = [row for row in rows if row]
        if not found and code not in self._refused_codes:
            self.same += given is not None
            self.blank += given is None
        return found

    def _row(self, question: Question, given: SheetAnswer | None, texts: Mapping[str, TextChange]) -> ImportRow | None:
        """Return the row that fills what the sheet has for an item, if anything of it is new."""
        if given is None and not texts:
            return None
        code, stands = question.code, self._answers.get(question.code)
        if given is None:
            state = ItemState.CHANGED if any(change.before for change in texts.values()) else ItemState.NEW
        elif code in self._disputed:
            state = ItemState.DISPUTED
        else:
            state = ItemState.NEW if stands is None else ItemState.CHANGED
        values: dict[str, Json] = {name: {"text": change.after} for name, change in texts.items()}
        if given:
            values[cells.answer(self._column, code)] = _judgement(question, given.answer)
        return self._made(question, code, state, given.answer if given else stands, texts, values, given)

    def _emptying(self, question: Question, texts: Mapping[str, TextChange], *, answered: bool) -> ImportRow | None:
        """Return the row that takes away what stands where the sheet is empty, if there is such."""
        if not answered and not texts:
            return None
        code = question.code
        values: dict[str, Json] = {name: {"text": ""} for name in texts}
        if answered:
            values[cells.answer(self._column, code)] = _judgement(question, None)
        after = None if answered else self._answers.get(code)
        return self._made(question, f"{code}{_EMPTIED}", ItemState.EMPTIED, after, texts, values, None)

    def _made(
        self,
        question: Question,
        id_: str,
        state: ItemState,
        after: Answer | None,
        texts: Mapping[str, TextChange],
        values: Mapping[str, Json],
        given: SheetAnswer | None,
    ) -> ImportRow:
        code, name = question.code, cells.answer(self._column, question.code)
        answered = name in values
        heads = self._state.folded.cell(name).heads
        return ImportRow(
            id=id_,
            code=code,
            state=state,
            before=self._answers.get(code),
            after=after,
            versions=self._disputed.get(code, ()),
            answered=answered,
            note=texts.get(cells.note(self._column, code)),
            link=texts.get(cells.link(self._column, code)),
            cell=given.cell if given else "",
            text=given.text if given else "",
            exceeds=given is not None and exceeds(question, given.answer),
            typed=answered and any(not head.transcribed and head.value["answer"] is not None for head in heads),
            judged=answered and self._late and self._judged_by_tpi(code),
            cells=values,
        )

    def _judged_by_tpi(self, code: str) -> bool:
        return code in self._state.answers(Column.TPI) or code in self._state.disputed(Column.TPI)

    def _text(self, name: str, code: str, given: str) -> TextChange | None:
        """Return how the column's own text of a cell would change, if it would."""
        try:
            text = clean_text(given).strip()
        except ZiError as error:
            self.refused.append(Refusal(code, "", f"{given[:_SHOWN]}…", str(error)))
            return None
        heads = self._state.folded.cell(name).heads
        own = [head.value["text"] for head in heads if head.transcribed and head.value["text"]]
        if own == [text] or (not own and (not text or text in [head.value["text"] for head in heads])):
            return None
        return TextChange("\n".join(own), text)


def _judgement(question: Question, answer: Answer | None) -> Json:
    return {"answer": None if answer is None else answer_to_json(answer), "item": question.digest}
