"""Shapes: which lines this program can act on; any other is kept and passed on, and changes nothing."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.events import are_hashes
from zi_desktop.domain.plan import ACTIVITIES, DECISIONS, ROLES, TARGETS, TRACKS

Shape = Callable[[Json], bool]

_HOMES: Final[Mapping[str, str]] = {
    "created": "identity", "review.requested": "review", "review.returned": "review", "review.withdrawn": "review",
    "snapshot": "snapshot", "seal": "seal", "seal.cancel": "seal", "signature": "signature",
    "acknowledge": "acknowledge", "column.imported": "import", "alias": "alias",
}  # fmt: skip
"""Kinds that act on one family of cells only."""
_OPEN_SETS: Final = frozenset({"evidence", "comment", "attachment"})
"""Families of sets that take ``add`` and ``retract``."""
_NAMING: Final[Mapping[str, str]] = {"restore": "heads", "retract": "retracts", "seal.cancel": "retracts"}
"""Kinds whose value names events, and under which key."""


def understood(kind: str, cell: str, value: Json) -> bool:
    """Tell whether the fold can act on a line: it knows the kind, its cell, and the shape of its value."""
    if not _at_home(kind, cell):
        return False
    if kind in _NAMING:
        return isinstance(value, dict) and are_hashes(value.get(_NAMING[kind]))
    return fits(cell, value)


def fits(cell: str, value: Json) -> bool:
    """Tell whether a cell can hold a value; cells of a later program hold anything."""
    family, _, path = cell.partition("/")
    shape = _SHAPES.get(family)
    if shape is None:
        return True
    if isinstance(shape, Mapping):
        return path not in shape or shape[path](value)
    return (family not in _PATHS or _PATHS[family].fullmatch(path) is not None) and shape(value)


def fillable(cell: str, value: Json) -> bool:
    """Tell whether an imported column can fill a cell with a value: opinions, their notes and details, nothing else."""
    return cell.partition("/")[0] in ("answer", "note", "detail") and fits(cell, value)


def _at_home(kind: str, cell: str) -> bool:
    family = cell.partition("/")[0]
    if kind in _HOMES:
        return family == _HOMES[kind]
    if kind in ("set", "restore", "settle"):
        return class_of(cell) is not CellClass.SET
    return kind in ("add", "retract") and family in _OPEN_SETS and class_of(cell) is CellClass.SET


def _text(value: Json) -> bool:
    return isinstance(value, str)


def _flag(value: Json) -> bool:
    return isinstance(value, bool)


def _number(value: Json) -> bool:
    return type(value) is int


def _day(value: Json) -> bool:
    try:
        return isinstance(value, str) and (not value or dt.date.fromisoformat(value).isoformat() == value)
    except ValueError:
        return False


def _anything(_: Json) -> bool:
    return True


def _tip(value: Json) -> bool:
    return isinstance(value, list) and [type(item) for item in value] == [str, int, str]


def _one_of(choices: Collection[str]) -> Shape:
    return lambda value: isinstance(value, str) and value in choices


def _or_nothing(shape: Shape) -> Shape:
    return lambda value: value is None or shape(value)


def _list(shape: Shape) -> Shape:
    return lambda value: isinstance(value, list) and all(map(shape, value))


def _object(**fields: Shape) -> Shape:
    """Return the shape of an object with these fields; others, of a later program, do no harm."""
    parts = tuple(fields.items())

    def holds(value: Json) -> bool:
        return isinstance(value, dict) and all(name in value and shape(value[name]) for name, shape in parts)

    return holds


def _object_of(shape: Shape) -> Shape:
    return lambda value: isinstance(value, dict) and all(map(shape, value.values()))


_TIPS: Final = _list(_tip)
_MEMBER: Final = _object(person=_text, role=_one_of(ROLES), areas=_list(_text), signs=_flag)
_PLAN: Final[Mapping[str, Shape]] = {
    "target": _one_of(TARGETS), "track": _one_of(TRACKS), "first_day": _day, "last_day": _day, "place": _text,
    "letter_number": _text, "letter_date": _day, "report_number": _text, "team": _list(_MEMBER),
}  # fmt: skip
_AGENCY: Final[Mapping[str, Shape]] = {"name": _text, "letterhead": _list(_text), "logo": _text, "word": _text}

_SHAPES: Final[Mapping[str, Shape | Mapping[str, Shape]]] = {
    "identity": _object(satker=_text, year=_number, activity=_one_of(ACTIVITIES), round=_number, structure=_text),
    "plan": _PLAN,
    "agency": _AGENCY,
    "answer": _object(answer=_anything, item=_text),
    "note": _object(text=_text),
    "internal": _object(text=_text),
    "detail": _text,
    "mark": _flag,
    "precondition": _object(met=_or_nothing(_flag), note=_text),
    "accepted": _object(reason=_text),
    "panel": _object(decision=_one_of(DECISIONS), reason=_text),
    "review": _object(note=_text),
    "archived": _flag,
    "snapshot": _object(tips=_TIPS),
    "seal": _object(record=_text, tips=_TIPS, signers=_list(_text)),
    "signature": _object(person=_text, role=_text, certificate=_text, file=_text, at=_text),
    "acknowledge": _object(),
    "import": _object(file=_text, cells=_object_of(_anything), replaces=_object_of(are_hashes)),
    "code": _text,
    "name": _text,
    "kind": _text,
    "other_code": _text,
    "parent": _object(agency=_text, eselon1=_text, kanwil=_text),
    "predicate": _one_of(("", *TARGETS)),
}
"""What the cells of a family hold; a family with fields of its own has one shape a field."""

_ORDINAL: Final = r"[1-9][0-9]{0,5}"
_DATE: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PATHS: Final[Mapping[str, re.Pattern[str]]] = {
    family: re.compile(pattern)
    for family, pattern in {
        "seal": _ORDINAL, "signature": f"{_ORDINAL}/{_ORDINAL}", "predicate": r"[0-9]{4}", "code": _DATE,
        "name": _DATE, "kind": _DATE, "other_code": _DATE, "parent": _DATE,
    }.items()
}  # fmt: skip
"""What follows the family in the path where that is read as a number or a date."""
