"""The score of a worksheet: a pure, exact function of its edition and the answers."""

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from operator import add
from types import MappingProxyType

from zi_desktop.domain.answers import Answer, Answers, Chosen, Counted
from zi_desktop.domain.instrument import Choice, Instrument, Node, Question
from zi_desktop.scoring.item_score import NONE, item_score
from zi_desktop.scoring.predicates import judge, weak_pillars
from zi_desktop.scoring.score_card import AreaScore, ScoreCard

Disputed = Mapping[str, tuple[Answer | None, ...]]
"""The versions of each disputed item; nothing stands for a version that clears the answer."""

UNDISPUTED: Disputed = MappingProxyType({})

CALCULATOR_VERSION = 1
"""Raised whenever the same answers score differently; summaries made by another version are rebuilt."""


class Calculator:
    """Scores answers against one edition; what does not depend on answers is worked out once."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self._questions = tuple(instrument.questions.values())
        self._options = {
            (question.code, option.key): (option.score, option.score * question.share)
            for question in self._questions
            if isinstance(question.answer, Choice)
            for option in question.answer.options
        }
        # Leaves first: when a branch is summed, its children already are.
        self._sums = tuple(
            (code, tuple(child.code for child in node.children))
            for code, node in reversed(tuple(instrument.nodes.items()))
        )
        self._weights = {
            "": instrument.weight,
            **{code: node.weight for code, node in instrument.nodes.items()},
            **{question.code: question.share for question in self._questions},
        }

    def question_score(self, question: Question, answer: Answer) -> Fraction | None:
        """Return the score of one item, 0 to 1, or nothing while it is undetermined (see ``item_score``)."""
        return item_score(question, answer)

    def score(self, answers: Answers, disputed: Disputed = UNDISPUTED) -> ScoreCard:
        """Return the score card.

        Args:
            answers: by item code; codes that the edition does not have are not scored.
            disputed: the versions of the items on which opinions of one column differ; they outrank ``answers``.

        Raises:
            AnswerError: an answer does not fit its item.
        """
        scores: dict[str, Fraction] = {}
        points: dict[str, Fraction] = {}
        unanswered: list[str] = []
        missing = spread = NONE
        for question in self._questions:
            code = question.code
            if code in disputed:
                points[code], highest, possible = self._range(question, disputed[code])
                spread += highest - points[code]
                missing += possible - points[code]
                continue
            if (judged := self._judged(question, answers.get(code))) is None:
                points[code] = NONE
                missing += question.share
                unanswered.append(code)
            else:
                scores[code], points[code] = judged
        return self._card(answers, scores, points, tuple(unanswered), (missing, spread), disputed)

    def _card(
        self,
        answers: Answers,
        scores: dict[str, Fraction],
        points: dict[str, Fraction],
        unanswered: tuple[str, ...],
        open_points: tuple[Fraction, Fraction],
        disputed: Disputed,
    ) -> ScoreCard:
        instrument = self.instrument
        missing, spread = open_points
        sums = dict(points)
        for code, children in self._sums:
            sums[code] = reduce(add, map(sums.__getitem__, children))
        total = sum((sums[section.code] for section in instrument.sections), NONE)
        verdicts = judge(instrument, sums, self._weights, total)
        contested = tuple(question.code for question in self._questions if question.code in disputed)
        return ScoreCard(
            instrument=instrument,
            total=total,
            maximum_possible=total + missing,
            interval=(total, total + spread) if contested else None,
            nodes=MappingProxyType({code: sums[code] for code in instrument.nodes}),
            question_scores=MappingProxyType(scores),
            question_points=MappingProxyType(points),
            areas=MappingProxyType({number: _area(nodes, sums) for number, nodes in instrument.areas.items()}),
            predicates=MappingProxyType(verdicts),
            answered=len(scores),
            unanswered=unanswered,
            not_applicable=tuple(code for code in scores if _not_applicable(answers[code])),
            disputed=contested,
            provisional=bool(unanswered or contested),
            warnings=weak_pillars(instrument, verdicts, sums, self._weights),
        )

    def _judged(self, question: Question, answer: Answer | None) -> tuple[Fraction, Fraction] | None:
        """Return score and points of an answer, or nothing while there is none or it is undetermined."""
        if answer is None:
            return None
        if isinstance(answer, Chosen) and (known := self._options.get((question.code, answer.key))):
            return known
        score = item_score(question, answer)
        return None if score is None else (score, score * question.share)

    def _range(self, question: Question, versions: tuple[Answer | None, ...]) -> tuple[Fraction, Fraction, Fraction]:
        """Return the lowest and highest points of the versions, and the most that the item may still bring."""
        scores = [None if version is None else item_score(question, version) for version in versions]
        known = [score or NONE for score in scores] or [NONE]
        possible = max(known) if scores and None not in scores else Fraction(1)
        return min(known) * question.share, max(known) * question.share, possible * question.share


def _area(nodes: tuple[Node, ...], points: Mapping[str, Fraction]) -> AreaScore:
    reached = reduce(add, (points[node.code] for node in nodes))
    weight = reduce(add, (node.weight for node in nodes))
    return AreaScore(points=reached, weight=weight, fraction=reached / weight)


def _not_applicable(answer: Answer) -> bool:
    return isinstance(answer, Counted) and answer.not_applicable
