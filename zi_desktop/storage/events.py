"""The log on disk: lines are appended and read, never changed; of withheld and emptied ones only the digest is here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, delete, exists, false, func, insert, or_, select

from zi_desktop.domain.events import Event, Subject, read_line, read_redacted, redacted_line
from zi_desktop.domain.shapes import understood
from zi_desktop.domain.workspace_errors import DamagedDatabaseError
from zi_desktop.storage.tables import event, withheld

_APPEND: Final = insert(event)
_WITHHOLD: Final = insert(withheld)
_ARRIVED: Final = delete(withheld).where(withheld.c.subject_id == bindparam("of"), withheld.c.hash == bindparam("line"))
_REDACTED: Final = '{"redacted":"%s"}'


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands in its stream; ``whole`` is False where only its digest is here."""

    stream: str
    seq: int
    previous: str
    whole: bool


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


def append_received(connection: Connection, events: Sequence[Event]) -> None:
    """Write lines that came from elsewhere; one of which only the digest was here takes its own place."""
    whole = [item for item in events if not item.redacted]
    if whole:
        append(connection, whole)
        arrived = [{"of": item.subject.id, "line": item.hash} for item in whole]
        connection.execute(_ARRIVED, arrived)
    _withhold(connection, [item for item in events if item.redacted])


def empty(connection: Connection, events: Sequence[Event]) -> None:
    """Leave only the digests of lines that are here whole; the log lets no line go whose digest is not kept first."""
    _withhold(connection, events)
    for item in events:
        connection.execute(
            delete(event).where(
                event.c.subject_id == item.subject.id, event.c.stream == item.stream, event.c.seq == item.seq,
                event.c.hash == item.hash,
            )
        )  # fmt: skip


def places(connection: Connection, subject_id: str) -> Mapping[str, Place]:
    """Return where each line of a subject stands, by hash; nothing of the lines themselves is read."""
    found: dict[str, Place] = {}
    for table, whole in ((withheld, False), (event, True)):
        rows = connection.execute(
            select(table.c.hash, table.c.stream, table.c.seq, table.c.previous).where(table.c.subject_id == subject_id)
        )
        found |= {hash_: Place(stream, seq, previous, whole) for hash_, stream, seq, previous in rows}
    return found


def load(connection: Connection, subject_ids: Iterable[str]) -> list[Event]:
    """Read the lines of some subjects, each checked against its hash; withheld ones state nothing.

    Raises:
        DamagedDatabaseError: a line is not the one that was written.
    """
    ids = list(subject_ids)
    wanted = select(event.c.line, event.c.previous, event.c.hash).where(event.c.subject_id.in_(ids))
    events = _withheld(connection, ids)
    for line, previous, stored in connection.execute(wanted).all():
        item = _read(line, previous)
        if item is None or item.hash != stored:
            raise DamagedDatabaseError
        events.append(item)
    return events


def lengths(connection: Connection, subject_ids: Iterable[str]) -> Mapping[tuple[str, str], int]:
    """Return the number of the last line of each stream of some subjects, by subject and stream."""
    wanted = (
        select(event.c.subject_id, event.c.stream, func.max(event.c.seq))
        .where(event.c.subject_id.in_(list(subject_ids)))
        .group_by(event.c.subject_id, event.c.stream)
    )
    return {(subject, stream): last for subject, stream, last in connection.execute(wanted)}


def has_written(connection: Connection, author: str, kind: str) -> bool:
    """Tell whether a person wrote any line about a subject of this kind."""
    named = f'"author":"{author}"'.encode()
    found = select(event.c.seq).where(event.c.subject_kind == kind, func.instr(event.c.line, named) > 0).limit(1)
    return connection.execute(found).first() is not None


def beginnings(connection: Connection, satkers: Iterable[str]) -> list[Event]:
    """Return the lines with which evaluations of some satker (ids) began.

    Raises:
        DamagedDatabaseError: a line cannot be read.
    """
    named = [func.instr(event.c.line, f'"satker":"{id_}"'.encode()) > 0 for id_ in satkers]
    began = func.instr(event.c.line, b',"kind":"created",') > 0
    wanted = select(event.c.line, event.c.previous).where(
        event.c.subject_kind == "evaluation", began, or_(false(), *named)
    )
    found = [_read(line, previous) for line, previous in connection.execute(wanted)]
    if None in found:
        raise DamagedDatabaseError
    return [item for item in found if item is not None and understood(item.kind, item.cell, item.value)]


def of_kind(connection: Connection, subject_id: str, kind: str) -> bool:
    """Tell whether a subject has any line of this kind."""
    named = f',"kind":"{kind}",'.encode()
    found = select(event.c.seq).where(event.c.subject_id == subject_id, func.instr(event.c.line, named) > 0).limit(1)
    return connection.execute(found).first() is not None


def subjects(connection: Connection) -> list[Subject]:
    """Return every subject that has lines, sorted."""
    found: set[tuple[str, str]] = set()
    for table in (event, withheld):
        rows = connection.execute(select(table.c.subject_kind, table.c.subject_id).distinct())
        found.update((kind, id_) for kind, id_ in rows)
    return [Subject(kind, id_) for kind, id_ in sorted(found)]


def interrupted(connection: Connection) -> list[Subject]:
    """Return the subjects in which a line follows one that is not here, sorted."""
    found: set[tuple[str, str]] = set()
    for table in (event, withheld):
        before = [
            exists().where(
                each.c.subject_id == table.c.subject_id,
                each.c.stream == table.c.stream,
                each.c.seq == table.c.seq - 1,
                each.c.hash == table.c.previous,
            )
            for each in (event.alias("before"), withheld.alias("before_withheld"))
        ]
        wanted = select(table.c.subject_kind, table.c.subject_id).where(table.c.seq > 1, *(~each for each in before))
        found.update((kind, id_) for kind, id_ in connection.execute(wanted.distinct()))
    return [Subject(kind, id_) for kind, id_ in sorted(found)]


def _withhold(connection: Connection, events: Sequence[Event]) -> None:
    digests = [
        {
            "subject_id": item.subject.id, "subject_kind": item.subject.kind, "stream": item.stream, "seq": item.seq,
            "hash": item.hash, "previous": item.previous, "digest": redacted_line(item.line).decode().split('"')[3],
        }
        for item in events
    ]  # fmt: skip
    if digests:
        connection.execute(_WITHHOLD, digests)


def _withheld(connection: Connection, subject_ids: Sequence[str]) -> list[Event]:
    rows = connection.execute(select(withheld).where(withheld.c.subject_id.in_(subject_ids))).all()
    found = [
        read_redacted(
            (_REDACTED % row.digest).encode(),
            row.previous,
            Subject(row.subject_kind, row.subject_id),
            row.stream,
            row.seq,
        )
        for row in rows
    ]
    if [item.hash for item in found] != [row.hash for row in rows]:
        raise DamagedDatabaseError
    return found


def _read(line: bytes, previous: str) -> Event | None:
    try:
        return read_line(line, previous)
    except (ValueError, KeyError, TypeError):
        return None
