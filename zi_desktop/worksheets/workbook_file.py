"""Cells of a workbook as they are stored: text, number and formula side by side, in one pass over each sheet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from zi_desktop.worksheets.cell_address import position, span
from zi_desktop.worksheets.container import Container
from zi_desktop.worksheets.formulas import moved
from zi_desktop.worksheets.reading import WorksheetError
from zi_desktop.worksheets.sheet_comments import read_comments

LAST_ROW: Final = 2000
LAST_COLUMN: Final = 60
"""Beyond these nothing of a worksheet stands; stray cells far away are left unread."""
_MOST_LINKED: Final = 20_000
"""Cells with a hyperlink; a worksheet has some hundreds."""
_OTHER_FORMATS: Final = {"xl/workbook.bin": "biner (.xlsb)", "content.xml": "OpenDocument (.ods)"}
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``kind``: ``n`` number, ``s`` text, ``b`` truth value, ``e`` error, "" nothing stored.

    ``text`` is what is stored (a number in its own spelling), ``formula`` the formula without "=", "" where there is
    none. A formula that the cell shares with another one is written out as if it were its own.
    """

    kind: str
    text: str
    formula: str = ""


EMPTY: Final = Cell("", "")


@dataclass(frozen=True)
class Sheet:
    """A sheet: cells by (row, column), both from 1; merged ranges; targets of hyperlinks and comments by (row, column)."""

    name: str
    visible: bool
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[tuple[int, int, int, int], ...]
    links: Mapping[tuple[int, int], str]
    comments: Mapping[tuple[int, int], str]

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, empty where nothing is stored."""
        return self.cells.get((row, column), EMPTY)


def read_sheets(path: Path) -> tuple[str, list[Sheet]]:
    """Return the digest of a file and its sheets in their order.

    Raises:
        FileReadError: it cannot be opened.
        WorksheetError: it is no workbook, or one that cannot be read within the limits.
    """
    container = Container(path)
    if "xl/workbook.xml" not in container:
        kind = next((words for part, words in _OTHER_FORMATS.items() if part in container), "")
        problem = f"memakai format {kind}" if kind else "bukan buku kerja Excel"
        raise WorksheetError(container.name, problem, "simpan sebagai .xlsx, lalu ulangi")
    targets = container.targets("xl/workbook.xml")
    shared = next((part for kind, part in targets.values() if kind == "sharedStrings"), "")
    texts = _shared_texts(container, shared) if shared in container else []
    sheets = [
        _sheet(container, targets[id_][1], name, texts, visible=state == "visible")
        for name, state, id_ in _listed(container)
        if targets.get(id_, ("", ""))[0] == "worksheet"
    ]
    return container.digest, sheets


def _listed(container: Container) -> list[tuple[str, str, str]]:
    listed = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            id_ = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            listed.append((attributes.get("name", ""), attributes.get("state", "visible"), id_))

    container.parse("xl/workbook.xml", start, _leave, _leave)
    return listed


def _leave(_: str) -> None:
    """Pass over what a part holds besides."""


class _Texts:
    """Collects the texts of rich or plain strings; readings of Chinese characters (rPh) are no text."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.wanted = False
        self._reading = False

    def start(self, tag: str) -> None:
        if tag == "t":
            self.wanted = not self._reading
        elif tag == "rPh":
            self._reading = True

    def end(self, tag: str) -> None:
        if tag == "t":
            self.wanted = False
        elif tag == "rPh":
            self._reading = False

    def take(self) -> str:
        text = "".join(self.pieces)
        self.pieces.clear()
        return _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


def _shared_texts(container: Container, part: str) -> list[str]:
    texts: list[str] = []
    piece = _Texts()

    def start(tag: str, _: dict[str, str]) -> None:
        piece.start(tag)

    def end(tag: str) -> None:
        piece.end(tag)
        if tag == "si":
            texts.append(piece.take())

    def text(data: str) -> None:
        if piece.wanted:
            piece.pieces.append(data)

    container.parse(part, start, end, text)
    return texts


