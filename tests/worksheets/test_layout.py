"""The layout as data agrees with itself and, where they are at hand, with the circulated workbook and the portal's list."""

import json

import openpyxl
import pytest
from fillings import INSTRUMENT, QUESTIONS, REAL

from zi_desktop.worksheets.layout import CHOICES, LAMPIRAN3, Layout, RowKind, layout_rows

MASTER = REAL.parent / "portalrb-master-2026.json"


@pytest.mark.parametrize("layout", Layout)
def test_each_branch_item_count_and_total_has_one_row_in_order(layout):
    rows = layout_rows(INSTRUMENT, layout)
    numbers = [row.number for row in rows]
    assert numbers == sorted(set(numbers))
    codes = {row.code for row in rows if row.kind is not RowKind.TOTAL}
    inputs = {item.code for question in QUESTIONS.values() for item in getattr(question.answer, "inputs", ())}
    assert codes == {*INSTRUMENT.nodes, *QUESTIONS, *inputs}
    assert [row.code for row in rows if row.kind is RowKind.TOTAL] == ["A", "B", ""]


if REAL.is_file():

    def test_every_row_stands_where_the_circulated_workbook_has_it():
        sheet = openpyxl.load_workbook(REAL)["LKE ZI"]
        for row in layout_rows(INSTRUMENT, Layout.LAMPIRAN3):
            assert sheet[f"{row.title_column}{row.number}"].value, row
            weight = sheet[f"{LAMPIRAN3.weight}{row.number}"].value
            assert weight == (None if row.weight is None else float(row.weight)), row
            told = sheet[f"{LAMPIRAN3.choices}{row.number}"].value
            # Two branches carry "%", and one item the shortened kind that import reports.
            assert told == CHOICES.get(row.choices) or row.number in (8, 170, 175), row


if MASTER.is_file():

    def test_every_question_of_the_portal_stands_where_its_list_says():
        found = {}

        def collect(nodes):
            for node in nodes:
                collect(node["children"])
                found.update({soal["id"]: soal for soal in node["soals"]})

        collect(json.loads(MASTER.read_text("utf-8"))["data"])
        for question in QUESTIONS.values():
            for each in (question, *getattr(question.answer, "inputs", ())):
                if each.portalrb_id is not None:
                    soal = found.pop(each.portalrb_id)
                    assert soal["excel_baris"] == each.portalrb_row
                    columns = [
                        soal[f"excel_kolom_{name}"] for name in ("jawaban_unit", "catatan_unit", "bukti_dukung_unit")
                    ]
                    assert columns == ["K", "L", "M"]
                    assert (soal["excel_kolom_jawaban_tpi"], soal["excel_kolom_catatan_tpi"]) == ("N", "Q")
        assert not found
