"""Formulas of a sheet as far as a worksheet needs them: moved to another cell, compared, and which cells they sum."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zi_desktop.worksheets.cell_address import column_letters, column_number, position, span

_CELL: Final = r"\$?[A-Z]{1,3}\$?[0-9]{1,7}"
_REFERENCE: Final = re.compile(r"(?<![A-Z0-9_.$!'])(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})(?![A-Z0-9_(.!'])")
_AGGREGATE: Final = re.compile(rf"(SUM|AVERAGE)\(([^()]*)\)(?:\*({_CELL}))?")
_CHAIN: Final = re.compile(rf"{_CELL}(?:\+{_CELL})*")
_RANGE: Final = re.compile(rf"{_CELL}(?::{_CELL})?")
_WIDEST: Final = 2000
"""Cells in a range of a worksheet; a larger one is no sum of it."""


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A sum or an average of cells, given as (row, column), perhaps multiplied by one cell."""

    average: bool
    cells: tuple[tuple[int, int], ...]
    factor: tuple[int, int] | None


def moved(formula: str, rows: int, columns: int) -> str:
    """Return a formula as it reads some rows further down and columns further right (what "$" fixes stays)."""

    def move(found: re.Match[str]) -> str:
        fixed_column, letters, fixed_row, number = found.groups()
        column = letters if fixed_column else column_letters(max(1, column_number(letters) + columns))
        row = number if fixed_row else str(max(1, int(number) + rows))
        return f"{fixed_column}{column}{fixed_row}{row}"

    pieces = formula.split('"')
    # Every second piece stands between quotes: a text, not a formula.
    pieces[::2] = [_REFERENCE.sub(move, piece) for piece in pieces[::2]]
    return '"'.join(pieces)


def shape(formula: str, row: int) -> str:
    """Return a formula in a spelling in which formulas of different rows that do the same are equal."""
    return moved(re.sub(r"\s+", "", formula).replace("$", ""), 1 - row, 0) if formula else ""


def aggregate(formula: str) -> Aggregate | None:
    """Return what a formula sums or averages, or nothing where it is something else."""
    text = re.sub(r"\s+", "", formula).upper().replace("_XLFN.", "")
    if _CHAIN.fullmatch(text):
        return Aggregate(average=False, cells=tuple(position(cell) for cell in text.split("+")), factor=None)
    found = _AGGREGATE.fullmatch(text)
    if not found:
        return None
    function, arguments, factor = found.groups()
    if any(not _RANGE.fullmatch(argument) for argument in re.split("[,;]", arguments)):
        return None
    cells = tuple(cell for argument in re.split("[,;]", arguments) for cell in _cells(argument))
    return Aggregate(average=function == "AVERAGE", cells=cells, factor=position(factor) if factor else None)


def leaves_workbook(formula: str) -> bool:
    """Tell whether a formula takes its value from another file or program."""
    return any(mark in piece for piece in formula.split('"')[::2] for mark in "[|")


def _cells(argument: str) -> Iterator[tuple[int, int]]:
    top, left, bottom, right = span(argument)
    if (bottom - top + 1) * (right - left + 1) <= _WIDEST:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                yield row, column
