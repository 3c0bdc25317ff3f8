"""Answers that contradict each other, by the rules of the edition; checked for one column of opinions at a time."""

from collections.abc import Mapping
from dataclasses import dataclass

from zi_desktop.domain.answers import Answers, Chosen, Counted, input_value
from zi_desktop.domain.instrument import Clause, ConsistencyRule, Instrument, Ratio
from zi_desktop.scoring.score_card import ScoreCard


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that the answers break, and the items that it is about."""

    rule: ConsistencyRule
    codes: tuple[str, ...]


def check(
    instrument: Instrument, answers: Answers, card: ScoreCard, preconditions: Mapping[str, bool]
) -> tuple[Finding, ...]:
    """Return the broken rules in the order of the edition.

    A clause whose data is missing (unanswered, disputed, precondition not stated) is skipped: in ``when`` the rule does
    not apply, in ``expect`` the clause is not checked.

    Args:
        instrument: the edition with its rules.
        answers: of one column.
        card: the score card of these answers.
        preconditions: by id, whether each stated precondition is met.
    """
    stated = _Stated(
        instrument, {code: answer for code, answer in answers.items() if code not in card.disputed}, card, preconditions
    )
    findings = []
    for rule in instrument.rules:
        if all(stated.holds(clause) is True for clause in rule.when):
            broken = [clause for clause in rule.expect if stated.holds(clause) is False]
            if broken:
                findings.append(Finding(rule, _codes((*rule.when, *broken))))
    return tuple(findings)


def _codes(clauses: tuple[Clause, ...]) -> tuple[str, ...]:
    named = [code for clause in clauses for code in (clause.code, clause.other[0]) if code]
    return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class _Stated:
    """What one column states, as clauses ask for it."""

    instrument: Instrument
    answers: Answers
    card: ScoreCard
    preconditions: Mapping[str, bool]

    def holds(self, clause: Clause) -> bool | None:
        """Tell whether a clause holds, or nothing while its data is missing."""
        if clause.precondition:
            met = self.preconditions.get(clause.precondition)
            return None if met is None else met == clause.met
        if clause.inputs:
            return self._compared(clause)
        if clause.test == "in":
            answer = self.answers.get(clause.code)
            return answer.key in clause.keys if isinstance(answer, Chosen) else None
        score = self.card.question_scores.get(clause.code)
        if score is None:
            return None
        return score < clause.bound if clause.test == "below" else score == clause.bound

    def _compared(self, clause: Clause) -> bool | None:
        left, right = self._count(clause.code, clause.inputs), self._count(clause.other[0], clause.other[1:])
        if left is None or right is None:
            return None
        return left == right if clause.test == "equals_input" else left <= right

    def _count(self, code: str, keys: tuple[str, ...]) -> int | None:
        answer, item = self.answers.get(code), self.instrument.questions[code].answer
        if not isinstance(answer, Counted) or not isinstance(item, Ratio):
            return None
        return sum(input_value(item, answer.counts, key) for key in keys)
