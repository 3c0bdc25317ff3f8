"""The plan of a visit as a person hands it over (JSON): checked field by field before anything is stated."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.plan import ROLES, TARGETS, TRACKS, Plan, tracks_of
from zi_desktop.storage import files

_LARGEST: Final = 1024 * 1024
_TEXTS: Final = ("place", "report_number")
_DAYS: Final = ("first_day", "last_day")
_CHOICES: Final = {"target": TARGETS, "track": tuple(TRACKS)}
_AREAS: Final = ("1", "2", "3", "4", "5", "6", "B")


@dataclass(frozen=True, slots=True)
class PlannedMember:
    """A person of the team as the plan names them."""

    name: str
    nip: str
    position: str
    role: str
    areas: tuple[str, ...]
    signs: bool


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """A checked plan: fields by the name of their cell, and the team in the order of signing (None: not given)."""

    fields: Mapping[str, Json]
    team: tuple[PlannedMember, ...] | None


def load_plan(path: Path) -> Mapping[str, Json]:
    """Read a plan file.

    Raises:
        FileReadError: the file cannot be read.
        InvalidInputError: it is not JSON.
    """
    try:
        given = json.loads(files.read_whole(path, _LARGEST))
    except (ValueError, RecursionError):
        raise _wrong("isi berkas", "bukan JSON") from None
    return _object(given, "isi berkas")


def read_plan(given: Mapping[str, Json], standing: Plan = Plan()) -> PlannedVisit:  # noqa: B008 (frozen)
    """Check a plan, of which any field may be left out.

    The fields are ``first_day``, ``last_day`` (ISO), ``place``, ``letter`` (number, date), ``report_number``,
    ``target``, ``track`` and ``team``. Each member of ``team`` has ``name``, ``role`` and may have ``nip``,
    ``position``, ``areas`` ("1"–"6", "B"), ``signs``. ``standing`` is what the evaluation knows so far.

    Raises:
        InvalidInputError: names the field that is wrong.
    """
    known = {*_TEXTS, *_DAYS, *_CHOICES, "letter", "team"}
    if unknown := sorted(set(given) - known):
        raise _wrong(str(unknown[0])[:40], f"tidak dikenal; yang ada {', '.join(sorted(known))}")
    fields: dict[str, Json] = {name: _text(given[name], name) for name in _TEXTS if name in given}
    fields |= {name: _day(given[name], name) for name in _DAYS if name in given}
    fields |= {name: _choice(given[name], name, choices) for name, choices in _CHOICES.items() if name in given}
    fields |= _track(fields, standing)
    if "letter" in given:
        letter = _object(given["letter"], "letter")
        fields["letter_number"] = _text(letter.get("number", ""), "letter.number")
        fields["letter_date"] = _day(letter.get("date", ""), "letter.date")
    first, last = fields.get("first_day", standing.first_day), fields.get("last_day", standing.last_day)
    if first and last and first > last:
        raise _wrong("last_day", "mendahului first_day")
    return PlannedVisit(fields, _team(given["team"]) if "team" in given else None)


def _track(fields: Mapping[str, Json], standing: Plan) -> Mapping[str, Json]:
    """Return the track that follows another target; one that was named has to be one of the target's."""
    known = tracks_of(fields.get("target", standing.target))
    if "track" in fields:
        return {"track": _choice(fields["track"], "track", tuple(known))}
    return {"track": next(iter(known))} if "target" in fields and standing.track not in known else {}


def _team(value: Json) -> tuple[PlannedMember, ...]:
    if not isinstance(value, list):
        raise _wrong("team", "bukan daftar")
    members = tuple(_member(_object(item, f"team[{n}]"), f"team[{n}]") for n, item in enumerate(value))
    for n, member in enumerate(members):
        if any(_is_same(member, other) for other in members[:n]):
            raise _wrong(f"team[{n}]", "memuat orang yang sudah ada dalam tim")
    return members


def _is_same(one: PlannedMember, other: PlannedMember) -> bool:
    if one.nip and other.nip:
        return one.nip == other.nip
    return one.name.casefold() == other.name.casefold()


def _member(item: Mapping[str, Json], place: str) -> PlannedMember:
    name = _text(item.get("name"), f"{place}.name")
    if not name:
        raise _wrong(f"{place}.name", "kosong")
    areas = item.get("areas", [])
    if not isinstance(areas, list) or not all(area in _AREAS for area in areas):
        raise _wrong(f"{place}.areas", f"bukan daftar dari {', '.join(_AREAS)}")
    signs = item.get("signs", True)
    if not isinstance(signs, bool):
        raise _wrong(f"{place}.signs", "bukan true atau false")
    return PlannedMember(
        name,
        _text(item.get("nip", ""), f"{place}.nip").replace(" ", ""),
        _text(item.get("position", ""), f"{place}.position"),
        _choice(item.get("role", ""), f"{place}.role", tuple(ROLES)),
        tuple(areas),
        signs,
    )


def _object(value: Json, place: str) -> Mapping[str, Json]:
    if not isinstance(value, Mapping):
        raise _wrong(place, "bukan objek")
    return value


def _text(value: Json, place: str) -> str:
    if not isinstance(value, str):
        raise _wrong(place, "bukan teks")
    return clean_line(value)


def _day(value: Json, place: str) -> str:
    text = _text(value, place)
    try:
        return text and dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise _wrong(place, f"{text[:20]} bukan tanggal; tuliskan seperti 2026-11-03") from None


def _choice(value: Json, place: str, choices: tuple[str, ...]) -> str:
    text = _text(value, place)
    if text not in choices:
        raise _wrong(place, f"bukan salah satu dari {', '.join(choices)}")
    return text


def _wrong(place: str, problem: str) -> InvalidInputError:
    return InvalidInputError(
        f"Rencana belum dapat dipakai: {place} {problem}. Tidak ada yang tersimpan; betulkan, lalu ulangi."
    )
