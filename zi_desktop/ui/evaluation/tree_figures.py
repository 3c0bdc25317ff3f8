"""What the rows of the tree say of one evaluation, made row by row as they are painted."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from zi_desktop.domain.answers import Answer, Chosen, Counted, Measured, total
from zi_desktop.domain.figures import index, percent, points, weight
from zi_desktop.domain.instrument import Column, Instrument, Node, Question, Ratio
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.ui.evaluation.tree_attention import Attention, Mark
from zi_desktop.ui.evaluation.tree_outline import Outline, title_of

NOTHING: Final = "–"
_FULL: Final = Fraction(1)
_STRONG_KINDS: Final = ("section", "component", "area")


@dataclass(frozen=True, slots=True)
class BranchRow:
    """A branch: how much of it is filled, its points and weight ("" while scores are hidden)."""

    title: str
    strong: bool
    filled: int
    questions: int
    points: str
    weight: str

    @property
    def spoken(self) -> str:
        """Return the row for a screen reader."""
        score = f", nilai {self.points} dari {self.weight}" if self.points else ""
        return f"{self.title}, {self.filled} dari {self.questions} butir terisi{score}"

    @property
    def tip(self) -> str:
        """Return what the tooltip adds to the title."""
        return ""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item: its mark, its answer ("–" while there is none), its points ("" while scores are hidden)."""

    title: str
    mark: Mark
    tip: str
    answer: str
    points: str
    weight: str

    @property
    def spoken(self) -> str:
        """Return the row for a screen reader."""
        answer = f"jawaban {self.answer}" if self.answer != NOTHING else Mark.OPEN.words
        score = f", nilai {self.points} dari {self.weight}" if self.points not in ("", NOTHING) else ""
        mark = f", {self.mark.words}" if self.mark not in (Mark.ANSWERED, Mark.OPEN) else ""
        return f"{self.title}, {answer}{score}{mark}"


class TreeFigures:
    """The rows of one evaluation as it stands."""

    def __init__(
        self,
        outline: Outline,
        view: EvaluationView,
        attention: Mapping[str, Attention],
        *,
        hidden: bool = False,
        locked: bool = False,
        column: Column = Column.TPI,
    ) -> None:
        self.attention = attention
        self.hidden = hidden
        self.locked = locked
        self._outline = outline
        self._state = view.state
        self._card = view.card(column)
        self._answers = view.state.answers(column)
        self._open = frozenset(self._card.unanswered)
        self._filled = Mark.LOCKED if locked else Mark.ANSWERED
        self._rows: dict[int, BranchRow | ItemRow] = {}

    @property
    def unanswered(self) -> Collection[str]:
        """Return the codes of the items that are not filled."""
        return self._open

    def row(self, number: int) -> BranchRow | ItemRow:
        """Return what a row says."""
        if number not in self._rows:
            item = self._outline.places[number].item
            if isinstance(item, Node):
                self._rows[number] = self._branch(item, self._outline.codes(number))
            else:
                self._rows[number] = self._item(item)
        return self._rows[number]

    def differing(self, earlier: "TreeFigures") -> Collection[str]:
        """Return the items of which mark, answer or points are not what they were; their branches differ with them."""
        pairs: Sequence[tuple[Mapping[str, object], Mapping[str, object]]] = (
            (self.attention, earlier.attention),
            (self._answers, earlier._answers),  # noqa: SLF001 (its own class)
            (self._card.question_points, earlier._card.question_points),  # noqa: SLF001 (its own class)
        )
        return {code for now, before in pairs for code in _other(now, before)}

    def _branch(self, node: Node, codes: tuple[str, ...]) -> BranchRow:
        missing = sum(code in self._open for code in codes)
        reached = NOTHING if missing == len(codes) else points(self._card.nodes[node.code], self._limits[node.code])
        return BranchRow(
            title_of(node),
            node.kind in _STRONG_KINDS,
            len(codes) - missing,
            len(codes),
            "" if self.hidden else reached,
            "" if self.hidden else weight(node.weight),
        )

    def _item(self, question: Question) -> ItemRow:
        code = question.code
        found = self.attention.get(code)
        mark = found.mark if found else Mark.OPEN if code in self._open else self._filled
        settled = code in self._card.question_scores
        reached = points(self._card.question_points[code], self._limits.get(code, ())) if settled else NOTHING
        return ItemRow(
            title_of(question),
            mark,
            found.reason if found else "",
            self._answer(question, self._answers.get(code)),
            "" if self.hidden else reached,
            "" if self.hidden else points(question.share),
        )

    def _answer(self, question: Question, answer: Answer | None) -> str:
        if isinstance(answer, Chosen):
            return answer.key
        if isinstance(answer, Measured):
            return index(answer.value)
        if isinstance(answer, Counted) and isinstance(question.answer, Ratio):
            return self._counted(question.code, question.answer, answer)
        return NOTHING

    def _counted(self, code: str, ratio: Ratio, answer: Counted) -> str:
        if answer.not_applicable:
            return "t.b."
        if self.hidden:
            return f"{total(answer.counts, ratio.numerator)}/{total(answer.counts, ratio.denominator)}"
        score = self._card.question_scores.get(code)
        return NOTHING if score is None else percent(score, [_FULL]).replace(",0%", "%")

    @cached_property
    def _limits(self) -> Mapping[str, tuple[Fraction, ...]]:
        return limits_of(self._state.instrument)


def _other(now: Mapping[str, object], before: Mapping[str, object]) -> Iterable[str]:
    """Yield the keys that two mappings do not give the same."""
    # Nearly all are carried over from one fold to the next: the same object is the same.
    yield from (key for key, value in now.items() if value is not (old := before.get(key)) and value != old)
    yield from before.keys() - now.keys()


def limits_of(instrument: Instrument) -> Mapping[str, tuple[Fraction, ...]]:
    """Return the minimums in points that a single branch or item is judged against, by its code; others have none."""
    limits: dict[str, tuple[Fraction, ...]] = dict.fromkeys(instrument.nodes, ())
    for predicate in instrument.predicates:
        for requirement in predicate.requirements:
            if requirement.unit == "points" and len(requirement.nodes) == 1:
                code = requirement.nodes[0]
                limits[code] = (*limits.get(code, ()), requirement.minimum)
    return limits
