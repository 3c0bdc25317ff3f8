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
    "sufficiency": CellClass.JUDGEMENT,
    "note": CellClass.TEXT,
    "link": CellClass.TEXT,
    "internal": CellClass.TEXT,
    "mark": CellClass.FLAG,
    "evidence": CellClass.SET,
    "comment": CellClass.SET,
    "followup": CellClass.SET,
    "attendance": CellClass.SET,
    "attachment": CellClass.SET,
    "snapshot": CellClass.SET,
    "seal": CellClass.SET,
    "signature": CellClass.SET,
    "acknowledge": CellClass.SET,
    "import": CellClass.SET,
    "alias": CellClass.SET,
    "redaction": CellClass.SET,
    "gap": CellClass.SET,
}


def class_of(cell: str) -> CellClass:
    """Return the class of a cell, told by the first part of its path; an unknown one is metadata.

    What somebody thinks of a piece of evidence (``evidence/<item>/<sha256>/judgement``) is a judgement.
    """
    if cell.startswith("evidence/") and cell.endswith("/judgement"):
        return CellClass.JUDGEMENT
    return _CLASSES.get(cell.partition("/")[0], CellClass.METADATA)


EDITION: Final = "edition"
"""The cell that moves an evaluation to another edition than the one it began with."""


def answer(column: Column, code: str) -> str:
    """Return the cell of an answer."""
    return f"answer/{column}/{code}"


def note(column: Column, code: str) -> str:
    """Return the cell of an official note (*Catatan TPI* in the column tpi)."""
    return f"note/{column}/{code}"


def link(column: Column, code: str) -> str:
    """Return the cell of the evidence link that a worksheet gave beside an answer, as text."""
    return f"link/{column}/{code}"


def imported(column: Column) -> str:
    """Return the cell of the worksheets that were taken into a column; each names those that its taker had seen."""
    return f"import/{column}"


def internal(code: str) -> str:
    """Return the cell of the team's own note, which enters no output."""
    return f"internal/{code}"


def detail(column: Column, code: str, key: str) -> str:
    """Return the cell of a survey detail beside an index."""
    return f"detail/{column}/{code}/{key}"


def evidence(place: str, sha256: str) -> str:
    """Return the cell of a file as evidence for an item (or in the inbox)."""
    return f"evidence/{place}/{sha256}"


def evidence_judgement(place: str, sha256: str) -> str:
    """Return the cell of what is thought of that evidence."""
    return f"{evidence(place, sha256)}/judgement"


def sufficiency(code: str) -> str:
    """Return the cell that says how far the evidence of an item suffices."""
    return f"sufficiency/{code}"


def period(sha256: str) -> str:
    """Return the cell of the time that a file covers."""
    return f"period/{sha256}"


def remark(ident: str, field: str) -> str:
    """Return the cell of one field of a remark."""
    return f"remark/{ident}/{field}"


def progress(ident: str) -> str:
    """Return the cell that says how far a remark is."""
    return f"progress/{ident}"


def follow_up(ident: str) -> str:
    """Return the cell of what was done about a remark."""
    return f"followup/{ident}"


def attached(ident: str) -> str:
    """Return the cell of the files that follow-ups of a remark brought: they may come after the signature."""
    return f"attachment/{ident}"


def carried(ident: str) -> str:
    """Return the cell of what an evaluation found of a remark of an earlier one."""
    return f"carried/{ident}"


def visit(ident: str, field: str) -> str:
    """Return the cell of an entry of the day (``entry``), of what closed it, or of its withdrawal."""
    return f"visit/{ident}/{field}"


def meeting(key: str) -> str:
    """Return the cell of a meeting."""
    return f"meeting/{key}"


def attendance(key: str) -> str:
    """Return the cell of who was at a meeting."""
    return f"attendance/{key}"


def minutes(field: str) -> str:
    """Return the cell of one field of the berita acara."""
    return f"minutes/{field}"


OWN_PRECONDITION: Final = "own_precondition"
"""Family of the cells, in the statements of the office, of what it asks for beside each edition's preconditions."""


def own_precondition(ident: str) -> str:
    """Return the cell of one condition of the office."""
    return f"{OWN_PRECONDITION}/{ident}"


def precondition(ident: str) -> str:
    """Return the cell of what was found of a precondition."""
    return f"precondition/{ident}"


def redaction(event_hash: str) -> str:
    """Return the cell of what takes the content of a line away."""
    return f"redaction/{event_hash}"


ATTACHED_MINUTES: Final = "attachment/minutes"
"""The cell of the signed copies of the berita acara."""


def judgement(value: Json) -> bytes:
    """Return what two opinions are compared by: the value without its reasons."""
    if isinstance(value, dict):
        value = {key: item for key, item in value.items() if key not in ("reason", "note")}
    return canonical.encode(value)


_TEAM_ONLY: Final = frozenset({"internal", "visit", "comment", "record"})
"""First parts of the cells that stay with the team: its own notes, what it wrote down during the day, rekam jejak."""


def stays_in_team(cell: str) -> bool:
    """Tell whether a cell leaves the team in nothing: no report, no worksheet, no bundle for the Inspectorate's hub."""
    return cell.partition("/")[0] in _TEAM_ONLY
