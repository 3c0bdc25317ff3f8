"""The score of one item, 0 to 1, from its answer (PermenPANRB 90/2021, Lampiran III)."""

from fractions import Fraction

from zi_desktop.domain.answers import Answer, Chosen, Counted, Measured, total
from zi_desktop.domain.errors import AnswerError
from zi_desktop.domain.instrument import Choice, Index, Question, Ratio

NONE = Fraction(0)
FULL = Fraction(1)


def item_score(question: Question, answer: Answer) -> Fraction | None:
    """Return the score of an item, exact.

    Returns:
        0 to 1, or nothing while it is undetermined: the denominator is 0, "tidak berlaku" would be allowed, but nobody
        stated it. An undetermined item counts as unanswered.

    Raises:
        AnswerError: the answer is of another kind than the item, or names an option that it does not have.
    """
    match question.answer, answer:
        case Choice() as choice, Chosen(key) if option := choice.option(key):
            return option.score
        case Ratio() as ratio, Counted():
            return _counted(ratio, answer)
        case Index(_, maximum), Measured(value):
            return value / maximum
        case _:
            raise AnswerError(f"{question.code}: jawaban tidak cocok dengan butir ini. Nilai ulang butir ini.")


def _counted(ratio: Ratio, answer: Counted) -> Fraction | None:
    above, below = total(answer.counts, ratio.numerator), total(answer.counts, ratio.denominator)
    if ratio.both_zero is not None:
        return _decrease(ratio.both_zero, previous=below, current=above)
    if below:
        return min(FULL, Fraction(above, below))
    if not ratio.not_applicable:
        return NONE
    return FULL if answer.not_applicable else None


def _decrease(both_zero: Fraction, *, previous: int, current: int) -> Fraction:
    if previous:
        return max(NONE, Fraction(previous - current, previous))
    return NONE if current else both_zero
