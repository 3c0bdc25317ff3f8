"""Worksheets in both layouts as this program writes them, for tests that edit them."""

import datetime as dt

import openpyxl

from zi_desktop.domain.instrument import Column
from zi_desktop.services import editions
from zi_desktop.worksheets.filling import Filling, Opinion
from zi_desktop.worksheets.layout import Layout
from zi_desktop.worksheets.workbook_writer import write_workbook

SHEETS = {Layout.LAMPIRAN3: "LKE ZI", Layout.PORTALRB: "Jawaban"}


def filled_worksheet(layout=Layout.LAMPIRAN3, **opinions):
    """Return a workbook with these answers by name of column, as bytes."""
    found = {Column(name): Opinion(answers) for name, answers in opinions.items()}
    moment = dt.datetime(2026, 11, 3, tzinfo=dt.UTC)
    filling = Filling(editions.current(), "Lapas Contoh", "s-1", "satuan kerja", 2026, "WBK", moment, found)
    return write_workbook(filling, layout)


def blank_worksheet(layout=Layout.LAMPIRAN3):
    """Return a workbook in which nothing is answered."""
    return filled_worksheet(layout)


def edited(path, edit, *, data=None, layout=Layout.LAMPIRAN3):
    """Write a worksheet after ``edit`` changed its sheet in openpyxl; return the path."""
    path.write_bytes(data or blank_worksheet(layout))
    book = openpyxl.load_workbook(path)
    edit(book[SHEETS[layout]])
    book.save(path)
    return path
