"""Contradictions between answers, rule by rule of the edition."""

import pytest
from worksheet import BEST, CALCULATOR, INSTRUMENT, QUESTIONS, typed

from zi_desktop.domain.answers import Chosen, Counted
from zi_desktop.scoring.consistency import check


def _broken(answers, preconditions=None, disputed=None):
    card = CALCULATOR.score(answers, disputed or {})
    return {finding.rule.id: finding.codes for finding in check(INSTRUMENT, answers, card, preconditions or {})}


def test_full_answers_break_nothing():
    assert _broken(BEST) == {}
    assert _broken({}) == {}


CASES = {
    "agen_perubahan_belum_ada": ({"A.I.1.iv.b": Chosen("C")}, ("A.I.1.iv.b", "A.II.1.i.a", "A.II.1.i.b")),
    "jumlah_perubahan_sama": ({"A.II.1.i.a": Counted({"agen": 2, "perubahan": 3})}, ("A.II.1.i.a", "A.II.1.i.b")),
    "pengaduan_melebihi_kewajiban": (
        {"A.II.5.ii.a": Counted({"wajib_ditindaklanjuti": 6, "diproses": 1, "selesai": 6})}, ("A.II.5.ii.a",),
    ),
    "wbs_belum_dijalankan": ({"A.I.5.iv.a": Chosen("C"), "A.I.5.iv.c": Chosen("C")}, ("A.I.5.iv.a", "A.I.5.iv.b")),
    "pengaduan_belum_dievaluasi": ({"A.I.5.iii.c": Chosen("C")}, ("A.I.5.iii.c", "A.I.5.iii.d")),
    "benturan_belum_dievaluasi": ({"A.I.5.v.d": Chosen("C")}, ("A.I.5.v.d", "A.I.5.v.e")),
    "standar_pelayanan_belum_ada": ({"A.I.6.i.a": Chosen("E")}, ("A.I.6.i.a", "A.I.6.i.b", "A.I.6.i.c", "A.I.6.i.d")),
    "inovasi_belum_ada": ({"A.I.6.ii.f": Chosen("E")}, ("A.I.6.ii.f", "A.II.6.i.a")),
    "skm_belum_diadakan": ({"A.I.6.iv.a": Chosen("E")}, ("A.I.6.iv.a", "A.I.6.iv.b", "A.I.6.iv.c")),
    "sasaran_belum_tercapai": ({"A.II.4.i.a": Counted({"sasaran": 5, "tercapai": 4})}, ("A.II.4.i.a", "B.I.b")),
}  # fmt: skip


def test_each_rule_of_the_edition_is_covered():
    assert {rule.id for rule in INSTRUMENT.rules} == {*CASES, "lhkpn_belum_lengkap", "non_lhkpn_belum_lengkap"}


@pytest.mark.parametrize("rule", CASES)
def test_a_contradiction_is_found_and_its_items_named(rule):
    change, codes = CASES[rule]
    assert _broken({**BEST, **change}) == {rule: codes}


@pytest.mark.parametrize("rule", CASES)
def test_missing_data_skips_a_clause(rule):
    change, codes = CASES[rule]
    for code in codes:
        answers = {key: answer for key, answer in {**BEST, **change}.items() if key != code}
        assert code not in _broken(answers).get(rule, ())
    assert _broken({key: answer for key, answer in {**BEST, **change}.items() if key not in codes}) == {}


@pytest.mark.parametrize("rule", CASES)
def test_a_disputed_item_is_missing_data(rule):
    change, codes = CASES[rule]
    answers = {**BEST, **change}
    assert rule not in _broken(answers, disputed={code: (answers[code], None) for code in codes})


def test_agreeing_answers_break_nothing():
    answers = {
        **BEST,
        "A.I.1.iv.b": Chosen("C"),
        "A.II.1.i.a": Counted({"agen": 0, "perubahan": 0}),
        "A.II.1.i.b": Counted({"perubahan": 0, "terintegrasi": 0}),
        "A.II.4.i.a": Counted({"sasaran": 5, "tercapai": 4}),
        "B.I.b": Chosen("D"),
        "A.II.5.ii.a": typed("A.II.5.ii.a", "", not_applicable=True),
    }
    assert _broken(answers) == {}


def test_preconditions_count_where_they_are_stated():
    answers = {
        **BEST,
        "A.II.5.iii.a.a": typed("A.II.5.iii.a.a", "kepala_satker=1,pejabat_wajib=1,lainnya=13,sudah_lapor=13"),
    }
    assert _broken(answers) == {}
    assert _broken(answers, {"laporan_harta": False}) == {}
    assert _broken(answers, {"laporan_harta": True}) == {"lhkpn_belum_lengkap": ("A.II.5.iii.a.a",)}
    assert _broken(BEST, {"laporan_harta": True}) == {}


def test_findings_carry_severity_and_sentence():
    answers = {**BEST, **CASES["pengaduan_melebihi_kewajiban"][0]}
    (finding,) = check(INSTRUMENT, answers, CALCULATOR.score(answers), {})
    assert finding.rule.severity == "error"
    assert finding.rule.message.startswith("Pengaduan yang tuntas")
    assert set(finding.codes) <= set(QUESTIONS)
