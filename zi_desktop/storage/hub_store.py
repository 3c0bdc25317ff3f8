"""The consolidated store, open: SQLite for one office, PostgreSQL for a ministry; one transaction a subject."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Self

from sqlalchemy import Connection, Engine, Table, case, create_engine, func, inspect, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import StaticPool

from zi_desktop.domain.errors import HubStoreError
from zi_desktop.domain.events import SHORTEST, Event, Subject, is_redacted, read_line, read_redacted
from zi_desktop.domain.workspace_errors import DamagedDatabaseError
from zi_desktop.storage import hub_addresses, hub_tables, sqlite_engine
from zi_desktop.storage.hub_addresses import SQLITE
from zi_desktop.storage.hub_tables import SCHEMA, fact, line, subject

_COUNTS: Final = {"preserve_rowcount": True}
_LINES: Final = ("subject_id", "stream", "seq", "hash", "previous", "line")
_LINE_TYPES: Final = ("text", "text", "int4", "text", "text", "bytea")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stored line stands, and whether it is here whole or only its digest."""

    stream: str
    seq: int
    whole: bool


class HubStore:
    """An open store; closed with ``close`` or as a context manager."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self.where = where

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store.

        Raises:
            HubStoreError: the database is not reached or failed.
        """
        with self._explained(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the connection of one writing transaction: durable when the block is left, undone when it raises.

        Raises:
            HubStoreError: the database is not reached or failed; nothing of the transaction is kept.
        """
        with self._explained():
            writer = self._engine.connect().execution_options(**sqlite_engine.WRITES)
            with writer as connection, connection.begin():
                yield connection

    def make(self) -> None:
        """Make the tables where there are none.

        Raises:
            HubStoreError: the store is of a later layout, or the database failed.
        """
        with self.writing() as connection:
            hub_tables.metadata.create_all(connection)
            put(connection, fact, [{"key": "schema", "value": str(SCHEMA)}], keep=True)
        self.check_layout()

    def check_layout(self) -> None:
        """Refuse what is no store of ours, or one of a later program.

        Raises:
            HubStoreError: says which.
        """
        with self.reading() as connection:
            if not inspect(connection).has_table(fact.name):
                raise HubStoreError(self.where, "belum disiapkan; jalankan hub init dahulu")
            found = connection.scalar(select(fact.c.value).where(fact.c.key == "schema"))
        if found != str(SCHEMA):
            raise HubStoreError(self.where, "dibuat oleh versi program yang lain; perbarui program ini")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (OperationalError, self._engine.dialect.loaded_dbapi.OperationalError) as error:
            raise HubStoreError(self.where, "basis data tidak dapat dicapai atau sedang sibuk") from error
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error) or error.connection_invalidated:
                raise HubStoreError(self.where, "basis data gagal bekerja") from error
            raise


def open_store(address: str, *, make: bool = False, reads: bool = False) -> HubStore:
    """Open a consolidated store.

    Args:
        address: ``postgresql://user@host/database``, ``sqlite:///path`` or the path of a SQLite file.
        make: make its tables where there are none.
        reads: only read it; the database itself refuses everything else.

    Raises:
        InvalidInputError: no address of a database.
        HubStoreError: not reached, not made yet, or of a later layout.
    """
    store = HubStore(*hub_addresses.connect(address, make=make, reads=reads))
    try:
        if make:
            store.make()
        else:
            store.check_layout()
    except BaseException:
        store.close()
        raise
    return store


def memory_store(where: str) -> HubStore:
    """Make an empty store that is gone when it is closed; ``where`` is what a person calls it."""
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    store = HubStore(engine, where)
    store.make()
    return store


def locked(connection: Connection, named: Subject) -> bool:
    """Hold a subject until the end of the transaction, so that two workers with two of its streams take turns.

    Tells whether its row was made by this transaction, and so holds it: nothing of the subject is here yet.
    """
    row = {"subject_id": named.id, "kind": named.kind, "tips": "[]", "lines": 0}
    insert = _upsert(subject, tuple(row), connection.dialect.name, keep=True)
    if connection.execute(insert, row, execution_options=_COUNTS).rowcount == 1:
        return True
    connection.execute(select(subject.c.subject_id).where(subject.c.subject_id == named.id).with_for_update())
    return False


def begun(connection: Connection, named: Collection[Subject]) -> set[Subject]:
    """Return those subjects of which something is here."""
    ids = {each.id: each for each in named}
    return {ids[id_] for id_ in connection.scalars(select(subject.c.subject_id).where(subject.c.subject_id.in_(ids)))}


def lines_of(connection: Connection, named: Subject) -> list[Event]:
    """Read the lines of a subject, each checked against its hash.

    Raises:
        DamagedDatabaseError: a line is not the one that was stored.
    """
    wanted = select(line.c.stream, line.c.seq, line.c.hash, line.c.previous, line.c.line)
    events = []
    for stream, seq, stored, previous, data in connection.execute(wanted.where(line.c.subject_id == named.id)):
        kept = bytes(data)
        event = read_redacted(kept, previous, named, stream, seq) if is_redacted(kept) else read_line(kept, previous)
        if event.hash != stored:
            raise DamagedDatabaseError
        events.append(event)
    return events


def places_of(connection: Connection, named: Subject) -> dict[str, Place]:
    """Return where the lines of a subject stand, by hash; they are not looked into."""
    short = case((func.length(line.c.line) == SHORTEST, line.c.line))  # nothing longer is redacted
    wanted = select(line.c.hash, line.c.stream, line.c.seq, short).where(line.c.subject_id == named.id)
    return {
        hash_: Place(stream, seq, data is None or not is_redacted(bytes(data)))
        for hash_, stream, seq, data in connection.execute(wanted)
    }


def append(connection: Connection, events: Sequence[Event]) -> None:
    """Write lines that are not there yet: COPY in PostgreSQL, many at once in SQLite."""
    rows = [(e.subject.id, e.stream, e.seq, e.hash, e.previous, e.line) for e in events]
    if not rows:
        return
    columns = ", ".join(f'"{name}"' for name in _LINES)
    if connection.dialect.name == SQLITE:
        places = ", ".join("?" for _ in _LINES)
        connection.exec_driver_sql(f'INSERT INTO "{line.name}" ({columns}) VALUES ({places})', rows)  # noqa: S608 (our own names)
        return
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f'COPY "{line.name}" ({columns}) FROM STDIN (FORMAT BINARY)') as copy:
        copy.set_types(_LINE_TYPES)
        for row in rows:
            copy.write_row(row)


@contextmanager
def together(connection: Connection) -> Iterator[None]:
    """Send a server what the block writes without waiting for each answer; it must ask nothing."""
    driver: Any = connection.connection.driver_connection
    with nullcontext() if connection.dialect.name == SQLITE else driver.pipeline():
        yield


def replace_lines(connection: Connection, events: Iterable[Event]) -> None:
    """Put whole lines in the place of those of which only the digest was there, or digests in the place of whole ones."""
    for event in events:
        connection.execute(
            update(line)
            .where(
                line.c.subject_id == event.subject.id, line.c.stream == event.stream, line.c.seq == event.seq,
                line.c.hash == event.hash,
            )
            .values(line=event.line)
        )  # fmt: skip


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]], *, keep: bool = False) -> None:
    """Insert rows; one with the same key is replaced, or kept as it is where ``keep`` says so."""
    if rows:
        connection.execute(_upsert(table, tuple(rows[0]), connection.dialect.name, keep=keep), list(rows))


def subjects(connection: Connection) -> list[Subject]:
    """Return every subject, sorted."""
    found = connection.execute(
        select(subject.c.kind, subject.c.subject_id).order_by(subject.c.kind, subject.c.subject_id)
    )
    return [Subject(kind, id_) for kind, id_ in found]


def count(connection: Connection, table: Table) -> int:
    """Return how many rows a table has."""
    return connection.scalar(select(func.count()).select_from(table)) or 0


@cache
def _upsert(table: Table, names: tuple[str, ...], dialect: str, *, keep: bool) -> Any:
    statement: Any = (sqlite if dialect == SQLITE else postgresql).insert(table)
    keys = [column.name for column in table.primary_key]
    if keep:
        return statement.on_conflict_do_nothing(index_elements=keys)
    rest = {name: statement.excluded[name] for name in names if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=rest)
