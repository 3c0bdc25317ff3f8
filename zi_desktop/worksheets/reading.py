"""What a filled worksheet says, as values: answers, notes, links, what was refused, what is wrong with the sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zi_desktop.domain.answers import Answer
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.instrument_wording import ItemWording
from zi_desktop.worksheets.sheet_model import SheetFigure, SheetModel


class WorksheetError(ZiError):
    """A file that cannot be read as a worksheet; nothing of it was taken."""

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        super().__init__(f"{name} {problem}. Tidak ada yang diambil; {remedy}.")


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """The answer of an item: where it stands, as it was written there, and what it says.

    ``cell`` of a ratio is that of its first count; ``text`` then lists its counts.
    """

    code: str
    cell: str
    text: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was not taken: an item's code ("" where it is not known), cell, text, and why."""

    code: str
    cell: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the sheet itself, not with an answer.

    Attributes:
        id: stable name, unique in its worksheet.
        cell: where it is seen.
        problem: what is wrong, a sentence.
        sheet_value: the figure of that cell in the sheet.
        value: the right figure in the same unit; nothing where the cell has no figure.
    """

    id: str
    cell: str
    problem: str
    sheet_value: SheetFigure
    value: Fraction | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of opinions: by item code, except that a refusal may have none."""

    answers: Mapping[str, SheetAnswer]
    notes: Mapping[str, str]
    links: Mapping[str, str]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What one fault does to a figure, in points (sheet − ours); nothing where it makes it uncomputable."""

    fault: Fault
    amount: Fraction | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure on which sheet and program differ: ``sheet_value`` − ``value`` = the parts + ``unexplained``.

    ``code`` is that of the branch, "" for the whole worksheet. Where the sheet shows an error, the parts without an
    amount caused it, the others are what would still differ without it, and nothing is unexplained.
    """

    code: str
    cell: str
    sheet_value: Fraction | str
    value: Fraction
    parts: tuple[Part, ...]
    unexplained: Fraction


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A worksheet that was read.

    Attributes:
        layout: ``lampiran3`` or ``portalrb``.
        sheet: name of the sheet.
        digest: SHA-256 of the file, hexadecimal.
        name: file name.
        unit: name of the satker as the sheet tells it, or "".
        year: of the evaluation as the sheet tells it.
        columns: PortalRB has MANDIRI and TPI, as a Lampiran III into which a column of TPI was inserted; else
            Lampiran III has one column of nobody in particular, under None.
        owner: whose answers the one column of a Lampiran III are, where the sheet says it.
        scored: whose answers the sheet's own figures are computed from; None as in ``columns``.
        faults: what is wrong with the sheet itself.
        wording: official texts by code of branch, item and count.
        totals: the sheet's own figures in points by code of branch, "" is the whole worksheet; also of the items that
            have a weight of their own.
        model: how the sheet comes to them (for ``differences``).
        left_out: what people wrote in the sheet that no column takes, from top to bottom: texts under other headings,
            comments, links on other cells. ``code`` is the item of that row, "" where it has none. The first 200.
        left_out_count: how many there are in all.
    """

    layout: str
    sheet: str
    digest: str
    name: str
    unit: str
    year: int | None
    columns: Mapping[Column | None, SheetColumn]
    scored: Column | None
    faults: tuple[Fault, ...]
    wording: Mapping[str, ItemWording]
    totals: Mapping[str, SheetFigure]
    model: SheetModel
    left_out: tuple[Refusal, ...] = ()
    left_out_count: int = 0
    owner: Column | None = None

    def column(self, column: Column) -> SheetColumn | None:
        """Return what a column says; Lampiran III has one column, offered as whichever is asked for."""
        return self.columns.get(None) or self.columns.get(column)
