"""The log on disk: lines are appended and read, never changed."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, insert, select

from zi_desktop.domain.errors import DamagedDatabaseError
from zi_desktop.domain.events import Event, Subject, read_line
from zi_desktop.storage.tables import event

_APPEND: Final = insert(event)


def append(connection: Connection, events: Sequence[Event]) -> None:
    """Write lines inside the caller's transaction."""
    connection.execute(
        _APPEND,
        [
            {
                "subject_id": item.subject.id, "subject_kind": item.subject.kind, "stream": item.stream,
                "seq": item.seq, "hash": item.hash, "previous": item.previous, "line": item.line,
            }
            for item in events
        ],
    )  # fmt: skip


def load(connection: Connection, subject_ids: Iterable[str]) -> list[Event]:
    """Read the lines of some subjects, each checked against its hash.

    Raises:
        DamagedDatabaseError: a line is not the one that was written.
    """
    rows = connection.execute(
        select(event.c.line, event.c.previous, event.c.hash).where(event.c.subject_id.in_(list(subject_ids)))
    )
    events = []
    for line, previous, stored in rows:
        item = _read(line, previous)
        if item is None or item.hash != stored:
            raise DamagedDatabaseError
        events.append(item)
    return events


def subjects(connection: Connection) -> list[Subject]:
    """Return every subject that has lines, sorted."""
    rows = connection.execute(
        select(event.c.subject_kind, event.c.subject_id).distinct().order_by(event.c.subject_kind, event.c.subject_id)
    )
    return [Subject(kind, id_) for kind, id_ in rows]


def _read(line: bytes, previous: str) -> Event | None:
    try:
        return read_line(line, previous)
    except (ValueError, KeyError, TypeError):
        return None
