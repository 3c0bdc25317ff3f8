"""A written workbook opened by another library: structure, protection, lists, print set-up, texts, bytes."""

import datetime as dt
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache
from hashlib import sha256
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from zi_desktop.domain.answers import Chosen, Counted, Measured, parse_decimal
from zi_desktop.domain.instrument import Choice, Column, Ratio, WordingSource
from zi_desktop.domain.instrument_wording import ItemWording, worded
from zi_desktop.services import editions
from zi_desktop.worksheets.evidence_sheet import EVIDENCE
from zi_desktop.worksheets.filling import EvidenceRow, Filling, Opinion
from zi_desktop.worksheets.layout import CHOICES, Layout, RowKind, layout_rows
from zi_desktop.worksheets.sheet_texts import LONG_TEXTS
from zi_desktop.worksheets.workbook_writer import UnplacedEditionError, write_workbook

INSTRUMENT = editions.current()
CHOICE, RATIO, INDEX, STATED = "A.I.1.i.a", "A.II.1.i.a", "B.I.a", "A.II.5.ii.a"
TPI = Opinion(
    {
        CHOICE: Chosen("Ya"),
        RATIO: Counted({"agen": 4, "perubahan": 3}),
        INDEX: Measured(parse_decimal("3.4200000001")),
        STATED: Counted({"wajib_ditindaklanjuti": 0, "diproses": 0, "selesai": 0}, not_applicable=True),
    },
    {CHOICE: "SK tim sudah ada.", STATED: "Tidak ada pengaduan."},
)
UNIT = Opinion({CHOICE: Chosen("Tidak")}, {CHOICE: "Catatan unit."}, {CHOICE: "=https://contoh.example"})
FILLING = Filling(
    INSTRUMENT, "Lapas Kelas IIB Contohrejo", "c-1", "satuan kerja", 2026, "WBK",
    dt.datetime(2026, 11, 3, 9, 15, tzinfo=dt.timezone(dt.timedelta(hours=7))),
    {Column.TPI: TPI, Column.MANDIRI: UNIT},
)  # fmt: skip
SHEETS = {Layout.LAMPIRAN3: "LKE ZI", Layout.PORTALRB: "Jawaban"}
COMPUTED = {
    item.code for question in INSTRUMENT.questions.values() if isinstance(question.answer, Ratio)
    for item in question.answer.inputs if item.computed
}  # fmt: skip
LAYOUTS = pytest.mark.parametrize("layout", list(Layout), ids=str)


def opened(filling=FILLING, layout=Layout.LAMPIRAN3, column=Column.TPI, *, data_only=False):
    if filling is FILLING:
        return usual(layout, column, data_only=data_only)
    return openpyxl.load_workbook(BytesIO(write_workbook(filling, layout, column)), data_only=data_only)


@cache
def usual(layout, column, *, data_only):
    """Most tests only look at the same few workbooks; opening one takes longer than writing it."""
    return openpyxl.load_workbook(BytesIO(write_workbook(FILLING, layout, column)), data_only=data_only)


def items(layout, filling=FILLING, **more):
    return opened(filling, layout, **more)[SHEETS[layout]]


def noted(text, code=CHOICE):
    return replace(FILLING, opinions={Column.TPI: replace(TPI, notes={code: text})})


@LAYOUTS
def test_every_row_stands_where_the_layout_has_it(layout):
    sheet = items(layout)
    for row in layout_rows(INSTRUMENT, layout):
        if row.kind is RowKind.TOTAL:
            continue
        assert (sheet[f"{row.label_column}{row.number}"].value or "") == row.label
        assert sheet[f"{row.title_column}{row.number}"].value
        assert (sheet[f"J{row.number}"].value or "") == CHOICES.get(row.choices, "")
        assert sheet[f"H{row.number}"].value == (None if row.weight is None else float(row.weight))


