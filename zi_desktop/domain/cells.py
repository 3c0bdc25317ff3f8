"""Cells: the places of a subject that a line states something about, and the class that rules each."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from zi_desktop.domain import canonical
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.instrument import Column


class CellClass(StrEnum):
    """What two heads that did not see each other mean."""

    JUDGEMENT = "judgement"
    """A conflict, until a person closes it."""
    TEXT = "text"
    """One register an author, all shown."""
    FLAG = "flag"
    """Either."""
    SET = "set"
    """Union; a retraction names what it takes away."""
    METADATA = "metadata"
    """Shown; blocks only what prints it."""


_CLASSES: Final[Mapping[str, CellClass]] = {
    "answer": CellClass.JUDGEMENT,
    "precondition": CellClass.JUDGEMENT,
    "panel": CellClass.JUDGEMENT,
    "note": CellClass.TEXT,
    "internal": CellClass.TEXT,
    "mark": CellClass.FLAG,
    "evidence": CellClass.SET,
    "comment": CellClass.SET,
    "attachment": CellClass.SET,
    "snapshot": CellClass.SET,
    "seal": CellClass.SET,
    "signature": CellClass.SET,
    "acknowledge": CellClass.SET,
    "import": CellClass.SET,
    "alias": CellClass.SET,
}


def class_of(cell: str) -> CellClass:
    """Return the class of a cell, told by the first part of its path; an unknown one is metadata.

    Whether a piece of evidence suffices (``evidence/<item>/<sha256>/judgement``) is a judgement.
    """
    if cell.startswith("evidence/") and cell.endswith("/judgement"):
        return CellClass.JUDGEMENT
    return _CLASSES.get(cell.partition("/")[0], CellClass.METADATA)


def answer(column: Column, code: str) -> str:
    """Return the cell of an answer."""
    return f"answer/{column}/{code}"


def note(column: Column, code: str) -> str:
    """Return the cell of an official note (*Catatan TPI* in the column tpi)."""
    return f"note/{column}/{code}"


def internal(code: str) -> str:
    """Return the cell of the team's own note, which enters no output."""
    return f"internal/{code}"


def detail(column: Column, code: str, key: str) -> str:
    """Return the cell of a survey detail beside an index."""
    return f"detail/{column}/{code}/{key}"


def judgement(value: Json) -> bytes:
    """Return what two opinions are compared by: the value without its reasons."""
    if isinstance(value, dict):
        value = {key: item for key, item in value.items() if key not in ("reason", "note")}
    return canonical.encode(value)
