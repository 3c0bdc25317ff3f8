"""Calculations written out: an equals sign only where the printed figures are the exact ones."""

from collections.abc import Sequence
from fractions import Fraction

from zi_desktop.domain.figures import weight

_PLACES = 4


def figure(value: Fraction) -> str:
    """Return a figure inside a calculation: exact up to four decimals, else rounded to four.

    More decimals stand where four would make a round figure of one that is not: 74.99996 is never 75.
    """
    return weight(_rounded(value))


def equation(left: str, terms: Sequence[Fraction], result: Fraction) -> str:
    """Return ``left = result``, or ``left ≈ result`` where one of the printed figures is rounded.

    Args:
        left: the calculation as it prints, made of ``figure(term)``.
        terms: the exact figures in it.
        result: its exact outcome.
    """
    exact = all(_rounded(value) == value for value in (*terms, result))
    return f"{left} {'=' if exact else '≈'} {figure(result)}"


def product(factors: Sequence[Fraction]) -> str:
    """Return factors and their product: ``0,67 × 0,75 = 0,5025``."""
    outcome = Fraction(1)
    for factor in factors:
        outcome *= factor
    return equation(" × ".join(map(figure, factors)), factors, outcome)


def quotient(above: Fraction, below: Fraction) -> str:
    """Return a division: ``5 ÷ 7 ≈ 0,7143``."""
    return equation(f"{figure(above)} ÷ {figure(below)}", (above, below), above / below)


def sum_of(terms: Sequence[Fraction]) -> str:
    """Return a sum: ``28,1 + 27,3 = 55,4``; a single term stands alone."""
    if len(terms) == 1:
        return figure(terms[0])
    return equation(" + ".join(map(figure, terms)), terms, sum(terms, Fraction(0)))


def _rounded(value: Fraction) -> Fraction:
    # Thresholds have at most two decimals: a figure just beside one must not print as if it stood on it.
    places = _PLACES
    while (shown := round(value, places)) != value and (shown * 100).denominator == 1:
        places += 1
    return shown