def test_lampiran_iii_has_the_sheets_of_the_official_workbook():
    book = opened()
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        ("Utama", "hidden"), ("Ctt Eval", "hidden"), ("LKE ZI", "visible"),
    ]  # fmt: skip
    assert book.active.title == "LKE ZI"
    assert [book["Utama"][f"I{row}"].value for row in (3, 4, 5, 17, 18, 20, 22, 26, 28)] == [
        "='LKE ZI'!L198", "='LKE ZI'!L5", "='LKE ZI'!L6", "='LKE ZI'!L190", "='LKE ZI'!L198", "='LKE ZI'!L206",
        "=N('LKE ZI'!L202)", "='LKE ZI'!L206", "='LKE ZI'!L208",
    ]  # fmt: skip
    assert "#REF" not in str([cell.value for row in book["Ctt Eval"] for cell in row])


def test_the_two_faults_of_the_circulated_copy_do_not_come_back():
    sheet = items(Layout.LAMPIRAN3)
    assert sheet["J8"].value == "Ya/Tidak"
    assert sheet["L175"].value == "=SUM(L176,L183)"


def test_portalrb_recapitulates_areas_and_results_where_the_portal_reads_them():
    sheet = opened(layout=Layout.PORTALRB)["Utama"]
    assert sheet["E6"].value == "=Jawaban!O4+Jawaban!O123"
    assert (sheet["E15"].value, sheet["E18"].value) == ("=Jawaban!O198", "=Jawaban!O201")


def test_one_column_of_lampiran_iii_shows_one_opinion():
    sheet = items(Layout.LAMPIRAN3, column=Column.MANDIRI)
    assert (sheet["K8"].value, sheet["O8"].value, sheet["P8"].value) == (
        "Tidak",
        "Catatan unit.",
        "=https://contoh.example",
    )
    assert "SK tim" not in str(list(sheet.values))


def test_portalrb_shows_both_opinions_each_in_its_columns():
    sheet = items(Layout.PORTALRB)
    assert [sheet[f"{letter}6"].value for letter in "KLMNQ"] == [
        "Tidak", "Catatan unit.", "=https://contoh.example", "Ya", "SK tim sudah ada.",
    ]  # fmt: skip


def test_values_stand_beside_formulas_for_whoever_does_not_compute():
    sheet = items(Layout.LAMPIRAN3, data_only=True)
    assert (sheet["L8"].value, sheet["L9"].value, sheet["K128"].value, sheet["L128"].value) == (
        1,
        "Belum diisi",
        0.75,
        0.75,
    )
    assert sheet["L202"].value == pytest.approx(3.4200000001 / 4 * 17.5)
    assert sheet["L208"].value == pytest.approx(0.25 + 0.75 + 3 + 3.4200000001 / 4 * 17.5)
    assert sheet["L210"].value == 109


@LAYOUTS
def test_only_answers_and_notes_are_open(layout):
    sheet = items(layout)
    assert sheet.protection.sheet
    assert not sheet.protection.password
    answers = {Layout.LAMPIRAN3: "K", Layout.PORTALRB: "KN"}[layout]
    open_columns = {Layout.LAMPIRAN3: {"K", "O"}, Layout.PORTALRB: {"K", "N", "L", "M", "Q"}}[layout]
    unlocked = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    assert {re.sub("[0-9]", "", at) for at in unlocked} == open_columns
    for row in layout_rows(INSTRUMENT, layout):
        ratio = INSTRUMENT.questions[row.code].answer if row.kind is RowKind.QUESTION else None
        typed = row.kind in (RowKind.QUESTION, RowKind.INPUT) and row.code not in COMPUTED
        if isinstance(ratio, Ratio):
            typed = ratio.not_applicable
        for letter in answers:
            assert (f"{letter}{row.number}" in unlocked) == typed, row.code


