"""Grids and facts as ReportLab tables of plain, already broken lines: no markup is read in them, and any text fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Table, TableStyle

from zi_desktop.reports.content import Column, Facts, Grid, Row, Tone
from zi_desktop.reports.typography import REGULAR, STRONG, lines

MOST_LINES = 12
"""Lines of a table row before it goes on in another one: a row cannot be broken by a page."""
MOST_ROWS = 300
"""Rows of a drawn table: ReportLab's work for breaking a table grows with the square of its rows."""
MOST_HEADING_LINES = 3
SIDE_PAD = 4.0
LEVEL = 9.0
RULE = Color(0.72, 0.72, 0.72)
FIRM_RULE = Color(0.25, 0.25, 0.25)
BAND = Color(0.93, 0.935, 0.94)


@dataclass(frozen=True, slots=True)
class Measure:
    """Sizes of a table in points."""

    size: float
    leading: float
    pad: float


ROOMY = Measure(9.2, 11, 1.9)
DENSE = Measure(8.6, 10.2, 1.7)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the drawn table: one row of the grid, or a piece of one that is very long."""

    cells: list[str]
    tone: Tone
    level: int
    opens: bool
    closes: bool


def grid_tables(grid: Grid, available: float, measure: Measure) -> Iterator[Table]:
    """Yield the table of a grid, whose header repeats on every page; one of very many rows goes on in further tables."""
    whole = sum(column.share for column in grid.columns)
    widths = [available * column.share / whole for column in grid.columns]
    titles = [_broken(column.title, STRONG, measure, wide) for column, wide in zip(grid.columns, widths, strict=True)]
    header = ["\n".join(title) for title in titles]
    drawn = [piece for row in grid.rows for piece in _pieces(row, grid, widths, measure)]
    for start in range(0, max(len(drawn), 1), MOST_ROWS):
        part = drawn[start : start + MOST_ROWS]
        style = TableStyle([*_frame(grid.columns, measure), *_rules(part)])
        yield Table(
            [header, *(line.cells for line in part)], colWidths=widths, repeatRows=1, style=style, hAlign="LEFT"
        )


def facts_table(facts: Facts, available: float, label_width: float, measure: Measure) -> Table:
    """Return labels, colons and values; what is very long goes on in further rows."""
    room = available - label_width - 8
    rows: list[list[str]] = []
    for label, value in facts.pairs:
        labels = [*_chunks(lines(label, STRONG, measure.size, label_width - 4))] or [[]]
        values = _chunks(lines(value, REGULAR, measure.size, room))
        first = len(rows)
        nothing: list[str] = []
        pieces = zip_longest(labels, values, fillvalue=nothing)
        rows += [["\n".join(left), "", "\n".join(right)] for left, right in pieces]
        rows[first][1] = ":"
    style = [
        ("FONT", (0, 0), (-1, -1), REGULAR, measure.size, measure.leading),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), measure.pad),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONTNAME", (0, 0), (0, -1), STRONG) if facts.weighty else ("TEXTCOLOR", (0, 0), (0, -1), FIRM_RULE),
    ]
    return Table(rows, colWidths=[label_width, 8, room], style=TableStyle(style), hAlign="LEFT")


def _pieces(row: Row, grid: Grid, widths: Sequence[float], measure: Measure) -> Iterator[_Line]:
    """Break the texts of a row into lines, and the row into pieces that a page can hold."""
    face = REGULAR if row.tone in (Tone.PLAIN, Tone.REMARK) else STRONG
    if row.tone is Tone.REMARK:
        start = grid.remark_from
        columns: list[list[list[str]]] = [[] for _ in widths]
        columns[start] = list(_chunks(_broken(row.cells[0], face, measure, sum(widths[start:]))))
    else:
        rooms = [widths[0] - row.level * LEVEL, *widths[1:]]
        columns = [
            list(_chunks(_broken(text, face, measure, room))) for text, room in zip(row.cells, rooms, strict=True)
        ]
    pieces = list(zip_longest(*columns, fillvalue=[])) or [tuple([] for _ in widths)]
    for place, piece in enumerate(pieces):
        yield _Line(["\n".join(cell) for cell in piece], row.tone, row.level, place == 0, place == len(pieces) - 1)


def _broken(text: str, face: str, measure: Measure, wide: float) -> list[str]:
    return lines(text, face, measure.size, wide - 2 * SIDE_PAD)


def _chunks(broken: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(broken), MOST_LINES):
        yield broken[start : start + MOST_LINES]


def _frame(columns: Sequence[Column], measure: Measure) -> list[tuple[Any, ...]]:
    """Return what holds for the whole table and its header."""
    style: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), REGULAR, measure.size, measure.leading),
        ("FONT", (0, 0), (-1, 0), STRONG, measure.size, measure.leading),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), SIDE_PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), SIDE_PAD),
        ("TOPPADDING", (0, 0), (-1, -1), measure.pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), measure.pad + 0.7),
        ("BACKGROUND", (0, 0), (-1, 0), BAND),
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, FIRM_RULE),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, FIRM_RULE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.8, FIRM_RULE),
    ]
    style += [("ALIGN", (place, 0), (place, -1), "RIGHT") for place, column in enumerate(columns) if column.figures]
    return style


def _is_short_heading(line: _Line) -> bool:
    return line.tone is Tone.GROUP and all(cell.count("\n") < MOST_HEADING_LINES for cell in line.cells)


def _rules(drawn: Sequence[_Line]) -> list[tuple[Any, ...]]:
    """Return what holds for single rows, the first one being row 1 below the header."""
    following = [*drawn[1:], None]
    return [
        command
        for place, (line, after) in enumerate(zip(drawn, following, strict=True), start=1)
        for command in (*_look(line, place), *_border(line, after, place))
    ]


def _look(line: _Line, place: int) -> Iterator[tuple[Any, ...]]:
    row = ((0, place), (-1, place))
    if line.tone in (Tone.GROUP, Tone.TOTAL):
        yield ("FONTNAME", *row, STRONG)
    if line.tone is Tone.TOTAL:
        yield ("BACKGROUND", *row, BAND)
    if line.level:
        yield ("LEFTPADDING", (0, place), (0, place), SIDE_PAD + line.level * LEVEL)
    if not line.opens or line.tone is Tone.REMARK:
        yield ("TOPPADDING", *row, 0)
    if not line.closes:
        yield ("BOTTOMPADDING", *row, 0)


def _border(line: _Line, after: _Line | None, place: int) -> Iterator[tuple[Any, ...]]:
    """A hairline where a row and its remarks end; a heading stays with the row below."""
    if after is None:
        return
    if after.opens and after.tone is not Tone.REMARK:
        yield ("LINEBELOW", (0, place), (-1, place), 0.3, RULE)
    if _is_short_heading(line):
        yield ("NOSPLIT", (0, place), (-1, place + 1))
