"""Lines on their way out, one subject at a time: this laptop vouches for its own, others' go on as they came."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from zi_desktop.domain import cells
from zi_desktop.domain.events import Event, Subject
from zi_desktop.services.provenance import vouchers
from zi_desktop.storage import events
from zi_desktop.storage.attestations import Attestation, attestations
from zi_desktop.sync.segments import Segment, redacted_segment, sign_segments
from zi_desktop.trust.device_keys import DeviceKey


def segments_of(connection: Connection, subject: Subject, key: DeviceKey, *, withhold: bool) -> Iterator[Segment]:
    """Yield everything that is here of a subject, from the first line of every stream on.

    Args:
        connection: of the workspace.
        subject: which one.
        key: vouches for the lines that were written on this laptop.
        withhold: leave only the digest of what stays with the team.
    """
    lines = {line.hash: line for line in events.load(connection, [subject.id])}
    signed = attestations(connection, [subject.id])
    received = vouchers(events.places(connection, subject.id), signed)
    found = [*_own(lines, received.keys(), key), *passed_on(lines, signed)]
    for segment in found:
        yield redacted_segment(segment, _stays) if withhold else segment


def _stays(event: Event) -> bool:
    return cells.stays_in_team(event.cell)


def _own(lines: Mapping[str, Event], received: Collection[str], key: DeviceKey) -> Iterator[Segment]:
    """Sign the streams that were written here; of one that forked, each branch from its beginning."""
    own = {hash_: line for hash_, line in lines.items() if hash_ not in received}
    inner = {line.previous for line in own.values()}
    for tip in sorted((line for hash_, line in own.items() if hash_ not in inner), key=_place):
        yield from sign_segments(_back(lines, tip.hash, 1), key)


def passed_on(lines: Mapping[str, Event], signed: Sequence[Attestation]) -> Iterator[Segment]:
    """Yield what other devices vouched for as it came; a stretch of which a line is gone is left out."""
    for each in signed:
        stretch = _back(lines, each.last_hash, each.first)
        if stretch and stretch[0].seq == each.first:
            yield Segment(
                each.subject, each.stream, each.first, each.last, each.previous, each.last_hash, each.device,
                each.signature, tuple(line.line for line in stretch),
            )  # fmt: skip


def _back(lines: Mapping[str, Event], last: str, first: int) -> list[Event]:
    """Return a stretch of a stream that ends with a line (by hash), in order."""
    stretch: list[Event] = []
    while last in lines and lines[last].seq >= first:
        stretch.append(lines[last])
        last = lines[last].previous
    return stretch[::-1]


def _place(event: Event) -> tuple[str, int, str]:
    return event.stream, event.seq, event.hash
