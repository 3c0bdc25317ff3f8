"""Lines from elsewhere, one subject at a time: what they add, what has to wait, and the transaction that takes them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from zi_desktop.domain import events as lines
from zi_desktop.domain.events import Event, Subject
from zi_desktop.services.emptied_lines import kept_out
from zi_desktop.services.gaps import gone
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import events, exchange
from zi_desktop.storage.attestations import Attestation, attestations, drop_attestation, put_attestation
from zi_desktop.storage.exchange import Waiting
from zi_desktop.sync.merging import merge
from zi_desktop.sync.segments import Segment, events_of, hashes_of, read_segment, segment_bytes

TAKING: Final = "Mengambil isi paket"
"""What is told while subjects are taken, counted one by one."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What segments mean for one subject.

    Attributes:
        subject: which one.
        new: lines to append, each behind its previous one, and whole ones in place of digests.
        had: how many lines of the segments were here before.
        taken: segments whose every line is here afterwards.
        gaps: segments that wait behind a gap of their stream.
        strangers: segments of devices whose card is not accepted; none of their lines is taken.
        waits: some of ``gaps`` and ``strangers`` were not kept here before.
    """

    subject: Subject
    new: tuple[Event, ...]
    had: int
    taken: tuple[Segment, ...]
    gaps: tuple[Segment, ...]
    strangers: tuple[Segment, ...]
    waits: bool


def plan(connection: Connection, subject: Subject, given: Iterable[Segment], accepted: Collection[str]) -> Incoming:
    """Find out what segments of a subject mean here; those that waited for their turn are looked at again.

    Raises:
        BundleRejected: a line is not of the format.
    """
    waited = [read_segment(each.data) for each in exchange.waiting(connection, subject.id)]
    segments = list(dict.fromkeys([*given, *waited]))
    known = events.places(connection, subject.id)
    # Behind a line that is here stand all before it; where none is withheld or gone, there is nothing to look at.
    whole = all(place.whole and (place.seq == 1 or place.previous in known) for place in known.values())
    here = [each for each in segments if whole and each.last_hash in known]
    others = [each for each in segments if each not in here]
    theirs = [each for each in others if each.device in accepted]
    merged = merge(known, theirs)
    if merged.waiting and (never := gone(connection, subject.id)):
        merged = merge(known, theirs, never)
    after = known.keys() | {event.hash for event in merged.new}
    strangers = [each for each in others if each.device not in accepted and not after.issuperset(hashes_of(each))]
    for each in strangers:
        events_of(each)  # what is kept to wait must be fit to be taken
    emptied = kept_out(connection, subject.id, merged.whole)
    whole_again = tuple(event for event in merged.whole if event.hash not in emptied)
    return Incoming(
        subject, (*merged.new, *whole_again), merged.had + sum(len(each.lines) for each in here),
        (*here, *merged.taken), merged.waiting, tuple(strangers),
        waits=bool({*merged.waiting, *strangers} - set(waited)),
    )  # fmt: skip


def take(workspace: Workspace, connection: Connection, incoming: Incoming) -> None:
    """Write what ``plan`` found, inside the caller's transaction; done twice, the second time changes nothing."""
    subject = incoming.subject
    _attest(connection, incoming)
    if incoming.new:
        workspace.receive(connection, subject, incoming.new)
    left = {
        (each.device, each.last_hash): _waiting(each, why)
        for segments, why in ((incoming.gaps, "gap"), (incoming.strangers, "device"))
        for each in segments
    }
    standing = {(each.device, each.last_hash): each for each in exchange.waiting(connection, subject.id)}
    for key in standing.keys() - left.keys():
        exchange.drop_waiting(connection, standing[key])
    for key, item in left.items():
        if standing.get(key) != item:
            exchange.put_waiting(connection, item)


def _waiting(segment: Segment, why: str) -> Waiting:
    return Waiting(
        segment.subject, segment.stream, segment.first, segment.last, segment.last_hash, segment.device, why,
        segment_bytes(segment),
    )  # fmt: skip


def _attest(connection: Connection, incoming: Incoming) -> None:
    """Keep who vouched for lines that came from elsewhere; lines of this laptop that came back need nobody."""
    new = {event.hash for event in incoming.new}
    kept = list(attestations(connection, [incoming.subject.id]))
    for segment in sorted(incoming.taken, key=lambda each: (each.stream, each.first, each.last)):
        hashes = _hashes(segment)
        fresh = [seq for hash_, seq in hashes.items() if hash_ in new]
        foreign = any(each.stream == segment.stream for each in kept)
        if not (fresh or foreign) or any(_covers(each, segment, hashes) for each in kept):
            continue
        shorter = [each for each in kept if _is_within(each, segment, hashes)]
        since = min([*fresh[:1], *(each.since for each in shorter), segment.last + 1])
        item = Attestation(
            segment.subject, segment.stream, segment.device, segment.first, segment.last, segment.previous,
            segment.last_hash, segment.signature, since,
        )  # fmt: skip
        for each in shorter:
            drop_attestation(connection, each)
            kept.remove(each)
        put_attestation(connection, item)
        kept.append(item)


def _hashes(segment: Segment) -> Mapping[str, int]:
    """Return the numbers of a segment's lines by hash."""
    found: dict[str, int] = {}
    current = segment.previous
    for seq, line in enumerate(segment.lines, start=segment.first):
        current = lines.chain(current, line)
        found[current] = seq
    return found


def _covers(kept: Attestation, segment: Segment, hashes: Mapping[str, int]) -> bool:
    return (
        (kept.device, kept.stream) == (segment.device, segment.stream)
        and kept.first <= segment.first
        and kept.last_hash == segment.last_hash
        and kept.last_hash in hashes
    )


def _is_within(kept: Attestation, segment: Segment, hashes: Mapping[str, int]) -> bool:
    return (
        (kept.device, kept.stream) == (segment.device, segment.stream)
        and kept.first >= segment.first
        and kept.last_hash in hashes
    )


def by_subject(segments: Iterable[Segment]) -> Sequence[tuple[Subject, tuple[Segment, ...]]]:
    """Return segments by subject, in the order of ``in_order``."""
    found: dict[Subject, list[Segment]] = {}
    for segment in segments:
        found.setdefault(segment.subject, []).append(segment)
    return [(subject, tuple(found[subject])) for subject in in_order(found)]


def in_order(subjects: Iterable[Subject]) -> Sequence[Subject]:
    """Return subjects in the order in which they are taken: what others are understood by comes first."""
    order = {"office": 0, "satker": 1}
    return sorted(subjects, key=lambda each: (order.get(each.kind, len(order)), each.id))
