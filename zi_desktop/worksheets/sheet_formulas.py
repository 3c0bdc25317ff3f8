"""The live formulas of a written worksheet, each with the value it has: our rules, in a spreadsheet's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zi_desktop.domain.answers import Answer, Counted, input_value, total
from zi_desktop.domain.figures import machine
from zi_desktop.domain.instrument import Choice, Index, Input, Instrument, Node, Question, Ratio
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.worksheets.filling import FilledColumn
from zi_desktop.worksheets.layout import COLUMNS, NOT_APPLICABLE, Layout, LayoutRow, RowKind, layout_rows

UNANSWERED: Final = "Belum diisi"
"""What stands in place of a score; it counts 0, as text does in a sum."""
MISSING_COUNT: Final = "Isikan"
"""What stands beside a count that is still empty; another word, so that counting the one above counts items."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its equals sign, and what it gives."""

    text: str
    value: Fraction | str


class SheetFormulas:
    """The formulas of one layout of an edition."""

    def __init__(self, instrument: Instrument, layout: Layout) -> None:
        self._instrument = instrument
        self.columns = COLUMNS[layout]
        self.rows = layout_rows(instrument, layout)
        self._numbers = {row.code: row.number for row in self.rows if row.kind is not RowKind.TOTAL}
        self._totals = {row.code: row.number for row in self.rows if row.kind is RowKind.TOTAL}

    def number(self, code: str) -> int:
        """Return the row of a branch, item or count; of a section that of its heading."""
        return self._numbers[code]

    def points_cell(self, code: str) -> str:
        """Return the cell of the points of a branch, or of the whole worksheet under ""."""
        return f"{self.columns.score}{self._totals[code] if code in self._totals else self._numbers[code]}"

    def share(self, row: LayoutRow, card: ScoreCard) -> Formula:
        """Return the share of its weight that a branch reached."""
        reached = card.points(row.code)
        return Formula(f"{self._score(row)}/{self._weight(row)}", reached / (row.weight or 1))

    def points(self, row: LayoutRow, card: ScoreCard) -> Formula:
        """Return the points of a branch, or those that a total repeats."""
        if row.kind is RowKind.TOTAL:
            value = card.points(row.code) if row.code else card.total
            return Formula(f"SUM({','.join(map(self.points_cell, self._summed(row.code)))})", value)
        value = card.points(row.code)
        if row.code in self._totals:
            return Formula(self.points_cell(row.code), value)
        node = self._instrument.nodes[row.code]
        added = f"SUM({','.join(self._scores(node))})"
        text = f"{added}/{len(node.children)}*{self._weight(row)}" if node.aggregation == "mean" else added
        return Formula(text, value)

    def score(self, row: LayoutRow, question: Question, scored: FilledColumn, card: ScoreCard) -> Formula:
        """Return the score of an item, 0 to 1, or its points where it has a weight of its own.

        Args:
            row: of the item.
            question: the item.
            scored: the column of answers that is scored.
            card: the score of those answers.
        """
        letter = scored.answer
        factor = f"*{self._weight(row)}" if row.weight is not None else ""
        value: Fraction | str = UNANSWERED
        if question.code in card.question_scores:
            value = card.question_points[question.code] if factor else card.question_scores[question.code]
        match question.answer:
            case Choice() as choice:
                text = _chosen(choice, f"{letter}{row.number}", factor)
            case Index() as index:
                text = _measured(index, f"{letter}{row.number}", factor)
            case Ratio() as ratio:
                text = self._counted(row, ratio, scored, factor)
        return Formula(text, value)

    def unfilled(self, row: LayoutRow, ratio: Ratio, letter: str, *, filled: bool) -> Formula:
        """Return the mark beside a count that is still empty; "tidak berlaku" needs none."""
        is_filled = f'{letter}{row.number}<>""'
        if ratio.not_applicable:
            is_filled = f"OR({is_filled},{_stated(f'{letter}{self._numbers[row.item]}')})"
        return Formula(f'IF({is_filled},"","{MISSING_COUNT}")', "" if filled else MISSING_COUNT)

    def ratio(self, ratio: Ratio, letter: str, answer: Answer | None) -> Formula:
        """Return the share that the counts of an item make, as its answer cell shows it."""
        above, below = self._sum(ratio, ratio.numerator, letter), self._sum(ratio, ratio.denominator, letter)
        text = f"IF({self._incomplete(ratio, letter)},{_quoted(UNANSWERED)},{_divided(ratio, above, below)})"
        return Formula(text, _share(ratio, answer))

    def computed(self, row: LayoutRow, ratio: Ratio, item: Input, letter: str, answer: Answer | None) -> Formula:
        """Return a count that is the sum of others."""
        parts = [f"{letter}{self._input_row(ratio, key)}" for key in item.computed]
        value = Fraction(input_value(ratio, answer.counts, item.key)) if isinstance(answer, Counted) else UNANSWERED
        empty = _quoted(UNANSWERED)
        if ratio.not_applicable:
            empty = f"IF({_stated(f'{letter}{self._numbers[row.item]}')},0,{empty})"
        return Formula(f"IF(COUNT({','.join(parts)})<{len(parts)},{empty},{'+'.join(parts)})", value)

    def unanswered(self, card: ScoreCard) -> Formula:
        """Return how many items have no score."""
        first, last = self.rows[0].number, max(row.number for row in self.rows if row.kind is RowKind.QUESTION)
        letter = self.columns.score
        return Formula(
            f"COUNTIF({letter}{first}:{letter}{last},{_quoted(UNANSWERED)})",
            Fraction(len(self._instrument.questions) - len(card.question_scores)),
        )

    def _counted(self, row: LayoutRow, ratio: Ratio, scored: FilledColumn, factor: str) -> str:
        """Return the score of a ratio: where "tidak berlaku" may be stated it never hangs on the formula beside it."""
        letter = scored.answer
        above, below = self._sum(ratio, ratio.numerator, letter), self._sum(ratio, ratio.denominator, letter)
        share = f"{_divided(ratio, above, below)}{factor}"
        if not ratio.not_applicable:
            return f"IF({self._incomplete(ratio, letter)},{_quoted(UNANSWERED)},{share})"
        share = f"IF({below}>0,MIN(1,{above}/{below}){factor},{_quoted(UNANSWERED)})"
        counted = f"IF({self._incomplete(ratio, letter)},{_quoted(UNANSWERED)},{share})"
        stated = f"IF({self._is_sound(row, ratio, scored)},1{factor},{_quoted(UNANSWERED)})"
        return f"IF({_stated(f'{letter}{row.number}')},{stated},{counted})"

    def _is_sound(self, row: LayoutRow, ratio: Ratio, scored: FilledColumn) -> str:
        """Return what our reader demands of "tidak berlaku": all counts or none, a denominator of 0, and a note."""
        typed = ",".join(f"{scored.answer}{self._numbers[item.code]}" for item in ratio.typed)
        below = ",".join(f"{scored.answer}{self._input_row(ratio, key)}" for key in ratio.denominator)
        noted = (row.number, *(self._numbers[item.code] for item in ratio.inputs))
        letters = "+".join(f"LEN(TRIM({scored.note}{number}))" for number in noted)
        return f"AND(OR(COUNT({typed})=0,COUNT({typed})={len(ratio.typed)}),SUM({below})=0,{letters}>0)"

    def _incomplete(self, ratio: Ratio, letter: str) -> str:
        typed = [f"{letter}{self._numbers[item.code]}" for item in ratio.typed]
        return f"COUNT({','.join(typed)})<{len(typed)}"

    def _sum(self, ratio: Ratio, keys: Sequence[str], letter: str) -> str:
        cells = [f"{letter}{self._input_row(ratio, key)}" for key in keys]
        return cells[0] if len(cells) == 1 else f"({'+'.join(cells)})"

    def _input_row(self, ratio: Ratio, key: str) -> int:
        return next(self._numbers[item.code] for item in ratio.inputs if item.key == key)

    def _summed(self, code: str) -> Sequence[str]:
        """Return what a total adds up: the children of its branch, or the sections."""
        children = self._instrument.nodes[code].children if code else self._instrument.sections
        return [child.code for child in children]

    def _scores(self, node: Node) -> Sequence[str]:
        return [f"{self.columns.score}{self._numbers[child.code]}" for child in node.children]

    def _score(self, row: LayoutRow) -> str:
        return f"{self.columns.score}{row.number}"

    def _weight(self, row: LayoutRow) -> str:
        return f"{self.columns.weight}{row.number}"


