"""Which columns of a sheet hold what, found by content: the column of choices first, then headings and formulas beside it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.worksheets.cell_address import column_letters, column_number
from zi_desktop.worksheets.layout import COLUMNS, LAMPIRAN3, PORTALRB, Layout, LayoutColumns
from zi_desktop.worksheets.sheet_headings import Headings, read_headings
from zi_desktop.worksheets.workbook_file import LAST_COLUMN, Sheet

_KINDS: Final = {
    "ya/tidak": "yes_no", "a/b/c": "abc", "a/b/c/d": "abcd", "a/b/c/d/e": "abcde", "%": "percent", "persen": "percent",
    "persentase": "percent", "abc": "abc", "abcd": "abcd", "abcde": "abcde", "jumlah": "count", "nilai(0-4)": "index", "0-4": "index",
}  # fmt: skip
_FEWEST: Final = 40
"""Rows with a known kind of answer below which a sheet is no worksheet (it has 138)."""
_CHOICES: Final = "J"
_SCORED: Final = 30
"""Rows with a figure that make a column the column of scores where no heading says so."""
_REFERENCE: Final = re.compile(r"(?<![A-Za-z0-9!'$])\$?([A-Z]{1,2})\$?([0-9]{1,4})(?![0-9A-Za-z(])")


class UnclearColumnsError(Exception):
    """It cannot be told which column holds the answers; nothing is guessed."""

    def __init__(self, problem: str, columns: Sequence[int], headings: Headings) -> None:
        named = " dan ".join(named_column(column, headings) for column in columns)
        super().__init__(f"kolom jawaban {problem}: {named}")


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """Columns of one sheet by number; 0 where it has none.

    Attributes:
        layout: which of the two it is; a Lampiran III may have got a column of TPI.
        evidence: all that hold links.
        scored: the column of answers from which the formulas of the sheet compute its scores, where they tell.
        headings: over them.
    """

    layout: Layout
    weight: int
    criteria: int
    choices: int
    answer_unit: int
    note_unit: int
    evidence: tuple[int, ...]
    answer_tpi: int
    note_tpi: int
    score: int
    scored: int
    headings: Headings


def named_column(column: int, headings: Headings) -> str:
    """Return a column as messages name it: its letter with its heading."""
    written = headings.written.get(column)
    return f"{column_letters(column)} “{written}”" if written else f"{column_letters(column)} (tanpa judul)"


def answer_kind(text: str) -> str:
    """Return the key of ``layout.CHOICES`` for the text of a cell, "" where it is none."""
    bare = re.sub(r"[\s.]+", "", text).casefold().replace("_", "/")
    return _KINDS.get(bare, "")


def find_columns(sheet: Sheet) -> SheetColumns | None:
    """Return the columns of a sheet, or nothing where it is no worksheet.

    Raises:
        UnclearColumnsError: it is one, but nobody can tell where its answers stand.
    """
    kinds: Counter[int] = Counter()
    first: dict[int, int] = {}
    for (row, column), cell in sheet.cells.items():
        if cell.kind == "s" and len(cell.text) <= 20 and answer_kind(cell.text):  # noqa: PLR2004 (longer is no kind)
            kinds[column] += 1
            first[column] = min(row, first.get(column, row))
    if not kinds or kinds.most_common(1)[0][1] < _FEWEST:
        return None
    choices = kinds.most_common(1)[0][0]
    return _Finder(sheet, choices, read_headings(sheet, choices, _body(sheet, choices, first[choices]))).found()


def _body(sheet: Sheet, choices: int, first: int) -> int:
    """Return the first row below the headings: the first with a weight or a kind of answer.

    The circulated sheet spells the first kind so that it is none: an answer beside it must not become a heading.
    """
    weight = choices + _right_of_choices(LAMPIRAN3.weight)
    weighted = (
        row for (row, column), cell in sheet.cells.items() if column == weight and (cell.formula or cell.kind == "n")
    )
    return min(first, min(weighted, default=first))


class _Finder:
    """Tells the columns beside the choices."""

    def __init__(self, sheet: Sheet, choices: int, headings: Headings) -> None:
        self._sheet = sheet
        self._choices = choices
        self._headings = headings
        self._right = range(choices + 1, LAST_COLUMN + 1)
        self._referred, self._computed = self._of_formulas()

    def found(self) -> SheetColumns | None:
        """Return the columns, or nothing where no column can hold answers or scores."""
        layout = self._layout()
        if layout is None:
            return None
        usual, portal = COLUMNS[layout], layout is Layout.PORTALRB
        score = self._score(usual)
        # Where columns were inserted, what has no heading stands nobody knows where.
        inserted = score != self._beside(usual.score)
        answers = self._answers(usual, portal=portal, inserted=inserted and portal)
        notes = self._pair("catatan", usual.note_unit, PORTALRB.note_tpi, portal=portal, inserted=inserted)
        if answers[1] == answers[0] + 1 or notes[0] > score:
            # A column of TPI was put into a Lampiran III: PortalRB has the unit's notes between the two.
            layout = Layout.LAMPIRAN3
        return SheetColumns(
            layout=layout,
            weight=self._left("bobot", usual.weight),
            criteria=self._left("penjelasan", usual.criteria),
            choices=self._choices,
            answer_unit=answers[0],
            note_unit=notes[0],
            evidence=self._evidence(usual, notes[0], score, inserted=inserted),
            answer_tpi=answers[1],
            note_tpi=notes[1],
            score=score,
            scored=self._referred if self._referred in answers else 0,
            headings=self._headings,
        )

    def _of_formulas(self) -> tuple[int, int]:
        """Return the column from which the sheet's own formulas compute its scores, and theirs; 0 where they do not tell."""
        pairs: Counter[tuple[int, int]] = Counter()
        for (row, column), cell in self._sheet.cells.items():
            if column > self._choices and cell.formula:
                named = {
                    column_number(letters) for letters, number in _REFERENCE.findall(cell.formula) if int(number) == row
                }
                pairs.update((each, column) for each in named if self._choices < each != column)
        # Scores refer to answers, shares of scores to scores: the answers are the first of those that many rows refer to.
        often = [pair for pair, count in pairs.items() if count >= _SCORED]
        return min(often, default=(0, 0))

    def _layout(self) -> Layout | None:
        headings = self._headings
        answers = [column for column in self._named("jawaban") if not headings.is_of_tpn(column)]
        if len(answers) > 1:
            if any(map(headings.is_of_tpi, answers)) or len(self._named("catatan")) > 1:
                return Layout.PORTALRB
            raise UnclearColumnsError("tidak jelas", answers, headings)
        figures: Counter[int] = Counter(
            column for (_, column), cell in self._sheet.cells.items()
            if column > self._choices and (cell.formula or cell.kind == "n")
        )  # fmt: skip
        scored = [layout for layout, columns in COLUMNS.items() if figures[self._beside(columns.score)] >= _SCORED]
        if not answers and not scored and self._computed:
            raise UnclearColumnsError("tidak ditemukan, biasanya", [self._beside(LAMPIRAN3.answer_unit)], headings)
        if not answers:
            return scored[0] if scored else None
        # One heading that is left of the portal's two must not pass for the only column of Lampiran III.
        alone = answers[0]
        notes = [*self._named("catatan"), *self._named("bukti")]
        scores = [self._computed] if self._computed else self._named("nilai")
        if scores and notes:
            # In Lampiran III notes stand to the right of the scores, in PortalRB those of the unit to the left.
            return Layout.PORTALRB if min(notes) < scores[0] else Layout.LAMPIRAN3
        of_portal = (
            headings.is_of_tpi(alone) or (self._referred and self._referred != alone) or scored == [Layout.PORTALRB]
        )
        return Layout.PORTALRB if of_portal and Layout.LAMPIRAN3 not in scored else Layout.LAMPIRAN3

    def _answers(self, usual: LayoutColumns, *, portal: bool, inserted: bool) -> tuple[int, int]:
        unit, tpi = self._pair("jawaban", usual.answer_unit, PORTALRB.answer_tpi, portal=portal, inserted=inserted)
        if not portal:
            if self._headings.says(unit) and self._referred and self._referred != unit:
                raise UnclearColumnsError("tidak jelas", [unit, self._referred], self._headings)
            unit, tpi = (0 if self._headings.is_past(self._referred) else self._referred) or unit, 0
        elif not tpi and self._headings.is_of_tpi(self._beside(PORTALRB.answer_tpi)):
            tpi = self._beside(PORTALRB.answer_tpi)
        usually = {usual.answer_unit: unit} | ({usual.answer_tpi: tpi} if portal else {})
        if missing := [self._beside(letter) for letter, column in usually.items() if not column]:
            raise UnclearColumnsError("tidak ditemukan, biasanya", missing, self._headings)
        return unit, tpi

    def _pair(self, meaning: str, unit: str, tpi: str, *, portal: bool, inserted: bool) -> tuple[int, int]:
        """Return the columns of the unit and of TPI; of several alike the first and the last, without any the usual."""
        says = self._headings
        # A sheet that is the national assessors' as a whole has their notes where others have the unit's.
        named = [column for column in self._named(meaning) if says.tells_owner(column) or not says.is_of_tpn(column)]
        of_tpi = [column for column in named if self._headings.is_of_tpi(column)] or named[1:]
        of_unit = [column for column in named if column not in of_tpi] if portal else named
        alone = 0 if inserted else self._free(unit)
        last = of_tpi[-1] if of_tpi else 0 if inserted else self._free(tpi)
        return of_unit[0] if of_unit else alone, last if portal else 0

    def _score(self, usual: LayoutColumns) -> int:
        """Return the column of scores: that of the formulas, else the one whose heading says so, else the usual one."""
        named = self._named("nilai")
        if self._computed and (self._computed in named or not named):
            return self._computed
        return self._beside(usual.score) if self._beside(usual.score) in named or not named else named[0]

    def _evidence(self, usual: LayoutColumns, note: int, score: int, *, inserted: bool) -> tuple[int, ...]:
        if found := self._named("bukti"):
            of_others = (self._headings.is_of_tpi, self._headings.is_of_tpn)
            return tuple(column for column in found if not usual.note_tpi or not any(of(column) for of in of_others))
        if note > score:
            # Lampiran III: courts and cities use the two columns after the notes, often without a heading.
            return tuple(column for column in (note + 1, note + 2) if not self._headings.says(column))
        alone = 0 if inserted or not usual.note_tpi else self._free(usual.evidence_unit)
        return (alone,) if alone else ()

    def _left(self, meaning: str, letter: str) -> int:
        """Return a column to the left of the choices."""
        named = self._headings.named(meaning, range(1, self._choices))
        return named[-1] if named else self._beside(letter)

    def _named(self, meaning: str) -> list[int]:
        return self._headings.named(meaning, self._right)

    def _free(self, letter: str) -> int:
        """Return the usual column unless its heading says that something else stands there."""
        column = self._beside(letter)
        return 0 if self._headings.says(column) else column

    def _beside(self, letter: str) -> int:
        return self._choices + _right_of_choices(letter)


def _right_of_choices(letter: str) -> int:
    return column_number(letter) - column_number(_CHOICES)
