"""What lists show of an evaluation or a satker, computed from its fold."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.figures import machine
from zi_desktop.domain.fold import FOLD_VERSION, Folded
from zi_desktop.domain.funnel import funnel_of
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.remarks import Remarks
from zi_desktop.domain.satker import Satker, satker_on
from zi_desktop.scoring.calculator import CALCULATOR_VERSION
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.storage.summaries import Summary

SUMMARY_VERSION: Final = 5
VERSIONS: Final = f"{FOLD_VERSION}.{CALCULATOR_VERSION}.{SUMMARY_VERSION}"
"""A summary made by other versions of fold, calculator or summary is rebuilt."""
LAST_DAY: Final = "9999-12-31"
"""The day on which every dated attribute of a satker has begun."""


def stamp(folded: Folded) -> str:
    """Return what a summary of this fold is stamped with."""
    return f"{VERSIONS}:{folded.head}"


def evaluation_summary(view: EvaluationView, signed: Json = None) -> Summary:
    """Return the row of an evaluation; points are decimal strings.

    Args:
        view: the evaluation as it stands.
        signed: the score card of its signed record where there is one: sealed figures are read, not computed again.
    """
    shown = view.as_sealed()
    identity, plan, questions = view.state.identity, shown.state.plan, shown.state.instrument.questions
    figures = _signed_figures(signed, plan.target) if signed else _figures(shown.card(), plan.target)
    remarks, funnel = Remarks(view.state.folded), funnel_of(view.state.folded)
    mandiri = machine(view.card(Column.MANDIRI).total) if view.state.answers(Column.MANDIRI) else None
    content = {
        "id": view.id, "satker": identity.satker, "year": identity.year, "activity": identity.activity,
        "round": identity.round, "track": plan.track, "target": plan.target, "status": view.state.status,
        "first_day": plan.first_day, "last_day": plan.last_day, "questions": len(questions), **figures,
        "stage": funnel.last.stage if funnel.last else "", "passed_internal": funnel.passed_internal,
        "proposed": funnel.proposed, "mandiri_total": mandiri, **_compared(view, shown),
        "remarks_waiting": {remark.id: remark.due for remark in remarks.open},
        "remarks_found": {found.remark: found.finding for found in remarks.carried.values()},
    }  # fmt: skip
    return Summary(view.id, content, stamp(view.state.folded), remarks_json(remarks))


def _compared(view: EvaluationView, shown: EvaluationView) -> dict[str, Json]:
    """Return over how many items both columns speak, and TPI − Mandiri in points over these."""
    if not view.state.answers(Column.MANDIRI):
        return {"compared": 0, "difference": None}
    mandiri, tpi = view.card(Column.MANDIRI), shown.card()
    # A sealed one may stand in an earlier edition than what was filled in since.
    both = mandiri.question_scores.keys() & tpi.question_scores.keys()
    difference = sum((tpi.question_points[code] - mandiri.question_points[code] for code in both), Fraction(0))
    return {"compared": len(both), "difference": machine(difference) if both else None}


def remarks_json(remarks: Remarks) -> Json:
    """Return what the list of remarks shows of an evaluation, or None: its own remarks, and what it found of earlier ones."""
    if not remarks.all and not remarks.carried:
        return None
    return {
        "own": [
            {
                "id": remark.id, "item": remark.item, "origin": remark.origin, **remark.texts, "due": remark.due,
                "state": remark.state, "reason": remark.state_reason, "done": len(remark.follow_ups),
                "author": remark.author, "at": remark.at, "disputed": list(remark.disputed),
            }
            for remark in remarks.all
        ],
        "carried": {
            found.remark: {"evaluation": found.evaluation, "finding": found.finding, "note": found.note}
            for found in remarks.carried.values()
        },
    }  # fmt: skip


def satker_summary(satker_id: str, folded: Folded) -> Summary:
    """Return the row of a satker as it is known last: no clock is asked, so the same lines give the same row."""
    # Any code that it ever had finds it: a corrected one, and that of a satker that turned out to be the same.
    codes = sorted({line.value for line in folded.events if line.kind == "set" and line.cell.startswith("code/")})
    content = {**satker_json(satker_on(satker_id, folded, LAST_DAY)), "codes": codes}
    return Summary(satker_id, content, stamp(folded))


def satker_json(satker: Satker) -> Json:
    """Return a satker as lists and the command line show it."""
    held = satker.predicate
    return {
        "id": satker.id, "code": satker.code, "name": satker.name, "kind": satker.kind,
        "agency": satker.parent.agency, "eselon1": satker.parent.eselon1, "kanwil": satker.parent.kanwil,
        "other_code": satker.other_code, "predicate": held.code if held else None,
        "predicate_year": held.year if held else None, "target": satker.next_target, "archived": satker.archived,
    }  # fmt: skip


def _figures(card: ScoreCard, target: str) -> dict[str, Json]:
    results = [(r.requirement.id, r.requirement.minimum, r.value, r.met) for r in card.predicates[target].requirements]
    return {"answered": card.answered, "total": machine(card.total), **_against(results)}


def _signed_figures(score: Json, target: str) -> dict[str, Json]:
    results = [
        (r["id"], Fraction(r["minimum"]), Fraction(r["value"]), r["met"])
        for r in score["predicates"][target]["requirements"]
    ]
    return {"answered": score["answered"], "total": score["total"], **_against(results)}


def _against(results: Sequence[tuple[str, Fraction, Fraction, bool]]) -> dict[str, Json]:
    """Return how far the score is from the target: what fails, the points the total is short of, what an area must reach."""
    failed = [id_ for id_, _, _, met in results if not met]
    gap = next((minimum - value for id_, minimum, value, _ in results if id_ == "total"), Fraction(0))
    area = next((minimum for id_, minimum, _, _ in results if id_.startswith("area_")), Fraction(0))
    standing = {"met": not failed, "failed": failed, "gap": machine(max(gap, Fraction(0)))}
    return {"standing": standing, "area_minimum": machine(area)}
