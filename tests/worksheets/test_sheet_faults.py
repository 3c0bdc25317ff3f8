"""Faults that people bring into a sheet: each is named with its cell, and explains its part of what differs."""

from fractions import Fraction
from functools import partial

import pytest
from blank_sheets import filled_worksheet
from fillings import INSTRUMENT, QUESTIONS, REAL, recalculate, write_copies

from zi_desktop.domain.answers import Chosen, Counted, Measured
from zi_desktop.domain.instrument import Choice, Column, Index
from zi_desktop.scoring.calculator import Calculator
from zi_desktop.worksheets.differences import differences
from zi_desktop.worksheets.layout import Layout
from zi_desktop.worksheets.worksheet_file import read_worksheet, read_worksheets

CALCULATOR = Calculator(INSTRUMENT)
NEAR = Fraction(1, 10**9)


def middling(question):
    """Return an answer between the best and the worst."""
    if isinstance(question.answer, Choice):
        return Chosen(question.answer.options[len(question.answer.options) // 2].key)
    if isinstance(question.answer, Index):
        return Measured(Fraction(3))
    return Counted(dict.fromkeys((item.key for item in question.answer.typed), 7))


EDITS = {
    "nothing": ({}, set()),
    "a figure typed over a sum": ({"L23": 3.25}, {"pasted:L23"}),
    "a figure typed over the total": ({"L208": 88}, {"formula:L208"}),
    "a figure typed over a score": ({"L15": 0.9}, {"pasted:L15"}),
    "an area that leaves out a part": ({"L6": "=SUM(L7,L10,L14)"}, {"formula:L6"}),
    "an average over too few": ({"L10": "=AVERAGE(L11:L12)*H10"}, {"formula:L10"}),
    "a part counted twice": ({"L175": "=AVERAGE(L176:L179)*H175"}, {"formula:L175"}),
    "a sum that is rounded": ({"L5": "=ROUND(SUM(L6,L23,L36,L61,L75,L100),0)"}, {"formula:L5"}),
    "another weight": ({"H14": 2}, {"weight:H14"}),
    "another weight of a result": ({"H202": 10}, {"weight:H202"}),
    "another kind of answer": ({"J8": "Ya"}, {"choices:J8"}),
    "a spelling that the formula does not know": ({"K9": " b. "}, {"spelling:K9"}),
    "another formula of a score": ({"L12": '=IF(K12="B",0.9,0)'}, {"formula:L12"}),
    "a sum that is typed": ({"K185": 12}, {"sum:K185"}),
    "two at once": ({"L23": 3.25, "H14": 2, "L208": 88}, {"pasted:L23", "weight:H14", "formula:L208"}),
    "an error in a score": ({"L12": "=1/0"}, {"formula:L12"}),
    "an error and a figure": ({"L12": "=1/0", "L23": 3.25}, {"formula:L12", "pasted:L23"}),
}


@pytest.fixture(scope="module")
def computed(tmp_path_factory):
    """One copy of a worksheet for each edit, computed by LibreOffice."""
    folder = tmp_path_factory.mktemp("faults")
    source = folder / "source.xlsx"
    source.write_bytes(filled_worksheet(tpi={code: middling(question) for code, question in QUESTIONS.items()}))
    sheets = {f"S{number}": cells for number, (cells, _) in enumerate(EDITS.values())}
    made = write_copies(folder / "faults.xlsx", sheets, source=source, styled=False)
    (done,) = recalculate([made], folder)
    return dict(zip(EDITS, read_worksheets(done, INSTRUMENT), strict=True))


def filled(**cells):
    """Return cells that fill the circulated workbook in the middle, but for these."""
    found = {}
    for question in QUESTIONS.values():
        answer = middling(question)
        if isinstance(answer, Counted):
            found |= {f"K{item.row}": 7 for item in question.answer.typed}
            found |= {f"K{item.row}": 21 for item in question.answer.inputs if item.computed}
        else:
            found[f"K{question.row}"] = answer.key if isinstance(answer, Chosen) else float(answer.value)
    return found | {"J8": "Ya/Tidak", "L175": "=AVERAGE(L176,L183)*H175"} | cells


CIRCULATED = {
    "nothing": (filled(), set()),
    "as it circulates": (filled(J8="Ya", L175="=AVERAGE(L176:L179)*H175", K189=14), {"choices:J8", "formula:L175"}),
    "a percentage over its formula": (filled(K160=0.85), {"pasted:K160"}),
    "a percentage as text": (filled(K160="85%"), {"pasted:K160"}),
    "a spelling that no formula knows": (filled(K12=" b. "), {"spelling:K12"}),
    "a sum that is typed": (filled(K185=12), {"sum:K185"}),
    "nothing in an item": (filled(K15=None), {"unanswered:L14"}),
    "nothing in a result": (filled(K202=None), {"blank:L202"}),
    "nothing in the only item": (filled(K58=None), {"unanswered:L57"}),
    "tidak berlaku": (
        filled(K171="Tidak berlaku", O171="Tidak ada pengaduan.", K172=0, K173=0, K174=0),
        {"not_applicable:K171"},
    ),
    "a denominator of 0": (filled(K161=0, K162=0), {"zero:K160"}),
    "a score typed in": (filled(L16=0.9), {"pasted:L16"}),
    "a count in words": (filled(K161="dua belas"), {"text:K161"}),
    "a count that is an error": (filled(K162="=NA()"), {"error:K162"}),
    "a part of a sum that is an error": (filled(K180="=1/0"), {"error:K180"}),
    "a ratio that is an error": (filled(K160="=NA()"), {"formula:K160"}),
    "a sum that is empty": (filled(K185=None), {"sum:K185"}),
}
SENTENCES = {
    "a count in words": "K161 berisi “dua belas”, bukan angka, sehingga nilai di atasnya menjadi #VALUE!.",
    "a count that is an error": "K162 berisi kesalahan #N/A, sehingga nilai di atasnya menjadi #N/A.",
    "a ratio that is an error": "Rumus K160 tidak dapat dihitung, sehingga nilai di atasnya menjadi #N/A.",
    "a denominator of 0": "K160 membagi dengan 0, sehingga nilai di atasnya menjadi #DIV/0!.",
    "a sum that is empty": "K185 belum terisi, sedangkan rinciannya berjumlah 21.",
    "a spelling that no formula knows": "K12 tertulis “ b. ”, ejaan yang tidak dihitung rumus lembar ini.",
}


@pytest.fixture(scope="module")
def circulated(tmp_path_factory):
    """The circulated workbook, once for each edit and once with rows inserted, computed by LibreOffice."""
    folder = tmp_path_factory.mktemp("circulated")
    sheets = {f"S{number}": cells for number, (cells, _) in enumerate(CIRCULATED.values())}
    made = [
        write_copies(folder / "faults.xlsx", sheets, styled=False),
        write_copies(folder / "moved.xlsx", {"Pindah": filled(K15=None)}, styled=False, inserted=(12, 3)),
    ]
    faults, moved = recalculate(made, folder)
    return {
        **dict(zip(CIRCULATED, read_worksheets(faults, INSTRUMENT), strict=True)),
        "moved": read_worksheet(moved, INSTRUMENT),
    }


if REAL.is_file():

    @pytest.mark.parametrize("edit", CIRCULATED)
    def test_each_fault_of_the_circulated_workbook_explains_what_differs(circulated, edit):
        sheet = circulated[edit]
        assert {fault.id for fault in sheet.faults} == CIRCULATED[edit][1]
        _, found = compared(sheet)
        assert bool(found) == bool(CIRCULATED[edit][1])
        assert {difference.unexplained for difference in found} <= {0}
        assert {part.fault.id for difference in found for part in difference.parts} == CIRCULATED[edit][1]

    @pytest.mark.parametrize("edit", SENTENCES)
    def test_each_sentence_names_the_true_cause(circulated, edit):
        assert [fault.problem for fault in circulated[edit].faults] == [SENTENCES[edit]]

    def test_faults_of_a_sheet_with_inserted_rows_are_named_where_they_stand(circulated):
        sheet = circulated["moved"]
        assert [(fault.id, fault.cell) for fault in sheet.faults] == [("unanswered:L17", "L17")]
        assert sheet.column(Column.TPI).answers["B.I.b"].cell == "K206"


def compared(sheet):
    card = CALCULATOR.score({code: given.answer for code, given in sheet.column(Column.TPI).answers.items()})
    return card, differences(sheet, Column.TPI, card)


@pytest.mark.parametrize("edit", EDITS)
def test_each_fault_is_named_and_explains_what_differs(computed, edit):
    sheet = computed[edit]
    assert {fault.id for fault in sheet.faults} == EDITS[edit][1]
    card, found = compared(sheet)
    told = {difference.code: difference for difference in found}
    for code, value in {**card.nodes, "": card.total}.items():
        if code not in told:
            assert abs(sheet.totals[code] - value) <= NEAR
        elif not isinstance(told[code].sheet_value, str):
            amounts = [part.amount for part in told[code].parts]
            assert told[code].unexplained == 0
            assert abs(sum(amounts) + value - told[code].sheet_value) <= NEAR
            assert {part.fault.id for part in told[code].parts} <= EDITS[edit][1]


def test_the_total_is_explained_by_each_fault_alone(computed):
    _, (total, *_) = compared(computed["two at once"])
    amounts = {part.fault.id: part.amount for part in total.parts}
    assert set(amounts) == {"pasted:L23", "weight:H14", "formula:L208"}
    _, (weighed, *_) = compared(computed["another weight"])
    assert amounts["weight:H14"] == weighed.parts[0].amount


def test_an_error_is_blamed_on_its_cause_and_the_rest_is_told_in_points(computed):
    _, (total, *_) = compared(computed["an error and a figure"])
    assert total.sheet_value == "#DIV/0!"
    assert {part.fault.id: part.amount is None for part in total.parts} == {"formula:L12": True, "pasted:L23": False}
    assert total.unexplained == 0


def test_a_sheet_that_was_never_computed_names_its_faults_and_compares_nothing(tmp_path):
    sheets = {"LKE ZI": {"J8": "Ya", "L175": "=AVERAGE(L176:L179)*H175", "K9": "A"}}
    source = tmp_path / "source.xlsx"
    source.write_bytes(filled_worksheet())
    sheet = read_worksheet(write_copies(tmp_path / "baru.xlsx", sheets, source=source), INSTRUMENT)
    assert {fault.id: fault.sheet_value for fault in sheet.faults} == {"choices:J8": None, "formula:L175": None}
    assert set(sheet.totals.values()) == {None}
    assert compared(sheet)[1] == ()


def test_figures_of_another_column_are_not_compared(tmp_path):
    (tmp_path / "p.xlsx").write_bytes(filled_worksheet(Layout.PORTALRB, mandiri={"A.I.1.i.a": Chosen("Ya")}))
    sheet = read_worksheet(tmp_path / "p.xlsx", INSTRUMENT)
    score = partial(differences, sheet, card=CALCULATOR.score({"A.I.1.i.a": Chosen("Ya")}))
    assert (score(Column.MANDIRI), sheet.faults) == ((), ())
    assert score(Column.TPI)[0].unexplained == Fraction(-1, 4)
