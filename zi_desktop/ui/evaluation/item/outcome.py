"""The result of a ratio or index item with its formula written out, in words and in numbers."""

from dataclasses import dataclass
from fractions import Fraction

from zi_desktop.domain.answers import Answer, Counted, Measured, terms_title, total
from zi_desktop.domain.figures import index, points, weight
from zi_desktop.domain.instrument import Index, Question, Ratio
from zi_desktop.scoring.item_score import item_score


@dataclass(frozen=True, slots=True)
class Outcome:
    """``figure`` is the large one; ``formula`` the calculation to the item's points, its last word apart."""

    figure: str
    formula: str
    points: str


NO_OUTCOME = Outcome("–", "", "")


def outcome_of(question: Question, answer: Answer | None) -> Outcome:
    """Return the result of an answer; "–" where there is none or it is undetermined."""
    score = None if answer is None else item_score(question, answer)
    if answer is None or score is None:
        return NO_OUTCOME
    value = score * question.share
    exact = _exact(question.share) and _exact(value)
    formula = f"{_left(question, answer)} × bobot {share_words(question)} {'=' if exact else '≈'}"
    return Outcome(_figure(answer, score), formula, f"nilai {points(value)}")


def share_words(question: Question) -> str:
    """Return the weight of an item in points, without trailing zeros."""
    return points(question.share).rstrip("0").removesuffix(",")


def counts_words(question: Question, answer: Answer | None) -> str:
    """Return what a figure was computed from, ``100 ÷ 105``; "" for what is no ratio."""
    return _left(question, answer) if isinstance(answer, Counted) and isinstance(question.answer, Ratio) else ""


def formula_words(question: Question) -> str:
    """Return the formula in the words of its inputs."""
    item = question.answer
    if isinstance(item, Index):
        return f"Indeks survei ÷ {weight(item.maximum)} × bobot"
    assert isinstance(item, Ratio)  # options need no formula
    above, below = terms_title(item, item.numerator), terms_title(item, item.denominator)
    if item.both_zero is not None:
        return f"({below} − {above}) ÷ {below}"
    capped = ", paling tinggi 100%" if item.numerator_may_exceed else ""
    return f"{above} ÷ {below}{capped}"


def _figure(answer: Answer, score: Fraction) -> str:
    return index(answer.value) if isinstance(answer, Measured) else f"{points(score * 100)}%"


def _left(question: Question, answer: Answer) -> str:
    item = question.answer
    if isinstance(item, Index) and isinstance(answer, Measured):
        return f"{weight(answer.value)} ÷ {weight(item.maximum)}"
    assert isinstance(item, Ratio)  # item_score has refused every other pair of item and answer
    assert isinstance(answer, Counted)
    above, below = total(answer.counts, item.numerator), total(answer.counts, item.denominator)
    return _ratio(answer, above, below) if item.both_zero is None else _decrease(item.both_zero, above, below)


def _ratio(answer: Counted, above: int, below: int) -> str:
    if below == 0:
        return "tidak berlaku, skor 1" if answer.not_applicable else "tidak ada yang dapat dinilai, skor 0"
    return f"{above} ÷ {below}, dibatasi 1," if above > below else f"{above} ÷ {below}"


def _decrease(both_zero: Fraction, current: int, previous: int) -> str:
    if previous == 0:
        return f"keduanya 0, skor {weight(both_zero)}" if current == 0 else "naik dari 0, skor 0"
    return "tidak berkurang, skor 0" if current > previous else f"({previous} − {current}) ÷ {previous}"


def _exact(value: Fraction) -> bool:
    return (value * 100).denominator == 1
