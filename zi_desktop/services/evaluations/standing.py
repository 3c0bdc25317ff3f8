"""How an evaluation stands against the thresholds of its target, in one word for the list and a few for its cell."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from zi_desktop.domain.figures import points, shortfall, weight

_ENOUGH: Final = Fraction(7, 10)
_NEAR: Final = Fraction(5)
_AREA: Final = "area_"
"""With what the ids of the requirements of areas begin."""


class Standing(StrEnum):
    """Against the thresholds: met; short of them by at most 5 points; further away; too little filled in; not begun."""

    MET = "memenuhi"
    NEAR = "hampir"
    FAR = "belum"
    UNKNOWN = "belum_cukup_data"
    NONE = "tidak_ada"


def standing_of(evaluation: Mapping[str, Any]) -> Standing:
    """Return how an evaluation, as it is listed, stands."""
    if evaluation["status"] == "belum_mulai":
        return Standing.NONE
    if evaluation["answered"] < _ENOUGH * evaluation["questions"]:
        return Standing.UNKNOWN
    if evaluation["standing"]["met"]:
        return Standing.MET
    return Standing.NEAR if Fraction(evaluation["standing"]["gap"]) <= _NEAR else Standing.FAR


def standing_words(evaluation: Mapping[str, Any], standing: Standing) -> str:
    """Return the words of the cell: what is missing, with its figure."""
    match standing:
        case Standing.MET:
            return "Memenuhi"
        case Standing.NEAR:
            return _near(evaluation)
        case Standing.FAR:
            return f"{len(evaluation['standing']['failed'])} syarat gagal"
        case Standing.UNKNOWN:
            return "Belum cukup data"
        case Standing.NONE:
            return "–"


def _near(evaluation: Mapping[str, Any]) -> str:
    gap, failed = Fraction(evaluation["standing"]["gap"]), evaluation["standing"]["failed"]
    if gap:
        total, minimum = Fraction(evaluation["total"]), Fraction(evaluation["total"]) + gap
        return f"Kurang {shortfall(points(total, [minimum]), points(minimum))}"
    if all(requirement.startswith(_AREA) for requirement in failed):
        return f"{len(failed)} area < {_percent(evaluation['area_minimum'])}"
    return f"{len(failed)} syarat gagal"


def _percent(share: str) -> str:
    return f"{weight(Fraction(share) * 100)}%"
