"""What taking a bundle would do, counted before anything changes."""

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Self

from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.satker import satker_on
from zi_desktop.services.evidence.checking import linked_files
from zi_desktop.services.exchange.incoming import Incoming
from zi_desktop.services.exchange.waiting_files import digests_in
from zi_desktop.services.summarising import LAST_DAY
from zi_desktop.sync.bundle_reading import OpenBundle
from zi_desktop.sync.segments import Segment
from zi_desktop.trust.cards import Card, card_fingerprint

EVALUATION: Final = "evaluation"


@dataclass(frozen=True, slots=True)
class Change:
    """What a bundle changes in one subject, counted: a large bundle is not held folded.

    Attributes:
        subject: which one.
        new: how many lines would be taken.
        had: how many of its lines are here already.
        waits: something of it waits that did not before.
        gaps: segments that wait behind a gap of their stream.
        strangers: segments of devices whose card is not accepted.
        conflicts: cells in which people will disagree who do not yet.
        files: digests of the files of which its lines speak afterwards.
        forks: streams of which two branches are here afterwards.
        newer: lines of a newer program are among them.
        called: how a person calls it afterwards: a satker by its name, an evaluation by the id of its satker and its
            year; "" each where no line here says so.
    """

    subject: Subject
    new: int
    had: int
    waits: bool
    gaps: tuple[Segment, ...]
    strangers: tuple[Segment, ...]
    conflicts: tuple[str, ...]
    files: frozenset[str]
    forks: tuple[str, ...]
    newer: bool
    called: tuple[str, int]


@dataclass(frozen=True, slots=True)
class Stranger:
    """A device whose lines wait until its card is accepted; ``card`` is None where none came along."""

    device: str
    card: Card | None
    lines: int

    @property
    def fingerprint(self) -> str:
        """Return what is compared on paper, or "" without a card."""
        return card_fingerprint(self.card) if self.card else ""


@dataclass(frozen=True)
class BundlePreview:
    """What taking a bundle would do; ``close`` (or a with block) throws away what was unpacked."""

    bundle: OpenBundle
    file: Path
    sha256: str
    size: int
    staging: Path
    changes: tuple[Change, ...]
    strangers: tuple[Stranger, ...]
    evidence_here: frozenset[str]
    files_kept: frozenset[str]
    """Files of lines that wait, which an earlier bundle brought."""
    accepted: bool
    """The exporter's card is accepted here."""
    files_named: frozenset[str]
    """Files that came without lines and of which lines speak that are here already."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Throw away what was unpacked."""
        shutil.rmtree(self.staging, ignore_errors=True)

    @property
    def new(self) -> int:
        """Return how many lines would be taken."""
        return sum(change.new for change in self.changes)

    @property
    def had(self) -> int:
        """Return how many of its lines are here already."""
        return sum(change.had for change in self.changes)

    @property
    def pending(self) -> int:
        """Return how many lines wait behind a gap of their stream."""
        return sum(len(segment.lines) for change in self.changes for segment in change.gaps)

    @property
    def quarantined(self) -> int:
        """Return how many lines wait until the card of their device is accepted."""
        return sum(stranger.lines for stranger in self.strangers)

    @cached_property
    def files_waiting(self) -> Mapping[str, Path]:
        """Return the files (evidence and signed reports) that came along and of which only waiting lines speak."""
        named = digests_in(segment for change in self.changes for segment in (*change.gaps, *change.strangers))
        offered = {**self.bundle.evidence, **self.bundle.reports}
        left = (named & offered.keys()) - self.evidence_here - self.evidence_included
        return {sha256: offered[sha256] for sha256 in sorted(left)}

    @property
    def titles(self) -> Mapping[str, str]:
        """Return how the evaluations are called by what came along: satker and year, by id."""
        satkers = {change.subject.id: change.called[0] for change in self.changes if change.subject.kind == "satker"}
        return {
            change.subject.id: f"{satkers[change.called[0]]} {change.called[1]}"
            for change in self.changes
            if change.subject.kind == EVALUATION and satkers.get(change.called[0])
        }

    @cached_property
    def conflicts(self) -> tuple[tuple[str, str], ...]:
        """Return where people will disagree who do not yet: evaluation (id) and cell."""
        return tuple(
            (change.subject.id, cell)
            for change in self.changes
            if change.subject.kind == EVALUATION
            for cell in change.conflicts
        )

    @cached_property
    def evidence_needed(self) -> frozenset[str]:
        """Return the files of which the lines speak, as they would stand, whose bytes are not here."""
        needed = {sha256 for change in self.changes for sha256 in change.files} | self.files_named
        return frozenset(needed - self.evidence_here)

    @property
    def evidence_included(self) -> frozenset[str]:
        """Return the files that would be taken."""
        return self.evidence_needed & self.bundle.evidence.keys()

    @property
    def evidence_missing(self) -> frozenset[str]:
        """Return the files that would still be missing."""
        return self.evidence_needed - self.bundle.evidence.keys()

    @property
    def anything(self) -> bool:
        """Tell whether taking it would change anything that is counted here."""
        return bool(
            self.new
            or self.evidence_included
            or any(change.waits for change in self.changes)
            or self.files_waiting.keys() - self.files_kept
        )

    @property
    def forks(self) -> tuple[str, ...]:
        """Return the streams of which two branches would be here."""
        return tuple(stream for change in self.changes for stream in change.forks)

    @property
    def newer(self) -> tuple[str, ...]:
        """Return the evaluations that a newer program wrote in: they open read-only."""
        return tuple(change.subject.id for change in self.changes if change.newer)


def change(found: Incoming, before: Folded) -> Change:
    """Return what lines change in a subject that stands like this."""
    after = before.extended(found.new)
    conflicts = (
        name for name, cell in after.cells.items() if cell.conflicted and not before.cell(name).conflicted
    )  # fmt: skip
    return Change(
        found.subject, len(found.new), found.had, found.waits, found.gaps, found.strangers, tuple(sorted(conflicts)),
        frozenset(linked_files(after)), tuple(fork.stream for fork in after.forks), bool(after.unknown_criticals),
        _called(found.subject, after),
    )  # fmt: skip


def _called(subject: Subject, after: Folded) -> tuple[str, int]:
    if subject.kind == "satker":
        return satker_on(subject.id, after, LAST_DAY).name, 0
    heads = after.cell("identity").heads
    return (str(heads[0].value["satker"]), int(heads[0].value["year"])) if heads else ("", 0)


def strangers(changes: Iterable[Change], cards: Iterable[Card]) -> tuple[Stranger, ...]:
    """Return the devices whose lines would wait, with the cards that came along."""
    known = {card.device: card for card in cards}
    counts: Counter[str] = Counter()
    for change in changes:
        for segment in change.strangers:
            counts[segment.device] += len(segment.lines)
    return tuple(Stranger(device, known.get(device), counts[device]) for device in sorted(counts))
