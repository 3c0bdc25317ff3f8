"""The calculator on known worksheets, item by item and as a whole."""

from fractions import Fraction

import pytest
from worksheet import BEST, CALCULATOR, INSTRUMENT, QUESTIONS, typed

from zi_desktop.domain.answers import Chosen, Counted, Measured
from zi_desktop.domain.errors import AnswerError


def _score(code, answer):
    return CALCULATOR.question_score(QUESTIONS[code], answer)


def _counts(code, *numbers):
    return Counted(dict(zip((item.key for item in QUESTIONS[code].answer.typed), numbers, strict=True)))


@pytest.mark.parametrize(
    ("code", "answer", "score"),
    [
        ("A.I.1.i.a", Chosen("Ya"), "1"),
        ("A.I.1.iii.a", Chosen("B"), "0.67"),
        ("B.I.a", Measured(Fraction("3.42")), "0.855"),
        ("A.II.1.i.a", _counts("A.II.1.i.a", 7, 5), "5/7"),
        ("A.II.1.i.a", _counts("A.II.1.i.a", 5, 7), "1"),
        ("A.II.1.i.a", _counts("A.II.1.i.a", 0, 7), "0"),
        ("A.II.1.i.b", _counts("A.II.1.i.b", 1, 2), "1"),
        ("A.II.5.iii.a.a", _counts("A.II.5.iii.a.a", 1, 1, 13, 13), "13/15"),
        ("A.II.3.iii.a", _counts("A.II.3.iii.a", 4, 1, 0), "3/4"),
        ("A.II.3.iii.a", _counts("A.II.3.iii.a", 4, 4, 0), "0"),
        ("A.II.3.iii.a", _counts("A.II.3.iii.a", 1, 4, 0), "0"),
        ("A.II.3.iii.a", _counts("A.II.3.iii.a", 0, 0, 0), "1"),
        ("A.II.3.iii.a", _counts("A.II.3.iii.a", 0, 1, 0), "0"),
        ("A.II.5.ii.a", typed("A.II.5.ii.a", "", not_applicable=True), "1"),
    ],
)
def test_scores_of_items(code, answer, score):
    assert _score(code, answer) == Fraction(score)


def test_nothing_to_count_is_undetermined_until_it_is_stated():
    code = "A.II.5.ii.a"
    assert _score(code, _counts(code, 0, 0, 0)) is None
    card = CALCULATOR.score({**BEST, code: _counts(code, 0, 0, 0)})
    assert (card.total, card.maximum_possible, card.unanswered) == (97, 100, (code,))
    assert code not in card.question_scores
    stated = CALCULATOR.score({**BEST, code: typed(code, "", not_applicable=True)})
    assert (stated.total, stated.not_applicable, stated.provisional) == (100, (code,), False)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("A.I.1.i.a", Chosen("A")),
        ("A.I.1.i.a", Measured(Fraction(1))),
        ("B.I.a", Chosen("A")),
        ("A.II.1.i.a", Chosen("A")),
    ],
)
def test_an_answer_of_another_kind_is_refused(code, answer):
    with pytest.raises(AnswerError, match=code):
        _score(code, answer)
    with pytest.raises(AnswerError, match=code):
        CALCULATOR.score({code: answer})


def test_full_answers_give_all_points():
    card = CALCULATOR.score(BEST)
    assert card.total == card.maximum_possible == 100
    assert card.nodes == {code: node.weight for code, node in INSTRUMENT.nodes.items()}
    assert card.question_points == {code: question.share for code, question in QUESTIONS.items()}
    assert all(area.fraction == 1 for area in card.areas.values())
    assert [area.weight for area in card.areas.values()] == [8, 7, 10, 10, 15, 10]
    assert card.answered == 113
    assert card.interval is None
    assert not card.provisional


def test_no_answer_gives_no_points_and_all_is_possible():
    card = CALCULATOR.score({})
    assert (card.total, card.maximum_possible, card.answered) == (0, 100, 0)
    assert card.unanswered == tuple(QUESTIONS)
    assert card.provisional
    assert not any(result.met for result in card.predicates.values())


def test_unanswered_items_stay_in_the_average():
    card = CALCULATOR.score({"A.I.1.iii.a": Chosen("A")})
    assert card.nodes["A.I.1.iii"] == card.nodes["A"] == card.total == Fraction(1, 3)


def test_points_of_branches_and_items_are_found_by_code():
    card = CALCULATOR.score(BEST)
    assert card.points("A.I.1") == 4
    assert card.points("B.I.a") == Fraction("17.5")


def test_both_asset_reports_count():
    card = CALCULATOR.score({**BEST, "A.II.5.iii.b.a": _counts("A.II.5.iii.b.a", 0, 1, 12, 12)})
    assert card.nodes["A.II.5.iii"] == 1 + Fraction(12, 13)


def test_a_disputed_item_counts_at_its_lowest_version():
    versions = {
        "B.I.b": (Chosen("A"), Chosen("C")),
        "B.I.a": (Measured(Fraction(4)), Measured(Fraction(2)), Measured(Fraction(3))),
    }
    card = CALCULATOR.score(BEST, versions)
    assert card.interval == (Fraction("88.75"), 100)
    assert card.total == Fraction("88.75")
    assert card.question_points["B.I.b"] == Fraction("2.5")
    assert card.disputed == ("B.I.a", "B.I.b")
    assert (card.answered, card.unanswered, card.provisional) == (111, (), True)
    assert card.maximum_possible == 100


def test_a_disputed_clearing_counts_nothing_but_leaves_all_possible():
    card = CALCULATOR.score(BEST, {"B.I.b": (Chosen("C"), None)})
    assert (card.interval, card.maximum_possible) == ((95, Fraction("97.5")), 100)
    assert CALCULATOR.score(BEST, {"B.I.b": (Chosen("C"), Chosen("D"))}).maximum_possible == Fraction("97.5")
    unstated = CALCULATOR.score(
        BEST, {"A.II.5.ii.a": (_counts("A.II.5.ii.a", 0, 0, 0), _counts("A.II.5.ii.a", 2, 0, 1))}
    )
    assert (unstated.interval, unstated.maximum_possible) == ((97, Fraction("98.5")), 100)
    assert CALCULATOR.score(BEST, {"B.I.b": ()}).interval == (95, 95)


def test_a_card_is_a_value():
    card = CALCULATOR.score(BEST)
    with pytest.raises(TypeError):
        card.nodes["A"] = Fraction(0)
    assert CALCULATOR.score(BEST) == card