@LAYOUTS
def test_each_answer_has_its_list(layout):
    sheet = items(layout)
    lists = {}
    for rule in sheet.data_validations.dataValidation:
        for span in str(rule.sqref).split():
            column, first, _, last = range_boundaries(span)
            lists |= {(column, row): rule for row in range(first, last + 1)}
    for question in INSTRUMENT.questions.values():
        row = question.row if layout is Layout.LAMPIRAN3 else question.portalrb_row
        for column in {Layout.LAMPIRAN3: (11,), Layout.PORTALRB: (11, 14)}[layout]:
            rule = lists.get((column, row))
            if isinstance(question.answer, Choice):
                assert rule.formula1 == f'"{",".join(option.key for option in question.answer.options)}"'
            elif isinstance(question.answer, Ratio):
                assert (rule.formula1 if rule else None) == (
                    '"Tidak berlaku"' if question.answer.not_applicable else None
                )
                for item in question.answer.typed:
                    at = item.row if layout is Layout.LAMPIRAN3 else item.portalrb_row
                    assert lists[column, at].type == "whole"
            else:
                assert (rule.type, float(rule.formula1), float(rule.formula2)) == ("decimal", 0, 4)


@LAYOUTS
def test_it_prints_like_a_paper(layout):
    sheet = items(layout)
    header = {Layout.LAMPIRAN3: 2, Layout.PORTALRB: 1}[layout]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == f"${header}:${header}"
    assert sheet.freeze_panes == f"A{header + 1}"
    assert "Halaman &P dari &N" in sheet.oddFooter.center.text
    assert "Lapas Kelas IIB Contohrejo" in sheet.oddFooter.left.text
    assert sheet.print_area


def test_a_name_with_an_ampersand_stays_a_name_in_the_footer():
    data = write_workbook(replace(FILLING, unit="A&P Contoh"), Layout.LAMPIRAN3)
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert b"A&amp;&amp;P Contoh" in file.read("xl/worksheets/sheet3.xml")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"], ids=["sama", "tambah", "kurang", "at", "tab"])
def test_no_text_of_a_person_becomes_a_formula(sign):
    text = f"{sign}HYPERLINK(A1)"
    sheet = items(Layout.LAMPIRAN3, noted(text))
    cell = sheet["O8"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


def test_no_text_of_a_person_becomes_markup():
    text = "<r><t>siapa</t></r>"
    assert items(Layout.LAMPIRAN3, noted(text))["O8"].value == text
    with zipfile.ZipFile(BytesIO(write_workbook(noted(text), Layout.LAMPIRAN3))) as file:
        assert b"<t>siapa</t>" not in file.read("xl/sharedStrings.xml")


def test_signs_that_no_cell_can_hold_are_left_out():
    assert items(Layout.LAMPIRAN3, noted("a\x00b\x0bc\ufffed\ud800e\r\nf\rg"))["O8"].value == "abcde\nf\ng"


@pytest.mark.parametrize(
    "text", ["kata " * 20_000, "😀" * 20_000, "baris\n" * 400], ids=["panjang", "lebar", "berbaris"]
)
def test_a_text_that_fits_into_no_cell_stands_whole_on_a_sheet_of_its_own(text):
    book = opened(noted(text))
    cell = book["LKE ZI"]["O8"].value
    assert len(cell.encode("utf-16-le")) // 2 < 32_767
    assert cell.count("\n") < 253
    rows = list(book[LONG_TEXTS].iter_rows(min_row=2, values_only=True))
    assert f"lembar {LONG_TEXTS}, baris 2 sampai {len(rows) + 1}" in cell
    assert "".join(row[3] for row in rows) == text
    assert {row[:2] for row in rows} == {(CHOICE, "Catatan Tim Penilai Internal (TPI)")}
    assert [row[2] for row in rows] == list(range(1, len(rows) + 1))


def test_short_texts_need_no_such_sheet():
    assert LONG_TEXTS not in opened().sheetnames


def test_evidence_is_listed():
    evidence = (EvidenceRow(CHOICE, "=SK tim.pdf", 48_213, "Sesuai"),)
    book = opened(replace(FILLING, evidence=evidence), Layout.PORTALRB)
    assert list(book[EVIDENCE].values)[1:] == [
        (CHOICE, INSTRUMENT.questions[CHOICE].text, "=SK tim.pdf", 48_213, "Sesuai"),
        (CHOICE, INSTRUMENT.questions[CHOICE].text, "=https://contoh.example", None, "Tautan dari unit"),
    ]
    assert book[EVIDENCE]["C2"].data_type == "s"


def test_what_assessors_think_of_evidence_leaves_only_with_their_opinion():
    evidence = (EvidenceRow(CHOICE, "SK tim.pdf", 48_213, "Kurang"),)
    filled = replace(FILLING, evidence=evidence)
    assert opened(filled, column=Column.TPI)[EVIDENCE]["E2"].value == "Kurang"
    assert not opened(filled, column=Column.MANDIRI)[EVIDENCE]["E2"].value


def test_without_evidence_there_is_no_list():
    assert EVIDENCE not in opened().sheetnames


@LAYOUTS
def test_the_same_evaluation_gives_the_same_bytes(layout):
    assert len({write_workbook(replace(FILLING), layout) for _ in range(3)}) == 1


def test_every_run_gives_the_same_bytes():
    code = "from test_written_workbook import *; print(sha256(write_workbook(FILLING, Layout.LAMPIRAN3)).hexdigest())"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(map(str, sys.path))},
        )
        for seed in ("1", "2")
    ]  # fmt: skip
    here = sha256(write_workbook(FILLING, Layout.LAMPIRAN3)).hexdigest()
    assert [run.stdout.strip() for run in runs] == [here, here]


