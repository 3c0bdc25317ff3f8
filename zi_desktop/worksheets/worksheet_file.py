"""A filled worksheet in Excel, read as a whole: which sheet, which columns, which rows, then what they say."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.instrument import Choice, Column, Instrument
from zi_desktop.domain.instrument_wording import ItemWording
from zi_desktop.scoring.calculator import Calculator
from zi_desktop.worksheets.cell_values import figure
from zi_desktop.worksheets.layout import Layout, RowKind, layout_rows, question_inputs
from zi_desktop.worksheets.left_out import left_out
from zi_desktop.worksheets.long_texts import whole_texts
from zi_desktop.worksheets.lost_answers import refuse_lost_answers
from zi_desktop.worksheets.matching import Texts, agreement, match_rows
from zi_desktop.worksheets.reading import SheetColumn, Worksheet
from zi_desktop.worksheets.row_signs import plain, read_signs
from zi_desktop.worksheets.sheet_answers import Place, Source, read_column
from zi_desktop.worksheets.sheet_choice import (
    Book,
    Candidate,
    no_worksheet,
    offered,
    open_book,
    refuse_several,
    refuse_unclear,
)
from zi_desktop.worksheets.sheet_columns import SheetColumns
from zi_desktop.worksheets.sheet_faults import find_faults
from zi_desktop.worksheets.sheet_head import read_head
from zi_desktop.worksheets.sheet_model import SheetFigure, cell_figures, near

_FEWEST_ROWS: Final = 100
"""Matched rows below which a sheet is another list with answers, not a worksheet."""
_CRITERION: Final = re.compile(r"^\s*([a-e])[.)]\s+", re.MULTILINE)
_YES: Final = re.compile(r"^\s*ya\s*,?\s*", re.IGNORECASE)


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
        WorksheetError: it is no workbook, holds no worksheet, holds several and none was named, or its answers cannot
            be found for sure.
    """
    book = open_book(path)
    matched = [(each, _source(book, each, instrument, labels or {})) for each in offered(book, sheet)]
    # A sheet whose columns are unclear is one of them all the same.
    found = [(each, source) for each, source in matched if source or each.problem]
    if not found:
        raise no_worksheet(path.name)
    if len(found) > 1:
        refuse_several(book, [each for each, _ in found])
    return _read(book, *found[0])


def read_worksheets(
    path: Path, instrument: Instrument, *, labels: Mapping[str, str] | None = None
) -> tuple[Worksheet, ...]:
    """Read every worksheet of a workbook that holds those of many units; see ``read_worksheet``.

    Raises:
        FileReadError: the file cannot be opened.
        WorksheetError: it is no workbook, or holds no worksheet.
    """
    book = open_book(path)
    visible = offered(book, "")
    # Columns of a hidden copy may be in any state; what is looked at must be clear, or the whole is refused.
    sure = [each for each in book.candidates if each.columns or each in visible]
    matched = [(each, _source(book, each, instrument, labels or {})) for each in sure]
    found = [(each, source) for each, source in matched if source or each.problem]
    if not found:
        raise no_worksheet(path.name)
    return tuple(_read(book, each, source) for each, source in found)


def _read(book: Book, candidate: Candidate, source: Source | None) -> Worksheet:
    """Read one sheet, or refuse it where its columns are unclear."""
    columns = candidate.columns
    if columns is None or source is None:
        refuse_unclear(book, candidate)
    places = _places(columns)
    read = {column: read_column(source, place) for column, place in places.items()}
    refuse_lost_answers(book.name, source, columns, places.values(), read.values())
    scored = _scored(source, columns, read)
    columns = replace(columns, scored=places[scored].answer)
    faults, model = find_faults(source, columns, read[scored])
    unit, year = read_head([source.sheet, *book.others], columns)
    beside, count = left_out(source, columns, places.values())
    return Worksheet(
        layout=columns.layout.value,
        sheet=source.sheet.name,
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
        left_out=beside,
        left_out_count=count,
        owner=columns.headings.owner(columns.answer_unit, columns.note_unit) if None in read else None,
    )


def _source(book: Book, candidate: Candidate, instrument: Instrument, labels: Mapping[str, str]) -> Source | None:
    """Return a sheet with its rows matched; nothing where its columns are unclear or too few rows are a worksheet's."""
    sheet, columns = candidate.sheet, candidate.columns
    if columns is None:
        return None
    signs, texts = read_signs(sheet, columns), _texts(instrument, labels)
    rows = {layout: layout_rows(instrument, layout) for layout in (columns.layout, *Layout)}
    # Where rows above were deleted, those of the other layout may fit as they stand.
    expected = max(rows.values(), key=lambda each: agreement(each, signs, texts))
    matched = match_rows(expected, signs, texts)
    if len(matched.rows) < _FEWEST_ROWS:
        return None
    return Source(instrument, sheet, expected, signs, matched, whole_texts(book.others))


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
    if not columns.answer_tpi:
        return {None: unit}
    return {Column.MANDIRI: unit, Column.TPI: Place(columns.answer_tpi, columns.note_tpi, ())}


def _scored(source: Source, columns: SheetColumns, read: Mapping[Column | None, SheetColumn]) -> Column | None:
    """Return from whose answers the sheet has its scores: its formulas say it, or its figures do."""
    if None in read:
        return None
    if columns.scored:
        return Column.MANDIRI if columns.scored == columns.answer_unit else Column.TPI

    def explained(column: Column | None) -> int:
        answers = {code: given.answer for code, given in read[column].answers.items()}
        ours = cell_figures(Calculator(source.instrument).score(answers))
        return sum(near(figure(source.cell(code, columns.score)), value) for code, value in ours.items())

    return max((Column.TPI, Column.MANDIRI), key=explained)


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
