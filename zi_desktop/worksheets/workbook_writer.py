"""A filled worksheet as a workbook in one of the two layouts; the same evaluation gives the same bytes."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any, Final

from xlsxwriter import Workbook

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.instrument import Column, Instrument, Node, Question
from zi_desktop.worksheets.evidence_sheet import write_evidence_list
from zi_desktop.worksheets.filling import Filling, filled_columns
from zi_desktop.worksheets.items_sheet import COLUMN_NAMES, ItemsSheet, about
from zi_desktop.worksheets.layout import COLUMNS, HEADER_ROWS, SHEETS, Layout, RowKind, layout_rows, question_inputs
from zi_desktop.worksheets.recap_sheets import write_lampiran3_recap, write_portalrb_recap
from zi_desktop.worksheets.sheet_styles import DEFAULT_FONT, Styles
from zi_desktop.worksheets.workbook_sheet import LongTexts, Sheet, write_long_texts

RECAP: Final = "Utama"
DEEP_RECAP: Final = "Ctt Eval"
_SETTINGS: Final = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False,
}  # fmt: skip


class UnplacedEditionError(ZiError):
    """An edition of which nobody knows where its items stand in a layout: another year's list moved or added some."""

    def __init__(self, instrument: Instrument, layout: Layout) -> None:
        super().__init__(
            f"Letak butir edisi {instrument.edition} pada lembar {SHEETS[layout]} belum diketahui. "
            "Tidak ada yang ditulis; ekspor evaluasi ini sebagai portalrb-json."
        )


def write_workbook(filling: Filling, layout: Layout, column: Column = Column.TPI) -> bytes:
    """Return the workbook of an evaluation.

    Args:
        filling: the evaluation.
        layout: PortalRB shows the opinions of the unit and of TPI, Lampiran III one of them.
        column: whose opinion Lampiran III shows.

    Raises:
        UnplacedEditionError: the rows of this edition are not known.
    """
    if not _is_placed(filling.instrument, layout):
        raise UnplacedEditionError(filling.instrument, layout)
    buffer = io.BytesIO()
    # The library writes into what it is given, so each workbook gets a font description of its own.
    workbook = Workbook(buffer, {**_SETTINGS, "default_format_properties": dict(DEFAULT_FONT)})
    workbook.set_properties({"title": about(filling), "author": "ZI Desktop", "created": _utc(filling.as_of)})
    book = _Book(workbook, Styles(workbook), LongTexts())
    (book.lampiran3 if layout is Layout.LAMPIRAN3 else book.portalrb)(filling, column)
    write_evidence_list(
        workbook, book.styles, book.long_texts, filling, filled_columns(filling, COLUMNS[layout], column)
    )
    write_long_texts(workbook, book.styles, book.long_texts)
    workbook.close()
    return buffer.getvalue()


class _Book:
    """The sheets of one workbook."""

    def __init__(self, workbook: Any, styles: Styles, long_texts: LongTexts) -> None:
        self._workbook = workbook
        self.styles = styles
        self.long_texts = long_texts

    def lampiran3(self, filling: Filling, column: Column) -> None:
        name = SHEETS[Layout.LAMPIRAN3]
        recap, deep, sheet = self._sheet(RECAP), self._sheet(DEEP_RECAP), self._sheet(name)
        items = ItemsSheet(sheet, filling, Layout.LAMPIRAN3, column)
        items.write()
        write_lampiran3_recap(recap, filling, items, name, deep=False)
        write_lampiran3_recap(deep, filling, items, name, deep=True)
        sheet.begin_here()
        recap.hide()
        deep.hide()

    def portalrb(self, filling: Filling, _: Column) -> None:
        name = SHEETS[Layout.PORTALRB]
        recap, sheet = self._sheet(RECAP), self._sheet(name)
        items = ItemsSheet(sheet, filling, Layout.PORTALRB, Column.TPI)
        items.write()
        write_portalrb_recap(recap, filling, items, name, f"Nilai menurut {COLUMN_NAMES[Column.TPI]}")
        sheet.begin_here()

    def _sheet(self, name: str) -> Sheet:
        return Sheet(self._workbook, name, self.styles, self.long_texts)


def _utc(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(dt.UTC)


def _is_placed(instrument: Instrument, layout: Layout) -> bool:
    """Tell whether the rows of an edition follow each other as its branches, items and counts do."""
    rows = [row for row in layout_rows(instrument, layout) if row.kind is not RowKind.TOTAL]
    numbers = {row.number for row in rows}
    in_order = [code for section in instrument.sections for code in _codes(section)]
    return len(numbers) == len(rows) and min(numbers) > HEADER_ROWS[layout] and [row.code for row in rows] == in_order


def _codes(part: Node | Question) -> Iterator[str]:
    yield part.code
    if isinstance(part, Node):
        for child in part.children:
            yield from _codes(child)
    else:
        yield from (item.code for item in question_inputs(part))
