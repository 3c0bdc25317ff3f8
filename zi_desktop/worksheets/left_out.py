"""What people wrote into a sheet that no column takes: nothing of it vanishes without a word."""

from collections.abc import Collection, Iterator
from typing import Final

from zi_desktop.domain.border import clean_text
from zi_desktop.worksheets.cell_address import address
from zi_desktop.worksheets.cell_links import makes_link
from zi_desktop.worksheets.cell_values import is_blank
from zi_desktop.worksheets.layout import RowKind
from zi_desktop.worksheets.reading import Refusal
from zi_desktop.worksheets.sheet_answers import Place, Source
from zi_desktop.worksheets.sheet_columns import SheetColumns, named_column
from zi_desktop.worksheets.workbook_file import Cell

_MOST: Final = 200
_BEGINNING: Final = 120
_COMMENT: Final = "komentar pada sel"
_LINK: Final = "tautan di luar kolom bukti"


def left_out(source: Source, columns: SheetColumns, places: Collection[Place]) -> tuple[tuple[Refusal, ...], int]:
    """Return what no column takes, from top to bottom (the first 200), and how much it is in all.

    Args:
        source: the sheet.
        columns: of the sheet.
        places: where the columns of opinions stand that were read.
    """
    search = _Search(source, columns, places)
    found = sorted(search.all())
    return tuple(search.told(*each) for each in found[:_MOST]), len(found)


class _Search:
    """Looks at everything beside the items."""

    def __init__(self, source: Source, columns: SheetColumns, places: Collection[Place]) -> None:
        self._source = source
        self._columns = columns
        self._answers = {place.answer for place in places}
        self._texts = {column for place in places for column in (place.note, *place.evidence) if column}
        self._items, self._doubtful = self._rows_of_items()
        self._branches = {source.row(row.code) for row in source.expected if row.kind is RowKind.NODE}
        rows = source.matched.rows.values()
        self._first, self._last = min(rows), max(rows)

    def all(self) -> Iterator[tuple[int, int, str]]:
        """Yield what is left out: row, column, why."""
        sheet, texts = self._source.sheet, set[tuple[int, int]]()
        for (row, column), cell in sheet.cells.items():
            if (
                column > self._columns.criteria
                and self._first <= row <= self._last
                and (reason := self._reason(row, column, cell))
            ):
                texts.add((row, column))
                yield row, column, reason
        for row, column in sheet.links.keys() - texts:
            if self._first <= row <= self._last and not self._is_read(row, column):
                yield row, column, _LINK
        for row, column in sheet.comments:
            yield row, column, _COMMENT

    def told(self, row: int, column: int, reason: str) -> Refusal:
        """Return one of them with its item and the beginning of its text."""
        sheet = self._source.sheet
        if reason == _COMMENT:
            text = sheet.comments[row, column]
        else:
            text = sheet.links[row, column] if reason == _LINK else self._source.text(row, column)
        beginning = " ".join(clean_text(text[: 4 * _BEGINNING]).split())
        if len(beginning) > _BEGINNING:
            beginning = f"{beginning[: _BEGINNING - 1].rstrip()}…"
        code = self._items.get(row) or self._doubtful.get(row, "")
        return Refusal(code, address(row, column), beginning, reason)

    def _rows_of_items(self) -> tuple[dict[int, str], dict[int, str]]:
        """Return the items that are read by their rows and those of their counts, and those that are doubtful."""
        source = self._source
        rows = [row for row in source.expected if row.kind in (RowKind.QUESTION, RowKind.INPUT)]
        doubtful = {row.item for row in rows if row.code in source.matched.doubtful}
        sure: dict[int, str] = {}
        unsure: dict[int, str] = {}
        for row in rows:
            (unsure if row.item in doubtful else sure)[source.row(row.code)] = row.item
        return sure, unsure

    def _is_read(self, row: int, column: int) -> bool:
        """Tell whether notes or links are taken from a cell, or refused there with a reason."""
        return column in self._texts and (row in self._items or row in self._branches)

    def _reason(self, row: int, column: int, cell: Cell) -> str:
        """Return why what a person wrote into a cell is not taken; "" where it is, or where nobody wrote anything."""
        columns = self._columns
        if (cell.formula and not makes_link(cell)) or is_blank(cell) or cell.kind == "e":
            return ""
        if column in self._texts or column in self._answers:
            return self._reason_in_known(row, column)
        if column in (columns.choices, columns.weight):
            return ""
        if column == columns.score or (column == columns.score + 1 and self._is_share(column)):
            # A figure typed over a formula is a fault of the sheet.
            return "bukan angka" if cell.kind == "s" else ""
        return f"kolom {named_column(column, columns.headings)} tidak dikenal"

    def _reason_in_known(self, row: int, column: int) -> str:
        if row in self._doubtful:
            return "" if column in self._answers else "butirnya ditolak"
        is_read = row in self._items if column in self._answers else self._is_read(row, column)
        return "" if is_read else "barisnya bukan butir"

    def _is_share(self, column: int) -> bool:
        heading = self._columns.headings.says(column)
        return not heading or any(word in heading for word in ("%", "persen", "capaian"))
