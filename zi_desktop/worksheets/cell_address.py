"""Addresses of cells: letters and numbers, both from 1."""

import re
from typing import Final

_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def column_number(letters: str) -> int:
    """Return the number of a column, 1 for ``A``."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """Return a cell as people write it: ``K8``."""
    return f"{column_letters(column)}{row}"


def position(reference: str) -> tuple[int, int]:
    """Return (row, column) of ``K8`` or ``$K$8``; (0, 0) for what is no cell."""
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]), column_number(found[1])) if found else (0, 0)


def span(reference: str) -> tuple[int, int, int, int]:
    """Return (first row, first column, last row, last column) of ``K8`` or ``K8:L9``."""
    first, _, last = reference.partition(":")
    return (*position(first), *position(last or first))
