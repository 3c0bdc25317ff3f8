"""What is written computes to our figures in LibreOffice, and comes back the same through our own reader."""

import dataclasses
import datetime as dt
import io
import json
import re
import zipfile
from fractions import Fraction
from random import Random

import openpyxl
import pytest
from fillings import INSTRUMENT, QUESTIONS, fill, recalculate

from zi_desktop.domain.answers import Chosen, Counted, Measured, total
from zi_desktop.domain.instrument import Column, Ratio
from zi_desktop.scoring.calculator import Calculator
from zi_desktop.worksheets.differences import differences
from zi_desktop.worksheets.filling import Filling, Opinion
from zi_desktop.worksheets.layout import Layout
from zi_desktop.worksheets.portalrb_json import unit_answers
from zi_desktop.worksheets.workbook_writer import write_workbook
from zi_desktop.worksheets.worksheet_file import read_worksheet

HOSTILE = [
    "=1+1", "=cmd|'/C calc'!A0", "+6281200000", "-5 orang", "@SUM(A1)", "\t=1+1", '=HYPERLINK("https://contoh.example";"klik")',
    "'=1+1", "_x0041_ dan _x000D_", "<r><t>=1+1</t></r>", '<b>&amp;</b> & "kutip"', "baris\nkedua\tdan tab", "😀 \u202ekanan ke kiri",
    "1,5", "0005", "#DIV/0!", "TRUE", "Tidak berlaku", "A", "{=1}", "https://contoh.example/?a=1&b=2",
]  # fmt: skip
CALCULATOR = Calculator(INSTRUMENT)
AS_OF = dt.datetime(2026, 11, 3, 9, 15, tzinfo=dt.timezone(dt.timedelta(hours=7)))
TOLERANCE = Fraction(1, 10**9)


def opinion(seed, *, blank, zeros=0.3):
    """Answer at random, every kind and every case of a denominator of 0; a hostile note here and there."""
    random = Random(seed)
    answers = fill(random, blank=blank, zeros=zeros).answers
    notes = {code: random.choice(HOSTILE) for code in QUESTIONS if random.random() < 0.3}
    for code, answer in answers.items():
        ratio = QUESTIONS[code].answer
        if isinstance(ratio, Ratio) and ratio.not_applicable and total(answer.counts, ratio.denominator) == 0:
            answers[code] = Counted(answer.counts, not_applicable=True)
            notes[code] = "Tidak ada yang dapat dihitung."
    return Opinion(answers, notes, dict.fromkeys(list(notes)[:3], "https://contoh.example/berkas"))


def filling(tpi, unit=None, **more):
    opinions = {Column.TPI: tpi, Column.MANDIRI: unit or Opinion(), Column.TPN: Opinion()}
    return Filling(
        INSTRUMENT, "Lapas Kelas IIB Contohrejo", "c-1", "satuan kerja", 2026, "WBK", AS_OF, opinions, **more
    )


LONG = {
    "A.I.1.i.a": "Panjang sekali. " * 5_000 + "Akhir.", "A.I.1.i.b": "Pendek.", "A.I.1.ii.a": "baris\n" * 300 + "akhir",
    "A.I.1.ii.b": "😀" * 40_000,
}  # fmt: skip
FILLINGS = {
    "penuh": filling(opinion(1, blank=0.0), opinion(2, blank=0.0)),
    "sebagian": filling(opinion(3, blank=0.4), opinion(4, blank=0.7)),
    "nol": filling(opinion(5, blank=0.1, zeros=0.9), opinion(6, blank=0.1, zeros=1.0)),
    "kosong": filling(Opinion(notes=LONG), opinion(7, blank=0.2)),
}


def without_values(data, file):
    """Write a workbook without the values of its formulas, so that whoever shows one has computed it."""
    with zipfile.ZipFile(io.BytesIO(data)) as original, zipfile.ZipFile(file, "w") as made:
        for name in original.namelist():
            part = original.read(name)
            if name.startswith("xl/worksheets/"):
                part = re.sub(rb"</f><v>[^<]*</v>", b"</f>", part)
                assert b"</f><v>" not in part
            made.writestr(name, part)
    return file


@pytest.fixture(scope="module")
def computed(tmp_path_factory):
    """Each filling in each layout: the workbook as written, and as LibreOffice computed it."""
    folder = tmp_path_factory.mktemp("written")
    written, bare = {}, []
    for name, each in FILLINGS.items():
        for layout in Layout:
            data = write_workbook(each, layout)
            written[name, layout] = folder / f"{name}-{layout}.xlsx"
            written[name, layout].write_bytes(data)
            (folder / "bare").mkdir(exist_ok=True)
            bare.append(without_values(data, folder / "bare" / f"{name}-{layout}.xlsx"))
    return {key: (file, done) for (key, file), done in zip(written.items(), recalculate(bare, folder), strict=True)}


@pytest.fixture(params=[(name, layout) for name in FILLINGS for layout in Layout], ids=lambda key: f"{key[0]}-{key[1]}")
def case(request, computed):
    name, layout = request.param
    return FILLINGS[name], layout, *computed[request.param]


