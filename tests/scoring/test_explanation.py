"""Explanations: their figures are the card's, and their words say what happened."""

import json
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worksheet import BEST, CALCULATOR, INSTRUMENT, QUESTIONS, SETTINGS, typed, worksheets

from zi_desktop.domain.answers import Chosen, Counted, Measured
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.figures import machine
from zi_desktop.scoring.equation import equation, figure, product, quotient, sum_of
from zi_desktop.scoring.explanation import TOTAL, explain, explanation_json

CODES = [*INSTRUMENT.nodes, *QUESTIONS]


def _line(code, answers, disputed=None):
    return explain(CALCULATOR, answers, code, disputed or {}).text


def _words(code, answer):
    return explain(CALCULATOR, {code: answer}, code).steps[0].words


@settings(**SETTINGS)
@given(worksheets(), st.sampled_from(CODES))
def test_the_figures_are_those_of_the_card(answers, code):
    card = CALCULATOR.score(answers)
    steps = explain(CALCULATOR, answers, code).steps
    assert steps[0].code == code
    assert all(step.value == machine(card.points(step.code)) for step in steps)


@settings(max_examples=15, deadline=None)
@given(worksheets())
def test_the_total_reaches_down_to_every_answer_and_verdict(answers):
    card = CALCULATOR.score(answers)
    steps = {step.code: step for step in explain(CALCULATOR, answers, TOTAL).steps}
    assert set(steps) >= {*CODES, TOTAL, "WBK", "WBBM"}
    assert steps[TOTAL].value == machine(card.total)
    for predicate, result in card.predicates.items():
        for item in result.requirements:
            step = steps[f"{predicate}/{item.requirement.id}"]
            assert step.value == machine(item.value)
            assert step.words.endswith("terpenuhi.") == item.met
    assert all(child in steps for step in steps.values() for child in step.children)


def test_every_child_is_explained_below_its_parent():
    steps = explain(CALCULATOR, BEST, "A").steps
    assert [step.code for step in steps[:4]] == ["A", "A.I", "A.I.1", "A.I.1.i"]
    assert steps[0].children == ("A.I", "A.II")
    assert {step.code for step in steps} == {code for code in CODES if code.split(".")[0] == "A"}


def test_a_choice():
    assert _words("A.I.1.iii.a", Chosen("B")) == (
        "Jawaban B bernilai 0,67. Bobot butir 1 ÷ 3 ≈ 0,3333 (A.I.1.iii dibagi 3 butir): nilai 0,67 × 0,3333 ≈ 0,2233."
    )
    assert _words("B.I.b", Chosen("B")) == "Jawaban B bernilai 0,75. Bobot butir 5: nilai 0,75 × 5 = 3,75."


def test_an_index():
    assert _words("B.I.a", Measured(Fraction("3.42"))) == (
        "Indeks 3,42 dibagi 4: skor 3,42 ÷ 4 = 0,855. Bobot butir 17,5: nilai 0,855 × 17,5 = 14,9625."
    )


