"""The portfolio as a workbook: a row a satker, and the panel's recap; totals as numbers, texts of people never as formulas."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from xlsxwriter import Workbook

from zi_desktop.worksheets.sheet_styles import DEFAULT_FONT, Styles
from zi_desktop.worksheets.workbook_sheet import LongTexts, Sheet, write_long_texts

PORTFOLIO: Final = "Portofolio"
RECAP: Final = "Rekap panel"
_LETTERS: Final = "ABCDEFGHI"
_WIDTHS: Final = dict(zip(_LETTERS, (12, 44, 26, 10, 10, 16, 10, 11, 22), strict=True))
_TOTAL: Final = "H"
_SETTINGS: Final = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PortfolioLine:
    """One row: its name among the long texts, the texts before the total, the total in points or None, the last text.

    ``close``: two decimals would round the total up to the threshold that it does not reach.
    """

    name: str
    texts: Sequence[str]
    total: Fraction | None
    standing: str
    close: bool = False


def write_portfolio(
    headings: Sequence[str], lines: Sequence[PortfolioLine], recap: Sequence[PortfolioLine], about: str
) -> bytes:
    """Return a workbook of these rows and those of the recap, each in the order given; ``about`` stands below each printed page."""
    buffer = io.BytesIO()
    workbook = Workbook(buffer, {**_SETTINGS, "default_format_properties": dict(DEFAULT_FONT)})
    styles, long_texts = Styles(workbook), LongTexts()
    for name, rows in ((PORTFOLIO, lines), (RECAP, recap)):
        _fill(Sheet(workbook, name, styles, long_texts), headings, rows, about)
    write_long_texts(workbook, styles, long_texts)
    workbook.close()
    return buffer.getvalue()


def _fill(sheet: Sheet, headings: Sequence[str], lines: Sequence[PortfolioLine], about: str) -> None:
    sheet.widths(_WIDTHS)
    for letter, heading in zip(_LETTERS, headings, strict=True):
        sheet.text(letter, 1, heading, "cell", "heading")
    for row, line in enumerate(lines, start=2):
        for letter, heading, text in zip(_LETTERS, headings, line.texts, strict=False):
            sheet.stated(letter, row, text, (line.name, heading), "cell", "wrap")
        if line.total is None:
            sheet.blank(_TOTAL, row, "cell")
        else:
            sheet.number(_TOTAL, row, line.total, "cell", "index" if line.close else "points")
        sheet.stated(_LETTERS[-1], row, line.standing, (line.name, headings[-1]), "cell", "wrap")
    sheet.freeze_below(1)
    sheet.print_on_a4(f"A1:{_LETTERS[-1]}{len(lines) + 1}", 1, about, sheet.name)
    sheet.finish()
