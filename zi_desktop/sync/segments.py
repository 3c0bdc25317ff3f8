"""Segments: a stretch of one stream as it travels, its lines byte for byte, vouched for by the device that sends it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import Any, Final

from zi_desktop.domain import canonical, events
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import BundleRejected, LineError
from zi_desktop.domain.events import GENESIS, Event, Subject
from zi_desktop.trust import spelling
from zi_desktop.trust.device_keys import DeviceKey, is_device, is_signature, signed_by

VERSION: Final = 1
LARGEST: Final = 8 * 1024 * 1024
"""Bytes of one segment; who writes ends a segment well before (``sign_segments``)."""
_WRITTEN: Final = 4 * 1024 * 1024
"""Bytes of lines after which a new segment is begun."""
_LONGEST_HEADER: Final = 2048
_PURPOSE: Final = b"zi-segment/1\n"
_KEYS: Final = {"v", "subject", "stream", "first", "last", "previous", "last_hash", "device"}


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines ``first`` to ``last`` of a stream; ``previous`` is the hash before them, ``last_hash`` that of the last.

    ``device`` signed all that with the hash, not with the bytes: a line that is redacted leaves the signature whole.
    ``hashes`` are those of the lines where the chain was followed already (``hashes_of`` has them for every segment).
    """

    subject: Subject
    stream: str
    first: int
    last: int
    previous: str
    last_hash: str
    device: str
    signature: str
    lines: tuple[bytes, ...]
    hashes: tuple[str, ...] = field(default=(), compare=False, repr=False)


def sign_segment(made: Sequence[Event], key: DeviceKey) -> Segment:
    """Make a segment of consecutive events of one stream (at least one)."""
    if any(after.previous != before.hash or after.stream != before.stream for before, after in pairwise(made)):
        raise ValueError("not consecutive events of one stream")
    begin, end = made[0], made[-1]
    segment = Segment(
        begin.subject, begin.stream, begin.seq, end.seq, begin.previous, end.hash, key.device, "",
        tuple(event.line for event in made),
    )  # fmt: skip
    return replace(segment, signature=key.sign(_signed(segment)).hex())


def sign_segments(made: Sequence[Event], key: DeviceKey) -> Iterator[Segment]:
    """Make as many segments of consecutive events as their size asks for; of no events none."""
    begin, size = 0, 0
    for place, event in enumerate(made):
        if size and size + len(event.line) > _WRITTEN:
            yield sign_segment(made[begin:place], key)
            begin, size = place, 0
        size += len(event.line)
    if made:
        yield sign_segment(made[begin:], key)


def redacted_segment(segment: Segment, stays: Callable[[Event], bool]) -> Segment:
    """Return a segment in which only the digest is left of each line that ``stays`` at home; still signed.

    Raises:
        BundleRejected: see ``events_of``.
    """
    lines = tuple(events.redacted_line(event.line) if stays(event) else event.line for event in events_of(segment))
    return replace(segment, lines=lines)


def segment_bytes(segment: Segment) -> bytes:
    """Spell a segment: its header and its lines, each ended by a line feed."""
    header = canonical.encode({**_header(segment), "signature": segment.signature})
    return b"".join(part + b"\n" for part in (header, *segment.lines))


def read_segment(data: bytes) -> Segment:
    """Read a segment: signature and chain are checked over raw bytes before a line is parsed.

    Raises:
        BundleRejected: not of the format, not signed by the device that it names, or the chain does not hold.
    """
    if len(data) > LARGEST:
        raise BundleRejected("ruas catatan terlalu besar")
    end = data.find(b"\n", 0, _LONGEST_HEADER)
    if end < 0:
        raise BundleRejected("ruas catatan tanpa kepala")
    segment = _read_header(data[:end])
    if not signed_by(segment.device, _signed(segment), bytes.fromhex(segment.signature)):
        raise BundleRejected("tanda tangan pada ruas catatan tidak sah")
    lines = _lines(data, end + 1, segment.last - segment.first + 1)
    segment = replace(segment, lines=lines)
    hashes = hashes_of(segment)
    if hashes[-1] != segment.last_hash:
        raise BundleRejected("rantai catatan terputus")
    return replace(segment, hashes=hashes)


