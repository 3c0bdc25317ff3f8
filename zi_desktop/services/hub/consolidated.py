"""The consolidated store, read only: the portfolio of a ministry or of one Kanwil, page by page, and its figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Self

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import HubStoreError
from zi_desktop.domain.figures import PLACES
from zi_desktop.services.evaluations.counting import counting
from zi_desktop.services.remarks.standing import with_counts
from zi_desktop.services.summarising import VERSIONS
from zi_desktop.storage import hub_queries, hub_rows
from zi_desktop.storage.hub_addresses import without_password
from zi_desktop.storage.hub_queries import PageRow, Scope
from zi_desktop.storage.hub_store import HubStore, open_store

__all__ = ["Consolidated", "Scope", "open_consolidated", "without_password"]

PAGE: Final = 100
"""Satker of one page."""
_STEP: Final = 5
"""Points of one step of the distribution."""
_HIGHEST: Final = 100 - _STEP
"""Where the highest step begins: the full score is no step of its own."""
_SCALE: Final = 10**PLACES


@dataclass(frozen=True, slots=True)
class Figures:
    """What is asked first: units, evaluations by state, how many meet WBK and WBBM, proposals by stage."""

    units: int
    evaluated: int
    whole: int
    met: dict[str, int]
    statuses: dict[str, int]
    stages: dict[str, int]


@dataclass(frozen=True, slots=True)
class AreaMean:
    """What whole evaluations reached of an area on average, 0 to 1."""

    area: str
    share: Fraction
    evaluations: int


@dataclass(frozen=True, slots=True)
class Step:
    """How many whole evaluations have a total from ``low`` up to below ``high`` points; the highest step holds 100 too."""

    low: int
    high: int
    count: int


@dataclass(frozen=True, slots=True)
class Year:
    """The whole evaluations of a year: how many, their mean total in points, how many meet their target."""

    year: int
    count: int
    mean: Fraction
    met: int


@dataclass(frozen=True, slots=True)
class Row:
    """A satker and the evaluation that counts for it, or None, as lists show them; ``key`` asks for the page behind it."""

    satker: Json
    evaluation: Json
    key: tuple[str, str]


class Consolidated:
    """Answers questions about a consolidated store; writes nothing. Closed with ``close`` or as a context manager."""

    def __init__(self, store: HubStore) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    @property
    def where(self) -> str:
        """Return the place of the store as a person names it."""
        return self._store.where

    def years(self) -> Sequence[int]:
        """Return the years with evaluations, newest first."""
        with self._store.reading() as connection:
            return hub_queries.years(connection)

    def kanwils(self) -> Sequence[str]:
        """Return every Kanwil by name."""
        with self._store.reading() as connection:
            return hub_queries.kanwils(connection)

    def counts(self) -> dict[str, int]:
        """Return how much the store holds."""
        with self._store.reading() as connection:
            return hub_rows.counts(connection)

    def page(
        self, scope: Scope, after: tuple[str, str] | None = None, size: int = PAGE, words: str = ""
    ) -> Sequence[Row]:
        """Return satker by code with their evaluations of the year, behind the key of a row that was shown.

        Each of ``words`` stands in the name, the code or the Kanwil; "" finds all.
        """
        with self._store.reading() as connection:
            found = hub_queries.page(connection, scope.kanwil, after, size, words)
        return [_row(each, scope.year) for each in found]

    def rows(self, scope: Scope) -> Iterator[Row]:
        """Yield every satker of a scope, page by page."""
        after: tuple[str, str] | None = None
        while found := self.page(scope, after):
            yield from found
            after = found[-1].key

    def figures(self, scope: Scope) -> Figures:
        """Return the figures over a scope."""
        with self._store.reading() as connection:
            standings = hub_queries.standings(connection, scope)
            stages, units = hub_queries.stages(connection, scope), hub_queries.units(connection, scope)
        statuses: dict[str, int] = {}
        met: dict[str, int] = {}
        for status, target, is_met, count in standings:
            statuses[status] = statuses.get(status, 0) + count
            if is_met and status in hub_queries.WHOLE:
                met[target] = met.get(target, 0) + count
        whole = sum(count for status, count in statuses.items() if status in hub_queries.WHOLE)
        return Figures(units, sum(statuses.values()), whole, met, statuses, stages)

    def weakest_areas(self, scope: Scope) -> Sequence[AreaMean]:
        """Return the areas, the weakest first."""
        with self._store.reading() as connection:
            found = hub_queries.areas(connection, scope)
        return [AreaMean(name, Fraction(share, _SCALE), count) for name, share, count in found]

    def distribution(self, scope: Scope) -> Sequence[Step]:
        """Return how the totals spread, without gaps between the lowest and the highest step."""
        with self._store.reading() as connection:
            counts = hub_queries.distribution(connection, scope, _STEP * _SCALE)
        if not counts:
            return []
        found: dict[int, int] = {}
        for start, count in counts:
            low = min(start // _SCALE, _HIGHEST)
            found[low] = found.get(low, 0) + count
        return [Step(low, low + _STEP, found.get(low, 0)) for low in range(min(found), max(found) + _STEP, _STEP)]

    def trend(self, kanwil: str = "") -> Sequence[Year]:
        """Return the years, oldest first."""
        with self._store.reading() as connection:
            found = hub_queries.trend(connection, kanwil)
        return [Year(year, count, Fraction(total, _SCALE), met) for year, count, total, met in found]

    def everything(self, kanwil: str) -> Iterator[tuple[PageRow, Mapping[str, Mapping[str, int]]]]:
        """Yield every satker of a Kanwil with all its evaluations as they are stored, and their shares of areas by id."""
        after: tuple[str, str] | None = None
        while True:
            with self._store.reading() as connection:
                found = hub_queries.page(connection, kanwil, after, PAGE)
                shares = hub_queries.shares(connection, [each["id"] for row in found for each in row.evaluations])
            for row in found:
                yield row, shares
            if not found:
                return
            after = found[-1].key

    def hub(self) -> str:
        """Return the id of the hub whose store this is, "" before its first run."""
        with self._store.reading() as connection:
            return hub_rows.fact_of(connection, hub_rows.HUB)

    def recap(self, scope: Scope, size: int = 1000) -> Sequence[Row]:
        """Return the whole evaluations for the panel, the highest total first."""
        with self._store.reading() as connection:
            found = hub_queries.recap(connection, scope, size)
        return [_row(each, scope.year) for each in found]


def open_consolidated(address: str) -> Consolidated:
    """Open a consolidated store to read; nothing can be written to it that way.

    Raises:
        InvalidInputError: no address of a database.
        HubStoreError: not reached, not made yet, of a later layout, or summed up by another version of this program.
    """
    store = open_store(address, reads=True)
    try:
        with store.reading() as connection:
            old = hub_queries.outdated(connection, VERSIONS)
    except BaseException:
        store.close()
        raise
    if old:
        store.close()
        raise HubStoreError(store.where, "isinya dihitung oleh versi lain program ini; jalankan hub ingest sekali")
    return Consolidated(store)


def _row(found: PageRow, year: int) -> Row:
    return Row(found.satker, counting(with_counts(found.evaluations), year), found.key)
