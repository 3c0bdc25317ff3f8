"""What stands in the fields of a number item is an answer, a problem, or not all yet."""

import pytest

from zi_desktop.domain.answers import Counted, Measured
from zi_desktop.domain.figures import parse_decimal
from zi_desktop.services import editions
from zi_desktop.ui.evaluation.item.entry import (
    CountsEntry,
    Gravity,
    contradiction,
    counts_entry,
    draft_problem,
    index_text,
    judge_counts,
    judge_index,
)

QUESTIONS = editions.current().questions
REPORTS = QUESTIONS["A.II.5.iii.b.a"]
AGENTS = QUESTIONS["A.II.1.i.a"]
IPAK = QUESTIONS["B.I.a"]
LAST = Counted({"administrator": 0, "pengawas": 5, "fungsional_pelaksana": 100, "sudah_lapor": 98})


def reports(done, *, stated=False, **changed):
    counts = {"administrator": 0, "pengawas": 5, "fungsional_pelaksana": 100, "sudah_lapor": done, **changed}
    return CountsEntry({key: str(count) for key, count in counts.items()}, stated)


def zero(*, stated):
    return CountsEntry(dict.fromkeys(LAST.counts, "0"), stated)


EMPTY = CountsEntry(dict.fromkeys(LAST.counts, ""))


def test_complete_counts_are_an_answer():
    assert judge_counts(REPORTS, reports(98), None, noted=False).answer == LAST


def test_an_empty_field_is_no_problem_yet():
    verdict = judge_counts(REPORTS, reports(""), None, noted=False)
    assert (verdict.answer, verdict.problem) == (None, None)


def test_too_many_are_named_with_both_numbers_and_two_ways_out():
    problem = judge_counts(REPORTS, reports(108), LAST, noted=False).problem
    assert "(108) melebihi" in problem.sentence
    assert problem.sentence.endswith("(105).")
    assert problem.advice == "Cocokkan dengan rekap, lalu ubah salah satu."
    assert (problem.gravity, problem.keys) == (Gravity.BAD, ("sudah_lapor",))
    assert [repair.text for repair in problem.repairs] == ["Kembali ke 98", "Ubah wajib lapor"]
    assert problem.repairs[0].values == {"sudah_lapor": "98"}
    assert problem.repairs[1].values == {}


def test_several_changed_fields_go_back_together():
    problem = judge_counts(REPORTS, reports(108, pengawas=4), LAST, noted=False).problem
    assert problem.repairs[0].text == "Kembali ke isian terakhir"
    assert problem.repairs[0].values == {"pengawas": "5", "sudah_lapor": "98"}


def test_without_a_last_answer_there_is_nothing_to_go_back_to():
    problem = judge_counts(REPORTS, reports(108), None, noted=False).problem
    assert [repair.text for repair in problem.repairs] == ["Ubah wajib lapor"]


def test_the_instrument_may_allow_more_changes_than_agents():
    verdict = judge_counts(AGENTS, CountsEntry({"agen": "7", "perubahan": "9"}), None, noted=False)
    assert verdict.answer == Counted({"agen": 7, "perubahan": 9})


@pytest.mark.parametrize(
    ("stated", "noted", "counts"), [(False, True, False), (True, False, False), (True, True, True)]
)
def test_a_denominator_of_zero_needs_a_statement_and_its_note(stated, noted, counts):
    verdict = judge_counts(REPORTS, zero(stated=stated), None, noted=noted)
    assert (verdict.answer is not None) is counts
    if not counts:
        assert verdict.problem.gravity is Gravity.WARN


def test_stated_empty_fields_count_as_zero_and_stay_empty():
    assert EMPTY.blank
    stated = CountsEntry(EMPTY.texts, not_applicable=True)
    assert not stated.blank
    assert judge_counts(REPORTS, stated, None, noted=True).answer == Counted(
        dict.fromkeys(LAST.counts, 0), not_applicable=True
    )
    assert counts_entry(REPORTS.answer, None, stated.text) == stated


def test_taken_back_a_zero_gives_way_to_what_stood_before_and_what_was_typed_since_stays():
    stated = CountsEntry({"administrator": "0", "pengawas": "0", "sudah_lapor": "7"}, not_applicable=True)
    assert stated.taken_back({"administrator": "0"}) == CountsEntry(
        {"administrator": "0", "pengawas": "", "sudah_lapor": "7"}
    )


