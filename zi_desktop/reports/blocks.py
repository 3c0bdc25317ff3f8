"""Blocks of content as flowables, and the styles of running text: shared by every paper."""

from collections.abc import Iterator
from functools import partial
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Paragraph

from zi_desktop.reports.content import Block, Facts, Grid, Heading, Text
from zi_desktop.reports.grids import DENSE, facts_table, grid_tables
from zi_desktop.reports.typography import REGULAR, STRONG, printable

LABELS = 92.0
NOTE_SIZE = 8.0

_style = partial(ParagraphStyle, fontName=REGULAR, bulletFontName=REGULAR, fontSize=9.2, leading=12)
TITLE = _style("title", fontName=STRONG, fontSize=13, leading=16, alignment=TA_CENTER)
NUMBER = _style("number", leading=12, alignment=TA_CENTER)
BODY = _style("body", spaceAfter=4)
CLOSING = _style("closing", spaceBefore=10, spaceAfter=4)
PART = _style("part", fontName=STRONG, fontSize=12, leading=15, spaceBefore=14, spaceAfter=5)
HEADING = _style("heading", fontName=STRONG, fontSize=9.8, leading=13, spaceBefore=7, spaceAfter=3)
CAPTION = _style("caption", fontSize=NOTE_SIZE, spaceBefore=3)


def flowables(block: Block, available: float) -> Iterator[Flowable]:
    """Yield a block as it stands on the page, ``available`` points wide."""
    match block:
        case Heading(text):
            yield CondPageBreak(90)
            yield Paragraph(markup(text), HEADING)
        case Text(text):
            yield Paragraph(markup(text), BODY)
        case Facts():
            yield facts_table(block, available, LABELS + 20, DENSE)
        case Grid():
            yield from grid_tables(block, available, DENSE)


def markup(text: str) -> str:
    """Return a text for a Paragraph, in which it means nothing but itself."""
    return escape(printable(text))