def test_the_file_carries_the_time_of_what_it_shows_not_of_its_writing():
    properties = usual(Layout.LAMPIRAN3, Column.TPI, data_only=False).properties
    assert properties.created == properties.modified == dt.datetime(2026, 11, 3, 2, 15)  # noqa: DTZ001 (UTC, as the format has it)


@LAYOUTS
def test_sample_data_is_marked(layout):
    def marked(filling):
        return "CONTOH" in str([list(sheet.values) for sheet in opened(filling, layout)])

    assert marked(replace(FILLING, sample=True))
    assert not marked(FILLING)


def test_another_wording_is_written():
    wording = {CHOICE: ItemWording("Butir dengan kata lain", "", {"Ya": "ada", "Tidak": "tidak ada"})}
    instrument = worded(INSTRUMENT, wording, WordingSource("lembar.xlsx", "0" * 64, "2026-11-02"))
    sheet = items(Layout.LAMPIRAN3, replace(FILLING, instrument=instrument))
    assert (sheet["G8"].value, sheet["I8"].value) == ("Butir dengan kata lain", "Ya, ada\nTidak, tidak ada")


def test_the_row_of_a_long_criterion_is_high_enough():
    sheet = items(Layout.LAMPIRAN3)
    for question in INSTRUMENT.questions.values():
        lines = (sheet[f"I{question.row}"].value or "").count("\n") + 1
        assert sheet.row_dimensions[question.row].height >= min(lines * 11, 409)


@LAYOUTS
@pytest.mark.parametrize("row", [0, 9, 300], ids=["tanpa-baris", "dipakai-dua-kali", "di-tempat-lain"])
def test_an_edition_whose_rows_are_not_known_is_not_written(layout, row):
    moved = replace(INSTRUMENT.questions[CHOICE], row=row, portalrb_row=row)

    def with_moved(part):
        if part.code == CHOICE:
            return moved
        if not hasattr(part, "children"):
            return part
        return replace(part, children=tuple(map(with_moved, part.children)))

    instrument = replace(INSTRUMENT, sections=tuple(map(with_moved, INSTRUMENT.sections)))
    with pytest.raises(UnplacedEditionError, match="Tidak ada yang ditulis"):
        write_workbook(replace(FILLING, instrument=instrument), layout)
