"""Which evaluation of a satker counts in a year: the last round of the evaluation proper, else of what there is."""

from collections.abc import Iterable

from zi_desktop.domain.canonical import Json
from zi_desktop.storage.hub_queries import EVALUATED


def counting(evaluations: Iterable[Json], year: int = 0) -> Json:
    """Return the one that counts of one satker's evaluations (summaries) in a year (0: the newest), or None."""
    return max((row for row in evaluations if year in (0, row["year"])), key=_rank, default=None)


def _rank(row: Json) -> tuple[int, bool, int, str]:
    return row["year"], row["activity"] == EVALUATED, row["round"], row["activity"]