@dataclass
class _SheetReader:
    """Handlers for one sheet; rows and columns are counted where they are not written."""

    shared: list[str]
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    """Hyperlinks: their cells, the id of a target outside, a place inside."""
    row: int = 0
    column: int = 0
    type: str = "n"
    formula: str = ""
    value: str = ""
    within: str = ""
    share: str = ""
    """Key of the formula that the cell shares with others."""
    shares: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    """Shared formulas with the cell (row, column) for which they are written."""
    far: bool = False
    """Whether the row or cell lies where nothing of a worksheet stands."""
    inline: _Texts = field(default_factory=_Texts)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._begin_cell(attributes)
        elif tag in {"v", "f"}:
            self.within = tag
            if tag == "f" and attributes.get("t") == "shared":
                self.share = attributes.get("si", "")
        elif tag == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
            self.far = self.row > LAST_ROW
        elif tag == "mergeCell":
            self.merged.append(span(attributes.get("ref", "")))
        elif tag == "hyperlink":
            id_ = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            self.links.append((attributes.get("ref", ""), id_, attributes.get("location", "")))
        else:
            self.inline.start(tag)

    def end(self, tag: str) -> None:
        if tag == "c":
            self._finish_cell()
        elif tag in {"v", "f"}:
            self.within = ""
        else:
            self.inline.end(tag)

    def text(self, data: str) -> None:
        if self.far:
            return
        if self.within == "v":
            self.value += data
        elif self.within == "f":
            self.formula += data
        elif self.inline.wanted:
            self.inline.pieces.append(data)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        where = attributes.get("r", "")
        if where:
            self.row, self.column = position(where)
        else:
            self.column += 1
        self.far = self.row > LAST_ROW or self.column > LAST_COLUMN
        self.type = attributes.get("t", "n")
        self.formula = self.value = self.share = ""

    def _finish_cell(self) -> None:
        inline = self.inline.take()
        if self.share:
            self._share_formula()
        if self.far or not (self.value or self.formula or inline):
            return
        kind, text = self.type, self.value
        if kind == "s":
            kind, text = "s", self.shared[int(text)]
        elif kind == "inlineStr":
            kind, text = "s", inline
        elif kind in {"str", "d"}:
            kind = "s"
        if not text and kind != "s":
            kind = ""
        self.cells[self.row, self.column] = Cell(kind, text, self.formula)

    def _share_formula(self) -> None:
        if self.formula:
            self.shares[self.share] = self.formula, self.row, self.column
        elif self.share in self.shares:
            formula, row, column = self.shares[self.share]
            self.formula = moved(formula, self.row - row, self.column - column)


def _sheet(container: Container, part: str, name: str, shared: list[str], *, visible: bool) -> Sheet:
    reader = _SheetReader(shared)
    try:
        container.parse(part, reader.start, reader.end, reader.text)
    except (IndexError, ValueError) as error:
        raise container.damaged() from error
    targets = container.targets(part)
    links = dict(_links(targets, reader))
    return Sheet(name, visible, reader.cells, tuple(reader.merged), links, read_comments(container, targets))


def _links(targets: Mapping[str, tuple[str, str]], reader: _SheetReader) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield where each hyperlink leads, for every cell that bears it; of merged ones for that which holds the text."""
    merged, left_over = set(reader.merged), _MOST_LINKED
    for reference, id_, place in reader.links:
        kind, target = targets.get(id_, ("", ""))
        address = (target if kind == "hyperlink" else "") + (f"#{place}" if place else "")
        top, left, bottom, right = cells = span(reference)
        if cells in merged:
            bottom, right = top, left
        if address and top and (bottom - top + 1) * (right - left + 1) <= left_over:
            left_over -= (bottom - top + 1) * (right - left + 1)
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    yield (row, column), address
