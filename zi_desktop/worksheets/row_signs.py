"""What a row of a sheet shows of itself: letter, weight, kind of answer, text; and how well that fits a row of the layout."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zi_desktop.worksheets.layout import LayoutRow, RowKind
from zi_desktop.worksheets.sheet_columns import SheetColumns, answer_kind
from zi_desktop.worksheets.workbook_file import Sheet

FORBIDDEN: Final = -100
_LONGEST_LABEL: Final = 5
_TOTAL: Final = re.compile(r"^(?:total|jumlah nilai|nilai evaluasi)\b")
_LABEL: Final = re.compile(r"[a-z]{1,4}|[0-9]{1,2}|-")

_MERGED: Final = re.compile(r"([A-Za-z]{1,4}|[0-9]{1,2})[.)]\s+")
"""A letter that stands in one cell with its title."""


@dataclass(frozen=True, slots=True)
class RowSigns:
    """One row: ``kind`` is a key of ``layout.CHOICES`` ("" where none is told), ``told`` what the cell says instead.

    ``plain_title`` is the title in the spelling of ``plain``.
    """

    number: int
    label: str
    title: str
    weight: Fraction | None
    kind: str
    told: str
    plain_title: str


def read_signs(sheet: Sheet, columns: SheetColumns) -> dict[int, RowSigns]:
    """Return the signs of each row that has any, by row number, in order."""
    rows: dict[int, dict[int, str]] = {}
    for (row, column), cell in sheet.cells.items():
        if column <= columns.choices and cell.text and not (column < columns.weight and cell.kind == "n"):
            rows.setdefault(row, {})[column] = cell.text if cell.kind != "e" else ""
    return {number: _signs(number, rows[number], columns) for number in sorted(rows)}


def _signs(number: int, texts: Mapping[int, str], columns: SheetColumns) -> RowSigns:
    label = title = ""
    for column in sorted(column for column in texts if column < columns.weight):
        text = texts[column].strip()
        bare = text.casefold().strip(".) ")
        if not label and len(text) <= _LONGEST_LABEL and _LABEL.fullmatch(bare):
            label = bare
        elif text and not title:
            title = text
            if not label and (merged := _MERGED.match(text)):
                label, title = merged[1].casefold(), text[merged.end() :]
    told = " ".join(texts.get(columns.choices, "").split())
    return RowSigns(number, label, title, _number(texts.get(columns.weight, "")), answer_kind(told), told, plain(title))


def _number(text: str) -> Fraction | None:
    try:
        return Fraction(text.strip().replace(",", ".")) if text.strip() else None
    except (ValueError, ZeroDivisionError):
        return None


def fit(expected: LayoutRow, row: RowSigns, texts: frozenset[str]) -> int:
    """Return how well a row fits one of the layout; 0 and less is no fit.

    Args:
        expected: the row of the layout.
        row: the row of the sheet.
        texts: wordings of the expected row that are known, as ``plain`` gives them.
    """
    known = 8 if row.plain_title in texts else 0
    if expected.kind is RowKind.TOTAL:
        return 4 + known if not row.kind and row.weight is None and _TOTAL.search(row.plain_title) else FORBIDDEN
    return (
        known + _fit_kind(expected.choices, row) + _fit_label(expected, row) + _fit_weight(expected.weight, row.weight)
    )


def _fit_kind(expected: str, row: RowSigns) -> int:
    if row.kind == expected:
        return 4 if expected else 0
    if expected and row.kind:
        # A yes/no item never turns into a count; another scale is an edit that is reported.
        return FORBIDDEN if "count" in (expected, row.kind) or "percent" in (expected, row.kind) else -1
    if row.kind:
        return -2 if row.kind == "percent" else FORBIDDEN
    return 0 if not expected or row.told else -3


def _fit_label(expected: LayoutRow, row: RowSigns) -> int:
    label = expected.label.casefold().strip(". ")
    if not label or not row.label:
        return 0
    return 2 if label == row.label else -2


def _fit_weight(expected: Fraction | None, found: Fraction | None) -> int:
    if expected is None:
        return 0 if found is None else -3
    if found is None:
        return -2
    return 3 if found == expected else 0


def label_problem(expected: LayoutRow, row: RowSigns) -> str:
    """Return why the letter of a row speaks against its being this item, or "" where it does not."""
    if expected.kind is RowKind.QUESTION and _fit_label(expected, row) < 0:
        return f"huruf barisnya “{row.label}”, seharusnya “{expected.label.strip('. ')}”"
    return ""


def plain(text: str) -> str:
    """Return a text in a spelling in which small edits (case, spaces, marks) do not count."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())
