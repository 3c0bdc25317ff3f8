"""The manifest of a bundle: what is in it, from whom, and how far each subject reached when it was made."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from zi_desktop.domain import canonical
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import BundleRejected, LineError
from zi_desktop.domain.events import head_digest
from zi_desktop.sync.encryption import MOST_RECIPIENTS
from zi_desktop.sync.entry_names import part_of
from zi_desktop.sync.zip_format import LARGEST, MOST_ENTRIES
from zi_desktop.trust import spelling
from zi_desktop.trust.device_keys import is_device, is_recipient

VERSION: Final = 1
LARGEST_MANIFEST: Final = 4 * 1024 * 1024
_MOST_LISTED: Final = 65_536
_KEYS: Final = {
    "v", "kind", "bundle", "made", "installation", "device", "card", "number", "entries", "heads", "people", "evidence",
    "reports", "recipients", "parts",
}  # fmt: skip
_BUNDLE: Final = re.compile(r"[0-9a-f]{32}")


class BundleKind(StrEnum):
    """For whom a bundle is."""

    TEAM = "team"
    """The members of a team: everything, with their internal notes."""
    HUB = "hub"
    """The Inspectorate: without internal notes."""
    REFERENCE = "reference"
    """From the Inspectorate: satker, editions, registry."""
    PORTFOLIO = "portfolio"
    """What a Kanwil may see, to be read only."""


@dataclass(frozen=True, slots=True)
class SubjectHead:
    """How far a subject reached where the bundle was made: (stream, seq, hash) of its last lines, and their digest."""

    kind: str
    tips: tuple[tuple[str, int, str], ...]
    head: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that the lines speak of; what is not ``included`` comes in another bundle."""

    sha256: str
    size: int
    included: bool = True


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Who is behind an id in the lines; names stand in no line."""

    id: str
    name: str
    nip: str
    position: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself.

    ``bundle`` is random; ``made`` the local time with its zone; ``number`` rises with each export of an
    ``installation``; ``card`` is the card of whoever exported it; ``entries`` are (SHA-256, size) by name.
    """

    kind: BundleKind
    bundle: str
    made: str
    installation: str
    device: str
    card: bytes
    number: int
    entries: Mapping[str, tuple[str, int]]
    heads: Mapping[str, SubjectHead]
    people: tuple[NamedPerson, ...]
    evidence: tuple[Listed, ...]
    reports: tuple[Listed, ...]
    recipients: tuple[str, ...]


def manifest_bytes(manifest: Manifest) -> bytes:
    """Spell a manifest as canonical JSON."""
    return canonical.encode({
        "v": VERSION, "kind": manifest.kind.value, "bundle": manifest.bundle, "made": manifest.made,
        "installation": manifest.installation, "device": manifest.device, "card": manifest.card.decode(),
        "number": manifest.number,
        "entries": {name: [sha256, size] for name, (sha256, size) in manifest.entries.items()},
        "heads": {
            subject: {"kind": head.kind, "tips": [list(tip) for tip in head.tips], "head": head.head}
            for subject, head in manifest.heads.items()
        },
        "people": [[each.id, each.name, each.nip, each.position] for each in manifest.people],
        "evidence": [[each.sha256, each.size, each.included] for each in manifest.evidence],
        "reports": [[each.sha256, each.size, each.included] for each in manifest.reports],
        "recipients": list(manifest.recipients),
        "parts": None,
    })  # fmt: skip


def read_manifest(data: bytes) -> Manifest:
    """Read a manifest whose signature was checked.

    Raises:
        BundleRejected: not of the format, or of a later one.
    """
    if not spelling.is_moderate(data):
        raise BundleRejected("daftar isinya melebihi batas")
    try:
        value = canonical.decode(data)
    except LineError as error:
        raise BundleRejected("daftar isinya tidak terbaca") from error
    if not isinstance(value, dict) or not spelling.is_number(value.get("v"), VERSION, VERSION):
        raise BundleRejected("paket ini dibuat oleh versi program yang lain")
    if value.keys() != _KEYS or value["parts"] is not None:
        raise BundleRejected("paket ini dibuat oleh versi program yang lain")
    if wrong := next((name for name, holds in _SHAPES.items() if not holds(value[name])), None):
        raise BundleRejected(f"daftar isinya tidak sah pada {wrong}")
    return Manifest(
        BundleKind(value["kind"]), value["bundle"], value["made"], value["installation"], value["device"],
        value["card"].encode(), value["number"],
        {name: (sha256, size) for name, (sha256, size) in value["entries"].items()},
        {subject: _head(each) for subject, each in value["heads"].items()},
        tuple(NamedPerson(*each) for each in value["people"]),
        tuple(Listed(*each) for each in value["evidence"]), tuple(Listed(*each) for each in value["reports"]),
        tuple(value["recipients"]),
    )  # fmt: skip


def is_tip(value: Json) -> bool:
    """Tell whether a value is a tip of a stream: its name, the number of its last line, and the hash of that."""
    return (
        isinstance(value, list)
        and len(value) == len(("stream", "seq", "hash"))
        and spelling.is_stream(value[0])
        and spelling.is_number(value[1], 1)
        and spelling.is_digest(value[2])
    )


def _head(value: dict[str, Any]) -> SubjectHead:
    return SubjectHead(
        value["kind"], tuple((stream, seq, hash_) for stream, seq, hash_ in value["tips"]), value["head"]
    )


def _is_entries(value: Json) -> bool:
    return (
        isinstance(value, dict)
        and len(value) <= MOST_ENTRIES
        and all(part_of(name) is not None and _is_sized(each) for name, each in value.items())
    )


def _is_sized(value: Json) -> bool:
    return (
        isinstance(value, list)
        and len(value) == len(("sha256", "size"))
        and spelling.is_digest(value[0])
        and spelling.is_number(value[1], 0, LARGEST)
    )


def _is_heads(value: Json) -> bool:
    return isinstance(value, dict) and all(spelling.is_uuid(name) and _is_head(each) for name, each in value.items())


def _is_head(value: Json) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == {"kind", "tips", "head"}
        and spelling.is_kind(value["kind"])
        and spelling.is_list(value["tips"], is_tip, _MOST_LISTED)
        and value["head"] == head_digest([tuple(tip) for tip in value["tips"]])
    )


def _is_listed(value: Json) -> bool:
    return (
        isinstance(value, list)
        and len(value) == len(("sha256", "size", "included"))
        and spelling.is_digest(value[0])
        and spelling.is_number(value[1])
        and type(value[2]) is bool
    )


def _is_files(value: Json) -> bool:
    return spelling.is_list(value, _is_listed, _MOST_LISTED) and len({each[0] for each in value}) == len(value)


def _is_person(value: Json) -> bool:
    return (
        isinstance(value, list)
        and len(value) == len(("id", "name", "nip", "position"))
        and value[0] != ""
        and all(spelling.is_label(each) for each in value)
    )


_SHAPES: Final[Mapping[str, Callable[[Json], bool]]] = {
    "kind": lambda value: isinstance(value, str) and value in set(BundleKind),
    "bundle": lambda value: isinstance(value, str) and _BUNDLE.fullmatch(value) is not None,
    "made": spelling.is_moment,
    "installation": spelling.is_uuid,
    "device": is_device,
    "card": lambda value: isinstance(value, str),
    "number": spelling.is_number,
    "entries": _is_entries,
    "heads": _is_heads,
    "people": lambda value: spelling.is_list(value, _is_person, _MOST_LISTED),
    "evidence": _is_files,
    "reports": _is_files,
    "recipients": lambda value: spelling.is_list(value, is_recipient, MOST_RECIPIENTS),
}
