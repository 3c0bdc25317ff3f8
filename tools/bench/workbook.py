"""The workbook for LibreOffice: the circulated worksheet where it is at hand, else one of the same size."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from openpyxl import Workbook as Book
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from zi_desktop.services import editions

VARIABLE: Final = "ZI_LKE_WORKBOOK"
NAME: Final = "lampiran-iii-blank.xlsx"

_ROWS: Final = 222
_WIDTHS: Final = {"A": 4, "B": 4, "F": 4, "G": 45, "I": 60, "O": 40}
_COLUMNS: Final = 17
_CRITERIA: Final = 175
"""Letters of a criterion; the longest text of a row, as in the circulated worksheet."""
_FONT: Final = "Bookman Old Style"


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook, and in words which one it is."""

    file: Path
    words: str


def find_workbook(root: Path, folder: Path) -> Workbook:
    """Return the workbook that was named, or lies beside the checkout, or is made in ``folder``.

    Args:
        root: the checkout.
        folder: a temporary one.

    Raises:
        SystemExit: the named one does not exist.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if not Path(named).is_file():
            raise SystemExit(
                f"{VARIABLE} menunjuk berkas yang tidak ada. Belum ada yang diukur; perbaiki, lalu ulangi."
            )
        return Workbook(Path(named).resolve(), f"dari {VARIABLE}")
    beside = root.parent / "shared" / "lke" / NAME
    if beside.is_file():
        return Workbook(beside, NAME)
    return Workbook(_made(folder / "lembar-buatan.xlsx"), f"buatan sendiri seukuran {NAME}, yang tidak ditemukan")


def _made(file: Path) -> Path:
    """Make a workbook with as many rows, styled cells, formulas and letters, out of our own texts."""
    book = Book()
    sheet = book.active
    texts = [question.text for question in editions.current().questions.values()]
    for row in range(1, _ROWS + 1):
        _fill(sheet, row, texts[row % len(texts)])
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.page_setup.orientation = "landscape"
    book.save(file)
    return file


def _fill(sheet: Worksheet, row: int, text: str) -> None:
    score = "+".join(f'IF(K{row}="{option}",{_ROWS - row},0)' for option in "ABCDEFGHIJKLMNOP")
    values: dict[str, str | int] = {
        "A": row,
        "F": f"{row}.",
        "G": text,
        "I": (f"{text} " * _CRITERIA)[:_CRITERIA],
        "J": "A/B/C",
        "L": f"={score}",
    }
    for letter, value in values.items():
        sheet[f"{letter}{row}"] = value
    line = Side(style="thin")
    for column in range(1, _COLUMNS + 1):
        cell = sheet.cell(row, column)
        cell.font = Font(name=_FONT, size=14, bold=row % 4 == 0, italic=row % 8 == 0)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = Border(line, line, line, line)
