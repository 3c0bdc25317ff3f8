"""Which columns of a sheet hold what, found by content: the column of choices first, then the headings beside it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.worksheets.cell_address import column_number
from zi_desktop.worksheets.layout import COLUMNS, LAMPIRAN3, PORTALRB, Layout, LayoutColumns
from zi_desktop.worksheets.workbook_file import Sheet

_KINDS: Final = {
    "ya/tidak": "yes_no", "a/b/c": "abc", "a/b/c/d": "abcd", "a/b/c/d/e": "abcde", "%": "percent", "persen": "percent",
    "persentase": "percent", "jumlah": "count", "nilai(0-4)": "index", "0-4": "index",
}  # fmt: skip
_FEWEST: Final = 40
"""Rows with a known kind of answer below which a sheet is no worksheet (it has 138)."""
_HEADER_HEIGHT: Final = 8
_CHOICES: Final = "J"
_SCORED: Final = 30
"""Rows with a figure that make a column the column of scores where no heading says so."""


_PAST: Final = re.compile(r"tahun lalu|sebelumnya|terdahulu|\b20\d\d\b")
"""Words of a heading over what somebody said in another year."""
_REFERENCE: Final = re.compile(r"(?<![A-Za-z0-9!'$])\$?([A-Z]{1,2})\$?([0-9]{1,4})(?![0-9A-Za-z(])")


class UnclearColumnsError(Exception):
    """It cannot be told which column holds the answers; nothing is guessed."""

    def __init__(self, headings: Sequence[str]) -> None:
        named = " dan ".join(f'"{text or "tanpa judul"}"' for text in headings)
        super().__init__(f"kolom jawaban tidak jelas: {named}" if named else "kolom jawaban tidak ditemukan")


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """Columns of one sheet by number; 0 where it has none. ``evidence`` are all that hold links."""

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

    @property
    def answer_scored(self) -> int:
        """Return the column from whose answers the scores of the sheet are computed."""
        return self.answer_tpi or self.answer_unit


def answer_kind(text: str) -> str:
    """Return the key of ``layout.CHOICES`` for the text of a cell, "" where it is none."""
    bare = re.sub(r"[\s.]+", "", text).casefold().replace("_", "/")
    return _KINDS.get(bare, "")


def find_columns(sheet: Sheet) -> SheetColumns | None:
    """Return the columns of a sheet, or nothing where it is no worksheet."""
    kinds: Counter[int] = Counter()
    first: dict[int, int] = {}
    for (row, column), cell in sheet.cells.items():
        if cell.kind == "s" and len(cell.text) <= 20 and answer_kind(cell.text):  # noqa: PLR2004 (longer is no kind)
            kinds[column] += 1
            first[column] = min(row, first.get(column, row))
    if not kinds or kinds.most_common(1)[0][1] < _FEWEST:
        return None
    choices = kinds.most_common(1)[0][0]
    headings = _headings(sheet, choices, _body(sheet, choices, first[choices]))
    referred = _referred(sheet, choices)
    layout = _layout(sheet, choices, headings, referred)
    return None if layout is None else _placed(layout, choices, headings, referred)


def _body(sheet: Sheet, choices: int, first: int) -> int:
    """Return the first row below the headings: the first with a weight or a kind of answer.

    The circulated sheet spells the first kind so that it is none: an answer beside it must not become a heading.
    """
    weight = choices + _right_of_choices(LAMPIRAN3.weight)
    weighted = (
        row for (row, column), cell in sheet.cells.items() if column == weight and (cell.formula or cell.kind == "n")
    )
    return min(first, min(weighted, default=first))


def _referred(sheet: Sheet, choices: int) -> int:
    """Return the column from which the sheet's own formulas compute its scores, 0 where they do not tell."""
    found: Counter[int] = Counter()
    for (row, column), cell in sheet.cells.items():
        if column > choices and cell.formula:
            named = {
                column_number(letters) for letters, number in _REFERENCE.findall(cell.formula) if int(number) == row
            }
            found.update(each for each in named if each > choices and each != column)
    # Scores refer to answers, shares of scores to scores: the answers are the first of those that many rows refer to.
    often = [column for column, count in found.items() if count >= _SCORED]
    return min(often, default=0)


def _headings(sheet: Sheet, choices: int, first: int) -> dict[int, str]:
    """Return the headings to the right of the choices by column; a merged heading belongs to each of its columns."""
    rows = range(max(1, first - _HEADER_HEIGHT), first)
    found: dict[int, list[str]] = {}
    spans = {(top, left): right for top, left, _, right in sheet.merged}
    for (row, column), cell in sorted(sheet.cells.items()):
        if row in rows and column > choices and cell.kind == "s" and not cell.formula:
            for each in range(column, spans.get((row, column), column) + 1):
                found.setdefault(each, []).append(" ".join(cell.text.casefold().split()))
    return {column: " ".join(texts) for column, texts in found.items()}


