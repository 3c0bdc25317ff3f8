"""Answers: what a person types, what an event holds, and what is refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_desktop import paths
from zi_desktop.domain.answers import (
    Chosen,
    Counted,
    Measured,
    answer_from_json,
    answer_to_json,
    exceeds,
    input_value,
    read_answer,
    typed_count,
)
from zi_desktop.domain.errors import AnswerError
from zi_desktop.domain.instrument import Choice, Ratio
from zi_desktop.domain.instrument_loader import load_instrument

QUESTIONS = load_instrument((paths.instruments() / "permenpanrb-90-2021.json").read_bytes()).questions
YES_NO, LETTERS, INDEX = QUESTIONS["A.I.1.i.a"], QUESTIONS["A.I.1.iii.a"], QUESTIONS["B.I.a"]
AGENTS, INTEGRATED, DISCIPLINE = QUESTIONS["A.II.1.i.a"], QUESTIONS["A.II.1.i.b"], QUESTIONS["A.II.3.iii.a"]
COMPLAINTS, ASSETS = QUESTIONS["A.II.5.ii.a"], QUESTIONS["A.II.5.iii.a.a"]


def _refused(question, text, **stated):
    with pytest.raises(AnswerError) as failure:
        read_answer(question, text, **stated)
    return str(failure.value)


@pytest.mark.parametrize(
    ("text", "key"), [("Ya", "Ya"), ("ya", "Ya"), (" y ", "Ya"), ("T", "Tidak"), ("TIDAK", "Tidak")]
)
def test_yes_and_no_may_be_abbreviated(text, key):
    assert read_answer(YES_NO, text) == Chosen(key)


def test_letters_in_either_case():
    assert read_answer(LETTERS, "b") == read_answer(LETTERS, "B") == Chosen("B")


def test_an_unknown_option_lists_the_valid_ones():
    assert _refused(LETTERS, "F") == "A.I.1.iii.a: pilihan “F” tidak dikenal. Pilih salah satu: A, B, C, D."
    assert _refused(YES_NO, "") == "A.I.1.i.a: jawaban belum diisi. Pilih salah satu: Ya, Tidak."
    assert "tidak dikenal" in _refused(LETTERS, "AB")


@pytest.mark.parametrize("text", ["3,42", "3.42", " 3,420 "])
def test_an_index_takes_comma_or_point(text):
    assert read_answer(INDEX, text) == Measured(Fraction("3.42"))


def test_an_index_is_a_number_within_its_range():
    assert read_answer(INDEX, "0") == Measured(Fraction(0))
    assert read_answer(INDEX, "4") == Measured(Fraction(4))
    assert _refused(INDEX, "4,01") == "B.I.a: indeks 4,01 di luar 0 sampai 4. Isikan indeks pada skala 0 sampai 4."
    assert "−0,1 di luar" in _refused(INDEX, "-0.1")
    advice = "bukan angka indeks. Isi angka 0 sampai 4 dengan koma, misalnya 3,42."
    assert _refused(INDEX, " 3.4.5 ") == f"B.I.a: “3.4.5” {advice}"
    assert _refused(INDEX, "A" * 25) == f"B.I.a: “{'A' * 24}…” {advice}"
    assert "lebih dari 10 angka" in _refused(INDEX, "3.12345678901")


@pytest.mark.parametrize(
    ("text", "count"), [("7", 7), (" 098 ", 98), ("1.234", 1234), ("12 345\u00a0678", 12345678), ("1000000000", 10**9)]
)
def test_a_count_of_its_own_field_is_read(text, count):
    assert typed_count(text) == count


@pytest.mark.parametrize(
    "text",
    ["", "1,5", "-3", "−3", "+3", "12e1", "12a", "1.5", "1.23", "12.3456", "1,234", "1 2", "٣", "10.000.000.000.000"],
)
def test_what_is_no_count_is_refused_whole(text):
    with pytest.raises(AnswerError) as failure:
        typed_count(text)
    assert str(failure.value) == (f"“{text}” bukan bilangan bulat. Isi bilangan bulat, tanpa koma, minus, atau huruf.")


def test_a_count_that_nobody_has_is_a_slip():
    with pytest.raises(AnswerError) as failure:
        typed_count("1000000001")
    assert str(failure.value) == "“1000000001” terlalu besar. Isi bilangan bulat 0 sampai 1000000000."


@pytest.mark.parametrize(
    "text", ["agen=7,perubahan=5", "agen = 7; perubahan = 5", "perubahan=5 agen=7", " Agen=7,\n PERUBAHAN=5, "]
)
def test_counts_in_any_order_and_with_any_separator(text):
    assert read_answer(AGENTS, text) == Counted({"agen": 7, "perubahan": 5})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("agen=7", "isian perubahan belum ada. Lengkapi semua isian butir ini."),
        ("", "isian agen, perubahan belum ada."),
        ("agen=7,perubahan=5,jumlah=3", "isian jumlah tidak dikenal. Isian butir ini: agen, perubahan."),
        ("agen=-7,perubahan=5", "Agen perubahan yang ditetapkan (orang) berisi -7. Isikan bilangan bulat"),
        ("agen=7.5,perubahan=5", "berisi 7.5. Isikan bilangan bulat"),
        ("agen=,perubahan=5", "berisi kosong. Isikan bilangan bulat"),
        ("agen=1000000001,perubahan=5", "berisi 1000000001. Isikan bilangan bulat"),
        ("7,perubahan=5", "“7” tidak terbaca sebagai isian. Tuliskan seperti agen=0,perubahan=0."),
        ("=7,perubahan=5", "“=7” tidak terbaca sebagai isian."),
        ("agen=7,AGEN=6,perubahan=5", "isian agen tertulis dua kali. Hapus salah satu."),
    ],
)
def test_counts_that_cannot_be_taken(text, said):
    sentence = _refused(AGENTS, text)
    assert sentence.startswith("A.II.1.i.a: ")
    assert said in sentence


def test_the_largest_count_is_taken():
    assert read_answer(AGENTS, "agen=1000000000,perubahan=0").counts["agen"] == 10**9


def test_a_numerator_above_its_denominator_is_a_slip():
    typed = "kepala_satker=1,pejabat_wajib=4,lainnya=100,sudah_lapor=108"
    assert _refused(ASSETS, typed) == (
        "A.II.5.iii.a.a: Wajib lapor yang sudah menyampaikan LHKPN (108) melebihi seluruh wajib lapor LHKPN (105). "
        "Cocokkan dengan rekap, lalu ubah salah satu."
    )
    assert "(2) melebihi perubahan hasil agen perubahan (1)" in _refused(INTEGRATED, "perubahan=1,terintegrasi=2")


def test_a_numerator_that_may_exceed_does():
    answer = read_answer(AGENTS, "agen=1,perubahan=5")
    assert not exceeds(AGENTS, answer)
    worse = read_answer(DISCIPLINE, "tahun_sebelumnya=1,tahun_ini=5,disanksi=0")
    assert not exceeds(DISCIPLINE, worse)


def test_imported_counts_may_exceed_and_are_flagged():
    answer = answer_from_json(INTEGRATED, {"counts": {"perubahan": 1, "terintegrasi": 2}})
    assert exceeds(INTEGRATED, answer)
    assert not exceeds(INTEGRATED, Counted({"perubahan": 2, "terintegrasi": 2}))
    assert not exceeds(INTEGRATED, Chosen("A"))
    assert not exceeds(LETTERS, Chosen("A"))


def test_a_computed_count_is_checked_and_not_kept():
    typed = "kepala_satker=1,pejabat_wajib=4,lainnya=100,sudah_lapor=90"
    assert read_answer(ASSETS, f"{typed},wajib_lapor=105") == read_answer(ASSETS, typed)
    assert _refused(ASSETS, f"{typed},wajib_lapor=104") == (
        "A.II.5.iii.a.a: Seluruh wajib lapor LHKPN tertulis 104, sedangkan rinciannya berjumlah 105. "
        "Betulkan rinciannya atau hapus jumlah itu."
    )


def test_any_count_can_be_asked_for():
    counts = read_answer(ASSETS, "kepala_satker=1,pejabat_wajib=4,lainnya=100,sudah_lapor=90").counts
    assert input_value(ASSETS.answer, counts, "wajib_lapor") == 105
    assert input_value(ASSETS.answer, counts, "lainnya") == 100


def test_nothing_to_count_must_be_stated():
    typed = "wajib_ditindaklanjuti=0,diproses=0,selesai=0"
    assert _refused(COMPLAINTS, typed) == (
        "A.II.5.ii.a: pengaduan yang wajib ditindaklanjuti 0, sehingga skornya tidak dapat dihitung. "
        "Nyatakan “tidak berlaku” dengan catatan, atau betulkan jumlahnya."
    )
    stated = Counted({"wajib_ditindaklanjuti": 0, "diproses": 0, "selesai": 0}, not_applicable=True)
    assert read_answer(COMPLAINTS, typed, not_applicable=True) == stated
    assert read_answer(COMPLAINTS, "", not_applicable=True) == stated


def test_not_applicable_has_its_place():
    assert "di sini 6. Hapus pernyataan" in _refused(
        COMPLAINTS, "wajib_ditindaklanjuti=6,diproses=0,selesai=0", not_applicable=True
    )
    for question, text in ((AGENTS, "agen=0,perubahan=0"), (LETTERS, "A"), (INDEX, "3")):
        assert "tidak mengenal “tidak berlaku”" in _refused(question, text, not_applicable=True)


def test_no_agent_of_change_is_an_answer():
    assert read_answer(AGENTS, "agen=0,perubahan=0") == Counted({"agen": 0, "perubahan": 0})


def test_counts_are_values():
    source = {"agen": 1, "perubahan": 2}
    answer = Counted(source)
    source["agen"] = 9
    assert answer.counts["agen"] == 1
    assert answer == Counted({"perubahan": 2, "agen": 1})
    assert hash(answer) == hash(Counted({"perubahan": 2, "agen": 1}))
    assert answer != Counted({"agen": 1, "perubahan": 2}, not_applicable=True)
    with pytest.raises(TypeError):
        answer.counts["agen"] = 3


def _answers(question):
    if isinstance(question.answer, Choice):
        return st.sampled_from([Chosen(option.key) for option in question.answer.options])
    if isinstance(question.answer, Ratio):
        counts = st.fixed_dictionaries({item.key: st.integers(0, 10**9) for item in question.answer.typed})
        return counts.map(Counted)
    return st.integers(0, 4 * 10**10).map(lambda number: Measured(Fraction(number, 10**10)))


@given(
    st.sampled_from(list(QUESTIONS.values())).flatmap(lambda question: st.tuples(st.just(question), _answers(question)))
)
def test_every_answer_comes_back_from_its_event(pair):
    question, answer = pair
    assert answer_from_json(question, answer_to_json(answer)) == answer


def test_the_form_in_events():
    assert answer_to_json(Chosen("A")) == {"choice": "A"}
    assert answer_to_json(Measured(Fraction("3.420"))) == {"index": "3.42"}
    assert answer_to_json(Counted({"agen": 7, "perubahan": 5})) == {"counts": {"agen": 7, "perubahan": 5}}
    stated = read_answer(COMPLAINTS, "", not_applicable=True)
    assert answer_to_json(stated) == {
        "counts": {"wajib_ditindaklanjuti": 0, "diproses": 0, "selesai": 0},
        "not_applicable": True,
    }
    assert answer_from_json(COMPLAINTS, answer_to_json(stated)) == stated


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (LETTERS, {"choice": "b"}),
        (LETTERS, {"choice": "F"}),
        (LETTERS, {"choice": "A", "note": "x"}),
        (LETTERS, {"choice": 1}),
        (LETTERS, {"index": "3.42"}),
        (LETTERS, "A"),
        (LETTERS, None),
        (INDEX, {"index": "3.420"}),
        (INDEX, {"index": "3,42"}),
        (INDEX, {"index": "x"}),
        (INDEX, {"index": "4.1"}),
        (INDEX, {"index": "3", "choice": "A"}),
        (AGENTS, {"counts": {"agen": 1}}),
        (AGENTS, {"counts": {"agen": 1, "perubahan": True}}),
        (AGENTS, {"counts": {"agen": 1, "perubahan": "1"}}),
        (AGENTS, {"counts": {"agen": 1, "perubahan": -1}}),
        (AGENTS, {"counts": {"agen": 1, "perubahan": 1, "x": 1}}),
        (AGENTS, {"counts": {"agen": 0, "perubahan": 0}, "not_applicable": True}),
        (COMPLAINTS, {"counts": {"wajib_ditindaklanjuti": 0, "diproses": 0, "selesai": 0}, "not_applicable": False}),
        (COMPLAINTS, {"counts": {"wajib_ditindaklanjuti": 0, "diproses": 0, "selesai": 0}, "not_applicable": 1}),
        (COMPLAINTS, {"counts": {"wajib_ditindaklanjuti": 1, "diproses": 0, "selesai": 0}, "not_applicable": True}),
    ],
)
def test_other_forms_are_refused(question, value):
    with pytest.raises(AnswerError, match=question.code):
        answer_from_json(question, value)


def test_a_stored_zero_without_statement_is_taken_and_left_undetermined():
    answer = answer_from_json(COMPLAINTS, {"counts": {"wajib_ditindaklanjuti": 0, "diproses": 0, "selesai": 0}})
    assert not answer.not_applicable
