"""Workbooks as a unit sends them, written by the program's own writer: real files for whoever reads worksheets."""

import datetime as dt

from zi_desktop.domain.answers import Counted, read_answer
from zi_desktop.domain.instrument import Column
from zi_desktop.services import editions
from zi_desktop.worksheets.filling import Filling, Opinion
from zi_desktop.worksheets.layout import Layout
from zi_desktop.worksheets.workbook_writer import write_workbook


def write_sheet(path, answers, notes=None, *, unit="Lapas Kelas IIB Contohrejo", year=2026, layout=Layout.LAMPIRAN3):
    """Write a worksheet in which each item (by code) holds what a person would type; return where it is."""
    questions = editions.current().questions
    read = {
        code: given if isinstance(given, Counted) else read_answer(questions[code], given)
        for code, given in answers.items()
    }
    opinions = {Column.MANDIRI: Opinion(read, notes or {})}
    filling = Filling(
        instrument=editions.current(), unit=unit, unit_id="5f0c3a52-0000-5000-8000-000000000009", unit_word="satker",
        year=year, target="WBK", as_of=dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.UTC), opinions=opinions,
    )  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write_workbook(filling, layout, Column.MANDIRI))
    return path
