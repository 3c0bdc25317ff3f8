"""The figures of the strip on top of Beranda, counted from its rows; values without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from zi_desktop.ui.home.rows import ARCHIVED, Row
from zi_desktop.ui.home.standing import Standing


@dataclass(frozen=True, slots=True)
class StripFigures:
    """Counts of a year: satker by predicate, rows by status and by how they stand against the thresholds."""

    year: int
    predicates: dict[str, int]
    statuses: dict[str, int]
    standings: dict[str, int]

    @property
    def whole(self) -> int:
        """Return how many rows there are."""
        return sum(self.statuses.values())


def strip_figures(rows: Iterable[Row], year: int) -> StripFigures:
    """Count what is not archived."""
    figures = StripFigures(year, {"WBK": 0, "WBBM": 0}, {}, dict.fromkeys(Standing, 0))
    seen: set[str] = set()
    for row in rows:
        if row.status == ARCHIVED:
            continue
        figures.statuses[row.status] = figures.statuses.get(row.status, 0) + 1
        figures.standings[row.standing] += 1
        if row.predicate and row.satker["id"] not in seen:
            seen.add(row.satker["id"])
            figures.predicates[row.predicate] += 1
    return figures
