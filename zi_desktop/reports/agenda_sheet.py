"""The agenda of a visit as sheets to take along: one for each person to ask or place to look, tickable by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.reports.content import Column, Facts, Grid, Row, Tone
from zi_desktop.reports.small_paper import Leaf

_BOX: Final = "☐"
_ROOM: Final = "\N{NO-BREAK SPACE}"
"""A line for the pen below each item."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item that is still open: code, question, and what to ask or look at."""

    code: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class AgendaSheet:
    """Whom to ask, or where to look, and the items for it."""

    title: str
    facts: Sequence[tuple[str, str]]
    items: Sequence[AgendaItem]


def agenda_leaves(sheets: Sequence[AgendaSheet]) -> tuple[Leaf, ...]:
    """Return one part of the paper for each sheet."""
    return tuple(Leaf(sheet.title, "", (Facts(tuple(sheet.facts)), _grid(sheet))) for sheet in sheets)


def _grid(sheet: AgendaSheet) -> Grid:
    columns = (Column("", 4), Column("Kode", 13), Column("Butir", 60), Column("Catatan", 23))
    rows: list[Row] = []
    for item in sheet.items:
        rows.append(Row((_BOX, item.code, item.text, "")))
        if item.hint:
            rows.append(Row((item.hint,), Tone.REMARK))
        rows.append(Row((_ROOM,), Tone.REMARK))
    return Grid(columns, tuple(rows), remark_from=2)
