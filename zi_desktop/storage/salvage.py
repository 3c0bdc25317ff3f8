"""What a database still holds, whole or damaged: every line that proves itself, and the local rows that can be read."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Table

from zi_desktop.domain.errors import LineError
from zi_desktop.domain.events import Event, accept_line
from zi_desktop.storage.pages import Pages, Row
from zi_desktop.storage.tables import (
    card,
    document,
    draft,
    event,
    exchange,
    pending,
    person,
    receipt,
    segment,
    setting,
    withheld,
)
from zi_desktop.storage.write_ahead import log_of, read_log

LOCAL_TABLES: Final = (person, setting, draft, document, segment, withheld, pending, card, exchange, receipt)
"""What cannot be computed again and stands in no line."""
_COLUMNS: Final = len(event.columns)
_KEY_COLUMNS: Final = len(event.primary_key)


@dataclass(frozen=True, slots=True)
class Remains:
    """What was found: lines by hash, hashes of lines known only by name, rows by table (None: not readable)."""

    lines: Mapping[str, Event]
    named: frozenset[str]
    rows: Mapping[str, Sequence[Mapping[str, Any]] | None]
    revision: str | None

    @property
    def missing(self) -> frozenset[str]:
        """Return the hashes of lines that once stood here and cannot be read."""
        return self.named - self.lines.keys()


def salvage(file: Path) -> Remains:
    """Read a database with its log, changing neither.

    Raises:
        OSError: the file itself cannot be read.
    """
    data = file.read_bytes() if file.exists() else b""
    log = read_log(log_of(file))
    states = [Pages(data, log.settled())]
    if not log.whole:
        states.append(Pages(data, log.committed()))
    lines: dict[str, Event] = {}
    named: set[str] = set()
    for pages in states:
        readable = dict(_lines(pages))
        lines |= {line.hash: line for line in readable.values()}
        named |= _named(pages, readable)
    with closing(_opened(states[-1])) as connection:
        rows = {table.name: _sound(table, _rows(connection, table.name)) for table in LOCAL_TABLES}
        revisions = _rows(connection, "alembic_version") or []
    return Remains(lines, frozenset(named), rows, revisions[0]["version_num"] if revisions else None)


def _lines(pages: Pages) -> Iterator[tuple[int, Event]]:
    """Yield (rowid, line) of the lines that prove themselves: canonical, and of the hash that was stored with them."""
    for row in pages.table_rows():
        if len(row.values) == _COLUMNS:
            *_, stored, previous, line = row.values
            found = _line(line, previous)
            if found is not None and found.hash == stored:
                yield row.rowid, found


def _line(line: object, previous: object) -> Event | None:
    try:
        return accept_line(line, previous) if isinstance(line, bytes) and isinstance(previous, str) else None
    except (LineError, ValueError):
        return None


def _named(pages: Pages, readable: Mapping[int, Event]) -> set[str]:
    """Return the hashes of lines that must exist: those that others follow, and those that only the index has."""
    named = {line.previous for line in readable.values() if line.seq > 1}
    return named | {str(row.values[_KEY_COLUMNS - 1]) for row in pages.index_rows() if _points_nowhere(row, readable)}


def _points_nowhere(row: Row, readable: Mapping[int, Event]) -> bool:
    return len(row.values) == _KEY_COLUMNS + 1 and row.values[-1] not in readable


def _opened(pages: Pages) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.deserialize(pages.as_database())
    return connection


def _sound(table: Table, rows: Sequence[Mapping[str, Any]] | None) -> Sequence[Mapping[str, Any]] | None:
    """Leave out rows with a value that this program never wrote."""
    if rows is None:
        return None
    typed = [
        row for row in rows if all(isinstance(row[column.name], column.type.python_type) for column in table.columns)
    ]
    return [row for row in typed if table is not setting or _is_json(row["value"])]


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _rows(connection: sqlite3.Connection, table: str) -> Sequence[Mapping[str, Any]] | None:
    """Return the rows of a table; a damaged page is stepped over by reading from both ends."""
    found: dict[int, Mapping[str, Any]] = {}
    for order in ("", " DESC"):
        try:
            for row in connection.execute(f"SELECT rowid AS place, * FROM {table} ORDER BY rowid{order}"):  # noqa: S608 (our own names)
                values = dict(row)
                found[values.pop("place")] = values
        except sqlite3.Error:
            continue
        return list(found.values())
    return list(found.values()) or None
