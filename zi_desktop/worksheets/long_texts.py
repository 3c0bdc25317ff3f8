"""Texts that a written workbook could not hold in one cell, put together again when it comes back."""

from collections.abc import Iterable, Mapping
from typing import Final

from zi_desktop.worksheets.sheet_texts import LONG_TEXTS, shortened, where_whole
from zi_desktop.worksheets.workbook_file import Sheet

_NUMBER: Final = 3
_PIECE: Final = 4
_FIRST_ROW: Final = 2


def whole_texts(sheets: Iterable[Sheet]) -> Mapping[str, str]:
    """Return the whole of each long text by what stands in its cell: its beginning with the remark where the rest is."""
    found: dict[str, str] = {}
    for sheet in sheets:
        if sheet.name == LONG_TEXTS:
            found |= _texts(sheet)
    return found


def _texts(sheet: Sheet) -> dict[str, str]:
    found: dict[str, str] = {}
    first, pieces = _FIRST_ROW, list[str]()
    for row in range(_FIRST_ROW, max((row for row, _ in sheet.cells), default=0) + 2):
        if pieces and sheet.cell(row, _NUMBER).text != str(len(pieces) + 1):
            found[shortened(pieces[0], where_whole(first, row - 1))] = "".join(pieces)
            pieces = []
        if not pieces:
            first = row
        if piece := sheet.cell(row, _PIECE).text:
            pieces.append(piece)
    return found
