"""Lines of the log: spelled once, kept as bytes, chained by hashes (the law is design/events.md)."""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain import canonical
from zi_desktop.domain.border import is_clean, is_surely_clean
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import LineError

VERSION: Final = 1
GENESIS: Final = "0" * 64
"""What the first line of a stream has for its previous hash."""

CRITICAL_KINDS: Final = frozenset({"seal", "seal.cancel", "redact"})
"""Kinds without which a reader would show a wrong state."""

_FIELDS: Final = frozenset({
    "v", "critical", "subject", "stream", "seq", "kind", "cell", "value", "edges", "author", "wall", "nonce",
})  # fmt: skip
_TEXTS: Final = ("kind", "cell", "author")
_REDACTED: Final = re.compile(rb'\{"redacted":"([0-9a-f]{64})"\}')
SHORTEST: Final = len('{"redacted":""}') + 64
"""Bytes of the shortest line that there is: one of which only the digest is left."""
_RANDOM: Final = re.compile(r"[0-9a-f]{32}")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_parse: Final = json.JSONDecoder().raw_decode
_USUAL: Final = re.compile(
    '{"author":(T),"cell":(T),"critical":(true|false),"edges":\\[(?:"([0-9a-f]{64})")?\\],"kind":(T),"nonce":"[0-9a-f]{32}",'
    '"seq":([1-9][0-9]{0,14}),"stream":"([0-9a-f]{32})","subject":{"id":(T),"kind":(T)},"v":1,"value":(.+),"wall":(T)}'
    .replace("(T)", r'"([^"\\\x00-\x1f]+)"')
)  # fmt: skip
"""The canonical spelling of a line that replaces one head or none, without escapes and fields of a later program."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a line is about: ``kind`` is ``evaluation``, ``satker`` or ``office``; ``id`` a UUID."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Event:
    """A line in its place: its fields, its bytes, and its place in the chain of its stream.

    ``hash`` = SHA-256(previous hash + SHA-256(line)), hexadecimal; it names the event everywhere.
    """

    subject: Subject
    stream: str
    seq: int
    kind: str
    cell: str
    value: Json
    edges: tuple[str, ...]
    author: str
    wall: str
    critical: bool
    line: bytes
    previous: str
    hash: str

    @property
    def redacted(self) -> bool:
        """Tell whether only the digest of the line is here: it keeps the chain and states nothing."""
        return is_redacted(self.line)

    @property
    def whole(self) -> bool:
        """Tell whether the line is here with its content."""
        return not is_redacted(self.line)


def chain(previous: str, line: bytes) -> str:
    """Return the hash of a line after the line with that hash; a redacted line has that of the whole one."""
    return hashlib.sha256(bytes.fromhex(previous) + _digest(line)).hexdigest()


def is_redacted(line: bytes) -> bool:
    """Tell whether a line is one of which only the digest is left."""
    return len(line) == SHORTEST and _REDACTED.fullmatch(line) is not None


def redacted_line(line: bytes) -> bytes:
    """Return what stands in for a line that stays at home; one that is redacted already stays as it is."""
    return b'{"redacted":"%s"}' % _digest(line).hex().encode()


def write_line(
    subject: Subject,
    stream: str,
    seq: int,
    *,
    kind: str,
    cell: str,
    value: Json,
    edges: Sequence[str],
    author: str,
    wall: str,
    nonce: str,
    previous: str,
) -> Event:
    """Make the next event of a stream.

    Raises:
        LineError: the value cannot be spelled, was not cleaned, or the line is longer than the format allows.
    """
    fields = {
        "v": VERSION, "critical": kind in CRITICAL_KINDS, "subject": {"id": subject.id, "kind": subject.kind},
        "stream": stream, "seq": seq, "kind": kind, "cell": cell, "value": value, "edges": sorted(set(edges)),
        "author": author, "wall": wall, "nonce": nonce,
    }  # fmt: skip
    line = canonical.encode(fields)
    if len(line) > canonical.MAX_LINE:
        raise LineError(
            "Isian terlalu besar untuk satu catatan. Tidak ada yang tersimpan; bagi isian itu, lalu ulangi."
        )
    # Found here, at the writer: elsewhere a line that is not clean would hold up its whole stream for ever.
    if not is_clean(fields):
        raise canonical.refusal("memuat teks yang belum dibersihkan")
    return read_line(line, previous)


def read_line(line: bytes, previous: str) -> Event:
    """Read a line that this workspace stored (it was checked when it came in)."""
    fields, _ = _parse(line.decode())
    return _placed(fields, line, previous)


def read_redacted(line: bytes, previous: str, subject: Subject, stream: str, seq: int) -> Event:
    """Read a redacted line; where it stands, whoever keeps it must know.

    Raises:
        LineError: it is not redacted.
    """
    if not is_redacted(line):
        raise canonical.refusal("tidak hanya berisi sidik")
    return Event(
        subject, stream, seq, kind="", cell="", value=None, edges=(), author="", wall="", critical=False, line=line,
        previous=previous, hash=chain(previous, line),
    )  # fmt: skip


def accept_line(line: bytes, previous: str, hash_: str = "") -> Event:
    """Read a line from outside; nothing that is not exactly of the format gets in.

    ``hash_`` is its hash where somebody followed the chain already.
    Fields that a later program added are kept. What a line states is not judged here: a value that this program
    cannot act on is kept and passed on, as unknown kinds are (see ``shapes``).

    Raises:
        LineError: not canonical, not clean, too long, a field missing or of the wrong type.
    """
    if len(line) > canonical.MAX_LINE:
        raise canonical.refusal("melebihi batas panjang")
    if (usual := _usual(line, previous, hash_)) is not None:
        return usual
    fields = canonical.decode(line)
    if not isinstance(fields, dict) or not fields.keys() >= _FIELDS or not _well_typed(fields):
        raise canonical.refusal("tidak lengkap atau isinya salah jenis")
    if not is_surely_clean(line.decode()) and not is_clean(fields):
        raise canonical.refusal("memuat teks yang belum dibersihkan")
    return _placed(fields, line, previous, hash_)


def head_digest(tips: Sequence[tuple[str, int, str]]) -> str:
    """Return the head of a subject: SHA-256 over the sorted list of (stream, seq, hash)."""
    return canonical.digest([list(tip) for tip in sorted(tips)])


def are_hashes(value: Json) -> bool:
    """Tell whether a value is a list of hashes of events."""
    return isinstance(value, list) and all(isinstance(item, str) and _HASH.fullmatch(item) for item in value)


def _usual(line: bytes, previous: str, hash_: str) -> Event | None:
    """Read a line that is spelled as nearly every line is: a third of the work. Others (None) are looked at closely.

    The envelope is canonical where it matches: its keys are sorted, no text is escaped; what stands for the value must
    be canonical by itself, so that the value ends where the envelope goes on.
    """
    try:
        text = line.decode()
    except UnicodeDecodeError:
        return None
    found = _USUAL.fullmatch(text)
    if found is None or not is_surely_clean(text):
        return None
    author, cell, critical, edge, kind, seq, stream, id_, of, spelled, wall = found.groups()
    try:
        value = canonical.read(spelled, canonical.MAX_DEPTH - 1)
    except LineError:
        return None
    if not _is_wall(wall):
        return None
    return Event(
        Subject(of, id_), stream, int(seq), kind, cell, value, (edge,) if edge else (), author, wall,
        critical == "true", line, previous, hash_ or chain(previous, line),
    )  # fmt: skip


def _placed(fields: dict[str, Json], line: bytes, previous: str, hash_: str = "") -> Event:
    subject = fields["subject"]
    return Event(
        Subject(subject["kind"], subject["id"]), fields["stream"], fields["seq"], fields["kind"], fields["cell"],
        fields["value"], tuple(fields["edges"]), fields["author"], fields["wall"], fields["critical"], line, previous,
        hash_ or chain(previous, line),
    )  # fmt: skip


def _digest(line: bytes) -> bytes:
    if is_redacted(line):
        return bytes.fromhex(line[-SHORTEST + 13 : -2].decode())
    return hashlib.sha256(line).digest()


def _well_typed(fields: dict[str, Json]) -> bool:
    subject, edges = fields["subject"], fields["edges"]
    return (
        type(fields["v"]) is int
        and fields["v"] == VERSION
        and type(fields["critical"]) is bool
        and type(fields["seq"]) is int
        and fields["seq"] > 0
        and all(_is_text(fields[name]) for name in _TEXTS)
        and all(isinstance(fields[name], str) and _RANDOM.fullmatch(fields[name]) for name in ("stream", "nonce"))
        and isinstance(subject, dict)
        and all(_is_text(subject.get(name)) for name in ("kind", "id"))
        and are_hashes(edges)
        and edges == sorted(set(edges))
        and _is_wall(fields["wall"])
    )


def _is_text(value: Json) -> bool:
    return isinstance(value, str) and value != ""


def _is_wall(value: Json) -> bool:
    try:
        return isinstance(value, str) and dt.datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
