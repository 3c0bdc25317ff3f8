"""The list of remarks as a workbook: one row a remark, texts of people never as formulas."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter import Workbook

from zi_desktop.worksheets.sheet_styles import DEFAULT_FONT, Styles
from zi_desktop.worksheets.workbook_sheet import LongTexts, Sheet, write_long_texts

REMARKS: Final = "Catatan"
HEADINGS: Final = (
    "Satker", "Tahun", "Butir", "Asal", "Kondisi", "Kriteria", "Sebab", "Akibat", "Rekomendasi", "Penanggung jawab",
    "Tenggat", "Keadaan", "Tindak lanjut",
)  # fmt: skip
_LETTERS: Final = "ABCDEFGHIJKLM"
_WIDTHS: Final = dict(zip(_LETTERS, (28, 8, 13, 9, 40, 40, 26, 26, 40, 20, 12, 18, 10), strict=True))
_SETTINGS: Final = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """One row: its name among the long texts, its texts in the order of ``HEADINGS`` up to the state, its follow-ups."""

    name: str
    texts: Sequence[str]
    follow_ups: int


def write_remarks(lines: Sequence[RemarkLine], tell: Callable[[int, int], object]) -> bytes:
    """Return a workbook of remarks, in the order given; ``tell`` gets rows done and rows in all."""
    buffer = io.BytesIO()
    workbook = Workbook(buffer, {**_SETTINGS, "default_format_properties": dict(DEFAULT_FONT)})
    styles, long_texts = Styles(workbook), LongTexts()
    sheet = Sheet(workbook, REMARKS, styles, long_texts)
    sheet.widths(_WIDTHS)
    for letter, heading in zip(_LETTERS, HEADINGS, strict=True):
        sheet.text(letter, 1, heading, "cell", "heading")
    for row, line in enumerate(lines, start=2):
        tell(row - 1, len(lines))
        for letter, heading, text in zip(_LETTERS[:-1], HEADINGS[:-1], line.texts, strict=True):
            sheet.stated(letter, row, text, (line.name, heading), "cell", "wrap")
        sheet.number(_LETTERS[-1], row, line.follow_ups, "cell", "count")
    sheet.freeze_below(1)
    sheet.print_on_a4(f"A1:{_LETTERS[-1]}{len(lines) + 1}", 1, "Catatan & rekomendasi", "")
    sheet.finish()
    write_long_texts(workbook, styles, long_texts)
    workbook.close()
    return buffer.getvalue()
