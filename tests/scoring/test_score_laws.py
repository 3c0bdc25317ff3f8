"""Laws of the score on the real worksheet."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from worksheet import CALCULATOR, INSTRUMENT, QUESTIONS, SETTINGS, answers_to, worksheets, worse_and_better

from zi_desktop.domain.answers import Chosen, Measured
from zi_desktop.domain.instrument import Choice, Question

ODD = [code for code, question in QUESTIONS.items() if not isinstance(question.answer, Choice)]
CODES = st.sampled_from(list(QUESTIONS)) | st.sampled_from(ODD)


def described_score(question, answer):
    """Score one item by the description and not by the calculator."""
    match answer:
        case None:
            return Fraction(0)
        case Chosen(key):
            return {option.key: option.score for option in question.answer.options}[key]
        case Measured(value):
            return value / 4
    above, below = (
        sum(answer.counts[key] for key in keys) for keys in (question.answer.numerator, question.answer.denominator)
    )
    if question.code == "A.II.3.iii.a":
        return Fraction(above == 0) if below == 0 else max(Fraction(0), Fraction(below - above, below))
    return Fraction(answer.not_applicable) if below == 0 else min(Fraction(1), Fraction(above, below))


def described_points(branch, answers):
    """Return the points of a branch by the description: means of items times weight, everything above a sum."""
    if isinstance(branch, Question):
        return described_score(branch, answers.get(branch.code)) * branch.share
    if branch.aggregation == "mean":
        scores = [described_score(question, answers.get(question.code)) for question in branch.children]
        return sum(scores, Fraction(0)) / len(scores) * branch.weight
    return sum((described_points(child, answers) for child in branch.children), Fraction(0))


@settings(**SETTINGS)
@given(worksheets())
def test_every_node_is_what_the_description_says(answers):
    card = CALCULATOR.score(answers)
    assert card.nodes == {code: described_points(node, answers) for code, node in INSTRUMENT.nodes.items()}


@settings(**SETTINGS)
@given(worksheets(), CODES.flatmap(lambda code: st.tuples(st.just(code), worse_and_better(QUESTIONS[code]))))
def test_raising_an_answer_never_lowers_any_node(answers, change):
    code, (worse, better) = change
    low, high = (CALCULATOR.score({**answers, code: answer}) for answer in (worse, better))
    assert all(high.nodes[node] >= points for node, points in low.nodes.items())
    assert high.total >= low.total


@settings(**SETTINGS)
@given(worksheets())
def test_the_total_lies_between_0_and_100(answers):
    card = CALCULATOR.score(answers)
    assert 0 <= card.total <= card.maximum_possible <= 100
    assert all(0 <= card.nodes[code] <= node.weight for code, node in INSTRUMENT.nodes.items())
    assert all(0 <= score <= 1 for score in card.question_scores.values())


@settings(**SETTINGS)
@given(worksheets(), CODES.flatmap(lambda code: st.tuples(st.just(code), answers_to(QUESTIONS[code]))))
def test_answering_never_lowers_the_total(answers, answer):
    code, given_answer = answer
    before = CALCULATOR.score({key: value for key, value in answers.items() if key != code})
    after = CALCULATOR.score({**answers, code: given_answer})
    assert after.total >= before.total
    assert after.maximum_possible <= before.maximum_possible
    assert all(after.nodes[node] >= points for node, points in before.nodes.items())


@settings(**SETTINGS)
@given(worksheets(), st.randoms(use_true_random=False))
def test_the_order_of_answers_changes_nothing(answers, seed):
    shuffled = list(answers.items())
    seed.shuffle(shuffled)
    assert CALCULATOR.score(dict(shuffled)) == CALCULATOR.score(answers)


@settings(**SETTINGS)
@given(worksheets())
def test_the_maximum_is_what_full_answers_would_bring(answers):
    card = CALCULATOR.score(answers)
    missing = sum((QUESTIONS[code].share for code in card.unanswered), Fraction(0))
    assert card.maximum_possible == card.total + missing
    assert card.provisional == bool(card.unanswered)
    assert card.answered + len(card.unanswered) == 113
    assert (card.maximum_possible == card.total) == (not card.unanswered)


@settings(**SETTINGS)
@given(worksheets())
def test_branches_add_up(answers):
    card = CALCULATOR.score(answers)
    for code, node in INSTRUMENT.nodes.items():
        assert card.nodes[code] == sum(card.points(child.code) for child in node.children)
    assert card.total == card.nodes["A"] + card.nodes["B"] == sum(card.question_points.values())
    assert sum(area.points for area in card.areas.values()) == card.nodes["A"]


@settings(**SETTINGS)
@given(
    worksheets(),
    CODES.flatmap(lambda code: st.tuples(st.just(code), st.lists(answers_to(QUESTIONS[code]), min_size=2, max_size=4))),
)
def test_an_interval_holds_every_combination(answers, dispute):
    code, versions = dispute
    card = CALCULATOR.score(answers, {code: tuple(versions)})
    totals = [CALCULATOR.score({**answers, code: version}).total for version in versions]
    assert card.interval == (min(totals), max(totals))
    assert card.total == min(totals)
    assert card.disputed == (code,)
    assert card.provisional
    assert code not in card.question_scores
    assert card.maximum_possible >= card.interval[1]