def columns_of(each, layout):
    """Return the opinions that a layout shows, by the column under which our reader offers them."""
    if layout is Layout.LAMPIRAN3:
        return {None: each.opinion(Column.TPI)}
    return {Column.MANDIRI: each.opinion(Column.MANDIRI), Column.TPI: each.opinion(Column.TPI)}


def test_another_program_computes_every_figure_as_we_wrote_it(case):
    _, _, written, done = case
    ours, theirs = (openpyxl.load_workbook(file, data_only=True) for file in (written, done))
    live = openpyxl.load_workbook(written)
    formulas = 0
    for sheet in live:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                formulas += 1
                expected, found = (book[sheet.title][cell.coordinate].value for book in (ours, theirs))
                at = f"{sheet.title}!{cell.coordinate}"
                if isinstance(expected, int | float):
                    assert found == pytest.approx(expected, abs=1e-9), at
                else:
                    assert (found or "") == (expected or ""), at
    assert formulas > 250


def test_totals_are_exactly_ours(case):
    each, layout, _, done = case
    card = CALCULATOR.score(each.opinion(Column.TPI).answers)
    sheet = read_worksheet(done, INSTRUMENT)
    assert sheet.layout == layout
    for code, value in {**card.nodes, "": card.total}.items():
        assert abs(sheet.totals[code] - value) <= TOLERANCE, code
    assert sheet.faults == ()
    assert differences(sheet, Column.TPI, card) == ()


def test_answers_notes_and_links_come_back(case):
    each, layout, written, done = case
    for file in (written, done):
        sheet = read_worksheet(file, INSTRUMENT)
        assert (sheet.unit, sheet.year) == (each.unit, each.year)
        for column, given in columns_of(each, layout).items():
            read = sheet.columns[column]
            assert read.refused == ()
            assert {code: found.answer for code, found in read.answers.items()} == dict(given.answers)
            assert dict(read.notes) == {code: note.strip() for code, note in given.notes.items()}
            # PortalRB has no place for evidence of TPI beside its answer; the list of evidence names it.
            assert dict(read.links) == ({} if column is Column.TPI else dict(given.links))


def test_requirements_of_the_recapitulation_are_ours(computed):
    for name, each in FILLINGS.items():
        sheet = openpyxl.load_workbook(computed[name, Layout.PORTALRB][1], data_only=True)["Utama"]
        card = CALCULATOR.score(each.opinion(Column.TPI).answers)
        for row, number in enumerate("123456", start=6):
            assert sheet[f"E{row}"].value == pytest.approx(float(card.areas[number].points), abs=1e-9)
            assert sheet[f"F{row}"].value == pytest.approx(float(card.areas[number].fraction), abs=1e-9)
        for row, code in ((12, "A"), (15, "B.I"), (18, "B.II"), (20, "B")):
            assert sheet[f"E{row}"].value == pytest.approx(float(card.nodes[code]), abs=1e-9)
        assert sheet["E22"].value == pytest.approx(float(card.total), abs=1e-9)
        assert sheet["E23"].value == len(QUESTIONS) - card.answered


EDITS = {
    # an item left alone, wrong or only begun counts 0 and is counted as empty
    "A.I.1.i.a": ({"K8": "Mungkin"}, "L8", "Belum diisi"),
    "A.I.1.i.b": ({"K9": "b"}, "L9", 0.5),
    # spaces that nobody sees are no other answer
    "A.I.1.ii.b": ({"K12": " A "}, "L12", 1),
    "A.I.1.ii.a": ({"K11": "ya "}, "L11", 1),
    "B.I.a": ({"K202": 4.5}, "L202", "Belum diisi"),
    "B.II.a": ({"K205": "3,2"}, "L205", "Belum diisi"),
    "A.II.1.i.a": ({"K129": 3, "K130": None}, "L128", "Belum diisi"),
    "A.II.1.i.b": ({"K132": 0, "K133": 5}, "L131", 0),
    "A.II.3.iii.a": ({"K155": 0, "K156": 2, "K157": 0}, "L154", 0),
    "A.II.4.i.a": ({"K161": 4, "K162": 9}, "L160", 1),
    # "tidak berlaku" counts with a note at a denominator of 0 or without any count, and deleting it harms nothing
    "A.II.5.ii.a": ({"K171": None, "K172": 4, "K173": 0, "K174": 1}, "L171", 0.25),
    "A.II.5.iii.a.a": (
        {"K177": "Tidak berlaku", "K179": None, "K180": None, "K181": None, "K182": None, "O177": None, "O179": "Nihil."},
        "L177", 1,
    ),
    "A.II.5.iii.b.a": (
        {"K184": "Tidak berlaku", "K186": 0, "K187": 0, "K188": 0, "K189": 0, "O184": "Nihil."}, "L184", 1,
    ),
}  # fmt: skip
CONTRADICTIONS = {
    "counts beside it": {"K177": "Tidak berlaku", "K179": 1, "K180": 1, "K181": 0, "K182": 1, "O177": "Nihil."},
    "no note": {"K171": "Tidak berlaku", "K172": None, "K173": None, "K174": None, "O171": None},
    "begun": {"K184": "Tidak berlaku", "K186": 0, "K187": None, "K188": None, "K189": None, "O184": "Nihil."},
}
"""Statements of "tidak berlaku" that our reader refuses."""


