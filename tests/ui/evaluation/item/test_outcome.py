"""Formulas are written out, with an equals sign only where the printed figures are exact."""

import pytest

from zi_desktop.domain.answers import read_answer
from zi_desktop.services import editions
from zi_desktop.ui.evaluation.item.outcome import NO_OUTCOME, formula_words, outcome_of

QUESTIONS = editions.current().questions


@pytest.mark.parametrize(
    ("code", "typed", "figure", "formula", "points"),
    [
        ("A.II.5.iii.b.a", "administrator=0 pengawas=5 fungsional_pelaksana=100 sudah_lapor=98",
         "93,33%", "98 ÷ 105 × bobot 1 ≈", "nilai 0,93"),
        ("A.II.4.i.a", "sasaran=4 tercapai=3", "75,00%", "3 ÷ 4 × bobot 2 =", "nilai 1,50"),
        ("A.II.1.i.a", "agen=7 perubahan=9", "100,00%", "9 ÷ 7, dibatasi 1, × bobot 1 =", "nilai 1,00"),
        ("A.II.4.i.a", "sasaran=0 tercapai=0", "0,00%", "tidak ada yang dapat dinilai, skor 0 × bobot 2 =", "nilai 0,00"),
        ("A.II.3.iii.a", "tahun_sebelumnya=5 tahun_ini=3 disanksi=3", "40,00%", "(5 − 3) ÷ 5 × bobot 2 =", "nilai 0,80"),
        ("A.II.3.iii.a", "tahun_sebelumnya=0 tahun_ini=0 disanksi=0", "100,00%", "keduanya 0, skor 1 × bobot 2 =", "nilai 2,00"),
        ("A.II.3.iii.a", "tahun_sebelumnya=0 tahun_ini=2 disanksi=0", "0,00%", "naik dari 0, skor 0 × bobot 2 =", "nilai 0,00"),
        ("A.II.3.iii.a", "tahun_sebelumnya=1 tahun_ini=2 disanksi=0", "0,00%", "tidak berkurang, skor 0 × bobot 2 =", "nilai 0,00"),
        ("B.I.a", "3,68", "3,68", "3,68 ÷ 4 × bobot 17,5 =", "nilai 16,10"),
    ],
)  # fmt: skip
def test_a_result_shows_figure_formula_and_points(code, typed, figure, formula, points):
    question = QUESTIONS[code]
    outcome = outcome_of(question, read_answer(question, typed))
    assert (outcome.figure, outcome.formula, outcome.points) == (figure, formula, points)


def test_a_stated_zero_is_full():
    question = QUESTIONS["A.II.5.ii.a"]
    outcome = outcome_of(question, read_answer(question, "", not_applicable=True))
    assert (outcome.figure, outcome.points) == ("100,00%", "nilai 3,00")


def test_without_an_answer_there_is_a_dash():
    assert outcome_of(QUESTIONS["A.II.4.i.a"], None) == NO_OUTCOME


def test_formulas_use_the_words_of_their_inputs():
    assert formula_words(QUESTIONS["A.II.4.i.a"]).startswith("Sasaran dengan capaian")
    assert "tahun lalu" in formula_words(QUESTIONS["A.II.3.iii.a"])
    assert "paling tinggi 100%" in formula_words(QUESTIONS["A.II.1.i.a"])
    assert formula_words(QUESTIONS["B.I.a"]) == "Indeks survei ÷ 4 × bobot"