@pytest.mark.parametrize(
    ("changed", "reason"),
    [({}, ""), ({"pengawas": "0"}, ""), ({"pengawas": "12"}, "hanya bila isiannya kosong atau 0."), ({"sudah_lapor": "3"}, "hanya bila isiannya"),
     ({"pengawas": "1,2"}, "“1,2” bukan bilangan bulat.")],
)  # fmt: skip
def test_not_applicable_is_refused_beside_what_contradicts_it(changed, reason):
    found = contradiction(REPORTS, CountsEntry({**EMPTY.texts, **changed}))
    assert reason in found
    assert bool(found) is bool(reason)


@pytest.mark.parametrize(
    "typed", ["1,5", "-3", "12e1", "12a", "/arsip/2026, lembar=7", "1.5", "1,234", "１２", "99999999999"]
)
def test_what_is_no_count_is_refused_at_its_field_and_kept_as_it_was_typed(typed):
    entry = CountsEntry({**reports(98).texts, "pengawas": typed})
    problem = judge_counts(REPORTS, entry, LAST, noted=False).problem
    assert typed in problem.sentence
    assert problem.advice.startswith("Isi bilangan bulat")
    assert (problem.gravity, problem.keys) == (Gravity.BAD, ("pengawas",))
    assert [repair.values for repair in problem.repairs] == [{"pengawas": "5"}]
    assert counts_entry(REPORTS.answer, LAST, entry.text) == entry
    assert draft_problem(REPORTS, entry.text) == problem.sentence


def test_what_is_no_count_is_said_before_all_is_filled_in():
    entry = CountsEntry({**EMPTY.texts, "pengawas": "-"})
    assert judge_counts(REPORTS, entry, None, noted=False).problem.keys == ("pengawas",)


@pytest.mark.parametrize("typed", [" 98 ", "098", "98"])
def test_blanks_around_a_count_change_nothing(typed):
    assert (
        judge_counts(REPORTS, CountsEntry({**reports(0).texts, "sudah_lapor": typed}), None, noted=False).answer == LAST
    )


@pytest.mark.parametrize("typed", ["3.4.5", "3,4,5", ",", "-", "3,4x", "3,", "1.234,5"])
def test_what_is_no_index_is_refused_as_it_was_typed(typed):
    problem = judge_index(IPAK, typed, Measured(parse_decimal("3,4"))).problem
    assert problem.sentence == f"“{typed}” bukan angka indeks."
    assert problem.advice == "Isi angka 0 sampai 4 dengan koma, misalnya 3,42."
    assert [repair.text for repair in problem.repairs] == ["Kembali ke 3,4"]


@pytest.mark.parametrize("entry", [reports(98), reports(""), zero(stated=True), EMPTY])
def test_a_draft_comes_back_as_it_was_typed(entry):
    assert counts_entry(REPORTS.answer, None, entry.text) == entry


def test_without_a_draft_the_answer_stands_in_the_fields():
    assert counts_entry(REPORTS.answer, LAST, "") == reports(98)


@pytest.mark.parametrize("text", ["3,42", "3.42", "4"])
def test_an_index_is_read_with_comma_or_point(text):
    assert judge_index(IPAK, text, None).answer == Measured(parse_decimal(text))


def test_an_index_of_another_scale_is_offered_on_this_one():
    problem = judge_index(IPAK, "85,5", Measured(parse_decimal("3,4"))).problem
    assert problem.sentence == "Indeks 85,5 di luar 0 sampai 4."
    assert [repair.text for repair in problem.repairs] == ["Kembali ke 3,4", "Ubah dari skala 0–100: 3,42"]
    assert problem.repairs[1].values == {"": "3,42"}


@pytest.mark.parametrize("text", ["", " "])
def test_an_empty_index_is_no_problem(text):
    verdict = judge_index(IPAK, text, None)
    assert (verdict.answer, verdict.problem) == (None, None)


def test_the_field_of_an_index_shows_the_draft_before_the_answer():
    assert index_text(Measured(parse_decimal("3,4")), "") == "3,4"
    assert index_text(Measured(parse_decimal("3,4")), "4,5") == "4,5"
    assert index_text(None, "") == ""


def test_a_draft_tells_the_tree_what_is_wrong_with_it():
    assert "melebihi" in draft_problem(REPORTS, reports(108).text)
    assert "4,5" in draft_problem(IPAK, "4,5")
    assert draft_problem(REPORTS, reports("").text) == ""
    assert draft_problem(REPORTS, "") == ""
    assert draft_problem(QUESTIONS["A.I.5.i.b"], "B") == ""
