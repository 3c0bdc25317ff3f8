"""What an Inspectorate knows of a satker beside its name: whom to call, its track record, whether it has left."""

from dataclasses import dataclass

from zi_desktop.domain.fold import Folded
from zi_desktop.domain.heads import Cell


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call at a satker; ``id`` has 32 hexadecimal digits."""

    id: str
    name: str
    position: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """A case, a disciplinary penalty or a complaint: ISO day, what it was, where it is known from."""

    id: str
    kind: str
    day: str
    text: str
    source: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Left:
    """When a satker left the agency (ISO), and for where."""

    day: str
    to: str


@dataclass(frozen=True, slots=True)
class SatkerProfile:
    """Contacts by name, track record newest first, and where it went."""

    contacts: tuple[Contact, ...]
    records: tuple[TrackRecord, ...]
    left: Left | None


def profile_of(folded: Folded) -> SatkerProfile:
    """Return the profile of a satker as it stands."""
    contacts = [
        Contact(ident, *(cell.value[name] for name in ("name", "position", "phone", "email")))
        for ident, cell in _standing(folded, "contact")
    ]
    records = [_record(ident, cell) for ident, cell in _standing(folded, "record")]
    left = folded.cell("left").value
    return SatkerProfile(
        tuple(sorted(contacts, key=lambda contact: (contact.name.casefold(), contact.id))),
        tuple(sorted(records, key=lambda record: (record.day, record.id), reverse=True)),
        Left(left["day"], left["to"]) if left and left["day"] else None,
    )


def _standing(folded: Folded, family: str) -> list[tuple[str, Cell]]:
    """Return what was not taken away, by id."""
    return [(ident, cell) for ident, cell in folded.below(family).items() if cell.value]


def _record(ident: str, cell: Cell) -> TrackRecord:
    value, head = cell.value, cell.heads[0]
    return TrackRecord(ident, value["kind"], value["day"], value["text"], value["source"], head.author, head.wall)
