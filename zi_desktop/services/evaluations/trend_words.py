"""What must be known to read a trend: whose column it is, what was not filled, what editions do not share."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from zi_desktop.domain.plan import ACTIVITIES
from zi_desktop.services.evaluations.last_year import TrendPoint

_NAMED: Final = 6
"""Codes that a sentence names; of more it gives their number."""


def heading_of(point: TrendPoint) -> str:
    """Return what a column is called: the year, and what is not the first evaluasi of it."""
    activity = "" if point.activity == "evaluasi" else f" {ACTIVITIES[point.activity]}"
    return f"{point.year}{activity}{f' · {point.round}' if point.round > 1 else ''}"


def trend_words(trend: Sequence[TrendPoint]) -> Sequence[str]:
    """Return what must be known to read the figures of a trend, a sentence each; nothing where they speak for themselves."""
    words = [
        f"{heading_of(point)}: {point.answered} dari {point.questions} butir terisi."
        for point in trend if point.answered < point.questions
    ]  # fmt: skip
    if any(point.left_out for point in trend):
        newest = trend[-1]
        words.append(
            f"Edisi LKE berbeda: capaian area hanya atas {newest.compared} butir yang sama di semua kolom, dengan bobot "
            f"{heading_of(newest)}. Nilai total menurut edisi masing-masing."
        )
        words += _left_out(trend)
    return words


def _left_out(trend: Sequence[TrendPoint]) -> Iterator[str]:
    for codes, points in groupby(trend, key=lambda point: point.left_out):
        if codes:
            more = len(codes) - _NAMED
            named = ", ".join(codes[:_NAMED]) + (f", dan {more} butir lain" if more > 0 else "")
            yield f"Tidak dibandingkan dari {', '.join(map(heading_of, points))}: {named}."
