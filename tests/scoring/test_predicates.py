"""Verdicts on WBK and WBBM at, above and below each minimum."""

from fractions import Fraction

import pytest
from worksheet import BEST, CALCULATOR, QUESTIONS

from zi_desktop.domain.answers import Chosen, Counted, Measured


def _results(card, predicate):
    return {item.requirement.id: item for item in card.predicates[predicate].requirements}


def _with_index(code, value):
    return CALCULATOR.score({**BEST, code: Measured(Fraction(value))})


def test_full_answers_meet_both():
    card = CALCULATOR.score(BEST)
    assert {code: result.met for code, result in card.predicates.items()} == {"WBK": True, "WBBM": True}
    assert list(_results(card, "WBK")) == [
        "total", "pengungkit", "area_1", "area_2", "area_3", "area_4", "area_5", "area_6",
        "birokrasi_bersih", "ipak", "capaian_kinerja", "pelayanan_prima",
    ]  # fmt: skip
    assert card.warnings == ()


@pytest.mark.parametrize(
    ("code", "index", "wbk", "wbbm", "requirement"),
    [
        ("B.I.a", "3.6", True, True, "ipak"),
        ("B.I.a", "3.5999999999", False, False, "ipak"),
        ("B.II.a", "3.6", True, True, "pelayanan_prima"),
        ("B.II.a", "3.59", True, False, "pelayanan_prima"),
        ("B.II.a", "3.2", True, False, "pelayanan_prima"),
        ("B.II.a", "3.1999999999", False, False, "pelayanan_prima"),
    ],
)
def test_an_index_is_judged_unrounded(code, index, wbk, wbbm, requirement):
    card = _with_index(code, index)
    assert (_results(card, "WBK")[requirement].met, _results(card, "WBBM")[requirement].met) == (wbk, wbbm)
    assert (card.predicates["WBK"].met, card.predicates["WBBM"].met) == (wbk, wbbm)


def test_performance_at_its_minimum():
    for key, met in {"B": (True, True), "C": (True, False), "D": (False, False)}.items():
        card = CALCULATOR.score({**BEST, "B.I.b": Chosen(key)})
        assert tuple(_results(card, code)["capaian_kinerja"].met for code in ("WBK", "WBBM")) == met


def _lowest(*codes):
    """Return the lowest option of each of these choice items."""
    return {code: Chosen(QUESTIONS[code].answer.options[-1].key) for code in codes}


def _more_violations():
    return {"A.II.3.iii.a": Counted({"tahun_sebelumnya": 0, "tahun_ini": 1, "disanksi": 1})}


def test_areas_are_judged_as_shares_of_both_halves():
    card = CALCULATOR.score({**BEST, **_lowest("A.II.3.i.a", "A.II.3.ii.a"), **_more_violations()})
    result = _results(card, "WBK")["area_3"]
    assert result.value == card.areas["3"].fraction == Fraction("0.5")
    assert not result.met
    assert not card.predicates["WBK"].met
    # One more half of Pemenuhan would not have helped: an area at its threshold is met, not above it only.
    half = CALCULATOR.score(
        {
            **BEST,
            **_lowest("A.II.3.i.a"),
            "A.II.3.iii.a": Counted({"tahun_sebelumnya": 2, "tahun_ini": 1, "disanksi": 1}),
        }
    )
    assert half.areas["3"].fraction == Fraction("0.75")
    assert _results(half, "WBBM")["area_3"].met


def test_a_weak_pillar_in_a_strong_area_is_a_caution_and_not_a_verdict():
    # Reform 3 keeps 2 of 5, with Pemenuhan 7 of 10: enough for WBK, not for WBBM.
    card = CALCULATOR.score({**BEST, **_lowest("A.II.3.i.a", "A.II.3.ii.a")})
    assert card.nodes["A.II.3"] == 2
    assert (card.predicates["WBK"].met, card.predicates["WBBM"].met) == (True, False)
    (caution,) = card.warnings
    assert caution.id == "pillar-A.II.3"
    assert caution.message == (
        "A.II.3 Penataan Sistem Manajemen SDM Aparatur (Reform) bernilai 40,0%, di bawah ambang WBK 60,0%, "
        "walaupun areanya secara keseluruhan memenuhi. Sebagian instansi menguji setiap pilar; ini peringatan, bukan syarat."
    )


def test_a_caution_names_each_predicate_whose_threshold_the_pillar_misses():
    # Reform 5 keeps 4.5 of 7.5: at the threshold of WBK, below that of WBBM; the area keeps 12 of 15.
    (one,) = CALCULATOR.score(
        {**BEST, "A.II.5.ii.a": Counted({"wajib_ditindaklanjuti": 2, "diproses": 2, "selesai": 0})}
    ).warnings
    assert "bernilai 60,0%, di bawah ambang WBBM 75,0%, walaupun" in one.message
    (both,) = CALCULATOR.score(
        {**BEST, "A.II.2.iii.a": Chosen("D"), "A.II.2.iii.b": Chosen("D"), "A.II.2.iii.c": Chosen("D")}
    ).warnings
    assert both.id == "pillar-A.II.2"
    assert "bernilai 57,1%, di bawah ambang WBK 60,0% dan WBBM 75,0%, walaupun" in both.message


def test_an_area_that_fails_gets_no_caution():
    card = CALCULATOR.score({})
    assert card.warnings == ()
