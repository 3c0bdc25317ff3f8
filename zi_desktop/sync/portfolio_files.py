"""The portfolio of a Kanwil as a file that a hub signs: its satker and how their evaluations stand, and no answers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import PortfolioFileError
from zi_desktop.domain.evaluation import STATUSES
from zi_desktop.domain.figures import PLACES, machine
from zi_desktop.domain.funnel_terms import STAGES
from zi_desktop.domain.plan import ACTIVITIES
from zi_desktop.sync.hub_cards import fingerprint_of
from zi_desktop.trust import spelling
from zi_desktop.trust.device_keys import DeviceKey
from zi_desktop.trust.signed_values import UnprovenError, read_value, sign_value, value_bytes

KIND: Final = "zi-portfolio"
START: Final = b"zi-portfolio/1\n"
"""With what such a file begins."""
ENDING: Final = ".ziport"
LARGEST: Final = 16 * 1024 * 1024
"""Bytes of a file."""
_NAMES: Final = frozenset({"hub", "name", "device", "kanwil", "at", "satkers", "evaluations"})
_LONG: Final = 2000
"""Characters of a text in a satker's row."""
_MOST: Final = 20_000
_DECIMAL: Final = re.compile(r"-?\d{1,6}(\.\d{1,10})?")
_YEARS: Final = (1900, 9999)

_Check = Callable[[Json], bool]


@dataclass(frozen=True, slots=True)
class EvaluationShares:
    """An evaluation as it is listed, and what it reached of each area (its number to a share × 10¹⁰)."""

    summary: Json
    shares: Mapping[str, int]

    @property
    def shares_text(self) -> dict[str, str]:
        """Return the shares as decimal texts from 0 to 1."""
        return {area: machine(Fraction(share, 10**PLACES)) for area, share in self.shares.items()}


@dataclass(frozen=True, slots=True)
class PortfolioFile:
    """What a hub (UUID, ``name``, key that signs) says of a Kanwil at a moment (ISO, with its zone)."""

    hub: str
    name: str
    device: str
    kanwil: str
    at: str
    satkers: tuple[Json, ...]
    evaluations: tuple[EvaluationShares, ...]
    signature: str


def make_portfolio_file(
    key: DeviceKey,
    *,
    hub: str,
    name: str,
    kanwil: str,
    at: str,
    satkers: Sequence[Json],
    evaluations: Sequence[EvaluationShares],
) -> PortfolioFile:
    """Sign what a hub knows of a Kanwil; of each row only what such a file carries."""
    units = tuple({field: row[field] for field in _SATKER} for row in satkers)
    listed = tuple(
        EvaluationShares({field: each.summary[field] for field in _EVALUATION}, each.shares) for each in evaluations
    )
    file = PortfolioFile(hub, name, key.device, kanwil, at, units, listed, "")
    return replace(file, signature=sign_value(KIND, _spelled(file), key))


def portfolio_file_bytes(file: PortfolioFile) -> bytes:
    """Spell a file as ``read_portfolio_file`` takes it."""
    return START + value_bytes(KIND, _spelled(file), file.signature)


def read_portfolio_file(data: bytes) -> PortfolioFile:
    """Read a file; its own signature is checked, not whether anybody compared the hub's fingerprint.

    Raises:
        PortfolioFileError: no such file, or altered.
    """
    if not data.startswith(START):
        raise PortfolioFileError("berisi hal lain")
    try:
        value = read_value(data[len(START) :], KIND, _NAMES, "device", LARGEST)
    except UnprovenError as error:
        raise PortfolioFileError(str(error)) from error
    if not _well_typed(value):
        raise PortfolioFileError("memuat isian yang tidak sah")
    evaluations = tuple(EvaluationShares(each["summary"], each["areas"]) for each in value["evaluations"])
    return PortfolioFile(
        value["hub"], value["name"], value["device"], value["kanwil"], value["at"], tuple(value["satkers"]),
        evaluations, value["signature"],
    )  # fmt: skip


