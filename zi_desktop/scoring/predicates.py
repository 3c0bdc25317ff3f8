"""Verdicts: the minimum requirements of WBK and WBBM against unrounded points."""

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from operator import add

from zi_desktop.domain.figures import percent
from zi_desktop.domain.instrument import Instrument, Requirement
from zi_desktop.scoring.score_card import Caution, PredicateResult, RequirementResult

Points = Mapping[str, Fraction]
"""Points by code of branch or item."""


def judge(instrument: Instrument, points: Points, weights: Points, total: Fraction) -> dict[str, PredicateResult]:
    """Return the verdict for each predicate of the edition.

    Args:
        instrument: the edition with its thresholds.
        points: points of every branch and item.
        weights: what they are at full score; the whole worksheet stands under the empty code.
        total: points of the whole worksheet.
    """
    reached: dict[tuple[tuple[str, ...], str], Fraction] = {((), "points"): total}
    verdicts: dict[str, PredicateResult] = {}
    for predicate in instrument.predicates:
        results = []
        for requirement in predicate.requirements:
            subject = (requirement.nodes, requirement.unit)
            # WBK and WBBM judge the same figures by different minimums.
            if subject not in reached:
                reached[subject] = _value(requirement, points, weights, total)
            value = reached[subject]
            results.append(RequirementResult(requirement, value, met=value >= requirement.minimum))
        verdicts[predicate.code] = PredicateResult(
            met=all(result.met for result in results), requirements=tuple(results)
        )
    return verdicts


def weak_pillars(
    instrument: Instrument, verdicts: Mapping[str, PredicateResult], points: Points, weights: Points
) -> tuple[Caution, ...]:
    """Return a caution for each pillar that falls below the threshold which its area as a whole reaches.

    The rule tests Pemenuhan and Reform of an area together; some agencies test each of the twelve pillars.
    """
    missed: dict[str, list[tuple[str, Fraction]]] = {}
    for predicate, verdict in verdicts.items():
        for result in verdict.requirements:
            for code in _below(result, points, weights):
                missed.setdefault(code, []).append((predicate, result.requirement.minimum))
    return tuple(
        _caution(instrument, code, points[code] / weights[code], missed[code])
        for code in instrument.nodes
        if code in missed
    )


def _value(requirement: Requirement, points: Points, weights: Points, total: Fraction) -> Fraction:
    """Return what a requirement is judged by: points, or their share of the weight of its nodes."""
    value = reduce(add, (points[code] for code in requirement.nodes)) if requirement.nodes else total
    if requirement.unit == "points":
        return value
    return value / reduce(add, (weights[code] for code in requirement.nodes or ("",)))


def _below(result: RequirementResult, points: Points, weights: Points) -> list[str]:
    requirement = result.requirement
    if not result.met or requirement.unit != "fraction" or len(requirement.nodes) == 1:
        return []
    return [code for code in requirement.nodes if points[code] < requirement.minimum * weights[code]]


def _caution(instrument: Instrument, code: str, share: Fraction, missed: list[tuple[str, Fraction]]) -> Caution:
    component = instrument.nodes[code.rpartition(".")[0]].title
    limits = " dan ".join(f"{predicate} {percent(minimum)}" for predicate, minimum in missed)
    reached = percent(share, [minimum for _, minimum in missed])
    return Caution(
        id=f"pillar-{code}",
        message=f"{code} {instrument.nodes[code].title} ({component}) bernilai {reached}, di bawah ambang {limits}, "
        "walaupun areanya secara keseluruhan memenuhi. Sebagian instansi menguji setiap pilar; ini peringatan, bukan syarat.",
    )
