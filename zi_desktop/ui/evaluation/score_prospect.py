"""Whether enough is filled in to judge a requirement: what little of the score is there says nothing about a minimum."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from zi_desktop.domain.instrument import Instrument, Question, Requirement
from zi_desktop.scoring.score_card import RequirementResult, ScoreCard

_ENOUGH: Final = Fraction(7, 10)
"""Of all items, as in the column "Terhadap ambang" of Beranda."""


def is_early(card: ScoreCard) -> bool:
    """Tell whether too little is filled in to call a minimum missed that can still be reached."""
    return card.answered < _ENOUGH * len(card.instrument.questions)


def judged(card: ScoreCard, result: RequirementResult, *, early: bool) -> bool | None:
    """Return whether a requirement is met; None while it may yet be and the evaluation is in its beginnings."""
    if result.met or not early:
        return result.met
    return None if _best(card, result) >= result.requirement.minimum else False


def _best(card: ScoreCard, result: RequirementResult) -> Fraction:
    """Return the value if every item that is open or disputed came to its full score."""
    open_, questions = {*card.unanswered, *card.disputed}, list(_asked(card.instrument, result.requirement))
    gain = sum((each.share - card.question_points[each.code] for each in questions if each.code in open_), Fraction(0))
    if result.requirement.unit == "points":
        return result.value + gain
    return result.value + gain / sum((each.share for each in questions), Fraction(0))


def _asked(instrument: Instrument, requirement: Requirement) -> Iterator[Question]:
    """Yield the items whose points a requirement is judged by: under its branches, or itself an item; else all."""
    for code in requirement.nodes:
        yield from instrument.nodes[code].questions() if code in instrument.nodes else (instrument.questions[code],)
    if not requirement.nodes:
        yield from instrument.questions.values()
