"""Which rows of Beranda are shown, in which order: filters, search, sorting; values without Qt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from zi_desktop.services.evaluations.standing import Standing
from zi_desktop.ui.home.columns import Column
from zi_desktop.ui.home.rows import ARCHIVED, Row

ALL: Final = ""
ACTION_NEEDED: Final = -1
"""The order "perlu tindakan", in place of a column."""
_URGENCY: Final = ("berjalan", "siap_ditinjau", "menunggu_ttd", "selesai", "belum_mulai", "diarsipkan")
_STANDINGS: Final = (Standing.MET, Standing.NEAR, Standing.FAR, Standing.UNKNOWN, Standing.NONE)
_BIGGEST_FIRST: Final = frozenset({Column.FILLED, Column.SCORE, Column.PREDICATE})


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for; an empty text asks for nothing. ``kind`` is in small letters."""

    search: str = ""
    status: str = ALL
    kind: str = ALL
    activity: str = ALL
    standing: str = ALL
    predicate: str = ALL
    passed: str = ALL
    proposed: str = ALL
    remarked: str = ALL
    overdue: str = ALL


@dataclass(frozen=True, slots=True)
class Order:
    """By which column, and whether the other way round than that column begins."""

    column: int = ACTION_NEEDED
    reverse: bool = False

    def pressed(self, column: int) -> "Order":
        """Return the order after a press on a heading: by it, the other way round, and back to "perlu tindakan"."""
        if self.column != column:
            return Order(column)
        return Order() if self.reverse else Order(column, reverse=True)

    @property
    def descending(self) -> bool:
        """Tell whether the biggest comes first."""
        return (self.column in _BIGGEST_FIRST) != self.reverse


def chosen(rows: Iterable[Row], wanted: Filter) -> tuple[list[Row], Mapping[str, int]]:
    """Return the rows that a filter lets through, in their order, and how many each status would show.

    Archived rows come only where they are asked for; the count under "" is that of all others.
    """
    counts = dict.fromkeys((ALL, *_URGENCY), 0)
    found: list[Row] = []
    for row in _fitting(rows, wanted):
        status = row.status
        counts[status] += 1
        if status == wanted.status or (not wanted.status and status != ARCHIVED):
            found.append(row)
    counts[ALL] = sum(counts.values()) - counts[ARCHIVED]
    return found, counts


def ordered(rows: Sequence[Row], order: Order, opened: Sequence[str] = ()) -> list[Row]:
    """Return rows in an order; a row without a figure stands last either way.

    Args:
        rows: what is shown.
        order: by what.
        opened: ids of the evaluations opened last, newest first.
    """
    by_name = sorted(rows, key=lambda row: row.name_key)
    if order.column == ACTION_NEEDED:
        ranks = {id_: rank for rank, id_ in enumerate(opened)}
        return sorted(by_name, key=lambda row: _need(row, ranks))
    key = _KEYS[Column(order.column)]
    known = [row for row in by_name if key(row) is not None]
    known.sort(key=key, reverse=order.descending)
    return known + [row for row in by_name if key(row) is None]


def _fitting(rows: Iterable[Row], wanted: Filter) -> Iterable[Row]:
    """Return the rows that pass everything but the status."""
    for word in wanted.search.casefold().split():
        rows = [row for row in rows if word in row.haystack]
    if wanted.kind:
        rows = [row for row in rows if row.satker["kind"].casefold() == wanted.kind]
    for attribute in ("activity", "predicate", "standing", "passed", "proposed", "remarked", "overdue"):
        value = getattr(wanted, attribute)
        if value:
            rows = [row for row in rows if getattr(row, attribute) == value]
    return rows


def _need(row: Row, ranks: Mapping[str, int]) -> tuple[int, int, int]:
    rank = ranks.get(row.evaluation_id, len(ranks))
    return _URGENCY.index(row.status), rank if row.status == "berjalan" else 0, int(row.evaluation is None)


def _predicate(row: Row) -> tuple[bool, int] | None:
    return (row.predicate == "WBBM", int(row.satker["predicate_year"])) if row.predicate else None


def _standing(row: Row) -> tuple[int, Fraction] | None:
    if row.evaluation is None:
        return None
    return _STANDINGS.index(row.standing), Fraction(row.evaluation["standing"]["gap"])


def _visit(row: Row) -> str | None:
    return str(row.evaluation["first_day"]) or None if row.evaluation else None


_KEYS: Final[Mapping[Column, Callable[[Row], Any]]] = {
    Column.SATKER: lambda row: row.name_key,
    Column.PREDICATE: _predicate,
    Column.TARGET: lambda row: row.cells[Column.TARGET].text,
    Column.ACTIVITY: lambda row: row.activity or None,
    Column.STATUS: lambda row: _URGENCY.index(row.status),
    Column.FILLED: lambda row: row.share if row.evaluation else None,
    Column.SCORE: lambda row: row.score,
    Column.DIFFERENCE: lambda row: row.difference,
    Column.STANDING: _standing,
    Column.REMARKS: lambda row: (row.remarks_late, row.remarks_open) if row.remarks_open else None,
    Column.VISIT: _visit,
}
