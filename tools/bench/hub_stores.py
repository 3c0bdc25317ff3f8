"""Consolidated stores to measure on: filled with a ministry, with a bare table beside, on SQLite and on PostgreSQL."""

import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from tools.bench.place import ROOT
from tools.ministry import evaluations, satkers
from zi_desktop.domain.events import Event
from zi_desktop.storage import hub_rows, hub_store, hub_tables
from zi_desktop.storage.hub_store import HubStore

YEARS: Final = (2025, 2026)
_LINES: Final = 5
"""Lines of each evaluation that only fills the store."""
_COLUMNS: Final = '"subject_id", "stream", "seq", "hash", "previous", "line"'
INSERT: Final = f"INSERT INTO line ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 (our own names)

LineRow = tuple[str, str, int, str, str, bytes]


def filled(store: HubStore, count: int) -> HubStore:
    """Fill a store with a ministry: satker, two years of evaluations, a few lines each; then let it be analysed."""
    units = list(satkers(count))
    found = list(evaluations(units, YEARS))
    with store.writing() as connection:
        hub_rows.put_satkers(connection, units)
        hub_rows.put_evaluations(connection, [(each.summary, each.shares) for each in found])
        kinds = [("satker", each.id, 0) for each in units] + [("evaluation", each.summary.id, _LINES) for each in found]
        hub_store.put(
            connection,
            hub_tables.subject,
            [{"subject_id": id_, "kind": kind, "tips": "[]", "lines": lines} for kind, id_, lines in kinds],
        )
        values = list(_filling([each.summary.id for each in found]))
        if connection.dialect.name == "sqlite":
            connection.connection.driver_connection.executemany(INSERT, values)  # type: ignore[union-attr]  # it is open
        else:
            _copy(connection, hub_tables.line.name, values)
    with store.writing() as connection:
        connection.exec_driver_sql("ANALYZE")
    return store


def _filling(ids: Sequence[str]) -> Iterator[LineRow]:
    text = b"isi yang tidak dibaca " * 12
    for number, id_ in enumerate(ids):
        for seq in range(1, _LINES + 1):
            yield id_, f"{number:032x}", seq, f"{number:056x}{seq:08x}", "0" * 64, text


@dataclass(frozen=True, slots=True)
class _Server:
    """A running PostgreSQL; ``url`` makes a database."""

    url: Callable[[str], str]


@contextmanager
def postgresql() -> Iterator[_Server]:
    """Run the PostgreSQL that the tests run."""
    found = importlib.util.spec_from_file_location("servers", ROOT / "tests" / "servers.py")
    assert found is not None
    assert found.loader is not None
    servers = importlib.util.module_from_spec(found)
    sys.modules["servers"] = servers  # dataclasses look their module up
    found.loader.exec_module(servers)
    with servers.postgresql_server() as server:
        yield _Server(server.url)


def bare_table(store: HubStore) -> Callable[[Sequence[Event]], None]:
    """Make a table like that of the lines; return what copies rows into it, one transaction each time."""
    with store.writing() as connection:
        connection.exec_driver_sql('CREATE TABLE bare (LIKE "line" INCLUDING ALL)')

    def copy(lines: Sequence[Event]) -> None:
        values = [row_of(each) for each in lines]
        with store.writing() as connection:
            _copy(connection, "bare", values)

    return copy


def _copy(connection: Connection, table: str, values: Sequence[LineRow]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table}" ({_COLUMNS}) FROM STDIN (FORMAT BINARY)') as copy:
        copy.set_types(("text", "text", "int4", "text", "text", "bytea"))
        for value in values:
            copy.write_row(value)


def row_of(line: Event) -> LineRow:
    """Return a line as the row of a table."""
    return line.subject.id, line.stream, line.seq, line.hash, line.previous, line.line
