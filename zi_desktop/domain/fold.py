"""Fold: a set of events in, the state of a subject out; no clock, no order of arrival, no dict order."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from zi_desktop.domain import canonical, events, shapes
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.cells import CellClass, class_of, judgement
from zi_desktop.domain.events import Event

FOLD_VERSION = 2
"""Raised whenever the same events fold differently; summaries made by another version are rebuilt."""


_REACHING = frozenset({"restore", "retract", "seal.cancel"})
"""Kinds that speak of other statements of their cell and state nothing themselves."""


@dataclass(frozen=True, slots=True)
class Head:
    """What one line states in one cell; it stands while nobody who saw it has replaced it.

    ``act`` is what was done: two imports of the same file are one act. ``transcribed``: the author copied somebody
    else's opinion (a worksheet), it is not the author's own. ``edges`` are the heads that it takes the place of.
    """

    hash: str
    act: str
    author: str
    wall: str
    kind: str
    value: Json
    edges: tuple[str, ...]
    transcribed: bool

    @property
    def register(self) -> str:
        """Return whose text this is: the author's, or that of the column whoever copied it."""
        return "" if self.transcribed else self.author


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands. ``displayed`` are the hashes that the next line of this cell must name as its edges."""

    name: str
    heads: tuple[Head, ...]
    displayed: tuple[str, ...]

    @property
    def conflicted(self) -> bool:
        """Tell whether people disagree and none of them has seen the others (judgements, metadata, seals)."""
        if len(self.heads) < 2:  # noqa: PLR2004 (one alone agrees with itself)
            return False
        if class_of(self.name) in (CellClass.JUDGEMENT, CellClass.METADATA):
            return len({judgement(head.value) for head in self.heads}) > 1
        return self.name.startswith("seal/")

    @property
    def value(self) -> Json:
        """Return the value that stands, or None; of several, one that does not depend on order (look at ``heads``)."""
        return self.heads[0].value if self.heads else None

    @property
    def flagged(self) -> bool:
        """Tell whether any head says so (class flag)."""
        return any(head.value for head in self.heads)


@dataclass(frozen=True, slots=True)
class Fork:
    """Two branches of one stream, from ``seq`` on: both are kept. ``cells`` still wait for a person.

    A cell waits while what stands in it comes from after the parting; it does so no longer when somebody, in another
    stream, has looked at it and stated it anew.
    """

    stream: str
    seq: int
    cells: tuple[str, ...]


class Folded:
    """The state of one subject. Immutable; ``extended`` gives the state after more events."""

    def __init__(
        self, known: Mapping[str, Event], stated: Mapping[str, tuple[Head, ...]], cells: Mapping[str, Cell]
    ) -> None:
        """Keep what ``extended`` computed: events by hash, everything ever stated by cell, the cells as they stand."""
        self._known = known
        self._stated = stated
        self.cells = cells

    def __contains__(self, event_hash: str) -> bool:
        return event_hash in self._known

    def __len__(self) -> int:
        return len(self._known)

    @property
    def events(self) -> Iterable[Event]:
        """Return all events that state something, in no particular order; redacted ones only keep the chain."""
        return [event for event in self._known.values() if not event.redacted]

    def cell(self, name: str) -> Cell:
        """Return a cell; one that nobody touched is empty."""
        return self.cells.get(name) or Cell(name, (), ())

    def below(self, prefix: str) -> Mapping[str, Cell]:
        """Return the cells below a path, by the rest of their names, sorted."""
        return {name[len(prefix) + 1 :]: self.cells[name] for name in self.names_below(prefix)}

    def names_below(self, prefix: str) -> Sequence[str]:
        """Return the whole names of the cells below a path, sorted."""
        # "0" comes right after "/".
        return self._names[bisect_left(self._names, f"{prefix}/") : bisect_left(self._names, f"{prefix}0")]

    def stated(self, name: str) -> frozenset[str]:
        """Return the hashes of everything that was ever stated in a cell, by its own lines and by imports."""
        return frozenset(head.hash for head in self._stated.get(name, ()))

    def in_force(self, name: str, act: str) -> tuple[Head, ...]:
        """Return the heads that an act put in force in a cell; nothing where it stated nothing there."""
        known = {head.hash: head for head in self._stated.get(name, ())}
        return tuple(_in_force(known[act], known)) if act in known else ()

    def replaced(self, name: str) -> Iterator[tuple[Head, Head]]:
        """Yield (later, earlier) where somebody put another judgement in the place of what somebody else had stated."""
        known = {head.hash: head for head in self._stated.get(name, ())}
        for later in sorted(known.values(), key=lambda head: head.hash):
            stands = {judgement(head.value) for head in _in_force(later, known)}
            for edge in later.edges:
                for earlier in _in_force(known[edge], known) if edge in known else ():
                    if earlier.author != later.author and judgement(earlier.value) not in stands:
                        yield later, earlier

    @cached_property
    def _names(self) -> Sequence[str]:
        """Sort the names once: a dozen questions are asked of each fold."""
        return sorted(self.cells)

    @cached_property
    def tips(self) -> tuple[tuple[str, int, str], ...]:
        """Return (stream, seq, hash) of the last event of every branch of every stream, sorted."""
        inner = {event.previous for event in self._known.values()}
        return tuple(sorted((e.stream, e.seq, e.hash) for e in self._known.values() if e.hash not in inner))

    @cached_property
    def head(self) -> str:
        """Return the digest of ``tips``."""
        return events.head_digest(self.tips)

    @cached_property
    def forks(self) -> tuple[Fork, ...]:
        """Return the streams that go two ways, with the cells that wait for a person."""
        places: dict[tuple[str, str, int], int] = {}
        for event in self._known.values():
            place = event.stream, event.subject.id, event.seq
            places[place] = places.get(place, 0) + 1
        first: dict[tuple[str, str], int] = {}
        for stream, subject, seq in sorted(place for place, count in places.items() if count > 1):
            first.setdefault((stream, subject), seq)
        return tuple(Fork(stream, seq, self._waiting(stream, subject, seq)) for (stream, subject), seq in first.items())

    @cached_property
    def unknown_criticals(self) -> tuple[str, ...]:
        """Return the kinds of critical lines that this program cannot act on: the subject opens read-only."""
        return tuple(
            sorted(
                {
                    event.kind
                    for event in self._known.values()
                    if event.critical and not shapes.understood(event.kind, event.cell, event.value)
                }
            )
        )

    def at(self, tips: Sequence[Sequence[Json]]) -> "Folded":
        """Return the state of the day on which these were the tips (a snapshot, a seal)."""
        wanted: dict[str, Event] = {}
        for tip in tips:
            event = self._known.get(tip[2])
            while event and event.hash not in wanted:
                wanted[event.hash] = event
                event = self._known.get(event.previous)
        return fold(wanted.values())

    def extended(self, more: Iterable[Event]) -> "Folded":
        """Return the state after more events; only the cells they touch are looked at again.

        A line that was redacted here and now comes whole takes its own place.
        """
        new: dict[str, Event] = {}
        for event in more:
            kept = new.get(event.hash) or self._known.get(event.hash)
            if kept is None or (kept.redacted and not event.redacted):
                new[event.hash] = event
        if not new:
            return self
        fresh: dict[str, list[Head]] = {}
        for event in new.values():
            for name, head in _statements(event):
                fresh.setdefault(name, []).append(head)
        stated = {name: (*self._stated.get(name, ()), *heads) for name, heads in fresh.items()}
        # In the order of their names: sorting these and a few more later is next to nothing.
        cells = {name: _resolve(name, stated[name]) for name in sorted(stated)}
        return Folded({**self._known, **new}, {**self._stated, **stated}, {**self.cells, **cells})

    def spelled(self) -> bytes:
        """Return the whole state as canonical JSON: equal sets of events give equal bytes."""
        return canonical.encode({
            "head": self.head,
            "cells": {
                name: {"displayed": list(cell.displayed), "heads": [[head.hash, head.author] for head in cell.heads]}
                for name, cell in self.cells.items()
            },
            "forks": [[fork.stream, fork.seq, list(fork.cells)] for fork in self.forks],
        })  # fmt: skip

    def _waiting(self, stream: str, subject: str, seq: int) -> tuple[str, ...]:
        """Return the cells in which something of a forked stretch stands; of a set both branches hold anyway."""
        after = {
            event.hash: event
            for event in self._known.values()
            if (event.stream, event.subject.id) == (stream, subject) and event.seq >= seq
        }
        touched = {name for event in after.values() for name in touches(event) if class_of(name) is not CellClass.SET}
        return tuple(sorted(name for name in touched if not after.keys().isdisjoint(self.cell(name).displayed)))


def fold(known: Iterable[Event]) -> Folded:
    """Fold a set of events of one subject (or of several that an alias makes one)."""
    return Folded({}, {}, {}).extended(known)


def touches(event: Event) -> Iterator[str]:
    """Yield the cells in which a line states something: its own, and those that an imported column fills."""
    return (name for name, _ in _statements(event))


def _statements(event: Event) -> Iterator[tuple[str, Head]]:
    if not shapes.understood(event.kind, event.cell, event.value):
        return
    who = event.author, event.wall, event.kind
    yield event.cell, Head(event.hash, event.hash, *who, event.value, event.edges, transcribed=False)
    if event.kind == "column.imported":
        replaces = event.value["replaces"]
        for cell, value in event.value["cells"].items():
            if shapes.fillable(cell, value, event.value["column"]):
                act = canonical.digest([event.value["file"], cell, value])
                yield cell, Head(event.hash, act, *who, value, tuple(replaces.get(cell, ())), transcribed=True)


def _resolve(name: str, stated: Sequence[Head]) -> Cell:
    if len(stated) == 1 and stated[0].kind not in _REACHING:  # nearly every cell of thousands: nothing to weigh
        return Cell(name, tuple(stated), (stated[0].hash,))
    rule = class_of(name)
    known = {head.hash: head for head in stated}
    gone = {edge for head in stated for edge in _names(rule, head, known)}
    standing = sorted((head for head in stated if head.hash not in gone), key=lambda head: head.hash)
    if len(standing) > 1:
        standing = [head for head in standing if not (head.transcribed and _twin_replaced(rule, head, known))]
    heads = {
        head.hash: head
        for act in standing
        for head in _in_force(act, known)
        if rule is not CellClass.TEXT or head.register == act.register
    }
    return Cell(name, tuple(heads.values()), tuple(head.hash for head in standing))


def _names(rule: CellClass, head: Head, known: Mapping[str, Head]) -> Iterable[str]:
    """Return what a statement takes the place of: in a set only what it retracts, in a text only its own register."""
    if rule is CellClass.SET:
        return head.value["retracts"] if head.kind in ("retract", "seal.cancel") else ()
    if rule is CellClass.TEXT:
        return [edge for edge in head.edges if edge in known and known[edge].register == head.register]
    return head.edges


def _twin_replaced(rule: CellClass, head: Head, known: Mapping[str, Head]) -> bool:
    """Tell whether somebody replaced the same act, done unseen on another laptop, knowing all that this one replaced.

    Who imports a file again after having seen it replaced decides anew: that is not the same act.
    """
    own_past = _past(head, known)
    return any(
        known[edge].act == head.act and edge not in own_past and _past(other, known).issuperset(head.edges)
        for other in known.values()
        for edge in _names(rule, other, known)
        if edge in known
    )


def _past(head: Head, known: Mapping[str, Head]) -> set[str]:
    """Return the hashes of a statement and of all that its author had seen in the cell."""
    past: set[str] = set()
    waiting = [head.hash]
    while waiting:
        current = waiting.pop()
        if current not in past:
            past.add(current)
            waiting.extend(known[current].edges if current in known else ())
    return past


def _in_force(act: Head, known: Mapping[str, Head]) -> Iterator[Head]:
    """Yield the statements that an act puts in force: a restore brings back earlier heads with their authors."""
    waiting, seen = [act], {act.hash}
    while waiting:
        current = waiting.pop()
        if current.kind == "restore":
            targets = [target for target in current.value["heads"] if target in known and target not in seen]
            seen.update(targets)
            waiting.extend(known[target] for target in targets)
        elif current.kind not in ("retract", "seal.cancel"):
            yield current
