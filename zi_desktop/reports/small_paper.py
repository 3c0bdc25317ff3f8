"""Short papers for the visit: black on white, A4 or F4, to be printed and signed in ink; no digital signature."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import Any, Final

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.doctemplate import LayoutError

from zi_desktop.domain.errors import ReportError
from zi_desktop.reports.blocks import BODY, CLOSING, NOTE_SIZE, NUMBER, TITLE, flowables, markup
from zi_desktop.reports.content import Block
from zi_desktop.reports.flowables import HAIRLINE, QUIET, Letterhead, PageTotal, draw_page_number
from zi_desktop.reports.pdf_metadata import Metadata, describe
from zi_desktop.reports.typography import REGULAR, STRONG, fitted

SIZES: Final = {"a4": A4, "f4": (215 * mm, 330 * mm)}
SIDE, TOP, BOTTOM = 54.0, 44.0, 46.0
_INK_ROOM: Final = 54.0
"""Points that a hand needs for a signature and a stamp."""


@dataclass(frozen=True, slots=True)
class InkSigner:
    """Who signs by hand: above the line the role, below it name and NIP; an empty name leaves a dotted line."""

    role: str
    name: str
    nip: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part that begins on a page of its own."""

    title: str
    number: str
    blocks: tuple[Block, ...]
    closing: str = ""
    place_and_date: str = ""
    signers: tuple[InkSigner, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallPaper:
    """A short paper as content; ``paper`` is a key of ``SIZES``, ``made`` the moment with its offset."""

    letterhead: tuple[str, ...]
    logo: bytes | None
    leaves: tuple[Leaf, ...]
    subject: str
    footer: str
    author: str
    made: datetime
    paper: str = "a4"


@dataclass(frozen=True, slots=True)
class BuiltPaper:
    """A paper as PDF and its number of pages."""

    pdf: bytes
    pages: int


def set_small_paper(content: SmallPaper) -> BuiltPaper:
    """Set a short paper as PDF: the same bytes for the same content.

    Raises:
        ReportError: something of it does not fit on a page.
    """
    size = SIZES[content.paper]
    target = BytesIO()
    paper = BaseDocTemplate(
        target, pagesize=size, invariant=1, pageCompression=1, initialFontName=REGULAR, lang="id-ID"
    )
    frame = Frame(SIDE, BOTTOM, size[0] - 2 * SIDE, size[1] - TOP - BOTTOM, 0, 0, 0, 0)
    paper.addPageTemplates(PageTemplate("page", [frame], onPage=partial(_foot, content)))
    try:
        paper.build(list(_story(content, size[0] - 2 * SIDE)), canvasmaker=partial(_described, content))
    except LayoutError as error:
        raise ReportError("Salah satu isian terlalu panjang untuk satu halaman") from error
    return BuiltPaper(target.getvalue(), paper.page)


def _described(content: SmallPaper, *arguments: Any, **named: Any) -> Canvas:
    canvas = Canvas(*arguments, **named, pdfVersion=(1, 7))
    title = f"{content.leaves[0].title} · {content.subject}"
    identity = hashlib.sha256(repr(content).encode()).hexdigest()
    producer = f"ReportLab {reportlab.Version}"
    describe(canvas, Metadata(title, content.author, content.subject, producer, content.made, identity))
    return canvas


def _story(content: SmallPaper, available: float) -> Iterator[Flowable]:
    for place, leaf in enumerate(content.leaves):
        if place:
            yield PageBreak()
        if content.letterhead:
            yield Letterhead(content.letterhead, content.logo)
            yield Spacer(0, 10)
        yield Paragraph(markup(leaf.title), TITLE)
        if leaf.number:
            yield Paragraph(markup(leaf.number), NUMBER)
        yield Spacer(0, 8)
        for block in leaf.blocks:
            yield from flowables(block, available)
        if leaf.signers:
            yield KeepTogether([Paragraph(markup(leaf.closing), CLOSING), Spacer(0, 8), *_signatures(leaf, available)])
    yield PageTotal(REGULAR, NOTE_SIZE)


def _signatures(leaf: Leaf, available: float) -> Iterator[Flowable]:
    if leaf.place_and_date:
        yield Paragraph(markup(leaf.place_and_date), BODY)
    side = available / 2
    for start in range(0, len(leaf.signers), 2):
        row = leaf.signers[start : start + 2]
        yield Table(
            _ink_rows(row, side),
            colWidths=[side] * len(row),
            rowHeights=[14, _INK_ROOM, 13, 12],
            style=_INK,
            hAlign="LEFT",
        )


_INK: Final = [
    ("FONT", (0, 0), (-1, -1), REGULAR, 9.2, 11),
    ("FONTNAME", (0, 2), (-1, 2), STRONG),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
]  # fmt: skip


def _ink_rows(row: Sequence[InkSigner], side: float) -> list[list[str]]:
    room = side - 12
    return [
        [fitted(signer.role, REGULAR, 9.2, room) for signer in row],
        ["" for _ in row],
        [fitted(signer.name, STRONG, 9.2, room) or "." * 48 for signer in row],
        [f"NIP {signer.nip}".strip() if signer.nip or not signer.name else "" for signer in row],
    ]


def _foot(content: SmallPaper, canvas: Any, document: Any) -> None:
    wide = SIZES[content.paper][0]
    canvas.saveState()
    canvas.setFillGray(QUIET)
    canvas.setStrokeGray(QUIET)
    canvas.setLineWidth(HAIRLINE)
    canvas.line(SIDE, 36, wide - SIDE, 36)
    draw_page_number(canvas, document.page, SIDE, 26, REGULAR, NOTE_SIZE)
    footer = fitted(content.footer, REGULAR, NOTE_SIZE, wide - 2 * SIDE - 120)
    canvas.drawRightString(wide - SIDE, 26, footer)
    canvas.restoreState()
