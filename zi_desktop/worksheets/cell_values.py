"""What a cell says as an answer: every spelling that means one thing is taken, nothing is guessed."""

import re
from fractions import Fraction
from typing import Final

from zi_desktop.domain.answers import LARGEST_COUNT, Chosen, Measured
from zi_desktop.domain.border import clean_text
from zi_desktop.domain.figures import PLACES, weight
from zi_desktop.domain.instrument import Choice, Index
from zi_desktop.worksheets.formulas import leaves_workbook
from zi_desktop.worksheets.layout import CHOICES, NOT_APPLICABLE
from zi_desktop.worksheets.workbook_file import Cell

_UNFILLED: Final = ("blm diisi", "belum diisi", "isikan")
_SHORT: Final = {"y": "ya", "t": "tidak", "tdk": "tidak"}
_NOT_APPLICABLE: Final = (NOT_APPLICABLE.casefold(), "tb")
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
_DECIMAL: Final = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,30})?")
_SHOWN: Final = 200


class UnclearError(Exception):
    """A cell that does not say one thing; carries the reason in words that end a sentence."""


def shown(cell: Cell) -> str:
    """Return the content of a cell as a person saw it, cleaned and shortened."""
    text = clean_text(cell.text[: 4 * _SHOWN]).strip()
    if cell.kind == "n" and (value := number(cell)) is not None:
        text = weight(value)
    elif not text and cell.formula:
        text = f"={cell.formula}"
    return text[:_SHOWN]


def quoted(cell: Cell) -> str:
    """Return the text of a cell with the spaces around it, where these are what is wrong with it."""
    return clean_text(cell.text[:_SHOWN]) if cell.kind == "s" else shown(cell)


def is_blank(cell: Cell) -> bool:
    """Tell whether nothing is stated in a cell: empty, spaces, or the sheet's own words for unanswered."""
    bare = cell.text.strip().casefold()
    return bare in _UNFILLED or (not bare and (not cell.formula or cell.kind == "s"))


def says_not_applicable(cell: Cell) -> bool:
    """Tell whether "tidak berlaku" is stated in a cell."""
    return cell.kind == "s" and " ".join(cell.text.casefold().split()).strip(".") in _NOT_APPLICABLE


def read_choice(cell: Cell, choice: Choice) -> Chosen:
    """Return the option that a cell names: ``a``, `` B. ``, ``TIDAK``.

    Raises:
        UnclearError: it names none of the item's options.
    """
    _check_source(cell)
    bare = cell.text.strip().casefold().strip(".)( ") if cell.kind == "s" else ""
    bare = _SHORT.get(bare, bare) if choice.scale == "yes_no" else bare
    for option in choice.options:
        if option.key.casefold() == bare:
            return Chosen(option.key)
    raise UnclearError(f"bukan salah satu pilihan {CHOICES[choice.scale]}")


def read_count(cell: Cell) -> int:
    """Return a whole number from 0, as number or as text.

    Raises:
        UnclearError: it is none, or a text that can be read in two ways.
    """
    value = _value(cell)
    if value.denominator != 1 or value < 0:
        raise UnclearError("bukan jumlah bulat mulai 0")
    if value > LARGEST_COUNT:
        raise UnclearError("jumlahnya terlalu besar")
    return int(value)


def read_index(cell: Cell, index: Index) -> Measured:
    """Return a survey index on the item's scale.

    Raises:
        UnclearError: it is no number, or lies outside the scale, or has too many decimals to be a typed one.
    """
    value = _value(cell, most=index.maximum)
    bounds = f"{weight(index.minimum)} sampai {weight(index.maximum)}"
    if not index.minimum <= value <= index.maximum:
        raise UnclearError(f"di luar skala {bounds}")
    if (value * 10**PLACES).denominator != 1:
        raise UnclearError(f"lebih dari {PLACES} angka di belakang koma")
    return Measured(value)


def number(cell: Cell) -> Fraction | None:
    """Return the value of a number cell as a spreadsheet shows it (15 digits), nothing for any other cell."""
    if cell.kind != "n" or len(cell.text) > _SHOWN:
        return None
    try:
        return Fraction(f"{float(cell.text):.15g}")
    except (ValueError, OverflowError):  # nan and infinities are no numbers of a worksheet
        return None


def figure(cell: Cell) -> Fraction | str | None:
    """Return what a cell of scores shows: a number, the text of an error, nothing for any other text."""
    return cell.text if cell.kind == "e" else number(cell)


def share(cell: Cell) -> Fraction | None:
    """Return a share of 1 as typed: 0.85, "0,85", "85%"; nothing where the cell holds no number."""
    if cell.kind == "n":
        return number(cell)
    text = cell.text.strip()
    bare = text.removesuffix("%").strip()
    if not _DECIMAL.fullmatch(bare):
        return None
    return Fraction(bare.replace(",", ".")) / (100 if text.endswith("%") else 1)


def _value(cell: Cell, most: Fraction | None = None) -> Fraction:
    _check_source(cell)
    if (value := number(cell)) is not None:
        return value
    text = cell.text.strip() if cell.kind == "s" else ""
    if not _DECIMAL.fullmatch(text):
        # 1.234.567 is a number too, but on no scale of the worksheet.
        raise UnclearError("dapat dibaca sebagai ribuan" if _THOUSANDS.fullmatch(text) else "bukan angka")
    value = Fraction(text.replace(",", "."))
    if _THOUSANDS.fullmatch(text) and (most is None or value > most):
        raise UnclearError("dapat dibaca sebagai ribuan atau sebagai pecahan")
    return value


def _check_source(cell: Cell) -> None:
    if cell.kind == "e":
        raise UnclearError("berisi kesalahan rumus")
    if cell.formula and leaves_workbook(cell.formula):
        raise UnclearError("mengambil isinya dari berkas atau program lain")
    if cell.formula and not cell.kind:
        raise UnclearError("berisi rumus yang belum dihitung; buka dan simpan di Excel, lalu ulangi")
