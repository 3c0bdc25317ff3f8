"""The kinds of content a report is made of, as data: what stands on the paper, not how it is drawn."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Tone(StrEnum):
    """What a row of a grid is, so that every layout can set it apart in its own way."""

    PLAIN = "plain"
    GROUP = "group"
    """A heading inside the grid, for the rows below it."""
    TOTAL = "total"
    REMARK = "remark"
    """Belongs to the row above; its only text runs from the grid's ``remark_from`` column to the right edge."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid: ``share`` is its part of the width relative to the others."""

    title: str
    share: float
    figures: bool = False
    """Numbers: set flush right."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a grid, a text for each column (a remark has just one)."""

    cells: tuple[str, ...]
    tone: Tone = Tone.PLAIN
    level: int = 0
    """Steps by which the first text is set in."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose header repeats on each page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    remark_from: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, one pair a line; ``weighty`` labels are set strong."""

    pairs: tuple[tuple[str, str], ...]
    weighty: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below that of the section."""

    text: str


Block = Grid | Facts | Text | Heading


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the paper after its first page."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs in a box; the order of the boxes is the order of signing."""

    role: str
    name: str
    nip: str
    pending: str
    """Words in the place of the stamp; empty where a stamp may come."""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What a reader sees first: whose paper, about whom, the figures, the conclusions, the signatures."""

    letterhead: tuple[str, ...]
    logo: bytes | None
    """PNG."""
    title: str
    number: str
    identity: Facts
    summary: Grid
    conclusions: Facts
    place_and_date: str
    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report as content. ``marks`` stand across every page (DRAF, CONTOH)."""

    first: FirstPage
    sections: tuple[Section, ...]
    running_title: str
    satker: str
    footer: str
    subject: str
    author: str
    marks: tuple[str, ...]
    notice: str
    """A line at the head of every page of a paper that is not an official one, else empty."""
    issued: datetime
    """Moment of issue with its offset."""
    digest: str
    """SHA-256 of the canonical record."""
    code: str
    """Text of the QR code: evaluation, revision, head, digest of the record; empty in drafts."""
    code_caption: str
