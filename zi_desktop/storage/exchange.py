"""What laptops have of each other: identity cards, segments that wait, bundles in and out, receipts of a hub."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnClause, Connection, Integer, delete, literal_column, select

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.events import Subject
from zi_desktop.storage.directory import put, stored_json
from zi_desktop.storage.tables import card, exchange, pending, receipt

_ARRIVAL: Final[ColumnClause[int]] = literal_column("rowid", Integer)
"""Tells apart what was noted within one second."""
IN, OUT = "in", "out"
"""Directions of a bundle."""
BEGUN, DONE = "berjalan", "selesai"
"""States of a bundle that comes in: one that stays begun was cut off, and is taken again."""


@dataclass(frozen=True, slots=True)
class KnownCard:
    """A card as it came; ``accepted`` is "", "own", "paper", "certificate" or "registry", ``at`` since when."""

    device: str
    person: str
    data: bytes
    accepted: str
    at: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A verified segment that is not applied; ``why``: "gap" (of its stream) or "device" (its card is not accepted)."""

    subject: Subject
    stream: str
    first: int
    last: int
    last_hash: str
    device: str
    why: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Exchange:
    """A bundle that went out or came in; ``state`` and ``detail`` are the service's, ``number`` counts what goes out."""

    id: str
    at: str
    direction: str
    kind: str
    peer: str
    name: str
    number: int
    sha256: str
    size: int
    state: str
    detail: Json


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """A receipt as the hub signed it."""

    hub_id: str
    generation: int
    number: int
    data: bytes
    at: str


def put_card(connection: Connection, item: KnownCard) -> None:
    """Keep a card, or what is thought of it."""
    row = {
        "device": item.device, "person": item.person, "bytes": item.data, "accepted": item.accepted, "at": item.at,
    }  # fmt: skip
    put(connection, card, row)


def cards(connection: Connection) -> Mapping[str, KnownCard]:
    """Return every card by device."""
    wanted = select(card.c.device, card.c.person, card.c.bytes, card.c.accepted, card.c.at).order_by(card.c.device)
    return {row.device: KnownCard(*row) for row in connection.execute(wanted)}


def put_waiting(connection: Connection, item: Waiting) -> None:
    """Keep a segment until it can be applied."""
    row = {
        "device": item.device, "last_hash": item.last_hash, "subject_id": item.subject.id,
        "subject_kind": item.subject.kind, "stream": item.stream, "first": item.first, "last": item.last,
        "why": item.why, "bytes": item.data,
    }  # fmt: skip
    put(connection, pending, row)


def waiting(connection: Connection, subject_id: str | None = None) -> tuple[Waiting, ...]:
    """Return the segments (of one subject) that wait, by stream and place."""
    wanted = select(
        pending.c.subject_kind, pending.c.subject_id, pending.c.stream, pending.c.first, pending.c.last,
        pending.c.last_hash, pending.c.device, pending.c.why, pending.c.bytes,
    ).order_by(pending.c.subject_id, pending.c.stream, pending.c.first, pending.c.last, pending.c.device)  # fmt: skip
    if subject_id is not None:
        wanted = wanted.where(pending.c.subject_id == subject_id)
    return tuple(Waiting(Subject(kind, id_), *rest) for kind, id_, *rest in connection.execute(wanted))


def drop_waiting(connection: Connection, item: Waiting) -> None:
    """Forget a segment that has been applied."""
    connection.execute(delete(pending).where(pending.c.device == item.device, pending.c.last_hash == item.last_hash))


def put_exchange(connection: Connection, item: Exchange) -> None:
    """Keep how far a bundle got."""
    row = {name: getattr(item, name) for name in Exchange.__slots__}
    put(connection, exchange, row | {"detail": json.dumps(item.detail, ensure_ascii=False)})


def exchanges(connection: Connection) -> tuple[Exchange, ...]:
    """Return every bundle that went out or came in, oldest first."""
    rows = connection.execute(select(*exchange.columns).order_by(exchange.c.at, _ARRIVAL))
    return tuple(Exchange(**{**row._mapping, "detail": stored_json(row.detail)}) for row in rows)  # noqa: SLF001 (SQLAlchemy's public name)


def find_exchange(connection: Connection, id_: str) -> Exchange | None:
    """Return a bundle that went out or came in, or None."""
    row = connection.execute(select(*exchange.columns).where(exchange.c.id == id_)).first()
    return Exchange(**{**row._mapping, "detail": stored_json(row.detail)}) if row else None  # noqa: SLF001 (see above)


def put_receipt(connection: Connection, item: StoredReceipt) -> None:
    """Keep a receipt."""
    row = {
        "hub_id": item.hub_id,
        "generation": item.generation,
        "number": item.number,
        "bytes": item.data,
        "at": item.at,
    }
    put(connection, receipt, row)


def receipts(connection: Connection) -> tuple[StoredReceipt, ...]:
    """Return the receipts of every hub, oldest first."""
    rows = connection.execute(
        select(*receipt.columns).order_by(receipt.c.hub_id, receipt.c.generation, receipt.c.number)
    )
    return tuple(StoredReceipt(row.hub_id, row.generation, row.number, row.bytes, row.at) for row in rows)


def last_receipt(connection: Connection, hub_id: str) -> StoredReceipt | None:
    """Return what a hub said last, or None where it never said anything."""
    rows = select(*receipt.columns).where(receipt.c.hub_id == hub_id)
    row = connection.execute(rows.order_by(receipt.c.number.desc(), receipt.c.generation.desc()).limit(1)).first()
    return StoredReceipt(row.hub_id, row.generation, row.number, row.bytes, row.at) if row else None