def _stated(cell: str) -> str:
    return f"TRIM({cell})={_quoted(NOT_APPLICABLE)}"


def _chosen(choice: Choice, cell: str, factor: str) -> str:
    text = _quoted(UNANSWERED)
    for option in reversed(choice.options):
        text = f"IF(TRIM({cell})={_quoted(option.key)},{machine(option.score)}{factor},{text})"
    return text


def _measured(index: Index, cell: str, factor: str) -> str:
    low, high = machine(index.minimum), machine(index.maximum)
    inside = f"AND(ISNUMBER({cell}),{cell}>={low},{cell}<={high})"
    return f"IF({inside},{cell}/{high}{factor},{_quoted(UNANSWERED)})"


def _divided(ratio: Ratio, above: str, below: str) -> str:
    """Return the division with what our rules say of a denominator of 0."""
    if ratio.both_zero is not None:
        return f"IF({below}=0,IF({above}=0,{machine(ratio.both_zero)},0),MAX(0,({below}-{above})/{below}))"
    zero = _quoted(UNANSWERED) if ratio.not_applicable else "0"
    return f"IF({below}=0,{zero},MIN(1,{above}/{below}))"


def _share(ratio: Ratio, answer: Answer | None) -> Fraction | str:
    if not isinstance(answer, Counted):
        return UNANSWERED
    above, below = total(answer.counts, ratio.numerator), total(answer.counts, ratio.denominator)
    if below == 0 and ratio.both_zero is not None:
        return Fraction(0) if above else ratio.both_zero
    if below == 0:
        return UNANSWERED if ratio.not_applicable else Fraction(0)
    if ratio.both_zero is not None:
        return max(Fraction(0), Fraction(below - above, below))
    return min(Fraction(1), Fraction(above, below))


def _quoted(text: str) -> str:
    return f'"{text}"'


def inputs_by_code(instrument: Instrument) -> Mapping[str, tuple[Ratio, Input]]:
    """Return every count with the ratio that it belongs to."""
    return {
        item.code: (question.answer, item)
        for question in instrument.questions.values()
        if isinstance(question.answer, Ratio)
        for item in question.answer.inputs
    }
