"""Texts of people in a worksheet: never a formula, never more than a cell takes, nothing of them lost."""

import re
from collections.abc import Iterator
from typing import Any, Final

LONGEST: Final = 16_000
"""UTF-16 units that stand in one cell: Excel takes 32,767, but LibreOffice breaks lines of more than 16,368 in two."""
MOST_LINES: Final = 250
"""Line ends that stand in one cell; Excel takes 253."""
LONG_TEXTS: Final = "Catatan panjang"
"""The sheet on which texts stand whole that do not fit into one cell."""

_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t")


def written(text: str) -> str:
    """Return a text without the signs that no cell can hold; line ends are LF."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def parts(text: str) -> list[str]:
    """Return a text in parts of which each fits into one cell; together they are the text."""
    return list(_parts(text))


def shortened(part: str, where: str) -> str:
    """Return the first part of a long text with the remark that says where the whole of it stands."""
    return f"{part}\n… (teks selengkapnya: lembar {LONG_TEXTS}, {where})"


def where_whole(first: int, last: int) -> str:
    """Return where the parts of a long text stand, by the rows of their sheet."""
    return f"baris {first} sampai {last}"


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet might take a text for a formula when somebody edits its cell."""
    return text.startswith(_FORMULA_SIGNS)


def put_text(sheet: Any, row: int, column: int, text: str, plain: Any, prefixed: Any) -> None:
    """Write a text as text, whatever it begins with.

    Args:
        sheet: a worksheet of XlsxWriter.
        row: from 0.
        column: from 0.
        text: at most ``LONGEST`` units.
        plain: the format of the cell.
        prefixed: the same format with the mark by which a spreadsheet keeps a text a text.
    """
    format_ = prefixed if looks_like_formula(text) else plain
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter would take it for markup of its own; in two fragments it is escaped like any other text.
        sheet.write_rich_string(row, column, text[:1], plain, text[1:], format_)
    else:
        sheet.write_string(row, column, text, format_)


def _parts(text: str) -> Iterator[str]:
    start = units = lines = 0
    for place, sign in enumerate(text):
        width = 2 if sign > "\uffff" else 1
        if units + width > LONGEST or lines >= MOST_LINES:
            yield text[start:place]
            start, units, lines = place, 0, 0
        units += width
        lines += sign == "\n"
    yield text[start:]
