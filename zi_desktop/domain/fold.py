"""Fold: a set of events in, the state of a subject out; no clock, no order of arrival, no dict order."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from zi_desktop.domain import canonical, events, redactions, shapes
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.cells import CellClass, class_of, judgement
from zi_desktop.domain.events import Event
from zi_desktop.domain.gaps import Gap, gaps_in
from zi_desktop.domain.heads import Cell, Head, in_force, resolve

FOLD_VERSION = 3
"""Raised whenever the same events fold differently; summaries made by another version are rebuilt."""


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
        return tuple(in_force(known[act], known)) if act in known else ()

    def replaced(self, name: str) -> Iterator[tuple[Head, Head]]:
        """Yield (later, earlier) where somebody put another judgement in the place of what somebody else had stated."""
        known = {head.hash: head for head in self._stated.get(name, ())}
        for later in sorted(known.values(), key=lambda head: head.hash):
            stands = {judgement(head.value) for head in in_force(later, known)}
            for edge in later.edges:
                for earlier in in_force(known[edge], known) if edge in known else ():
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
    def gaps(self) -> tuple[Gap, ...]:
        """Return where lines are missing before lines that are here, declared or not."""
        return gaps_in(self._known)

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

        A line of which only the digest was here and that now comes whole takes its own place, unless an act took its
        content away (``redactions``): then it states nothing, whether it is here whole or not.
        """
        new: dict[str, Event] = {}
        for event in more:
            kept = new.get(event.hash) or self._known.get(event.hash)
            if kept is None or (kept.redacted and not event.redacted):
                new[event.hash] = event
        if not new:
            return self
        together = {**self._known, **new}
        if self._known and any(event.kind == redactions.KIND for event in together.values()):
            return fold(together.values())  # what somebody took away may change what stood before
        taken = redactions.redacted_by(together)
        fresh: dict[str, list[Head]] = {}
        for hash_, event in new.items():
            for name, head in _emptied(hash_, taken[hash_][0]) if hash_ in taken else _statements(event):
                fresh.setdefault(name, []).append(head)
        together |= {hash_: redactions.without_content(together[hash_]) for hash_ in taken}
        stated = {name: (*self._stated.get(name, ()), *heads) for name, heads in fresh.items()}
        # In the order of their names: sorting these and a few more later is next to nothing.
        cells = {name: resolve(name, stated[name]) for name in sorted(stated)}
        return Folded(together, {**self._stated, **stated}, {**self.cells, **cells})

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


def _emptied(hash_: str, act: Event) -> Iterator[tuple[str, Head]]:
    """Yield what is left of a line that lost its content: it states nothing, and what it replaced stays replaced."""
    value = act.value
    nothing: Json = {"retracts": []}
    yield (
        value["cell"],
        Head(hash_, hash_, value["author"], act.wall, "retract", nothing, tuple(value["edges"]), transcribed=False),
    )


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
