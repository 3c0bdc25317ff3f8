"""Shapes: which lines this program can act on; any other is kept and passed on, and changes nothing."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.events import are_hashes
from zi_desktop.domain.evidence_terms import LEVELS, STATES
from zi_desktop.domain.funnel_terms import RESULTS, STAGES
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.plan import ACTIVITIES, DECISIONS, ROLES, TARGETS, TRACKS
from zi_desktop.domain.precondition_terms import LEVELS as CONDITION_LEVELS
from zi_desktop.domain.remark_terms import FINDINGS, ORIGINS, TEXTS
from zi_desktop.domain.remark_terms import STATES as REMARK_STATES
from zi_desktop.domain.satker_terms import RECORD_KINDS
from zi_desktop.domain.visit_terms import KINDS, MEETINGS, MINUTES_TEXTS, PAPERS

Shape = Callable[[Json], bool]

_DIGEST: Final = r"[0-9a-f]{64}"

_HOMES: Final[Mapping[str, str]] = {
    "created": "identity", "review.requested": "review", "review.returned": "review", "review.withdrawn": "review",
    "snapshot": "snapshot", "seal": "seal", "seal.cancel": "seal", "signature": "signature",
    "acknowledge": "acknowledge", "column.imported": "import", "alias": "alias", "redact": "redaction",
    "gap": "gap",
}  # fmt: skip
"""Kinds that act on one family of cells only."""
_RETRACTABLE: Final = frozenset({"alias"})
"""Families whose own kind adds, and that take ``retract``."""
_OPEN_SETS: Final = frozenset({"evidence", "comment", "attachment", "followup", "attendance"})
"""Families of sets that take ``add`` and ``retract``."""
_FIELDED: Final = frozenset({"remark", "visit"})
"""Families whose things have one cell a field: ``remark/<id>/<field>``."""
_FILLED: Final = frozenset({"answer", "note", "link", "detail"})
"""Families of cells that a worksheet fills; the column follows in the path."""
_JUDGED: Final = "/judgement"
"""Ends the cells of what is thought of a piece of evidence."""
_NAMING: Final[Mapping[str, str]] = {"restore": "heads", "retract": "retracts", "seal.cancel": "retracts"}
"""Kinds whose value names events, and under which key."""


def understood(kind: str, cell: str, value: Json) -> bool:
    """Tell whether the fold can act on a line: it knows the kind, its cell, and the shape of its value."""
    if not _at_home(kind, cell):
        return False
    if kind in _NAMING:
        return _well_placed(*_family(cell)) and isinstance(value, dict) and are_hashes(value.get(_NAMING[kind]))
    return fits(cell, value)


def fits(cell: str, value: Json) -> bool:
    """Tell whether a cell can hold a value; cells of a later program hold anything."""
    family, path = _family(cell)
    shape = _SHAPES.get(family)
    if shape is None:
        return True
    if isinstance(shape, Mapping):
        return path not in shape or shape[path](value)
    return _well_placed(family, path) and shape(value)


def _family(cell: str) -> tuple[str, str]:
    """Return the family of a cell, with the field where its things have one cell a field, and the rest of its path."""
    family, _, path = cell.partition("/")
    if family == "evidence" and path.endswith(_JUDGED):
        return "judged", path[: -len(_JUDGED)]
    if family in _FIELDED:
        path, _, field = path.partition("/")
        family = f"{family}/{field}"
    return family, path


def _well_placed(family: str, path: str) -> bool:
    return family not in _PATHS or _PATHS[family].fullmatch(path) is not None


def fillable(cell: str, value: Json, column: str) -> bool:
    """Tell whether an imported column can fill a cell: its own opinions, their notes, links and details, nothing else."""
    family, _, path = cell.partition("/")
    return family in _FILLED and path.partition("/")[0] == column and fits(cell, value)


def _at_home(kind: str, cell: str) -> bool:
    family = cell.partition("/")[0]
    if kind in _HOMES:
        return family == _HOMES[kind]
    if kind in ("set", "restore", "settle"):
        return class_of(cell) is not CellClass.SET
    if kind == "retract" and family in _RETRACTABLE:
        return True
    return kind in ("add", "retract") and family in _OPEN_SETS and class_of(cell) is CellClass.SET


def _text(value: Json) -> bool:
    return isinstance(value, str)


def _flag(value: Json) -> bool:
    return isinstance(value, bool)


def _number(value: Json) -> bool:
    return type(value) is int


def _size(value: Json) -> bool:
    return type(value) is int and value >= 0


def _digest(value: Json) -> bool:
    return isinstance(value, str) and re.fullmatch(_DIGEST, value) is not None


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
        if not isinstance(value, dict):
            return False
        for name, shape in parts:  # noqa: SIM110 (thousands of lines are held against this at each opening)
            if name not in value or not shape(value[name]):
                return False
        return True

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

_SOURCE: Final = _object(name=_text, digest=_text, taken=_day)
_WORDED: Final = _object(text=_text, explanation=_text, criteria=_object_of(_text))

_SHAPES: Final[Mapping[str, Shape | Mapping[str, Shape]]] = {
    "identity": _object(satker=_text, year=_number, activity=_one_of(ACTIVITIES), round=_number, structure=_text),
    "plan": _PLAN,
    "agency": _AGENCY,
    "answer": _object(answer=_anything, item=_text),
    "note": _object(text=_text),
    "link": _object(text=_text),
    "internal": _object(text=_text),
    "detail": _text,
    "mark": _flag,
    "precondition": _object(met=_or_nothing(_flag), note=_text),
    "own_precondition": _or_nothing(_object(title=_text, level=_one_of(CONDITION_LEVELS))),
    "accepted": _object(reason=_text),
    "panel": _object(decision=_one_of(DECISIONS), reason=_text),
    "review": _object(note=_text),
    "archived": _flag,
    "snapshot": _object(tips=_TIPS),
    "seal": _object(record=_text, tips=_TIPS, signers=_list(_text)),
    "signature": _object(person=_text, role=_text, certificate=_text, file=_text, at=_text),
    "acknowledge": _object(),
    "alias": _object(same=_text, reason=_text),
    "redaction": _object(reason=_text, cell=_text, edges=are_hashes, author=_text),
    "gap": _object(reason=_text, subject=_text, before=_number),
    "import": _object(
        file=_text,
        name=_text,
        layout=_text,
        column=_one_of(tuple(Column)),
        sender=_text,
        channel=_text,
        received=_day,
        cells=_object_of(_anything),
        replaces=_object_of(are_hashes),
        judged=_object_of(are_hashes),
    ),
    "evidence": _object(name=_text, size=_size, type=_text, kept=_flag, taken=_text, original=_text),
    "judged": _object(state=_or_nothing(_one_of(STATES)), reason=_text),
    "sufficiency": _object(level=_or_nothing(_one_of(LEVELS)), reason=_text),
    "period": _object(first=_day, last=_day),
    **{f"remark/{field}": _text for field in (*TEXTS, "item")},
    "remark/origin": _one_of(ORIGINS),
    "remark/due": _day,
    "remark/withdrawn": _flag,
    "progress": _object(state=_one_of(REMARK_STATES), reason=_text),
    "followup": _object(text=_text, day=_day, files=_list(_digest)),
    "carried": _object(evaluation=_text, finding=_or_nothing(_one_of(FINDINGS)), note=_text),
    "visit/entry": _object(kind=_one_of(KINDS), text=_text, who=_text, item=_text, due=_day),
    "visit/closed": _object(done=_flag, answer=_text),
    "visit/withdrawn": _flag,
    "meeting": _object(day=_day, begin=_text, end=_text, place=_text, notes=_text),
    "attendance": _object(name=_text, position=_text, office=_text),
    "minutes": {
        **dict.fromkeys(MINUTES_TEXTS, _text),
        "day": _day,
        "scores": _flag,
        "paper": _one_of(PAPERS),
    },
    "stage": _object(day=_day, result=_one_of(RESULTS), note=_text),
    "contact": _or_nothing(_object(name=_text, position=_text, phone=_text, email=_text)),
    "record": _or_nothing(_object(kind=_one_of(RECORD_KINDS), day=_day, text=_text, source=_text)),
    "left": _object(day=_day, to=_text),
    "attachment": _object(sha256=_digest, name=_text, size=_size, type=_text),
    "edition": _object(structure=_text),
    "worksheet": _object(document=_list(_text), year=_number, base=_text, notes=_list(_text), source=_SOURCE),
    "wording": _object(source=_SOURCE, items=_object_of(_WORDED)),
    "wording_choice": _text,
    "retired": _flag,
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
_MADE: Final = r"[0-9a-f]{32}"
_UUID: Final = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_FILE_IN_PLACE: Final = f"[^/]+/{_DIGEST}"
_PATHS: Final[Mapping[str, re.Pattern[str]]] = {
    family: re.compile(pattern)
    for family, pattern in {
        "seal": _ORDINAL, "signature": f"{_ORDINAL}/{_ORDINAL}", "predicate": r"[0-9]{4}", "code": _DATE,
        "name": _DATE, "kind": _DATE, "other_code": _DATE, "parent": _DATE,
        "edition": "", "worksheet": _DIGEST, "wording": f"{_DIGEST}/{_DIGEST}", "wording_choice": _DIGEST, "retired": _DIGEST,
        "redaction": _DIGEST, "alias": f"(satker|person)/{_UUID}",
        "gap": f"{_UUID}/[0-9a-f]{{32}}/{_DIGEST}",
        "evidence": _FILE_IN_PLACE, "judged": _FILE_IN_PLACE, "period": _DIGEST,
        **{f"remark/{field}": _MADE for field in (*TEXTS, "item", "origin", "due", "withdrawn")},
        **{f"visit/{field}": _MADE for field in ("entry", "closed", "withdrawn")},
        "meeting": "|".join(MEETINGS), "attendance": "|".join(MEETINGS),
        "own_precondition": _MADE,
        "stage": "|".join(STAGES), "contact": _MADE, "record": _MADE, "left": "",
        "progress": _MADE, "followup": _MADE, "carried": _MADE,
    }.items()
}  # fmt: skip
"""What follows the family in the path where that is read as a number, a date, or a digest."""
