"""What is local and mutable: people's names, settings of this laptop, drafts, sealed documents, summaries."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from sqlalchemy import Connection, Table, bindparam, delete, select
from sqlalchemy.dialects.sqlite import Insert, insert

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.workspace_errors import DamagedDatabaseError
from zi_desktop.storage.tables import document, draft, person, setting


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the directory; the NIP may be empty."""

    id: str
    name: str
    nip: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A sealed report: its signed JSON, and the PDF's name and digest in its newest signed state."""

    evaluation_id: str
    revision: int
    seal: str
    record: bytes
    file: str
    sha256: str


def put(connection: Connection, table: Table, row: Mapping[str, object]) -> None:
    """Insert a row, or replace the one with its key (never on ``event``)."""
    connection.execute(_upsert(table, tuple(row)), [row])


@cache
def _upsert(table: Table, names: tuple[str, ...]) -> Insert:
    keys = [column.name for column in table.primary_key]
    statement = insert(table)
    rest = {name: statement.excluded[name] for name in names if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=rest)


def stored_json(text: str) -> Json:
    """Read JSON that this program stored.

    Raises:
        DamagedDatabaseError: it is none any more.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DamagedDatabaseError from error


def people(connection: Connection) -> dict[str, Person]:
    """Return the directory by id."""
    rows = connection.execute(select(person.c.id, person.c.name, person.c.nip, person.c.position))
    return {row.id: Person(row.id, row.name, row.nip, row.position) for row in rows}


def put_person(connection: Connection, item: Person) -> None:
    """Add a person, or correct the entry."""
    put(connection, person, {"id": item.id, "name": item.name, "nip": item.nip, "position": item.position})


def drop_person(connection: Connection, person_id: str) -> None:
    """Take an entry away: it was another one's all along."""
    connection.execute(delete(person).where(person.c.id == person_id))


def settings(connection: Connection) -> dict[str, Json]:
    """Return all settings of this laptop."""
    return {row.key: stored_json(row.value) for row in connection.execute(select(setting.c.key, setting.c.value))}


def put_setting(connection: Connection, key: str, value: Json) -> None:
    """Set one setting."""
    put(connection, setting, {"key": key, "value": json.dumps(value, ensure_ascii=False)})


_DROP_DRAFTS: Final = delete(draft).where(
    draft.c.subject_id == bindparam("in_subject"),
    draft.c.author == bindparam("by"),
    draft.c.cell == bindparam("in_cell"),
)


def put_draft(connection: Connection, subject_id: str, cell: str, author: str, text: str, wall: str) -> None:
    """Keep what is being typed."""
    row = {"subject_id": subject_id, "cell": cell, "author": author, "text": text, "wall": wall}
    put(connection, draft, row)


def drop_drafts(connection: Connection, subject_id: str, cells: Iterable[str], author: str) -> None:
    """Forget drafts that have become lines, or were given up."""
    connection.execute(_DROP_DRAFTS, [{"in_subject": subject_id, "by": author, "in_cell": cell} for cell in cells])


def drafts(connection: Connection, subject_id: str) -> dict[tuple[str, str], str]:
    """Return the drafts of a subject: (cell, author) to text."""
    rows = connection.execute(
        select(draft.c.cell, draft.c.author, draft.c.text).where(draft.c.subject_id == subject_id)
    )
    return {(row.cell, row.author): row.text for row in rows}


def drafts_of(connection: Connection, author: str) -> list[tuple[str, str]]:
    """Return where a person has drafts: (subject, cell), the oldest first."""
    wanted = select(draft.c.subject_id, draft.c.cell).where(draft.c.author == author)
    return [(row.subject_id, row.cell) for row in connection.execute(wanted.order_by(draft.c.wall, draft.c.cell))]


def put_document(connection: Connection, item: Document) -> None:
    """Remember a sealed report in its newest signed state."""
    put(connection, document, {name: getattr(item, name) for name in Document.__slots__})


def documents(connection: Connection, evaluation_id: str | None = None) -> list[Document]:
    """Return the sealed reports (of one evaluation), newest revision last."""
    query = select(document).order_by(document.c.evaluation_id, document.c.revision)
    if evaluation_id is not None:
        query = query.where(document.c.evaluation_id == evaluation_id)
    return [Document(**row._mapping) for row in connection.execute(query)]  # noqa: SLF001 (SQLAlchemy's public name)
