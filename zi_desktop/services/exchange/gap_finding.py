"""Finding gaps: between what is here of a subject and what waits, with what somebody said of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.events import Event
from zi_desktop.domain.gaps import Gap, gap_of, gaps_in
from zi_desktop.sync.segments import Segment, events_of

_SHORTEST: Final = 6
"""Digits of a hash by which a person names a gap."""


@dataclass(frozen=True, slots=True)
class FoundGap:
    """A gap and what is known of it.

    Attributes:
        gap: where it is.
        after: the number of the last line before it that came, 0 where none did: those between are missing.
        waiting: how many lines wait behind it.
        here: how many lines behind it count already.
        authors: who wrote what stands behind it (ids).
        acts: who said that what is missing is gone.
        closed: what was missing came after all.
    """

    gap: Gap
    after: int
    waiting: int
    here: int
    authors: frozenset[str]
    acts: tuple[Event, ...]
    closed: bool = False


def gaps_of(known: Mapping[str, Event], waiting: Iterable[Segment], acts: Iterable[Event]) -> tuple[FoundGap, ...]:
    """Return the gaps of one subject, and those that closed after somebody had called the missing part gone.

    Args:
        known: the lines that are here, by hash.
        waiting: the segments that wait behind a gap.
        acts: what was said of gaps (``gaps.acts``); of other subjects too.
    """
    came = {**{event.hash: event for segment in waiting for event in events_of(segment)}, **known}
    said: dict[Gap, list[Event]] = {}
    for act in acts:
        said.setdefault(gap_of(act), []).append(act)
    subjects = {event.subject for event in came.values()}
    open_ = gaps_in(came)
    closed = [gap for gap in said if gap.subject in subjects and gap not in open_ and gap.previous in came]
    behind = _behind(came, open_)
    found = []
    for gap in (*open_, *closed):
        lines = behind.get(gap, [])
        earlier = (each.seq for each in came.values() if each.stream == gap.stream and each.seq < gap.before)
        found.append(
            FoundGap(
                gap, max(earlier, default=0), sum(each.hash not in known for each in lines),
                sum(each.hash in known for each in lines), frozenset(each.author for each in lines if each.author),
                tuple(said.get(gap, ())), closed=gap in closed,
            )
        )  # fmt: skip
    return tuple(found)


def named(found: Iterable[FoundGap], name: str) -> FoundGap:
    """Return the open gap that a person named by the beginning of the hash of its missing line.

    Raises:
        NotFoundError: there is none, or there are several.
    """
    wanted = name.strip().casefold()
    fitting = [
        each for each in found if not each.closed and len(wanted) >= _SHORTEST and each.gap.previous.startswith(wanted)
    ]
    if len(fitting) != 1:
        raise NotFoundError(
            f"Bagian hilang {name.strip()[:16]} tidak ada di sini. Tidak ada yang berubah; lihat daftarnya."
        )
    return fitting[0]


def _behind(came: Mapping[str, Event], open_: Iterable[Gap]) -> Mapping[Gap, list[Event]]:
    """Return the lines behind each gap, up to the next one of the stream."""
    first = {gap.previous: gap for gap in open_}
    of: dict[str, Gap] = {}
    found: dict[Gap, list[Event]] = {}
    for event in sorted(came.values(), key=lambda each: each.seq):
        gap = first.get(event.previous) or of.get(event.previous)
        if gap is not None:
            of[event.hash] = gap
            found.setdefault(gap, []).append(event)
    return found
