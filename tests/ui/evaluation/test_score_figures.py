"""The words of the score panel: verdict, requirements and areas against a target."""

from fractions import Fraction

import pytest

from zi_desktop.domain.answers import Answers, Chosen, Counted, Measured
from zi_desktop.domain.instrument import Choice, Index
from zi_desktop.services import editions
from zi_desktop.ui.evaluation.score_figures import Standing, score_figures
from zi_desktop.ui.evaluation.score_progress import progress_lines

INSTRUMENT = editions.current()


def best(question):
    """The answer that brings an item its full score."""
    match question.answer:
        case Choice() as choice:
            return Chosen(choice.options[0].key)
        case Index() as index:
            return Measured(index.maximum)
        case ratio:
            counts = {item.key: 0 for item in ratio.typed}
            if ratio.both_zero is None:
                counts |= {ratio.denominator[0]: 4, ratio.numerator[0]: 4}
            return Counted(counts)


def figures(answers: Answers, target="WBK"):
    return score_figures(editions.calculator(INSTRUMENT.structure_digest).score(answers), target)


@pytest.fixture(scope="module")
def full():
    return {code: best(question) for code, question in INSTRUMENT.questions.items()}


def test_before_the_first_answer_nothing_is_judged():
    shown = figures({})
    assert (shown.standing, shown.verdict) == (Standing.NOTHING, ("Belum ada butir yang terisi", ""))
    assert {line.met for line in (*shown.requirements, *shown.areas)} == {None}
    assert {line.value for line in (*shown.requirements, *shown.areas)} == {"–"}


def test_after_a_few_answers_a_minimum_that_can_be_reached_is_not_missed_yet(full):
    few = dict(list(full.items())[:15])
    shown = figures(few)
    assert (shown.standing, shown.verdict) == (Standing.EARLY, ("Belum cukup data", "15 dari 113 butir terisi"))
    assert {line.met for line in shown.requirements} == {None}
    assert None in {line.met for line in shown.areas}
    assert False not in {line.met for line in shown.areas}


def test_where_nothing_is_answered_yet_stands_a_dash_and_a_zero_only_where_it_was_earned(full):
    begun = figures(dict(list(full.items())[:3]))
    values = [area.value for area in begun.areas]
    assert (values[0] != "–", set(values[1:])) == (True, {"–"})
    named = {line.text.partition(" ≥")[0]: line.value for line in begun.requirements}
    assert named["IPAK"] == "–"
    assert named["Nilai total"] != "–"


def test_a_minimum_that_cannot_be_reached_any_more_is_missed_at_once(full):
    worst = {"B.I.b": Chosen(INSTRUMENT.questions["B.I.b"].answer.options[-1].key)}
    shown = figures(worst)
    assert shown.verdict == ("Belum memenuhi WBK", "2 syarat tidak dapat tercapai lagi")
    missed = [line.text for line in shown.requirements if line.met is False]
    assert missed == ["Birokrasi bersih ≥ 18,25", "Capaian kinerja ≥ 2,5"]
    assert {line.met for line in shown.requirements if line.text not in missed} == {None}


def test_from_seven_tenths_on_what_is_below_its_minimum_is_missed(full):
    codes = [code for code in full if code.startswith("A")]
    early, late = (figures({code: full[code] for code in codes[:count]}) for count in (79, 80))
    assert early.standing is Standing.EARLY
    assert late.standing is Standing.MISSED
    assert late.verdict[1].startswith("kurang ")


def test_full_answers_meet_both_targets_and_are_no_more_provisional(full):
    for target in ("WBK", "WBBM"):
        shown = figures(full, target)
        assert (shown.title, shown.total, shown.maximum) == ("Nilai", "100,00", "")
        assert shown.verdict == (f"Memenuhi {target}", "semua syarat nilai terpenuhi")
        assert all(line.met for line in shown.requirements)


def test_requirements_that_ask_the_same_of_each_area_make_one_line(full):
    texts = [line.text for line in figures(full).requirements]
    assert texts == [
        "Nilai total ≥ 75", "Pengungkit ≥ 40", "Setiap area ≥ 60%", "Birokrasi bersih ≥ 18,25", "IPAK ≥ 15,75",
        "Capaian kinerja ≥ 2,5", "Pelayanan prima ≥ 14",
    ]  # fmt: skip


def test_a_missed_total_names_the_gap_and_the_other_requirements(full):
    without_results = {code: answer for code, answer in full.items() if not code.startswith("B")}
    shown = figures(without_results)
    assert shown.standing is Standing.MISSED
    assert shown.verdict == ("Belum memenuhi WBK", "kurang 15,00 dan 4 syarat lain")
    assert (shown.total, shown.maximum) == ("60,00", "Maks. mungkin 100,00")


def test_the_gap_is_the_difference_of_the_figures_beside_it(full):
    answers = {code: answer for code, answer in full.items() if not code.startswith("B")}
    shown = figures({**answers, "B.I.a": Measured(Fraction("3.4"))})
    assert (shown.total, shown.verdict[1].partition(" dan ")[0]) == ("74,88", "kurang 0,12")  # exactly 74.875


def test_while_people_disagree_the_total_is_an_interval(full):
    versions = {"B.I.b": tuple(Chosen(option.key) for option in INSTRUMENT.questions["B.I.b"].answer.options)}
    calculator = editions.calculator(INSTRUMENT.structure_digest)
    card = calculator.score(full, versions)
    shown = score_figures(card, "WBK")
    assert shown.title == "Nilai sementara"
    assert shown.maximum == f"Antara {shown.total} dan 100,00"
    agreed = score_figures(calculator.score(full, {"B.I.b": (full["B.I.b"], full["B.I.b"])}), "WBK")
    assert agreed.maximum == "Maks. mungkin 100,00"


def test_missed_requirements_under_a_reached_total_are_counted(full):
    lowest = {**full, "B.I.b": Chosen(INSTRUMENT.questions["B.I.b"].answer.options[-1].key)}
    assert figures(lowest).verdict == ("Belum memenuhi WBK", "2 syarat belum terpenuhi")


def test_ticks_stand_at_the_thresholds_of_the_instrument(full):
    shown = figures(full)
    assert [(tick.share, tick.text) for tick in shown.ticks] == [(0.75, "75"), (0.85, "85")]
    assert [(tick.share, tick.text) for tick in shown.area_ticks] == [(0.6, "60%"), (0.75, "75%")]


def test_an_area_leads_to_the_explanation_of_its_requirement(full):
    assert [line.code for line in figures(full, "WBBM").areas] == [f"WBBM/area_{number}" for number in range(1, 7)]


def test_tooltips_tell_the_whole_title_and_the_minimum(full):
    line = figures(full).requirements[0]
    assert line.tip == "Nilai total evaluasi ZI: 100,00 dari paling rendah 75,00: terpenuhi."


def test_progress_covers_every_item_once():
    card = editions.calculator(INSTRUMENT.structure_digest).score({})
    lines = progress_lines(card)
    assert sum(line.whole for line in lines) == len(INSTRUMENT.questions)
    assert {line.filled for line in lines} == {0}
    assert lines[-1].title == "Hasil"
