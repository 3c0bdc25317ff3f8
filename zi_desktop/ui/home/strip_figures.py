"""The figures of the strip on top of Beranda, counted from its rows; values without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from zi_desktop.services.evaluations.standing import Standing
from zi_desktop.ui.home.rows import ARCHIVED, Row


@dataclass(frozen=True, slots=True)
class StripFigures:
    """Counts of a year: satker, those by predicate, rows by status, by how they stand, and by how far a proposal came.

    ``remarks`` are those that are open, ``overdue`` those of them that are past their due date.
    """

    year: int
    satkers: int
    predicates: dict[str, int]
    statuses: dict[str, int]
    standings: dict[str, int]
    funnel: dict[str, int]
    remarks: int
    overdue: int

    @property
    def whole(self) -> int:
        """Return how many rows there are."""
        return sum(self.statuses.values())


def strip_figures(rows: Iterable[Row], year: int) -> StripFigures:
    """Count what is not archived."""
    standing = [row for row in rows if row.status != ARCHIVED]
    held = {row.satker["id"]: row.predicate for row in standing}
    figures = StripFigures(
        year, len(held), {code: list(held.values()).count(code) for code in ("WBK", "WBBM")}, {},
        dict.fromkeys(Standing, 0),
        {"passed": sum(bool(row.passed) for row in standing), "proposed": sum(bool(row.proposed) for row in standing)},
        sum(row.remarks_open for row in standing), sum(row.remarks_late for row in standing),
    )  # fmt: skip
    for row in standing:
        figures.statuses[row.status] = figures.statuses.get(row.status, 0) + 1
        figures.standings[row.standing] += 1
    return figures
