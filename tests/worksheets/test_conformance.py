"""Conformance: filled worksheets, computed by LibreOffice, read by us; every figure is ours or explained to the last point.

The circulated workbook is filled where the shared folder lies beside the checkout, else one that this program writes.
"""

import datetime as dt
import random
from dataclasses import dataclass, replace
from fractions import Fraction

import pytest
from filelock import FileLock
from fillings import INSTRUMENT, QUESTIONS, REAL, fill, recalculate, write_copies

from zi_desktop.domain.instrument import Column, Ratio
from zi_desktop.scoring.calculator import Calculator
from zi_desktop.worksheets import filling as written
from zi_desktop.worksheets.differences import differences
from zi_desktop.worksheets.layout import Layout
from zi_desktop.worksheets.workbook_writer import write_workbook
from zi_desktop.worksheets.worksheet_file import read_worksheets

CALCULATOR = Calculator(INSTRUMENT)
NEAR = Fraction(1, 10**9)
SEED = 20261103
COPIES = 40
MENDED = {"J8": "Ya/Tidak", "L175": "=AVERAGE(L176,L183)*H175"}
"""What the circulated workbook has wrong, put right."""


@dataclass(frozen=True)
class Source:
    file: object
    part: str
    real: bool


@pytest.fixture(scope="session")
def source(tmp_path_factory):
    if REAL.is_file():
        return Source(REAL, "xl/worksheets/sheet3.xml", real=True)
    blank = written.Filling(
        INSTRUMENT, "Lapas Contoh", "s-1", "satuan kerja", 2026, "WBK", dt.datetime(2026, 11, 3, tzinfo=dt.UTC), {}
    )
    file = tmp_path_factory.mktemp("source") / "blank.xlsx"
    file.write_bytes(write_workbook(blank, Layout.LAMPIRAN3))
    return Source(file, "xl/worksheets/sheet3.xml", real=False)


def whole(chance):
    """Fill everything; no denominator is 0."""
    return fill(chance, zeros=0)


def gaps(chance):
    """Leave items blank, count zeros."""
    return fill(chance, blank=chance.choice([0, 0.05, 0.3, 0.9]), zeros=0.3)