@pytest.mark.parametrize(
    ("code", "answer", "said"),
    [
        ("A.II.1.i.a", Counted({"agen": 7, "perubahan": 5}), "Perubahan konkret yang dihasilkan agen (5) dibagi Agen perubahan yang ditetapkan (7): skor 5 ÷ 7 ≈ 0,7143."),
        ("A.II.1.i.a", Counted({"agen": 4, "perubahan": 5}), "skor 5 ÷ 4 = 1,25, dibatasi paling tinggi 1. Bobot"),
        ("A.II.1.i.a", Counted({"agen": 0, "perubahan": 5}), "Agen perubahan yang ditetapkan berjumlah 0, sehingga tidak ada yang dapat dinilai: skor 0."),
        ("A.II.1.i.b", Counted({"perubahan": 4, "terintegrasi": 5}), "dibatasi paling tinggi 1. Pembilang melebihi penyebut: perlu diperiksa."),
        ("A.II.5.iii.a.a", Counted({"kepala_satker": 1, "pejabat_wajib": 1, "lainnya": 13, "sudah_lapor": 13}), "dibagi Seluruh wajib lapor LHKPN (1 + 1 + 13 = 15): skor 13 ÷ 15 ≈ 0,8667."),
        ("A.II.5.ii.a", typed("A.II.5.ii.a", "", not_applicable=True), "Pengaduan yang wajib ditindaklanjuti berjumlah 0 dan “tidak berlaku” dinyatakan: skor penuh 1. Pengaduan yang masih dalam proses (0) tidak masuk rumus. Bobot butir 3 (satu-satunya butir A.II.5.ii): nilai 1 × 3 = 3."),
        ("A.II.5.ii.a", Counted({"wajib_ditindaklanjuti": 0, "diproses": 0, "selesai": 0}), "Pengaduan yang wajib ditindaklanjuti berjumlah 0, tetapi “tidak berlaku” belum dinyatakan; dihitung belum dijawab, nilai 0. Bobot"),
        ("A.II.3.iii.a", Counted({"tahun_sebelumnya": 4, "tahun_ini": 1, "disanksi": 1}), "Pelanggaran disiplin tahun lalu (4), Pelanggaran disiplin tahun ini (1): skor (4 − 1) ÷ 4 = 0,75. Pelanggaran yang sudah dijatuhi hukuman (1) tidak masuk rumus."),
        ("A.II.3.iii.a", Counted({"tahun_sebelumnya": 1, "tahun_ini": 4, "disanksi": 1}), "tidak berkurang, skor 0."),
        ("A.II.3.iii.a", Counted({"tahun_sebelumnya": 0, "tahun_ini": 0, "disanksi": 0}), "keduanya 0, skor 1."),
        ("A.II.3.iii.a", Counted({"tahun_sebelumnya": 0, "tahun_ini": 2, "disanksi": 0}), "naik dari 0, skor 0."),
    ],
)  # fmt: skip
def test_counts(code, answer, said):
    assert said in _words(code, answer)


def test_an_unanswered_item_is_named_where_it_is_missed():
    answers = {key: answer for key, answer in BEST.items() if key != "A.I.1.i.a"}
    assert _line("A.I.1.i.a", answers).endswith(
        "Belum dijawab, dihitung 0. Bobot butir 0,5 ÷ 2 = 0,25 (A.I.1.i dibagi 2 butir)."
    )
    branch, open_item, other = _line("A.I.1.i", answers).splitlines()
    assert branch == (
        "A.I.1.i Penyusunan Tim Kerja: Rata-rata skor 2 butir: (0 + 1) ÷ 2 = 0,5. Dikali bobot: 0,5 × 0,5 = 0,25. "
        "Belum dijawab dan dihitung 0: A.I.1.i.a."
    )
    assert open_item.startswith(
        "  A.I.1.i.a Tim pembangunan Zona Integritas (ZI) sudah dibentuk di unit kerja. Belum dijawab"
    )
    assert other.startswith("  A.I.1.i.b Anggota tim ZI dipilih")
    assert other.endswith(
        "Jawaban A bernilai 1. Bobot butir 0,5 ÷ 2 = 0,25 (A.I.1.i dibagi 2 butir): nilai 1 × 0,25 = 0,25."
    )


def test_branches():
    assert _line("A.II.3.iii", BEST).startswith(
        "A.II.3.iii Pelanggaran Disiplin Pegawai: Skor satu-satunya butir: 1. Dikali bobot: 1 × 2 = 2."
    )
    assert "B Hasil: Jumlah B.I + B.II: 22,5 + 17,5 = 40, dari bobot 40." in _line("B", BEST)
    assert "B.II Pelayanan Publik yang Prima: Jumlah B.II.a: 17,5, dari bobot 17,5." in _line("B", BEST)