def hashes_of(segment: Segment) -> tuple[str, ...]:
    """Return the hash of each line of a segment, along the chain."""
    return segment.hashes or tuple(accumulate(segment.lines, events.chain, initial=segment.previous))[1:]


def events_of(segment: Segment) -> list[Event]:
    """Read the lines of a segment; nothing that is not exactly of the format gets in.

    Raises:
        BundleRejected: a line is refused, or is not the one that belongs there; names the number of the line.
    """
    found: list[Event] = []
    previous = segment.previous
    for seq, (line, hash_) in enumerate(zip(segment.lines, hashes_of(segment), strict=True), start=segment.first):
        try:
            event = _event(segment, seq, line, previous, hash_)
        except LineError as error:
            raise BundleRejected(f"baris {seq} rusak ({_problem(error)})") from error
        if (event.subject, event.stream, event.seq) != (segment.subject, segment.stream, seq):
            raise BundleRejected(f"baris {seq} bukan milik alur catatannya")
        found.append(event)
        previous = hash_
    return found


def _event(segment: Segment, seq: int, line: bytes, previous: str, hash_: str) -> Event:
    if events.is_redacted(line):
        return events.read_redacted(line, previous, segment.subject, segment.stream, seq)
    return events.accept_line(line, previous, hash_)


def _problem(error: LineError) -> str:
    return str(error).partition(". ")[0].removeprefix("Catatan ")


def _header(segment: Segment) -> dict[str, Json]:
    return {
        "v": VERSION, "subject": {"id": segment.subject.id, "kind": segment.subject.kind}, "stream": segment.stream,
        "first": segment.first, "last": segment.last, "previous": segment.previous, "last_hash": segment.last_hash,
        "device": segment.device,
    }  # fmt: skip


def _signed(segment: Segment) -> bytes:
    return _PURPOSE + canonical.encode(_header(segment))


def _read_header(data: bytes) -> Segment:
    try:
        value = canonical.decode(data)
    except LineError as error:
        raise BundleRejected("kepala ruas catatan tidak terbaca") from error
    if not isinstance(value, dict) or value.keys() != {*_KEYS, "signature"} or not _well_typed(value):
        raise BundleRejected("kepala ruas catatan tidak dikenal")
    subject = Subject(value["subject"]["kind"], value["subject"]["id"])
    return Segment(
        subject, value["stream"], value["first"], value["last"], value["previous"], value["last_hash"],
        value["device"], value["signature"], (),
    )  # fmt: skip


def _well_typed(value: dict[str, Any]) -> bool:
    return (
        spelling.is_number(value["v"], VERSION, VERSION)
        and spelling.is_subject(value["subject"])
        and spelling.is_stream(value["stream"])
        and spelling.is_number(value["first"], 1)
        and spelling.is_number(value["last"], value["first"])
        and spelling.is_digest(value["previous"])
        and spelling.is_digest(value["last_hash"])
        and (value["first"] == 1) == (value["previous"] == GENESIS)
        and is_device(value["device"])
        and is_signature(value["signature"])
    )


def _lines(data: bytes, start: int, count: int) -> tuple[bytes, ...]:
    # Counted first: millions of empty lines would take far more memory than their bytes.
    if data.count(b"\n", start) != count or not data.endswith(b"\n"):
        raise BundleRejected("jumlah baris catatan tidak sesuai kepalanya")
    if len(data) - start < count * (events.SHORTEST + 1):
        raise BundleRejected("baris catatan terlalu pendek")
    lines = tuple(data[start:-1].split(b"\n"))
    if max(map(len, lines)) > canonical.MAX_LINE:
        raise BundleRejected("baris catatan melebihi batas panjang")
    return lines
