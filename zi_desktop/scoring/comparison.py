"""Areas of different years side by side: only items that ask the same thing are compared."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from zi_desktop.domain.instrument import Instrument
from zi_desktop.scoring.score_card import ScoreCard


def same_items(one: Instrument, other: Instrument) -> frozenset[str]:
    """Return the codes of the items that ask the same thing in two editions."""
    return frozenset(
        code for code, question in one.questions.items()
        if code in other.questions and other.questions[code].digest == question.digest
    )  # fmt: skip


def area_fractions(instrument: Instrument, card: ScoreCard, codes: Collection[str]) -> Mapping[str, Fraction | None]:
    """Return the share of its weight, 0 to 1, that each area reached over some of its items, weighted as in ``instrument``.

    Over all items of ``instrument`` this is what its own score card says of the area. None: the area has none of them.
    """
    found: dict[str, Fraction | None] = {}
    for number, nodes in instrument.areas.items():
        items = [question for node in nodes for question in node.questions() if question.code in codes]
        weight = sum((question.share for question in items), Fraction(0))
        reached = sum((question.share * card.question_scores.get(question.code, 0) for question in items), Fraction(0))
        found[number] = reached / weight if weight else None
    return found