def _layout(sheet: Sheet, choices: int, headings: Mapping[int, str], referred: int) -> Layout | None:
    answers = _named(headings, "jawaban")
    if len(answers) > 1:
        if any(_of_tpi(headings[column]) for column in answers) or len(_named(headings, "catatan")) > 1:
            return Layout.PORTALRB
        raise UnclearColumnsError([headings[column] for column in answers])
    figures: Counter[int] = Counter(
        column for (_, column), cell in sheet.cells.items() if column > choices and (cell.formula or cell.kind == "n")
    )
    scored = [
        layout for layout, columns in COLUMNS.items()
        if figures[choices + _right_of_choices(columns.score)] >= _SCORED
    ]  # fmt: skip
    if not answers:
        return scored[0] if scored else None
    # One heading that is left of the portal's two must not pass for the only column of Lampiran III.
    of_portal = _of_tpi(headings[answers[0]]) or (referred and referred != answers[0]) or scored == [Layout.PORTALRB]
    return Layout.PORTALRB if of_portal and Layout.LAMPIRAN3 not in scored else Layout.LAMPIRAN3


def _named(headings: Mapping[int, str], meaning: str) -> list[int]:
    """Return the columns whose heading means something, those of another year left out."""
    return [column for column, text in sorted(headings.items()) if _means(text, meaning) and not _PAST.search(text)]


def _placed(layout: Layout, choices: int, headings: Mapping[int, str], referred: int) -> SheetColumns:
    usual = COLUMNS[layout]
    portal = layout is Layout.PORTALRB

    def beside(letter: str) -> int:
        return choices + _right_of_choices(letter)

    def pair(word: str, unit: str, tpi: str) -> tuple[int, int]:
        """Return the columns of the unit and of TPI; of several alike the first and the last."""
        named = _named(headings, word)
        of_tpi = [column for column in named if _of_tpi(headings[column])] or named[1:]
        of_unit = [column for column in named if column not in of_tpi] if portal else named
        first = of_unit[0] if of_unit else _free(beside(unit), headings)
        return first, (of_tpi[-1] if of_tpi else _free(beside(tpi), headings)) if portal else 0

    answers = pair("jawaban", usual.answer_unit, PORTALRB.answer_tpi)
    if not portal:
        if answers[0] and referred and referred != answers[0]:
            raise UnclearColumnsError([headings.get(column, "") for column in (answers[0], referred)])
        answers = (answers[0] or referred, 0)
    elif not answers[1] and _of_tpi(headings.get(beside(PORTALRB.answer_tpi), "")):
        answers = (answers[0], beside(PORTALRB.answer_tpi))
    if not all(answers[: 1 + portal]):
        raise UnclearColumnsError([])
    notes, evidence = pair("catatan", usual.note_unit, PORTALRB.note_tpi), _evidence(usual, choices, headings)
    if portal and answers[1] != beside(PORTALRB.answer_tpi):
        # Columns were inserted: what has no heading stands nobody knows where.
        notes = (notes[0] if headings.get(notes[0]) else 0, notes[1] if headings.get(notes[1]) else 0)
        evidence = tuple(column for column in evidence if headings.get(column))
    scores = [column for column, text in sorted(headings.items()) if _means(text, "nilai")]
    return SheetColumns(
        layout=layout,
        weight=beside(usual.weight),
        criteria=beside(usual.criteria),
        choices=choices,
        answer_unit=answers[0],
        note_unit=notes[0],
        evidence=evidence,
        answer_tpi=answers[1],
        note_tpi=notes[1],
        score=beside(usual.score) if beside(usual.score) in scores or not scores else scores[0],
    )


def _free(column: int, headings: Mapping[int, str]) -> int:
    """Return the usual column unless its heading says that something else stands there."""
    return 0 if headings.get(column) else column


def _evidence(usual: LayoutColumns, choices: int, headings: Mapping[int, str]) -> tuple[int, ...]:
    found = tuple(sorted(column for column, text in headings.items() if _means(text, "bukti")))
    if found or usual.note_tpi:
        alone = _free(choices + _right_of_choices(usual.evidence_unit), headings)
        return found or ((alone,) if alone else ())
    # Lampiran III: courts and cities use the two columns after the notes, often without a heading.
    first = choices + _right_of_choices(usual.evidence_unit)
    return tuple(column for column in (first, first + 1) if not headings.get(column))


_MEANINGS: Final[Mapping[str, tuple[Iterable[str], Iterable[str]]]] = {
    "jawaban": (("jawaban",), ("pilihan", "catatan", "penjelasan")),
    "catatan": (("catatan", "keterangan"), ("bukti",)),
    "bukti": (("bukti", "tautan", "link", "data dukung"), ("catatan",)),
    "nilai": (("nilai", "skor"), ("catatan", "jawaban", "pilihan", "%")),
}
"""Words of which one must stand in a heading, and words that must not."""


def _means(text: str, heading: str) -> bool:
    wanted, unwanted = _MEANINGS[heading]
    return any(word in text for word in wanted) and not any(word in text for word in unwanted)


def _of_tpi(text: str) -> bool:
    return bool(re.search(r"\btpi\b|penilai internal|evaluator", text))


def _right_of_choices(letter: str) -> int:
    return column_number(letter) - column_number(_CHOICES)
