"""The list of evidence in a written workbook: files that lie in the workspace, links that came with worksheets."""

from collections.abc import Sequence
from typing import Any, Final

from zi_desktop.domain.instrument import Column
from zi_desktop.worksheets.filling import FilledColumn, Filling
from zi_desktop.worksheets.items_sheet import COLUMN_NAMES, about
from zi_desktop.worksheets.sheet_styles import Styles
from zi_desktop.worksheets.workbook_sheet import LongTexts, Sheet

EVIDENCE: Final = "Data dukung"
_WIDTHS: Final = {"A": 16, "B": 48, "C": 58, "D": 13, "E": 16}
_HEADINGS: Final = {"A": "Kode", "B": "Butir", "C": "Data dukung", "D": "Ukuran (byte)", "E": "Keadaan"}


def write_evidence_list(
    workbook: Any, styles: Styles, long_texts: LongTexts, filling: Filling, filled: Sequence[FilledColumn]
) -> None:
    """Add the list, where there is anything to be listed. What the assessors think of a file stands beside their opinion only."""
    named = [(each.column, code, link) for each in filled for code, link in each.opinion.links.items() if link]
    if not named and not filling.evidence:
        return
    judged = any(each.column is Column.TPI for each in filled)
    sheet = Sheet(workbook, EVIDENCE, styles, long_texts)
    sheet.widths(_WIDTHS)
    for letter, text in _HEADINGS.items():
        sheet.text(letter, 1, text, "cell", "heading")
    row = 1
    for file in filling.evidence:
        row += 1
        _item(sheet, row, filling, file.code)
        sheet.stated("C", row, file.name, (file.code, EVIDENCE), "cell", "wrap")
        sheet.number("D", row, file.size, "cell", "count")
        sheet.text("E", row, file.state if judged else "", "cell", "wrap")
    for column, code, link in named:
        row += 1
        _item(sheet, row, filling, code)
        sheet.stated("C", row, link, (code, EVIDENCE), "cell", "wrap")
        sheet.blank("D", row, "cell")
        sheet.text("E", row, f"Tautan dari {COLUMN_NAMES[column]}", "cell", "wrap")
    sheet.freeze_below(1)
    sheet.print_on_a4(f"A1:E{row}", 1, about(filling), "")
    sheet.finish()


def _item(sheet: Sheet, row: int, filling: Filling, code: str) -> None:
    sheet.text("A", row, code, "cell")
    sheet.text("B", row, filling.instrument.questions[code].text, "cell", "wrap")