def test_the_total_names_sections_and_each_verdict():
    lines = _line(TOTAL, {**BEST, "B.I.a": Measured(Fraction("3.5999999"))}).splitlines()
    assert (
        lines[0] == "total LKE Zona Integritas: Jumlah A + B: 60 + 38,2499996 ≈ 98,2499996. Nilai total 98,25 dari 100."
    )
    assert lines[1].startswith("  A Pengungkit: Jumlah A.I + A.II: 30 + 30 = 60")
    assert "WBK Wilayah Bebas dari Korupsi: 1 dari 12 syarat nilai belum terpenuhi." in lines
    assert (
        "WBK/ipak Nilai survei persepsi anti korupsi (IPAK): 15,7499996 dari paling rendah 15,75: kurang 0,0000004."
        in lines
    )
    assert "WBK/area_1 Manajemen Perubahan (Pemenuhan dan Reform): 100,0% dari paling rendah 60,0%: terpenuhi." in lines
    assert "WBBM/total Nilai total evaluasi ZI: 98,25 dari paling rendah 85,00: terpenuhi." in lines
    assert "WBK Wilayah Bebas dari Korupsi: seluruh 12 syarat nilai terpenuhi." in _line(TOTAL, BEST)


def test_what_is_lacking_is_the_difference_of_the_figures_beside_it():
    lines = _line(TOTAL, {**BEST, "B.I.a": Measured(Fraction("3.4"))}).splitlines()
    ipak = next(line for line in lines if line.startswith("WBK/ipak"))
    assert ipak.endswith("14,88 dari paling rendah 15,75: kurang 0,87.")  # exactly 14.875 and 0.875


def test_an_open_worksheet_is_called_provisional():
    answers = {key: answer for key, answer in BEST.items() if key != "B.II.a"}
    assert (
        _line(TOTAL, answers)
        .splitlines()[0]
        .endswith(
            "Nilai total 82,50 dari 100. 1 butir belum dijawab dan dihitung 0. Nilai masih sementara; paling tinggi 100,00."
        )
    )
    disputed = {"B.I.b": (Chosen("A"), Chosen("C"))}
    assert (
        _line(TOTAL, BEST, disputed)
        .splitlines()[0]
        .endswith(
            "1 butir berbeda penilaian: nilai antara 97,50 dan 100,00. Nilai masih sementara; paling tinggi 100,00."
        )
    )
    assert _line("B.I.b", BEST, disputed).endswith(
        "Ada 2 jawaban yang berbeda dan belum diputuskan; sementara dihitung yang terendah, nilai 2,5. Bobot butir 5."
    )


def test_an_unknown_code_is_refused_in_a_sentence():
    with pytest.raises(NotFoundError, match=r"Kode A\.I\.9 tidak ada pada LKE Zona Integritas"):
        explain(CALCULATOR, BEST, "A.I.9")


def test_the_json_form():
    form = explanation_json(explain(CALCULATOR, BEST, "B.II"))
    assert json.loads(json.dumps(form)) == form
    assert list(form) == ["text", "steps"]
    assert form["steps"][0] == {
        "code": "B.II",
        "title": "Pelayanan Publik yang Prima",
        "words": "Jumlah B.II.a: 17,5, dari bobot 17,5.",
        "value": "17.5",
        "children": ["B.II.a"],
    }


def test_no_text_shows_the_inside_of_the_program():
    text = _line(TOTAL, {}) + _line("A", BEST) + _line("A", {})
    assert not any(sign in text for sign in ("Fraction", "{", "}", "None", "=="))


def test_calculations_are_equal_only_where_the_printed_figures_are():
    assert product((Fraction("0.67"), Fraction("0.75"))) == "0,67 × 0,75 = 0,5025"
    assert quotient(Fraction(2), Fraction(3)) == "2 ÷ 3 ≈ 0,6667"
    assert sum_of([Fraction(1), Fraction(2)]) == "1 + 2 = 3"
    assert sum_of([Fraction(1, 3)]) == "0,3333"
    assert equation("1 ÷ 3 × 3", (Fraction(1, 3),), Fraction(1)) == "1 ÷ 3 × 3 ≈ 1"


def test_a_figure_beside_a_round_one_does_not_print_as_it():
    assert figure(Fraction("74.99996")) == "74,99996"
    assert figure(Fraction("0.00001")) == "0,00001"
    assert figure(Fraction("18.25")) == "18,25"
