"""Which device vouched for lines that came from elsewhere: kept, so that they are passed on as they came."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from zi_desktop.domain.events import Subject
from zi_desktop.storage.directory import put
from zi_desktop.storage.tables import segment


@dataclass(frozen=True, slots=True)
class Attestation:
    """A device's signature over a stretch of a stream.

    ``last_hash`` names the branch. ``since`` is the first of its lines that was not here when it came: the earlier
    ones were written on this laptop, or somebody else had vouched for them.
    """

    subject: Subject
    stream: str
    device: str
    first: int
    last: int
    previous: str
    last_hash: str
    signature: str
    since: int


def put_attestation(connection: Connection, item: Attestation) -> None:
    """Keep a signature."""
    row = {name: getattr(item, name) for name in Attestation.__slots__ if name != "subject"}
    put(connection, segment, {"subject_id": item.subject.id, "subject_kind": item.subject.kind, **row})


def attestations(connection: Connection, subject_ids: Iterable[str] | None = None) -> tuple[Attestation, ...]:
    """Return the signatures over lines of some subjects (or of all), by stream and place."""
    wanted = select(
        segment.c.subject_kind, segment.c.subject_id, segment.c.stream, segment.c.device, segment.c.first,
        segment.c.last, segment.c.previous, segment.c.last_hash, segment.c.signature, segment.c.since,
    ).order_by(segment.c.subject_id, segment.c.stream, segment.c.first, segment.c.last, segment.c.device)  # fmt: skip
    if subject_ids is not None:
        wanted = wanted.where(segment.c.subject_id.in_(list(subject_ids)))
    return tuple(Attestation(Subject(kind, id_), *rest) for kind, id_, *rest in connection.execute(wanted))


def drop_attestation(connection: Connection, item: Attestation) -> None:
    """Forget a signature that a longer one of the same device takes the place of."""
    connection.execute(
        delete(segment).where(
            segment.c.subject_id == item.subject.id,
            segment.c.stream == item.stream,
            segment.c.device == item.device,
            segment.c.first == item.first,
            segment.c.last_hash == item.last_hash,
        )
    )
