"""What is stated of a survey: numbers as numbers, a scale as a range, and a refusal that says how to write it."""

import pytest

from zi_desktop.domain.errors import AnswerError
from zi_desktop.domain.survey import RESPONDENTS, SCALE, survey_detail


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("0–4", "0–4"), ("0-4", "0–4"), (" 0 - 100 ", "0–100"), ("1 sampai 4", "1–4"), ("Skala 0 s.d. 100", "0–100"),
        ("25–100", "25–100"), ("0,0 — 4.0", "0,0–4,0"), ("", ""),
    ],
)  # fmt: skip
def test_a_scale_is_a_range_however_it_was_typed(text, kept):
    assert survey_detail(SCALE, text) == kept


@pytest.mark.parametrize("text", ["abc7", "7", "4–0", "4–4", "0–4 atau 0–100", "–", "٠–٤"])
def test_what_is_no_scale_is_refused_with_an_example(text):
    with pytest.raises(AnswerError, match="misalnya 0–4 atau 0–100"):
        survey_detail(SCALE, text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("214", "214"), ("1.250", "1250"), ("1 250 orang", "1250"), ("012", "12"), ("90 Responden", "90")],
)
def test_respondents_are_counted(text, kept):
    assert survey_detail(RESPONDENTS, text) == kept


@pytest.mark.parametrize("text", ["banyak", "0", "21,4", "-3", "1.25", "orang"])
def test_what_is_no_number_of_respondents_is_refused(text):
    with pytest.raises(AnswerError, match="misalnya 214"):
        survey_detail(RESPONDENTS, text)


def test_other_details_are_any_line():
    assert survey_detail("sumber", " Survei  abc7 ") == "Survei abc7"
