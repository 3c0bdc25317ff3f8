"""A PortalRB workbook as the portal gives it out, filled by both sides and computed by LibreOffice."""

from fractions import Fraction
from random import Random

import pytest
from fillings import INSTRUMENT, QUESTIONS, fill, recalculate
from portal_sheets import write_portal

from zi_desktop.domain.instrument import Column
from zi_desktop.scoring.calculator import Calculator
from zi_desktop.worksheets.differences import differences
from zi_desktop.worksheets.worksheet_file import read_worksheet

CALCULATOR = Calculator(INSTRUMENT)
NEAR = Fraction(1, 10**9)


def filled(random, column, **more):
    found = fill(random, column=column, row=lambda item: item.portalrb_row, **more)
    computed = {
        f"{column}{item.portalrb_row}" for question in QUESTIONS.values()
        for item in getattr(question.answer, "inputs", ()) if item.computed
    }  # fmt: skip
    return {int(cell[1:]): value for cell, value in found.cells.items() if cell not in computed}, found.answers


@pytest.fixture(scope="module", params=[0.0, 0.3], ids=["whole", "gaps"])
def computed(request, tmp_path_factory):
    """The workbook as LibreOffice saved it, and what it was filled with."""
    folder, random = tmp_path_factory.mktemp("portal"), Random(20261122)
    unit, of_unit = filled(random, "K", blank=0.2, zeros=0)
    tpi, of_tpi = filled(random, "N", blank=request.param, zeros=0)
    rows = {question.portalrb_row: code for code, question in QUESTIONS.items()}
    notes = {row: f"Catatan {code}" for row, code in rows.items()}
    links = {row: f"https://contoh.example/{code}" for row, code in rows.items()}
    file = write_portal(folder / "portal.xlsx", unit, tpi, notes, links)
    (done,) = recalculate([file], folder)
    return read_worksheet(done, INSTRUMENT), of_unit, of_tpi


def test_both_columns_come_back_as_they_were_filled(computed):
    sheet, of_unit, of_tpi = computed
    unit, tpi = sheet.column(Column.MANDIRI), sheet.column(Column.TPI)
    assert {code: given.answer for code, given in unit.answers.items()} == of_unit
    assert {code: given.answer for code, given in tpi.answers.items()} == of_tpi
    assert (unit.refused, tpi.refused, sheet.left_out) == ((), (), ())
    assert dict(unit.notes) == {code: f"Catatan {code}" for code in QUESTIONS}
    assert dict(unit.links) == {code: f"https://contoh.example/{code}" for code in QUESTIONS}
    assert (tpi.notes, tpi.links) == ({}, {})


def test_it_is_known_for_what_it_is(computed):
    sheet, _, _ = computed
    assert (sheet.layout, sheet.sheet, sheet.scored) == ("portalrb", "Jawaban", Column.TPI)
    assert (sheet.unit, sheet.year) == ("Lapas Contoh", 2026)


def test_every_difference_is_explained_by_what_is_unanswered(computed):
    sheet, _, of_tpi = computed
    card = CALCULATOR.score(of_tpi)
    told = {difference.code: difference for difference in differences(sheet, Column.TPI, card)}
    for code, value in {**card.nodes, "": card.total}.items():
        if code not in told:
            assert abs(sheet.totals[code] - value) <= NEAR, code
        else:
            assert told[code].unexplained == 0
            assert told[code].parts
    causes = {fault.id.partition(":")[0] for fault in sheet.faults}
    assert causes <= ({"unanswered", "blank"} if len(of_tpi) < len(QUESTIONS) else set())