def typed_into(file, *edits):
    """Write a full worksheet into which people typed; return it as LibreOffice computed it."""
    file.write_bytes(write_workbook(FILLINGS["penuh"], Layout.LAMPIRAN3))
    book = openpyxl.load_workbook(file)
    for cells in edits:
        for cell, value in cells.items():
            book["LKE ZI"][cell].value = value
    book.save(file)
    (done,) = recalculate([file], file.parent)
    return done


def test_formulas_hold_when_people_type(tmp_path):
    done = typed_into(tmp_path / "diubah.xlsx", *(cells for cells, _, _ in EDITS.values()))
    sheet = openpyxl.load_workbook(done, data_only=True)["LKE ZI"]
    assert {code: sheet[cell].value for code, (_, cell, _) in EDITS.items()} == {
        code: pytest.approx(value) if isinstance(value, float) else value for code, (_, _, value) in EDITS.items()
    }
    assert sheet["L210"].value == sum(value == "Belum diisi" for _, _, value in EDITS.values())
    assert [sheet[f"L{row}"].value or "" for row in (179, 180, 181, 182)] == [""] * 4


def test_what_we_refuse_of_tidak_berlaku_counts_nowhere(tmp_path):
    done = typed_into(tmp_path / "bertentangan.xlsx", *CONTRADICTIONS.values())
    sheet = openpyxl.load_workbook(done, data_only=True)["LKE ZI"]
    assert [sheet[cell].value for cell in ("L177", "L171", "L184")] == ["Belum diisi"] * 3
    refused = {refusal.code for refusal in read_worksheet(done, INSTRUMENT).column(Column.TPI).refused}
    assert refused == {"A.II.5.iii.a.a", "A.II.5.ii.a", "A.II.5.iii.b.a"}


def test_the_portal_gets_the_same_answers(computed):
    each = FILLINGS["penuh"]
    sheet = openpyxl.load_workbook(computed["penuh", Layout.PORTALRB][1], data_only=True)["Jawaban"]
    rows = {}
    for question in QUESTIONS.values():
        inputs = question.answer.inputs if isinstance(question.answer, Ratio) else [question]
        rows |= {item.portalrb_id: item.portalrb_row for item in inputs if item.portalrb_id}
    for answer in json.loads(unit_answers(each))["answers"]:
        for column, key in (("K", "jawaban_unit"), ("N", "jawaban_tpi")):
            value = sheet[f"{column}{rows[answer['soal_id']]}"].value
            assert (f"{value:g}" if isinstance(value, int | float) else value) == answer[key]


def test_every_kind_of_answer_was_tried():
    kinds = {type(answer) for each in FILLINGS.values() for answer in each.opinion(Column.TPI).answers.values()}
    assert kinds == {Chosen, Counted, Measured}
    stated = [
        answer for each in FILLINGS.values() for answer in each.opinion(Column.TPI).answers.values()
        if isinstance(answer, Counted) and answer.not_applicable
    ]  # fmt: skip
    assert stated


@pytest.mark.parametrize("column", Column, ids=str)
def test_a_sheet_of_one_column_says_whose_it_is_and_keeps_all_its_notes(column, tmp_path):
    given = opinion(8, blank=0.5)
    whole = filling(given, given)
    file = tmp_path / "LKE.xlsx"
    opinions = dict.fromkeys(Column, given)
    file.write_bytes(write_workbook(dataclasses.replace(whole, opinions=opinions), Layout.LAMPIRAN3, column))
    read = read_worksheet(file, INSTRUMENT)
    assert read.owner is column
    assert read.columns[None].notes.keys() == given.notes.keys()


@pytest.mark.parametrize(
    ("cell", "words", "owner"),
    [
        ("K2", "Jawaban TPI", Column.TPI),
        ("K2", "Jawaban satker", Column.MANDIRI),
        ("K1", "Penilaian Mandiri", Column.MANDIRI),
        ("K2", "Jawaban unit dan TPI", None),
        ("K1", "Inspektorat Jenderal Kementerian Contoh: penilaian seluruh satuan kerja di wilayah", None),
        ("O2", "Catatan TPI", None),
    ],
)
def test_a_heading_over_the_answers_says_whose_they_are(cell, words, owner, tmp_path):
    file = tmp_path / "LKE.xlsx"
    file.write_bytes(write_workbook(filling(opinion(9, blank=0.5)), Layout.LAMPIRAN3, Column.TPI))
    book = openpyxl.load_workbook(file)
    sheet = book["LKE ZI"]
    sheet["O1"] = None
    sheet[cell] = words
    book.save(file)
    assert read_worksheet(file, INSTRUMENT).owner is owner