@pytest.fixture(scope="session")
def computed(source, tmp_path_factory, worker_id):
    """200 filled copies and one with all its styles: name → (worksheet as computed, what it was filled with)."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "conformance"
    fillings = all_fillings()
    with FileLock(f"{folder}.lock"):  # workers share what one of them has computed
        if not folder.is_dir():
            folder.mkdir()
            recalculate(write_books(folder, fillings, source), folder)
    files = sorted((folder / "computed").glob("*.xlsx"))
    return {
        sheet.sheet: (sheet, fillings[sheet.sheet]) for file in files for sheet in read_worksheets(file, INSTRUMENT)
    }


def all_fillings():
    """Return the fillings by name; the same in each process."""
    chance = random.Random(SEED)
    kinds = {"mended-0": whole, "mended-1": whole, "circulated-0": whole, "gaps-0": gaps, "gaps-1": gaps}
    fillings = {f"{kind}-{n}": make(chance) for kind, make in kinds.items() for n in range(COPIES)}
    return fillings | {"styled": whole(chance)}


def write_books(folder, fillings, source):
    """Write the fillings into workbooks of forty sheets."""
    books = {}
    for name, filling in fillings.items():
        extra = MENDED if name.startswith("mended") and source.real else {}
        books.setdefault(name.rpartition("-")[0] or name, {})[name] = filling.cells | extra
    return [
        write_copies(folder / f"{book}.xlsx", sheets, source=source.file, part=source.part, styled=book == "styled")
        for book, sheets in books.items()
    ]


def chosen(computed, kind):
    return {name: pair for name, pair in computed.items() if name.startswith(kind)}


def card_of(sheet):
    return CALCULATOR.score({code: given.answer for code, given in sheet.column(Column.TPI).answers.items()})


def requirement_value(requirement, figures):
    """Return the value of a requirement from figures of the sheet."""
    if not requirement.nodes:
        return figures[""]
    value = sum(figures[code] for code in requirement.nodes)
    weights = sum(INSTRUMENT.nodes[code].weight for code in requirement.nodes) if requirement.unit == "fraction" else 1
    return value / weights


def test_two_hundred_fillings_of_every_kind_come_back_as_they_were_filled(computed):
    assert len(computed) == 5 * COPIES + 1
    for sheet, filling in computed.values():
        column = sheet.column(Column.TPI)
        assert {code: given.answer for code, given in column.answers.items()} == filling.answers
        assert column.refused == ()
    used = [answer for _, filling in computed.values() for answer in filling.answers.items()]
    options = {(code, answer.key) for code, answer in used if hasattr(answer, "key")}
    assert len(options) == sum(
        len(question.answer.options) for question in QUESTIONS.values() if hasattr(question.answer, "options")
    )
    counted = [code for code, question in QUESTIONS.items() if isinstance(question.answer, Ratio)]
    assert {code for code, _ in used} >= {*counted, "B.I.a", "B.II.a"}


def test_every_branch_and_requirement_is_ours_where_the_sheet_is_right(computed):
    for sheet, _ in chosen(computed, "mended").values():
        card = card_of(sheet)
        for code, value in {**card.nodes, "": card.total}.items():
            assert abs(sheet.totals[code] - value) <= NEAR, (sheet.sheet, code)
        for result in card.predicates.values():
            for each in result.requirements:
                assert abs(requirement_value(each.requirement, sheet.totals) - each.value) <= NEAR
        assert differences(sheet, Column.TPI, card) == ()


def test_the_two_faults_of_the_circulated_copy_explain_all_that_differs(computed, source):
    if not source.real:
        pytest.skip("lembar buatan sendiri tidak memuat kesalahan itu")
    seen = set()
    for sheet, _ in {**chosen(computed, "circulated"), **chosen(computed, "styled")}.values():
        assert {fault.cell for fault in sheet.faults} == {"J8", "L175"}
        for difference in differences(sheet, Column.TPI, card_of(sheet)):
            assert difference.unexplained == 0
            assert (
                abs(sum(part.amount for part in difference.parts) + difference.value - difference.sheet_value) <= NEAR
            )
            seen |= {part.fault.cell for part in difference.parts}
    assert seen == {"J8", "L175"}


def test_what_is_unanswered_or_divided_by_zero_explains_all_that_differs(computed):
    causes = set()
    for sheet, _ in chosen(computed, "gaps").values():
        card = card_of(sheet)
        told = {difference.code: difference for difference in differences(sheet, Column.TPI, card)}
        for code, value in {**card.nodes, "": card.total}.items():
            if code not in told:
                assert abs(sheet.totals[code] - value) <= NEAR
                continue
            difference = told[code]
            assert (difference.unexplained, bool(difference.parts)) == (0, True)
            amounts = [part.amount for part in difference.parts]
            if isinstance(difference.sheet_value, str):
                assert None in amounts, (sheet.sheet, code)
            else:
                assert abs(sum(amounts) + value - difference.sheet_value) <= NEAR
            causes |= {part.fault.id.partition(":")[0] for part in difference.parts}
    assert causes <= {"choices", "formula", "unanswered", "zero", "blank"}
    if any(causes):
        assert {"unanswered", "zero", "blank"} <= causes


def test_a_figure_that_follows_from_nothing_is_said_to_be_unexplained(computed):
    sheet, _ = next(iter(chosen(computed, "mended").values()))
    shown = dict(sheet.model.shown) | {"A.I.1": sheet.model.shown["A.I.1"] + 1}
    stale = replace(sheet, model=replace(sheet.model, shown=shown))
    (difference,) = differences(stale, Column.TPI, card_of(sheet))
    assert (difference.code, difference.parts, round(difference.unexplained)) == ("A.I.1", (), 1)