def portfolio_fingerprint(file: PortfolioFile) -> str:
    """Return what must stand on the hub's printed sheet: the same as of the hub's card."""
    return fingerprint_of(file.hub, file.device)


def _spelled(file: PortfolioFile) -> dict[str, Json]:
    return {
        "hub": file.hub, "name": file.name, "device": file.device, "kanwil": file.kanwil, "at": file.at,
        "satkers": list(file.satkers),
        "evaluations": [{"summary": each.summary, "areas": dict(each.shares)} for each in file.evaluations],
    }  # fmt: skip


def _text(value: Json) -> bool:
    return spelling.is_label(value, _LONG)


def _day(value: Json) -> bool:
    return value is None or value == "" or spelling.is_day(value)


def _decimal(value: Json) -> bool:
    return isinstance(value, str) and _DECIMAL.fullmatch(value) is not None


def _flag(value: Json) -> bool:
    return isinstance(value, bool)


def _count(value: Json) -> bool:
    return spelling.is_number(value)


def _year(value: Json) -> bool:
    return spelling.is_number(value, *_YEARS)


def _one_of(words: Sequence[str]) -> _Check:
    return lambda value: isinstance(value, str) and value in words


def _or_none(check: _Check) -> _Check:
    return lambda value: value is None or check(value)


def _texts_by_text(value: Json) -> bool:
    return isinstance(value, dict) and all(_text(key) and _or_none(_text)(each) for key, each in value.items())


def _standing(value: Json) -> bool:
    return _row(value, {"met": _flag, "gap": _decimal, "failed": lambda each: spelling.is_list(each, _text, _MOST)})


def _share(value: Json) -> bool:
    return spelling.is_number(value, 0, 10**PLACES)


_SATKER: Final[Mapping[str, _Check]] = {
    "id": spelling.is_uuid, "code": _text, "name": _text, "kind": _text, "agency": _text, "eselon1": _text,
    "kanwil": _text, "other_code": _text, "predicate": _or_none(_text), "predicate_year": _or_none(_year),
    "target": _text, "archived": _flag,
}  # fmt: skip
_EVALUATION: Final[Mapping[str, _Check]] = {
    "id": spelling.is_uuid, "satker": spelling.is_uuid, "year": _year, "activity": _one_of(tuple(ACTIVITIES)),
    "round": lambda value: spelling.is_number(value, 1), "track": _text, "target": _text,
    "status": _one_of(tuple(STATUSES)), "first_day": _day, "last_day": _day, "questions": _count, "answered": _count,
    "total": _decimal, "standing": _standing, "area_minimum": _decimal, "stage": _one_of(("", *STAGES)),
    "passed_internal": _flag, "proposed": _flag, "mandiri_total": _or_none(_decimal),
    "compared": _count, "difference": _or_none(_decimal),
    "remarks_waiting": _texts_by_text, "remarks_found": _texts_by_text,
}  # fmt: skip


def _row(value: Json, checks: Mapping[str, _Check]) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == checks.keys()
        and all(check(value[field]) for field, check in checks.items())
    )


def _listed(value: Json) -> bool:
    areas: _Check = lambda each: isinstance(each, dict) and all(_text(key) and _share(one) for key, one in each.items())  # noqa: E731
    return _row(value, {"summary": lambda each: _row(each, _EVALUATION), "areas": areas})


def _well_typed(value: Mapping[str, Json]) -> bool:
    return (
        spelling.is_uuid(value["hub"])
        and spelling.is_label(value["name"])
        and _text(value["kanwil"])
        and spelling.is_moment(value["at"])
        and spelling.is_list(value["satkers"], lambda each: _row(each, _SATKER), _MOST)
        and spelling.is_list(value["evaluations"], _listed, _MOST)
        and {each["summary"]["satker"] for each in value["evaluations"]} <= {each["id"] for each in value["satkers"]}
    )
