"""What lists show of an evaluation or a satker, computed from its fold."""

from fractions import Fraction
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.figures import machine
from zi_desktop.domain.fold import FOLD_VERSION, Folded
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.satker import Satker, satker_on
from zi_desktop.scoring.calculator import CALCULATOR_VERSION
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.storage.summaries import Summary

SUMMARY_VERSION: Final = 1
VERSIONS: Final = f"{FOLD_VERSION}.{CALCULATOR_VERSION}.{SUMMARY_VERSION}"
"""A summary made by other versions of fold, calculator or summary is rebuilt."""


def stamp(folded: Folded) -> str:
    """Return what a summary of this fold is stamped with."""
    return f"{VERSIONS}:{folded.head}"


def evaluation_summary(view: EvaluationView) -> Summary:
    """Return the row of an evaluation; points are decimal strings."""
    state, card = view.state, view.card()
    mandiri = machine(view.card(Column.MANDIRI).total) if state.answers(Column.MANDIRI) else None
    content = {
        "id": view.id, "satker": state.identity.satker, "year": state.identity.year,
        "activity": state.identity.activity, "round": state.identity.round, "track": state.plan.track,
        "target": state.plan.target, "status": state.status, "first_day": state.plan.first_day,
        "last_day": state.plan.last_day, "answered": card.answered, "questions": len(state.instrument.questions),
        "total": machine(card.total), "mandiri_total": mandiri, "standing": _standing(card, state.plan.target),
    }  # fmt: skip
    return Summary(view.id, content, stamp(state.folded))


def satker_summary(satker_id: str, folded: Folded, day: str) -> Summary:
    """Return the row of a satker as it is on ``day`` (ISO)."""
    return Summary(satker_id, satker_json(satker_on(satker_id, folded, day)), stamp(folded))


def satker_json(satker: Satker) -> Json:
    """Return a satker as lists and the command line show it."""
    held = satker.predicate
    return {
        "id": satker.id, "code": satker.code, "name": satker.name, "kind": satker.kind,
        "agency": satker.parent.agency, "eselon1": satker.parent.eselon1, "kanwil": satker.parent.kanwil,
        "other_code": satker.other_code, "predicate": held.code if held else None,
        "predicate_year": held.year if held else None, "target": satker.next_target, "archived": satker.archived,
    }  # fmt: skip


def _standing(card: ScoreCard, target: str) -> Json:
    """Return how far the score is from the target: what fails, and the points the total is short of."""
    requirements = card.predicates[target].requirements
    failed = [result.requirement.id for result in requirements if not result.met]
    gap = next((r.requirement.minimum - r.value for r in requirements if r.requirement.id == "total"), Fraction(0))
    return {"met": not failed, "failed": failed, "gap": machine(max(gap, Fraction(0)))}
