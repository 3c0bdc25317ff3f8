"""A ministry made up for pictures and benches: satker of thirty-three Kanwil with evaluations of some years."""

import random
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.figures import machine
from zi_desktop.services.summarising import VERSIONS
from zi_desktop.storage.summaries import Summary

KANWILS: Final = tuple(f"Kanwil Wilayah {number:02d}" for number in range(1, 34))
_KINDS: Final = ("Lapas", "Rutan", "Bapas", "Kantor Imigrasi", "Rupbasan")
_STATUSES: Final = ("belum_mulai", "berjalan", "siap_ditinjau", "menunggu_ttd", "selesai")
_OFTEN: Final = (3, 10, 8, 9, 70)
_STAGES: Final = ("", "kanwil", "eselon1", "tpi", "pengusulan", "panel")
_AREA_MEANS: Final = (0.78, 0.71, 0.69, 0.74, 0.66, 0.81)
_QUESTIONS: Final = 113
_STAMP: Final = f"{VERSIONS}:contoh"


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The summary of an evaluation and what it reached of each area, as decimal texts."""

    summary: Summary
    shares: dict[str, str]


def satkers(count: int) -> Iterator[Summary]:
    """Yield satker, the same in every run."""
    for number in range(count):
        kind, place = _KINDS[number % len(_KINDS)], number // len(_KINDS) + 1
        content: dict[str, Json] = {
            "id": _id("satker", number), "code": f"MU-{number + 1:05d}", "name": f"{kind} Contoh {place}", "kind": kind.casefold(),
            "agency": "Kementerian Contoh", "eselon1": "", "kanwil": KANWILS[number % len(KANWILS)], "other_code": "",
            "predicate": "WBK" if number % 9 == 0 else None, "predicate_year": 2023 if number % 9 == 0 else None,
            "target": "WBBM" if number % 9 == 0 else "WBK", "archived": False, "codes": [],
        }  # fmt: skip
        yield Summary(str(content["id"]), content, _STAMP)


def evaluations(units: Sequence[Summary], years: Sequence[int], seed: int = 7) -> Iterator[Evaluated]:
    """Yield an evaluation of each satker in each year."""
    chance = random.Random(seed)  # noqa: S311 (made up, not secret)
    for year in years:
        for unit in units:
            yield _evaluated(chance, unit.content, year)


def _evaluated(chance: random.Random, unit: Json, year: int) -> Evaluated:
    (status,) = chance.choices(_STATUSES, _OFTEN)
    level = chance.gauss(0.0, 0.07)
    shares = [min(1.0, max(0.05, mean + level + chance.gauss(0, 0.05))) for mean in _AREA_MEANS]
    total = Fraction(round(100 * min(0.99, sum(shares) / len(shares) + 0.06) * 10**4), 10**4)
    whole = status not in _STATUSES[:2]
    answered = _QUESTIONS if whole else chance.randint(1, _QUESTIONS - 1) if status == "berjalan" else 0
    minimum = 85 if unit["target"] == "WBBM" else 75
    reached = total * answered / _QUESTIONS
    gap = max(Fraction(minimum) - reached, Fraction(0))
    content: dict[str, Json] = {
        "id": _id(f"evaluasi-{year}", int(unit["code"][3:])), "satker": unit["id"], "year": year, "activity": "evaluasi",
        "round": 1, "track": "tpi", "target": unit["target"], "status": status, "first_day": "", "last_day": "",
        "questions": _QUESTIONS, "answered": answered, "total": machine(reached),
        "standing": {"met": whole and not gap, "failed": ["total"] if gap else [], "gap": machine(gap)}, "area_minimum": "0.6",
        "stage": chance.choice(_STAGES) if whole else "", "passed_internal": False, "proposed": False, "mandiri_total": None,
        "compared": 0, "difference": None,
        "remarks_waiting": {}, "remarks_found": {},
    }  # fmt: skip
    decimals = {str(number): f"{share:.10f}" for number, share in enumerate(shares, start=1)}
    return Evaluated(Summary(str(content["id"]), content, _STAMP), decimals)


def _id(kind: str, number: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"contoh/{kind}/{number}"))
