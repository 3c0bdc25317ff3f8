"""The last guard of a reading: a sheet full of answers never passes for an empty one."""

from collections import Counter
from collections.abc import Collection
from typing import Final

from zi_desktop.domain.instrument import Choice
from zi_desktop.worksheets.cell_address import column_letters
from zi_desktop.worksheets.cell_values import UnclearError, read_choice
from zi_desktop.worksheets.reading import SheetColumn, WorksheetError
from zi_desktop.worksheets.sheet_answers import Place, Source
from zi_desktop.worksheets.sheet_columns import SheetColumns, named_column

_MANY: Final = 15
"""Rows in which a column says one of the options of its item; a column of anything else says it in fewer."""


def refuse_lost_answers(
    name: str, source: Source, columns: SheetColumns, places: Collection[Place], read: Collection[SheetColumn]
) -> None:
    """Refuse a worksheet of which a column without any answer was read while answers stand elsewhere.

    Where the other column has answers, those of another year or of the national assessors are no sign of an error.

    Raises:
        WorksheetError: so it is; the column is named.
    """
    empty = [place.answer for place, column in zip(places, read, strict=True) if not column.answers]
    if not empty:
        return
    known = {columns.choices, *(place.answer for place in places)}
    found = Counter(
        column
        for code, question in source.instrument.questions.items()
        if isinstance(question.answer, Choice) and (row := source.row(code))
        for column in range(columns.weight, max(each for _, each in source.sheet.cells) + 1)
        if column not in known
        and not (len(empty) < len(places) and columns.headings.is_of_others(column))
        and _is_answer(source, row, column, question.answer)
    )
    column, count = max(
        found.items(), key=lambda each: (not columns.headings.is_of_others(each[0]), each[1]), default=(0, 0)
    )
    if count >= _MANY:
        named = " dan ".join(map(column_letters, empty))
        raise WorksheetError(
            name,
            f"tidak dapat dibaca dengan pasti: pada lembar “{source.sheet.name}” kolom jawaban {named} kosong, sedangkan "
            f"kolom {named_column(column, columns.headings)} berisi {count} jawaban",
            "pindahkan jawabannya atau pulihkan judul kolomnya, lalu ulangi",
        )


def _is_answer(source: Source, row: int, column: int, choice: Choice) -> bool:
    cell = source.sheet.cell(row, column)
    if cell.kind != "s":
        return False
    try:
        read_choice(cell, choice)
    except UnclearError:
        return False
    return True
