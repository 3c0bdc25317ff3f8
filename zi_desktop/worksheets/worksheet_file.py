"""A filled worksheet in Excel, read as a whole: which sheet, which columns, which rows, then what they say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.instrument import Choice, Column, Instrument
from zi_desktop.domain.instrument_wording import ItemWording
from zi_desktop.worksheets.cell_values import figure
from zi_desktop.worksheets.layout import Layout, RowKind, layout_rows, question_inputs
from zi_desktop.worksheets.long_texts import whole_texts
from zi_desktop.worksheets.matching import Texts, match_rows
from zi_desktop.worksheets.reading import Worksheet, WorksheetError
from zi_desktop.worksheets.row_signs import plain, read_signs
from zi_desktop.worksheets.sheet_answers import Place, Source, read_column
from zi_desktop.worksheets.sheet_columns import SheetColumns, UnclearColumnsError, find_columns
from zi_desktop.worksheets.sheet_faults import find_faults
from zi_desktop.worksheets.sheet_model import SheetFigure
from zi_desktop.worksheets.workbook_file import Sheet, read_sheets

_FEWEST_ROWS: Final = 100
"""Matched rows below which a sheet is another list with answers, not a worksheet."""
_UNIT: Final = re.compile(
    r"^(?:nama )?(?:unit kerja|satuan kerja|satker|unit)(?: yang dinilai)?\s*(?::\s*(.*))?$", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?<!\d )\btahun(?: evaluasi| penilaian| anggaran)?\s*:?\s*(20\d\d)\b", re.IGNORECASE)
_CRITERION: Final = re.compile(r"^\s*([a-e])[.)]\s+", re.MULTILINE)
_YES: Final = re.compile(r"^\s*ya\s*,?\s*", re.IGNORECASE)
_HEAD: Final = 12
"""Rows and columns at the top left in which name and year may stand."""


def read_worksheet(
    path: Path, instrument: Instrument, *, labels: Mapping[str, str] | None = None, sheet: str = ""
) -> Worksheet:
    """Read a filled worksheet, Lampiran III or PortalRB, found by content.

    Args:
        path: the workbook.
        instrument: the edition that its answers are read against.
        labels: official texts by code of branch, item or count, where they are known; they help to find moved rows.
        sheet: the sheet's name, where the workbook holds several worksheets.

    Raises:
        FileReadError: the file cannot be opened.
        WorksheetError: it is no workbook, holds no worksheet, or holds several and none was named.
    """
    book = _book(path)
    read = _read(book, _choose(book, sheet), instrument, labels or {})
    if read is None:
        raise _no_worksheet(path.name)
    return read


def read_worksheets(
    path: Path, instrument: Instrument, *, labels: Mapping[str, str] | None = None
) -> tuple[Worksheet, ...]:
    """Read every worksheet of a workbook that holds those of many units; see ``read_worksheet``.

    Raises:
        FileReadError: the file cannot be opened.
        WorksheetError: it is no workbook, or holds no worksheet.
    """
    book = _book(path)
    read = [_read(book, each, instrument, labels or {}) for each in book.worksheets]
    if not any(read):
        raise _no_worksheet(path.name)
    return tuple(worksheet for worksheet in read if worksheet)


@dataclass(frozen=True, slots=True)
class _Book:
    """A workbook: its sheets that look like worksheets, each with its columns, and those beside them."""

    name: str
    digest: str
    worksheets: tuple[tuple[Sheet, SheetColumns], ...]
    others: tuple[Sheet, ...]


def _book(path: Path) -> _Book:
    digest, sheets = read_sheets(path)
    try:
        looked = [(sheet, find_columns(sheet)) for sheet in sheets]
    except UnclearColumnsError as error:
        raise WorksheetError(
            path.name, f"tidak dapat dibaca dengan pasti, {error}", "pulihkan judul kolomnya, lalu ulangi"
        ) from error
    return _Book(
        path.name,
        digest,
        tuple((sheet, columns) for sheet, columns in looked if columns),
        tuple(sheet for sheet, columns in looked if not columns),
    )


def _read(
    book: _Book, found: tuple[Sheet, SheetColumns], instrument: Instrument, labels: Mapping[str, str]
) -> Worksheet | None:
    """Read one sheet; nothing where too few of its rows are those of a worksheet."""
    sheet, columns = found
    source = _source(sheet, columns, instrument, labels, whole_texts(book.others))
    if len(source.matched.rows) < _FEWEST_ROWS:
        return None
    read = {column: read_column(source, place) for column, place in _places(columns).items()}
    scored = Column.TPI if columns.layout is Layout.PORTALRB else None
    faults, model = find_faults(source, columns, read[scored])
    unit, year = _head([sheet, *book.others], columns)
    return Worksheet(
        layout=columns.layout.value,
        sheet=sheet.name,
        digest=book.digest,
        name=book.name,
        unit=unit,
        year=year,
        columns=MappingProxyType(read),
        scored=scored,
        faults=faults,
        wording=MappingProxyType(_wording(source, columns)),
        totals=MappingProxyType(dict(model.shown) | _own_weights(source, columns)),
        model=model,
    )


def _no_worksheet(name: str) -> WorksheetError:
    return WorksheetError(
        name, "tidak memuat lembar kerja Zona Integritas (Lampiran III atau PortalRB)", "pilih berkas yang benar"
    )


def _choose(book: _Book, wanted: str) -> tuple[Sheet, SheetColumns]:
    """Return the sheet that is a worksheet; of several the only visible one, or the one that was named."""
    found = list(book.worksheets)
    if wanted:
        found = [pair for pair in found if pair[0].name.casefold() == wanted.casefold()]
    elif len(found) > 1:
        found = [pair for pair in found if pair[0].visible] or found
    if not found:
        raise _no_worksheet(book.name)
    if len(found) > 1:
        names = ", ".join(each.name for each, _ in found)
        raise WorksheetError(book.name, f"memuat beberapa lembar kerja: {names}", "sebut nama lembarnya, lalu ulangi")
    return found[0]


def _source(
    sheet: Sheet, columns: SheetColumns, instrument: Instrument, labels: Mapping[str, str], whole: Mapping[str, str]
) -> Source:
    expected = layout_rows(instrument, columns.layout)
    signs = read_signs(sheet, columns)
    return Source(instrument, sheet, expected, signs, match_rows(expected, signs, _texts(instrument, labels)), whole)


def _texts(instrument: Instrument, labels: Mapping[str, str]) -> Texts:
    """Return every wording that is known of a row: the edition's own, and the official one where it was given."""
    own = {code: node.title for code, node in instrument.nodes.items()}
    own |= {code: question.text for code, question in instrument.questions.items()}
    own |= {item.code: item.title for question in instrument.questions.values() for item in question_inputs(question)}
    return {
        code: frozenset(plain(text) for text in (own.get(code, ""), labels.get(code, "")) if text)
        for code in {*own, *labels}
    }


