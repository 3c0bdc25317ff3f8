"""Where everything stands in the two layouts of the worksheet, as data: rows from the edition, columns by letter."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from zi_desktop.domain.instrument import Choice, Index, Input, Instrument, Node, Question

_GONE: Final = 90
"""A row of Lampiran III without content; PortalRB does not have it."""


class Layout(StrEnum):
    """The two layouts that people exchange."""

    LAMPIRAN3 = "lampiran3"
    PORTALRB = "portalrb"


class RowKind(StrEnum):
    """What a row of the worksheet holds."""

    NODE = "node"
    QUESTION = "question"
    INPUT = "input"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class LayoutColumns:
    """Letters of the columns; an empty text where a layout has none.

    Attributes:
        labels: section, component, area, sub-component, letter, question, from the left.
    """

    labels: str
    weight: str
    criteria: str
    choices: str
    answer_unit: str
    note_unit: str
    evidence_unit: str
    answer_tpi: str
    note_tpi: str
    score: str
    percent: str


LAMPIRAN3: Final = LayoutColumns("BCDEFG", "H", "I", "J", "K", "O", "P", "", "", "L", "M")
"""One answer column, with its note; P and Q are for evidence where an agency uses them."""
PORTALRB: Final = LayoutColumns("BCDEFG", "H", "I", "J", "K", "L", "M", "N", "Q", "O", "P")
"""Two answer columns; the score is that of TPI."""
COLUMNS: Final = MappingProxyType({Layout.LAMPIRAN3: LAMPIRAN3, Layout.PORTALRB: PORTALRB})

SHEETS: Final = MappingProxyType({Layout.LAMPIRAN3: "LKE ZI", Layout.PORTALRB: "Jawaban"})
HEADER_ROWS: Final = MappingProxyType({Layout.LAMPIRAN3: 2, Layout.PORTALRB: 1})
CHOICES: Final = MappingProxyType(
    {"yes_no": "Ya/Tidak", "abc": "A/B/C", "abcd": "A/B/C/D", "abcde": "A/B/C/D/E", "percent": "%", "count": "Jumlah",
     "index": "Nilai\n(0-4)"}
)  # fmt: skip
"""What stands in the column of choices, by the kind of the row."""
NOT_APPLICABLE: Final = "Tidak berlaku"
"""What stands in the answer cell of a ratio, in the place of its formula, where that was stated."""

_TOTALS: Final = ((198, "A"), (206, "B"), (208, ""))
"""Rows of Lampiran III that repeat a sum: total pengungkit, total hasil, total of the whole worksheet."""
_NODE_COLUMN: Final = MappingProxyType({"section": "B", "component": "C", "area": "D", "subcomponent": "E"})


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """One row of a layout.

    Attributes:
        number: the row as a spreadsheet shows it.
        kind: what it holds.
        code: of the branch, item or count; for a total that of the branch summed ("" is the whole worksheet).
        item: code of the item to which a count belongs, else ``code``.
        label: letter or number before the title; empty where there is none.
        label_column: letter of the column in which the label stands; the title stands in the next one.
        choices: key of ``CHOICES``; empty where nothing is answered.
        weight: points; nothing where the row has none.
    """

    number: int
    kind: RowKind
    code: str
    item: str
    label: str
    label_column: str
    choices: str
    weight: Fraction | None

    @property
    def title_column(self) -> str:
        """Return the letter of the column in which the title stands."""
        return chr(ord(self.label_column) + 1) if self.kind is not RowKind.TOTAL else self.label_column


def layout_row(number: int, layout: Layout) -> int:
    """Return the row of a layout for a row of Lampiran III."""
    if layout is Layout.LAMPIRAN3:
        return number
    return number - (2 if number < _GONE else 3)


def layout_rows(instrument: Instrument, layout: Layout) -> tuple[LayoutRow, ...]:
    """Return every row of a layout that holds something of the edition, from top to bottom."""
    found = [*_nodes(instrument, layout), *_questions(instrument, layout)]
    found += [
        LayoutRow(layout_row(number, layout), RowKind.TOTAL, code, code, "", "B", "", None) for number, code in _TOTALS
    ]
    return tuple(sorted(found, key=lambda row: row.number))


def _nodes(instrument: Instrument, layout: Layout) -> Iterator[LayoutRow]:
    for node in instrument.nodes.values():
        column = _NODE_COLUMN[node.kind]
        yield LayoutRow(
            layout_row(node.row, layout), RowKind.NODE, node.code, node.code, node.label, column, "", node.weight
        )


def _questions(instrument: Instrument, layout: Layout) -> Iterator[LayoutRow]:
    portal = layout is Layout.PORTALRB
    for question in instrument.questions.values():
        number = question.portalrb_row if portal else question.row
        own = _own_weight(instrument.nodes[question.parents[-1]], question)
        # An item with a weight of its own stands where a sub-component would stand, one column further to the left.
        yield LayoutRow(
            number, RowKind.QUESTION, question.code, question.code, question.label, "F" if own is None else "D",
            question_choices(question), own,
        )  # fmt: skip
        for item in question_inputs(question):
            row = item.portalrb_row if portal else item.row
            yield LayoutRow(row, RowKind.INPUT, item.code, question.code, "", "F", "count", None)


def _own_weight(parent: Node, question: Question) -> Fraction | None:
    return question.share if parent.aggregation == "sum" else None


def question_choices(question: Question) -> str:
    """Return the key of ``CHOICES`` for an item."""
    if isinstance(question.answer, Choice):
        return question.answer.scale
    return "index" if isinstance(question.answer, Index) else "percent"


def question_inputs(question: Question) -> tuple[Input, ...]:
    """Return the counts of an item; none unless it is a ratio."""
    return () if isinstance(question.answer, Choice | Index) else question.answer.inputs
