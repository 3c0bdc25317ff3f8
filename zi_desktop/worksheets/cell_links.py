"""Addresses behind cells: hyperlinks, and formulas that make one."""

import re
from typing import Final

from zi_desktop.worksheets.cell_address import position
from zi_desktop.worksheets.workbook_file import Cell, Sheet

_LITERAL: Final = r'"(?:[^"]|"")*"'
_PIECE: Final = rf"(?:{_LITERAL}|\$?[A-Z]{{1,3}}\$?[0-9]{{1,7}})"
_JOINED: Final = rf"{_PIECE}(?:\s*&\s*{_PIECE})*"
_HYPERLINK: Final = re.compile(rf"\s*HYPERLINK\(\s*({_JOINED})\s*(?:[,;]\s*({_JOINED})\s*)?\)\s*", re.IGNORECASE)
_PIECES: Final = re.compile(_PIECE)
_LONGEST: Final = 8192
"""Signs of a formula; Excel takes no longer one."""


def makes_link(cell: Cell) -> bool:
    """Tell whether the formula of a cell makes a link."""
    return cell.formula.lstrip()[:10].upper() == "HYPERLINK("


def address_behind(sheet: Sheet, row: int, column: int) -> str:
    """Return the address to which a cell leads, "" where it leads nowhere.

    Of a formula whose address cannot be told without computing it, the formula itself is returned.
    """
    if target := sheet.links.get((row, column)):
        return target
    cell = sheet.cell(row, column)
    if not makes_link(cell):
        return ""
    found = _HYPERLINK.fullmatch(cell.formula[:_LONGEST])
    return _put_together(sheet, found[1]) if found else f"={cell.formula}"


def text_of_link(sheet: Sheet, cell: Cell) -> str:
    """Return what a formula that makes a link shows, from its own words where no value was computed."""
    if cell.text:
        return cell.text
    found = _HYPERLINK.fullmatch(cell.formula[:_LONGEST])
    return _put_together(sheet, found[2]) if found and found[2] else ""


def with_address(text: str, address: str) -> str:
    """Return a text with the address behind it: "text (address)"; one of them where the other says nothing more."""
    if not text or not address:
        return text or address
    return text if address in text else f"{text} ({address})"


def _put_together(sheet: Sheet, expression: str) -> str:
    joined = ""
    for piece in _PIECES.findall(expression):
        if len(joined) < _LONGEST:
            is_text = piece.startswith('"')
            joined += piece[1:-1].replace('""', '"') if is_text else sheet.cell(*position(piece.upper())).text
    return joined.strip()
