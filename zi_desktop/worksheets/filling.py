"""What is written into a worksheet, as values: whose sheet it is, and each column of opinions."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from zi_desktop.domain.answers import Answer
from zi_desktop.domain.instrument import Column, Instrument
from zi_desktop.worksheets.layout import LayoutColumns


@dataclass(frozen=True, slots=True)
class Opinion:
    """One column of opinions by item code; an item without an answer is written empty."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


NOBODY = Opinion()
"""A column in which nobody has stated anything."""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A file that stands for an item: its name, bytes, and what the assessors think of it."""

    code: str
    name: str
    size: int
    state: str


@dataclass(frozen=True, slots=True)
class Filling:
    """An evaluation as a worksheet shows it.

    Attributes:
        instrument: the edition, in the wording that is to be written.
        unit: name of the satker.
        unit_id: its identity, which no change of code or name touches.
        unit_word: what the agency calls a satker ("satuan kerja").
        year: of the evaluation.
        target: ``WBK`` or ``WBBM``.
        as_of: when the last of it was stated; the same state is always written with the same time.
        opinions: by column; internal notes are never among them.
        evidence: files by item, in the order of the worksheet.
        sample: whether it is sample data, and its paper marked so.
    """

    instrument: Instrument
    unit: str
    unit_id: str
    unit_word: str
    year: int
    target: str
    as_of: dt.datetime
    opinions: Mapping[Column, Opinion]
    evidence: tuple[EvidenceRow, ...] = ()
    sample: bool = False

    def opinion(self, column: Column) -> Opinion:
        """Return a column, empty where nobody has stated anything in it."""
        return self.opinions.get(column, NOBODY)


@dataclass(frozen=True, slots=True)
class FilledColumn:
    """A column of opinions and the letters of its answer, note and evidence; evidence "" where there is none."""

    column: Column
    opinion: Opinion
    answer: str
    note: str
    evidence: str


def filled_columns(filling: Filling, columns: LayoutColumns, column: Column) -> tuple[FilledColumn, ...]:
    """Return what fills a layout; the last one is whose answers are scored.

    Args:
        filling: the evaluation.
        columns: letters of the layout.
        column: whose opinion fills a layout that has only one.
    """
    first = column if not columns.answer_tpi else Column.MANDIRI
    filled = [
        FilledColumn(first, filling.opinion(first), columns.answer_unit, columns.note_unit, columns.evidence_unit)
    ]
    if columns.answer_tpi:
        filled.append(FilledColumn(Column.TPI, filling.opinion(Column.TPI), columns.answer_tpi, columns.note_tpi, ""))
    return tuple(filled)
