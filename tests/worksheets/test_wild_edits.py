"""Worksheets after several hands: each answer, note and link comes back, or is named; or the whole is refused in a sentence."""

import io
from random import Random

import openpyxl
import pytest
from blank_sheets import blank_worksheet
from fillings import INSTRUMENT, REAL
from portal_sheets import write_portal
from wild_edits import EDITS, filled_page, finished

from zi_desktop.domain.instrument import Column
from zi_desktop.worksheets.reading import WorksheetError
from zi_desktop.worksheets.worksheet_file import read_worksheet

ROUNDS = len(EDITS)
LAMPIRAN3 = "circulated" if REAL.is_file() else "own"
REFUSED = {LAMPIRAN3: {5, 12, 15, 26}, "portal": {12, 22}}
"""Rounds in which nobody can tell for sure where the answers stand."""


def hands(number):
    """Return which edits a round makes; together the rounds make every one."""
    order = Random(4).sample(EDITS, len(EDITS))
    return [order[(number + step * 11) % len(order)] for step in range(1 + number % 4)]


@pytest.fixture(scope="module")
def blanks(tmp_path_factory):
    """Return blank workbooks by kind, and the wording that is known of them."""
    portal = write_portal(tmp_path_factory.mktemp("blank") / "portal.xlsx").read_bytes()
    found = {"own": (blank_worksheet(), "LKE ZI", {}), "portal": (portal, "Jawaban", {})}
    if REAL.is_file():
        labels = {code: wording.text for code, wording in read_worksheet(REAL, INSTRUMENT).wording.items()}
        found["circulated"] = (REAL.read_bytes(), "LKE ZI", labels)
    return found


def trouble(sheet, wild):
    """Return what is wrong, lost or invented."""
    unit = sheet.column(Column.MANDIRI)
    columns = {"unit": unit, "tpi": sheet.columns.get(Column.TPI)}
    return [
        *(each for name, truth in wild.answers.items() for each in trouble_of_answers(name, truth, columns[name])),
        *trouble_of_texts(sheet, wild),
    ]


def trouble_of_answers(name, truth, column):
    refused = {refusal.code for refusal in column.refused}
    found = {code: given.answer for code, given in column.answers.items()}
    yield from ((name, "wrong", code) for code, answer in truth.items() if found.get(code, answer) != answer)
    yield from ((name, "lost", code) for code in truth if code not in found and code not in refused)
    yield from ((name, "invented", code) for code in found if code not in truth)


def trouble_of_texts(sheet, wild):
    taken = [
        (code, line) for column in sheet.columns.values() for texts in (column.notes, column.links)
        for code, text in texts.items() for line in text.split("\n")
    ]  # fmt: skip
    named = {refusal.text for column in sheet.columns.values() for refusal in column.refused}
    named |= {refusal.text for refusal in sheet.left_out}
    if sheet.left_out_count == len(sheet.left_out):
        yield from (
            ("lost", text) for text in wild.texts if text not in named and text not in {line for _, line in taken}
        )
    yield from (("at another item", code, line) for code, line in taken if wild.texts.get(line, code) != code)
    notes = {text for column in sheet.columns.values() for text in column.notes.values()}
    yield from (("link as note", text) for text in notes if "https://" in text)


@pytest.mark.parametrize("number", range(ROUNDS))
@pytest.mark.parametrize("kind", [LAMPIRAN3, "portal"], ids=["lampiran3", "portalrb"])
def test_everything_comes_back_or_is_named(tmp_path, blanks, kind, number):
    data, name, labels = blanks[kind]
    book = openpyxl.load_workbook(io.BytesIO(data))
    wild = filled_page(book[name], Random(number), portal=kind == "portal")
    for edit in hands(number):
        edit(wild)
    finished(wild)
    book.save(tmp_path / "kembali.xlsx")
    told = ""
    try:
        found = trouble(read_worksheet(tmp_path / "kembali.xlsx", INSTRUMENT, labels=labels), wild)
    except WorksheetError as error:
        found, told = [], str(error)
    assert found == []
    assert bool(told) == (number in REFUSED[kind])
    assert not told or "Tidak ada yang diambil" in told


def test_the_rounds_make_every_edit():
    assert {edit for number in range(ROUNDS) for edit in hands(number)} == set(EDITS)