def _places(columns: SheetColumns) -> dict[Column | None, Place]:
    unit = Place(columns.answer_unit, columns.note_unit, columns.evidence)
    if columns.layout is Layout.LAMPIRAN3:
        return {None: unit}
    return {Column.MANDIRI: unit, Column.TPI: Place(columns.answer_tpi, columns.note_tpi, ())}


def _head(sheets: Sequence[Sheet], columns: SheetColumns) -> tuple[str, int | None]:
    """Return the satker's name and the year, where the top of the sheet or of another one states them."""
    unit, year = "", None
    for each in sheets:
        for (row, column), cell in sorted(each.cells.items()):
            if row > _HEAD or column > columns.choices or cell.kind != "s" or cell.formula:
                continue
            text = clean_line(cell.text[:1000])
            if not unit and (named := _UNIT.match(text)):
                unit = named[1] or _beside(each, row, column)
            if year is None and (dated := _YEAR.search(re.sub(r"nomor \d+ tahun \d+", "", text, flags=re.IGNORECASE))):
                year = int(dated[1])
    return unit, year


def _beside(sheet: Sheet, row: int, column: int) -> str:
    """Return the text to the right of a caption."""
    texts = (sheet.cell(row, each) for each in range(column + 1, column + _HEAD))
    found = next((clean_line(cell.text[:1000]).lstrip(": ") for cell in texts if cell.text.strip(" :")), "")
    return "" if found.replace(".", "").isdecimal() else found


def _own_weights(source: Source, columns: SheetColumns) -> dict[str, SheetFigure]:
    """Return the figures of the items that have a weight of their own: they stand in points, as those of branches."""
    codes = [row.code for row in source.expected if row.kind is RowKind.QUESTION and row.weight is not None]
    return {code: figure(source.cell(code, columns.score)) for code in codes}


def _wording(source: Source, columns: SheetColumns) -> dict[str, ItemWording]:
    found = {}
    for row in source.expected:
        number = source.row(row.code)
        if row.kind is RowKind.TOTAL or not number or row.code in source.matched.doubtful:
            continue
        title = source.signs[number].title.lstrip("- ").strip()
        explanation = source.sheet.cell(number, columns.criteria)
        text = explanation.text if explanation.kind == "s" else ""
        found[row.code] = ItemWording(clean_line(title), text.strip(), _criteria(source, row.code, text))
    return found


def _criteria(source: Source, code: str, text: str) -> Mapping[str, str]:
    question = source.instrument.questions.get(code)
    if question is None or not isinstance(question.answer, Choice):
        return {}
    keys = [option.key for option in question.answer.options]
    if question.answer.scale == "yes_no":
        return {keys[0]: clean_line(_YES.sub("", text))} if _YES.match(text) else {}
    pieces = _CRITERION.split(text)
    named = {letter.upper(): clean_line(piece) for letter, piece in zip(pieces[1::2], pieces[2::2], strict=True)}
    return named if list(named) == keys else {}
