"""What segments add to the lines that are here already: new ones, whole ones in place of digests, and what must wait."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from zi_desktop.domain.events import GENESIS, Event, is_redacted
from zi_desktop.sync.segments import Segment, events_of, hashes_of


class Known(Protocol):
    """A line that is here: where it stands, and whether it is here whole or only its digest."""

    @property
    def stream(self) -> str:
        """Return the stream."""

    @property
    def seq(self) -> int:
        """Return the number in the stream, from 1."""

    @property
    def whole(self) -> bool:
        """Return False where only the digest is here."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What becomes of segments of one subject.

    ``new`` are the lines to append, each behind its previous one; ``whole`` those whose digests are here. ``taken``
    are the segments whose every line is here now, ``waiting`` those behind a gap of their stream. ``had`` counts the
    lines that were here before.
    """

    new: tuple[Event, ...]
    whole: tuple[Event, ...]
    had: int
    taken: tuple[Segment, ...]
    waiting: tuple[Segment, ...]


def merge(known: Mapping[str, Known], segments: Iterable[Segment], gone: Collection[str] = ()) -> Merged:
    """Find out what segments of one subject add; both branches of a stream that forked are lines like any other.

    Args:
        known: the lines that are here, by hash.
        segments: verified ones, those that waited before included; in any order, any of them twice.
        gone: hashes of lines of which somebody said that they never come: what follows one waits no longer.

    Raises:
        BundleRejected: a line of a segment is not of the format.
    """
    here: dict[str, Known] = dict(known)
    new: dict[str, Event] = {}
    whole: dict[str, Event] = {}
    had: set[str] = set()
    taken: list[Segment] = []
    left = list(dict.fromkeys(segments))
    while fitting := [each for each in left if each.previous in gone or _follows(each, here)]:
        for segment in fitting:
            if (there := _all_here(segment, known)) is not None:
                had |= there
                continue
            for event in events_of(segment):
                _place(event, here, new, whole, had)
        taken += fitting
        left = [each for each in left if each not in fitting]
    return Merged(tuple(new.values()), tuple(whole.values()), len(had), tuple(taken), tuple(left))


def _follows(segment: Segment, here: Mapping[str, Known]) -> bool:
    """Tell whether the line before a segment is here, in the same stream."""
    if segment.previous == GENESIS:
        return True
    before = here.get(segment.previous)
    return before is not None and (before.stream, before.seq + 1) == (segment.stream, segment.first)


def _all_here(segment: Segment, known: Mapping[str, Known]) -> set[str] | None:
    """Return the hashes of a segment that has nothing to add, or None; its lines need not be read for that."""
    if segment.last_hash not in known:
        return None
    hashes = hashes_of(segment)
    for line, hash_ in zip(segment.lines, hashes, strict=True):
        if hash_ not in known or not (known[hash_].whole or is_redacted(line)):
            return None
    return set(hashes)


def _place(event: Event, here: dict[str, Known], new: dict[str, Event], whole: dict[str, Event], had: set[str]) -> None:
    earlier = here.get(event.hash)
    if earlier is None:
        new[event.hash] = event
    elif event.hash not in new:
        had.add(event.hash)
    if earlier is not None and (event.redacted or earlier.whole):
        return
    if event.hash in new:
        new[event.hash] = event  # two segments of the same lines came: the whole one counts
    elif earlier is not None:
        whole[event.hash] = event
    here[event.hash] = event
