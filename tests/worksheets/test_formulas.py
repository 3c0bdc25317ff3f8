"""Formulas of a sheet: moved, compared, taken apart; and cells of a workbook as other programs write them."""

import zipfile

import pytest

from zi_desktop.worksheets.cell_address import address, column_letters, column_number, position, span
from zi_desktop.worksheets.formulas import Aggregate, aggregate, leaves_workbook, moved, shape
from zi_desktop.worksheets.workbook_file import Cell, read_sheets


@pytest.mark.parametrize(
    ("formula", "there"),
    [
        ("K8*H$7+$L9", "L10*I$7+$L11"),
        ('IF(J8="A1/B2",1,"K8")', 'IF(K10="A1/B2",1,"K8")'),
        ("SUM(L8:L9)+LOG10(A1)", "SUM(M10:M11)+LOG10(B3)"),
        ("'LKE ZI'!L5+Utama!A1", "'LKE ZI'!L5+Utama!A1"),
    ],
)
def test_a_formula_moves_as_it_is_filled_down(formula, there):
    assert moved(formula, 2, 1) == there


def test_formulas_that_do_the_same_in_two_rows_have_one_shape():
    assert shape('IF($K8="A", 1,0)', 8) == shape('IF(K112="A",1,0)', 112)
    assert shape('IF(K8="A",1,0)', 8) != shape('IF(K9="A",1,0)', 8)


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("SUM(L7,L10)", Aggregate(average=False, cells=((7, 12), (10, 12)), factor=None)),
        ("average( l8:l9 ) * H7", Aggregate(average=True, cells=((8, 12), (9, 12)), factor=(7, 8))),
        ("L6+$L$23", Aggregate(average=False, cells=((6, 12), (23, 12)), factor=None)),
        ("L198", Aggregate(average=False, cells=((198, 12),), factor=None)),
        ("ROUND(SUM(L7,L10),0)", None),
        ("SUM(L7,3)", None),
        ("IF(K8=1,1,0)", None),
        ("", None),
    ],
)
def test_a_sum_or_average_is_taken_apart(formula, found):
    assert aggregate(formula) == found


def test_a_range_far_larger_than_a_worksheet_is_not_counted_out():
    assert aggregate("SUM(A1:XFD1048576)") == Aggregate(average=False, cells=(), factor=None)


def test_only_another_file_or_program_is_outside():
    assert [leaves_workbook(text) for text in ("[1]S!A1", "cmd|'x'!A0", 'IF(A1="[a|b]",1)', "Utama!A1")] == [
        True,
        True,
        False,
        False,
    ]


def test_addresses():
    assert (column_number("A"), column_number("XFD"), column_letters(16384), column_letters(27)) == (
        1,
        16384,
        "XFD",
        "AA",
    )
    assert (address(8, 11), position("$K$8"), position("K"), span("B1:O2"), span("K8")) == (
        "K8", (8, 11), (0, 0), (1, 2, 2, 15), (8, 11, 8, 11),
    )  # fmt: skip


def workbook(path, sheet, texts=""):
    """Write the least of a workbook with one sheet."""
    parts = {
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a" state="veryHidden"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/>'
        '<Relationship Id="b" Type="x/sharedStrings" Target="/xl/t.xml"/></Relationships>',
        "xl/s.xml": f"<worksheet><sheetData>{sheet}</sheetData></worksheet>",
        "xl/t.xml": f"<sst>{texts}</sst>",
    }
    with zipfile.ZipFile(path, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return path


def cells(path, sheet, texts=""):
    _, (found,) = read_sheets(workbook(path / "b.xlsx", sheet, texts))
    assert not found.visible
    return dict(found.cells)


def test_each_kind_of_cell_is_read_with_value_and_formula(tmp_path):
    sheet = (
        '<row r="3"><c r="A3" t="s"><v>0</v></c><c t="inlineStr"><is><t>dua</t></is></c><c r="D3"><f>A1+1</f><v>2</v></c>'
        '<c r="E3" t="str"><f>A1</f><v>teks</v></c><c r="F3" t="e"><v>#REF!</v></c><c r="G3"><f>B1</f></c><c r="H3" s="1"/></row>'
        "<row><c><v>5</v></c></row>"
    )
    assert cells(tmp_path, sheet, "<si><r><t>sa</t></r><r><t>tu_x0041_</t></r></si>") == {
        (3, 1): Cell("s", "satuA"), (3, 2): Cell("s", "dua"), (3, 4): Cell("n", "2", "A1+1"), (3, 5): Cell("s", "teks", "A1"),
        (3, 6): Cell("e", "#REF!"), (3, 7): Cell("", "", "B1"), (4, 1): Cell("n", "5"),
    }  # fmt: skip


def test_a_shared_formula_is_written_out_for_each_cell(tmp_path):
    sheet = (
        '<row r="8"><c r="L8"><f t="shared" ref="L8:L9" si="0">K8*$H$7</f><v>1</v></c></row>'
        '<row r="9"><c r="L9"><f t="shared" si="0"/><v>2</v></c><c r="M9"><f t="shared" si="7"/><v>3</v></c></row>'
    )
    assert cells(tmp_path, sheet) == {
        (8, 12): Cell("n", "1", "K8*$H$7"), (9, 12): Cell("n", "2", "K9*$H$7"), (9, 13): Cell("n", "3"),
    }  # fmt: skip


def test_what_stands_far_away_is_left(tmp_path):
    assert (
        cells(tmp_path, '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="99999"><c r="A99999"><v>1</v></c></row>')
        == {}
    )
