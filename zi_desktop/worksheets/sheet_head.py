"""Whose worksheet it is and of which year, as the top of a sheet states it."""

import re
from collections.abc import Sequence
from typing import Final

from zi_desktop.domain.border import clean_line
from zi_desktop.worksheets.sheet_columns import SheetColumns
from zi_desktop.worksheets.workbook_file import Sheet

_UNIT: Final = re.compile(
    r"^(?:nama )?(?:unit kerja|unit organisasi|unit pelaksana teknis|unit|upt|satuan kerja|satker|perangkat daerah|opd|skpd"
    r"|instansi|kantor)(?: yang dinilai| yang dievaluasi)?\s*(?::\s*(.*))?$",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?<!\d )\btahun(?: evaluasi| penilaian| anggaran)?\s*:?\s*(20\d\d)\b", re.IGNORECASE)
_LAW: Final = re.compile(r"nomor \d+ tahun \d+", re.IGNORECASE)
_HEAD: Final = 12
"""Rows and columns at the top left in which name and year may stand."""


def read_head(sheets: Sequence[Sheet], columns: SheetColumns) -> tuple[str, int | None]:
    """Return the satker's name and the year, where the top of the sheet or of another one states them."""
    unit, year = "", None
    for each in sheets:
        for (row, column), cell in sorted(each.cells.items()):
            if row > _HEAD or column > columns.choices or cell.kind != "s" or cell.formula:
                continue
            text = clean_line(cell.text[:1000])
            if not unit and (named := _UNIT.match(text)):
                unit = named[1] or _beside(each, row, column)
            if year is None and (dated := _YEAR.search(_LAW.sub("", text))):
                year = int(dated[1])
    return unit, year


def _beside(sheet: Sheet, row: int, column: int) -> str:
    """Return the text to the right of a caption."""
    texts = (sheet.cell(row, each) for each in range(column + 1, column + _HEAD))
    found = next((clean_line(cell.text[:1000]).lstrip(": ") for cell in texts if cell.text.strip(" :")), "")
    return "" if found.replace(".", "").isdecimal() else found
