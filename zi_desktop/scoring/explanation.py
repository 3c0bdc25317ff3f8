"""How a figure came about, in words and numbers, from any branch down to the answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from zi_desktop.domain.answers import Answers
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.figures import machine, points
from zi_desktop.domain.instrument import Instrument, Node, Question
from zi_desktop.scoring.calculator import UNDISPUTED, Calculator, Disputed
from zi_desktop.scoring.equation import equation, figure, product, sum_of
from zi_desktop.scoring.item_words import disputed_words, item_words
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.scoring.verdict_words import Step, verdict_steps

TOTAL = "total"
"""The code under which the whole worksheet is explained."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The figure of one code: as text for reading, and as steps for a window (the asked one first, then downwards)."""

    code: str
    text: str
    steps: tuple[Step, ...]


def explain(calculator: Calculator, answers: Answers, code: str, disputed: Disputed = UNDISPUTED) -> Explanation:
    """Return how the points of a branch, an item or ``total`` came about.

    The steps reach down to every answer. The text does too, except for ``total``: there it names the sections and
    the verdict on each requirement.

    Raises:
        NotFoundError: the edition has no such code.
        AnswerError: an answer does not fit its item.
    """
    instrument = calculator.instrument
    teller = _Teller(instrument, calculator.score(answers, disputed), answers, disputed)
    if code == TOTAL:
        return _total(teller)
    item = instrument.nodes.get(code) or instrument.questions.get(code)
    if item is None:
        raise NotFoundError(
            f"Kode {code} tidak ada pada {instrument.title}. Pilih kode komponen atau butir, misalnya A.I.1.i.a."
        )
    steps = tuple(teller.steps(item))
    depth = code.count(".")
    text = "\n".join("  " * (step.code.count(".") - depth) + step.line for step in steps)
    return Explanation(code, text, steps)


def explanation_json(explanation: Explanation) -> dict[str, Any]:
    """Return the explanation as the command line prints it."""
    return {
        "text": explanation.text,
        "steps": [
            {
                "code": step.code,
                "title": step.title,
                "words": step.words,
                "value": step.value,
                "children": list(step.children),
            }
            for step in explanation.steps
        ],
    }


def _total(teller: "_Teller") -> Explanation:
    card = teller.card
    sections = card.instrument.sections
    verdicts = verdict_steps(card)
    near = [
        requirement.minimum
        for predicate in card.instrument.predicates
        for requirement in predicate.requirements
        if not requirement.nodes and requirement.unit == "points"
    ]
    words = f"{_parts({section.code: card.nodes[section.code] for section in sections})}."
    words += f" Nilai total {points(card.total, near)} dari {figure(card.instrument.weight)}." + _open(card)
    children = (*(section.code for section in sections), *card.predicates)
    first = Step(TOTAL, card.instrument.title, words, machine(card.total), children)
    below = tuple(step for section in sections for step in teller.steps(section))
    named = [step for step in below if step.code in children]
    text = "\n".join([first.line, *(f"  {step.line}" for step in named), *(step.line for step in verdicts)])
    return Explanation(TOTAL, text, (first, *below, *verdicts))


def _parts(parts: Mapping[str, Fraction]) -> str:
    return f"Jumlah {' + '.join(parts)}: {sum_of(list(parts.values()))}"


def _open(card: ScoreCard) -> str:
    words = ""
    if card.unanswered:
        words += f" {len(card.unanswered)} butir belum dijawab dan dihitung 0."
    if card.interval:
        low, high = card.interval
        words += f" {len(card.disputed)} butir berbeda penilaian: nilai antara {points(low)} dan {points(high)}."
    return f"{words} Nilai masih sementara; paling tinggi {points(card.maximum_possible)}." if words else ""


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells one score card: the card, and the answers that it was computed from."""

    instrument: Instrument
    card: ScoreCard
    answers: Answers
    disputed: Disputed

    def steps(self, item: Node | Question) -> Iterator[Step]:
        """Yield the step of a branch or item and all below it, parents first."""
        if isinstance(item, Question):
            yield Step(item.code, item.text, self._item(item), machine(self.card.question_points[item.code]), ())
            return
        words = self._mean(item) if item.aggregation == "mean" else self._sum(item)
        codes = tuple(child.code for child in item.children)
        yield Step(item.code, item.title, words, machine(self.card.nodes[item.code]), codes)
        for child in item.children:
            yield from self.steps(child)

    def _item(self, question: Question) -> str:
        if question.code in self.disputed:
            lowest = self.card.question_points[question.code]
            return disputed_words(self.instrument, question, len(self.disputed[question.code]), lowest)
        return item_words(self.instrument, question, self.answers.get(question.code))

    def _sum(self, node: Node) -> str:
        parts = {child.code: self.card.points(child.code) for child in node.children}
        return f"{_parts(parts)}, dari bobot {figure(node.weight)}."

    def _mean(self, node: Node) -> str:
        questions = tuple(node.questions())
        # The points at hand are score x share; a disputed item has no settled score, but it has points.
        scores = [self.card.question_points[question.code] / question.share for question in questions]
        count = len(scores)
        average = sum(scores, Fraction(0)) / count
        outcome = f"Dikali bobot: {product((average, node.weight))}.{self._unanswered(questions)}"
        if count == 1:
            return f"Skor satu-satunya butir: {figure(average)}. {outcome}"
        terms = " + ".join(figure(score) for score in scores)
        return f"Rata-rata skor {count} butir: {equation(f'({terms}) ÷ {count}', scores, average)}. {outcome}"

    def _unanswered(self, questions: tuple[Question, ...]) -> str:
        missing = [question.code for question in questions if question.code in self.card.unanswered]
        return f" Belum dijawab dan dihitung 0: {', '.join(missing)}." if missing else ""
