"""Numbers as people and machines read them: exact fractions in, decimal text out, never a binary float."""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

PLACES = 10
"""Decimal places of a figure in JSON and of a stored index."""

_STEP = 1024
_DECIMAL = re.compile(r"[+−-]?[0-9]{1,15}(?:[.,][0-9]{1,30})?", re.ASCII)


def points(value: Fraction, near: Iterable[Fraction] = ()) -> str:
    """Return points with two decimals, half up: ``"72,99"``.

    Args:
        value: the figure.
        near: the thresholds that it is judged against; a figure below one never prints as if it had reached it,
            so as many more decimals stand as that needs.
    """
    return _printed(value, 2, tuple(near))


def percent(fraction: Fraction, near: Iterable[Fraction] = ()) -> str:
    """Return a share of 1 in percent with one decimal: ``"73,0%"``; ``near`` as in ``points``."""
    return _printed(fraction * 100, 1, tuple(threshold * 100 for threshold in near)) + "%"


def change(before: str, after: str) -> str:
    """Return the change from one printed figure to another with its sign: ``"+10,48"`` from ``"72,85"`` to ``"83,33"``.

    It is the difference of what is printed, not of the exact values: whoever subtracts on paper finds the same.
    It has as many decimals as the longer of both; ``"0,00"`` where both print alike; percents give percentage points.
    """
    texts = [text.removesuffix("%") for text in (before, after)]
    first, second = map(parse_decimal, texts)
    decimals = max(len(text.partition(",")[2]) for text in texts)
    sign = "+" if second > first else ""
    return sign + _rounded(second - first, decimals)


def shortfall(value: str, minimum: str) -> str:
    """Return what a printed figure lacks of a printed minimum: ``"0,87"`` from ``"14,88"`` to ``"15,75"``; as ``change``."""
    return change(value, minimum).removeprefix("+")


def weight(value: Fraction) -> str:
    """Return a figure of the worksheet without trailing zeros: ``"7,5"`` (at most ten decimals)."""
    return machine(value).replace(".", ",").replace("-", "−")


def index(value: Fraction) -> str:
    """Return a survey index as it was measured, with two decimals at least: ``"3,90"``, ``"3,685"``."""
    whole, _, part = weight(value).partition(",")
    return f"{whole},{part:0<2}"


def machine(value: Fraction) -> str:
    """Return the decimal text of JSON: a point, half even to ten places, zeros stripped (``"72.9858934793"``)."""
    scaled = round(value * 10**PLACES)
    whole, part = divmod(abs(scaled), 10**PLACES)
    text = f"{whole}.{part:0{PLACES}d}".rstrip("0").rstrip(".")
    return f"-{text}" if scaled < 0 else text


def whole(count: int) -> str:
    """Return a number of things: ``"1.009"``."""
    return f"{count:,}".replace(",", ".")


def size(count: int) -> str:
    """Return a number of bytes as people read it: ``"812 B"``, ``"64 KB"``, ``"3,9 MB"`` (1 KB = 1024 bytes)."""
    if count < _STEP:
        return f"{count} B"
    if count < _STEP**2:
        return f"{_half_up(Fraction(count, _STEP), 0)} KB"
    unit, whole = ("GB", _STEP**3) if count >= _STEP**3 else ("MB", _STEP**2)
    return f"{_printed(Fraction(count, whole), 1, ())} {unit}"


@lru_cache(maxsize=1024)
def parse_decimal(text: str) -> Fraction:
    """Return the exact value of a decimal with comma or point, without exponent or thousands separator.

    Raises:
        ValueError: the text is not such a decimal (whoever asked for it knows what to tell the person).
    """
    trimmed = text.strip()
    if not _DECIMAL.fullmatch(trimmed):
        raise ValueError(text)
    return Fraction(trimmed.replace(",", ".").replace("−", "-"))


def _printed(value: Fraction, decimals: int, near: tuple[Fraction, ...]) -> str:
    while any(value < limit and _half_up(value, decimals) >= _half_up(limit, decimals) for limit in near):
        decimals += 1
    return _rounded(value, decimals)


def _rounded(value: Fraction, decimals: int) -> str:
    scaled = _half_up(value, decimals)
    whole, part = divmod(abs(scaled), 10**decimals)
    return f"{'−' if scaled < 0 else ''}{whole},{part:0{decimals}d}"


def _half_up(value: Fraction, decimals: int) -> int:
    """Return the value in units of its last decimal; halves go away from zero, as people round on paper."""
    scale: int = 10**decimals
    doubled = 2 * scale * abs(value.numerator)
    magnitude = (doubled // value.denominator + 1) // 2
    return -magnitude if value < 0 else magnitude
