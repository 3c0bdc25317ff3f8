"""Worksheets as values for the tests of whoever takes them: as read, without a file."""

import hashlib

from zi_desktop.domain.answers import Counted, read_answer
from zi_desktop.domain.instrument import Column
from zi_desktop.services import editions
from zi_desktop.worksheets.reading import SheetAnswer, SheetColumn, Worksheet
from zi_desktop.worksheets.sheet_model import SheetModel

NO_FIGURES = SheetModel(editions.current(), {}, {}, {}, {}, {})
QUESTIONS = editions.current().questions


def column_of(answers, notes=None, links=None, refused=()):
    """Return a column in which each item (by code) holds what a person would type, or counts as they stand."""
    read = {
        code: SheetAnswer(code, f"K{QUESTIONS[code].row}", str(text), _answer(code, text))
        for code, text in answers.items()
    }
    return SheetColumn(read, notes or {}, links or {}, tuple(refused))


def sheet_of(answers, notes=None, links=None, refused=(), *, name="lembar.xlsx", **more):
    """Return a worksheet of Lampiran III; its digest follows from its name."""
    columns = more.pop("columns", {None: column_of(answers, notes, links, refused)})
    facts = {
        "layout": "lampiran3", "sheet": "LKE ZI", "digest": hashlib.sha256(name.encode()).hexdigest(), "name": name,
        "unit": "", "year": None, "scored": None, "faults": (), "wording": {}, "totals": {}, "model": NO_FIGURES, **more,
    }  # fmt: skip
    return Worksheet(columns=columns, **facts)


def portal_of(unit, team, **more):
    """Return a worksheet of PortalRB with the answers of the unit and of TPI."""
    columns = {Column.MANDIRI: column_of(unit), Column.TPI: column_of(team)}
    return sheet_of({}, columns=columns, layout="portalrb", scored=Column.TPI, **more)


def _answer(code, given):
    return given if isinstance(given, Counted) else read_answer(QUESTIONS[code], given)
