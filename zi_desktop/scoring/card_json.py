"""The score card as JSON, key by key as the command line and the report promise it."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from zi_desktop.domain.figures import machine
from zi_desktop.domain.instrument import Column
from zi_desktop.scoring.score_card import PredicateResult, ScoreCard


def score_card_json(card: ScoreCard, column: Column, conflicts: Sequence[Any] = ()) -> dict[str, Any]:
    """Return the score card with points as decimal strings (ten places, half even, zeros stripped).

    Args:
        card: the figures.
        column: whose opinions they are.
        conflicts: the open conflicts in their JSON form.
    """
    return {
        "instrument": card.instrument.id,
        "edition": card.instrument.edition,
        "column": column.value,
        "answered": card.answered,
        "questions": len(card.instrument.questions),
        "provisional": card.provisional,
        "total": machine(card.total),
        "maximum_possible": machine(card.maximum_possible),
        "interval": None if card.interval is None else [machine(end) for end in card.interval],
        "nodes": _decimals(card.nodes),
        "question_scores": _decimals(card.question_scores),
        "areas": {
            number: {"points": machine(area.points), "weight": machine(area.weight), "fraction": machine(area.fraction)}
            for number, area in card.areas.items()
        },
        "predicates": {code: _predicate(result) for code, result in card.predicates.items()},
        "unanswered": list(card.unanswered),
        "not_applicable": list(card.not_applicable),
        "conflicts": list(conflicts),
        "warnings": [{"id": caution.id, "message": caution.message} for caution in card.warnings],
        "faults": [],
    }


def _decimals(figures: Mapping[str, Fraction]) -> dict[str, str]:
    return {code: machine(value) for code, value in figures.items()}


def _predicate(result: PredicateResult) -> dict[str, Any]:
    return {
        "met": result.met,
        "requirements": [
            {
                "id": item.requirement.id,
                "minimum": machine(item.requirement.minimum),
                "value": machine(item.value),
                "met": item.met,
            }
            for item in result.requirements
        ],
    }
