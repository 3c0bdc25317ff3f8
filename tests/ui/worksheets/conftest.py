"""Worksheets of an invented unit, and an evaluation that they go into."""

import pytest
from builders import CHOICE, INDEX, begin
from sheet_files import write_sheet

NAME = "Lapas Kelas IIB Contohrejo"
SECOND = "A.I.1.i.b"
FIRST_SHEET = {CHOICE: "Ya", SECOND: "B", INDEX: "3,4"}
NEWER_SHEET = {CHOICE: "Tidak", SECOND: "B", "A.I.1.ii.a": "Ya"}


@pytest.fixture
def begun(fresh, tmp_path):
    """Services over one satker and its evaluation, and the evaluation's id."""
    return fresh, begin(fresh, tmp_path, name=NAME, year=fresh.workspace.now().year)


@pytest.fixture
def sheet(begun, tmp_path):
    """The worksheet that the unit sent first."""
    year = begun[0].workspace.now().year
    return write_sheet(tmp_path / "kiriman" / "LKE v1.xlsx", FIRST_SHEET, {CHOICE: "Ada SK."}, unit=NAME, year=year)


@pytest.fixture
def newer(begun, tmp_path):
    """A newer version of it."""
    year = begun[0].workspace.now().year
    return write_sheet(tmp_path / "kiriman" / "LKE v2.xlsx", NEWER_SHEET, {CHOICE: "Dicabut."}, unit=NAME, year=year)
