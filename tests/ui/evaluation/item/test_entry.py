"""What stands in the fields of a number item is an answer, a problem, or not all yet."""

import pytest

from zi_desktop.domain.answers import Counted, Measured
from zi_desktop.domain.figures import parse_decimal
from zi_desktop.services import editions
from zi_desktop.ui.evaluation.item.entry import (
    CountsEntry,
    Gravity,
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
    return CountsEntry(counts, stated)


def zero(*, stated):
    return CountsEntry(dict.fromkeys(LAST.counts, 0), stated)


def test_complete_counts_are_an_answer():
    assert judge_counts(REPORTS, reports(98), None, noted=False).answer == LAST


def test_an_empty_field_is_no_problem_yet():
    verdict = judge_counts(REPORTS, reports(None), None, noted=False)
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
    verdict = judge_counts(AGENTS, CountsEntry({"agen": 7, "perubahan": 9}), None, noted=False)
    assert verdict.answer == Counted({"agen": 7, "perubahan": 9})


@pytest.mark.parametrize(
    ("stated", "noted", "counts"), [(False, True, False), (True, False, False), (True, True, True)]
)
def test_a_denominator_of_zero_needs_a_statement_and_its_note(stated, noted, counts):
    verdict = judge_counts(REPORTS, zero(stated=stated), None, noted=noted)
    assert (verdict.answer is not None) is counts
    if not counts:
        assert verdict.problem.gravity is Gravity.WARN


def test_stating_fills_the_empty_fields_with_zero():
    empty = CountsEntry(dict.fromkeys(LAST.counts))
    assert empty.blank
    assert empty.stated(REPORTS.answer, not_applicable=True) == zero(stated=True)


@pytest.mark.parametrize(
    "entry", [reports(98), reports(None), zero(stated=True), CountsEntry(dict.fromkeys(LAST.counts))]
)
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


@pytest.mark.parametrize("text", ["", ",", " "])
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
    assert draft_problem(REPORTS, reports(None).text) == ""
    assert draft_problem(REPORTS, "") == ""
    assert draft_problem(QUESTIONS["A.I.5.i.b"], "B") == ""
