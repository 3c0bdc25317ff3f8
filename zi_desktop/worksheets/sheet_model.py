"""How a sheet comes to its own figures, as a tree that can be computed with its faults and with each of them repaired."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from zi_desktop.domain.instrument import Instrument, Node
from zi_desktop.scoring.score_card import ScoreCard

SheetFigure = Fraction | str | None
"""A figure as the sheet shows it: a number, the text of an error such as ``#DIV/0!``, nothing where there is none."""

NEAR: Final = Fraction(1, 10**9)
"""Figures closer than this are equal: a spreadsheet computes with binary floats."""
WHOLE: Final = ""
"""Code of the whole worksheet."""
_ERROR: Final = "#DIV/0!"
_NONE: Final = Fraction(0)


class Sums(StrEnum):
    """How a branch of the sheet comes to its figure."""

    OURS = "ours"
    LEFT_OUT = "left_out"
    """The average of the answered items only."""
    OTHER = "other"
    """A sum or average of other cells than its children."""
    FIXED = "fixed"
    """A number that hangs on nothing."""


@dataclass(frozen=True, slots=True)
class NodeRule:
    """How one branch of the sheet is computed; ``weight`` as the sheet has it.

    Attributes:
        codes: what is summed where it is not the children; a code may occur twice.
        average: whether ``codes`` are averaged and not summed.
        value: the number of a fixed one.
        fault: id of the fault that makes the rule differ from ours, "" where the rule is the sheet's way.
        weight_fault: id of the fault that changed the weight, or "".
    """

    sums: Sums
    weight: Fraction
    codes: tuple[str, ...] = ()
    average: bool = False
    value: SheetFigure = None
    fault: str = ""
    weight_fault: str = ""


@dataclass(frozen=True)
class SheetModel:
    """A sheet's way to its figures.

    Attributes:
        instrument: the edition.
        shown: figures of the sheet by code of branch, "" is the whole worksheet.
        cells: where they stand.
        items: what the sheet holds for an item whose figure differs from ours, in the unit of its cell.
        item_faults: the fault behind each of them.
        rules: of the branches that the sheet does not compute as we do.
    """

    instrument: Instrument
    shown: Mapping[str, SheetFigure]
    cells: Mapping[str, str]
    items: Mapping[str, SheetFigure]
    item_faults: Mapping[str, str]
    rules: Mapping[str, NodeRule]

    def figures(self, ours: Mapping[str, Fraction], repaired: Collection[str]) -> dict[str, SheetFigure]:
        """Return every figure of the sheet once the faults of these ids are repaired.

        Args:
            ours: figure of each answered item in the unit of its cell (see ``cell_figures``).
            repaired: ids of faults.
        """
        found: dict[str, SheetFigure] = dict(ours)
        found.update({code: self.items[code] for code, id_ in self.item_faults.items() if id_ not in repaired})
        for node in reversed(tuple(self.instrument.nodes.values())):
            rule = self.rules.get(node.code, NodeRule(Sums.OURS, node.weight))
            found[node.code] = _figure(node, rule, found, repaired)
        sections = [found[section.code] for section in self.instrument.sections]
        found[WHOLE] = _whole(self.rules.get(WHOLE), sections, repaired)
        return found


def cell_figures(card: ScoreCard) -> dict[str, Fraction]:
    """Return our figure of each answered item in the unit of its cell: its score, or points where it has its own weight."""
    instrument = card.instrument
    return {
        code: card.question_points[code] if _weighs(instrument, code) else score
        for code, score in card.question_scores.items()
    }


def near(one: SheetFigure, other: SheetFigure) -> bool:
    """Tell whether two figures are equal as far as a spreadsheet can tell; any two errors are."""
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return abs(one - other) <= NEAR
    return type(one) is type(other)


def summed(values: Sequence[SheetFigure]) -> SheetFigure:
    """Return a sum as a spreadsheet computes it: text and nothing are passed over, an error spreads."""
    error = next((value for value in values if isinstance(value, str)), None)
    return error or sum((value for value in values if isinstance(value, Fraction)), _NONE)


def averaged(values: Sequence[SheetFigure]) -> SheetFigure:
    """Return an average as a spreadsheet computes it."""
    known = [value for value in values if value is not None]
    total = summed(known)
    if isinstance(total, str):
        return total
    return (total or _NONE) / len(known) if known else _ERROR


def scaled(value: SheetFigure, weight: Fraction) -> SheetFigure:
    """Return a figure times a weight."""
    return value * weight if isinstance(value, Fraction) else value


def ours_of(node: Node, values: Sequence[SheetFigure], weight: Fraction) -> SheetFigure:
    """Return the figure of a branch by our rule: what is unanswered counts 0."""
    total = summed(values)
    return scaled(total, weight / len(node.children)) if node.aggregation == "mean" else total


def _figure(node: Node, rule: NodeRule, found: Mapping[str, SheetFigure], repaired: Collection[str]) -> SheetFigure:
    weight = node.weight if rule.weight_fault in repaired else rule.weight
    children = [found.get(child.code) for child in node.children]
    if rule.sums is Sums.OURS or rule.fault in repaired:
        return ours_of(node, children, weight)
    if rule.sums is Sums.LEFT_OUT:
        return scaled(averaged(children), weight)
    if rule.sums is Sums.OTHER:
        values = [found.get(code) for code in rule.codes]
        return scaled(averaged(values) if rule.average else summed(values), weight if rule.average else Fraction(1))
    return rule.value


def _whole(rule: NodeRule | None, sections: Sequence[SheetFigure], repaired: Collection[str]) -> SheetFigure:
    return summed(sections) if rule is None or rule.fault in repaired else rule.value


def _weighs(instrument: Instrument, code: str) -> bool:
    return instrument.nodes[instrument.questions[code].parents[-1]].aggregation == "sum"
