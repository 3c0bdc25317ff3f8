"""How many lines a text takes in a cell: a spreadsheet finds the height of a row only while somebody edits it."""

from typing import Final

_WIDTHS: Final = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
"""Thousandths of the size that the signs from space to tilde take in Arial."""
_OTHER: Final = 650
"""Of any other sign; no letter of an Indonesian text is wider."""
_SIZE: Final = 9
"""Points, of the text in our cells."""
_BOLD: Final = 1.08
_POINTS: Final = 5.25
"""Points of one character of a column's width."""
_PADDING: Final = 4
"""Points that a cell keeps free at its sides."""
_LINE: Final = 11.6
"""Points from line to line."""
_AROUND: Final = 4
_HIGHEST: Final = 409.0
"""Points; a spreadsheet knows no higher row."""


def lines_of(text: str, width: float, *, bold: bool = False) -> int:
    """Return the lines of a text that is wrapped between words.

    Args:
        text: with LF where a line ends by itself.
        width: of the cell, in characters as a spreadsheet counts them.
        bold: whether it is.
    """
    room = (width * _POINTS - _PADDING) * 1000 / _SIZE / (_BOLD if bold else 1)
    return sum(_wrapped(line, room) for line in text.split("\n"))


def row_height(lines: int) -> float:
    """Return the height of a row in points."""
    return min(_HIGHEST, lines * _LINE + _AROUND)


def _wrapped(line: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in line.split(" "):
        width = float(sum(map(_width, word)))
        if used and used + _WIDTHS[0] + width > room:
            lines, used = lines + 1, 0.0
        used += width + (_WIDTHS[0] if used else 0)
        if used > room:  # a word longer than a line is broken where the line ends
            lines += int(used // room)
            used %= room
    return lines


def _width(sign: str) -> int:
    place = ord(sign) - 32
    return _WIDTHS[place] if 0 <= place < len(_WIDTHS) else _OTHER
