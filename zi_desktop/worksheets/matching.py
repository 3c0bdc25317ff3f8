"""Which row of a sheet holds which row of the layout: by row map and signs, where they disagree by the order of signs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.worksheets.layout import LayoutRow
from zi_desktop.worksheets.row_signs import FORBIDDEN, RowSigns, fit, label_problem

_MISSED: Final = 0

Texts = Mapping[str, frozenset[str]]
"""Known wordings by code, in the spelling of ``row_signs.plain``."""


@dataclass(frozen=True)
class Matched:
    """Row of the sheet by code (a total under "total:" and its code), and why a code stays doubtful."""

    rows: Mapping[str, int]
    doubtful: Mapping[str, str]


def key(row: LayoutRow) -> str:
    """Return under which name a row of the layout is matched."""
    return f"total:{row.code}" if row.kind == "total" else row.code


def match_rows(expected: Sequence[LayoutRow], found: Mapping[int, RowSigns], texts: Texts) -> Matched:
    """Match every row of a layout.

    Args:
        expected: rows of the layout, from top to bottom.
        found: rows of the sheet by number.
        texts: see ``Texts``.
    """
    fits = _Fits(texts)
    if all(fits.agrees(row, found.get(row.number)) for row in expected):
        return Matched({key(row): row.number for row in expected}, {})
    rows = list(found.values())
    scores = [[fits.fit(row, each) for each in rows] for row in expected]
    early, late = _align(scores, early=True), _align(scores, early=False)
    matched: dict[str, int] = {}
    doubtful: dict[str, str] = {}
    for place, row in enumerate(expected):
        if early[place] is None and late[place] is None:
            doubtful[key(row)] = "baris butir ini tidak ditemukan"
        elif early[place] != late[place]:
            doubtful[key(row)] = "ada beberapa baris yang mungkin untuk butir ini"
        else:
            matched[key(row)] = rows[early[place] or 0].number
            if problem := label_problem(row, rows[early[place] or 0]):
                doubtful[key(row)] = problem
    return Matched(matched, doubtful)


def agreement(expected: Sequence[LayoutRow], found: Mapping[int, RowSigns], texts: Texts) -> int:
    """Return in how many rows a sheet shows what a layout has there."""
    fits = _Fits(texts)
    return sum(fits.agrees(row, found.get(row.number)) for row in expected)


class _Fits:
    """How well rows of a sheet fit those of a layout; one whose title is known as that of others fits none but these."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._owners: dict[str, set[str]] = {}
        for code, known in texts.items():
            for text in known:
                self._owners.setdefault(text, set()).add(code)

    def fit(self, expected: LayoutRow, row: RowSigns) -> int:
        owners = self._owners.get(row.plain_title)
        if owners and expected.code not in owners:
            return FORBIDDEN
        return fit(expected, row, self._texts.get(expected.code, frozenset()))

    def agrees(self, expected: LayoutRow, row: RowSigns | None) -> bool:
        """Tell whether the row that the map names shows what it should."""
        return row is not None and self.fit(expected, row) > _MISSED and not label_problem(expected, row)


def _align(scores: Sequence[Sequence[int]], *, early: bool) -> list[int | None]:
    """Return for each expected row the place of its row, in order and with the highest sum of fits.

    Of several such alignments the one whose rows stand as high (``early``) or as low as possible.
    """
    height, width = len(scores), len(scores[0]) if scores else 0
    if early:
        mirrored = [list(reversed(line)) for line in reversed(scores)]
        found = _align(mirrored, early=False)
        return [None if place is None else width - 1 - place for place in reversed(found)]
    best = [[0] * (width + 1) for _ in range(height + 1)]
    for n in range(height - 1, -1, -1):
        line, below, own = scores[n], best[n + 1], best[n]
        for m in range(width - 1, -1, -1):
            high = max(below[m], own[m + 1])
            pair = line[m] + below[m + 1] if line[m] > _MISSED else -1
            own[m] = max(high, pair)
    return _followed(scores, best)


def _followed(scores: Sequence[Sequence[int]], best: Sequence[Sequence[int]]) -> list[int | None]:
    """Follow the best sums from the top; a row is passed over while that costs nothing, so that rows stand low."""
    height, width = len(scores), len(best[0]) - 1
    places: list[int | None] = [None] * height
    n = m = 0
    while n < height and m < width:
        if best[n][m + 1] == best[n][m]:
            m += 1
        elif scores[n][m] > _MISSED and scores[n][m] + best[n + 1][m + 1] == best[n][m]:
            places[n] = m
            n, m = n + 1, m + 1
        else:
            n += 1
    return places
