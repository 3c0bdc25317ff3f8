"""What taking a bundle would do, counted before anything changes."""

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Self

from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import Folded
from zi_desktop.services.evidence_checking import linked_files
from zi_desktop.services.incoming import Incoming
from zi_desktop.sync.bundle_reading import OpenBundle
from zi_desktop.trust.cards import Card, card_fingerprint

EVALUATION: Final = "evaluation"


@dataclass(frozen=True, slots=True)
class Change:
    """What a bundle changes in one subject.

    ``before`` and ``after`` are its folds; ``conflicts`` the cells in which people will disagree who do not yet.
    """

    incoming: Incoming
    before: Folded
    after: Folded

    @property
    def subject(self) -> Subject:
        """Return the subject."""
        return self.incoming.subject

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Return the cells in which people will disagree who do not yet."""
        return tuple(
            sorted(
                name
                for name, cell in self.after.cells.items()
                if cell.conflicted and not self.before.cell(name).conflicted
            )
        )


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
    accepted: bool
    """The exporter's card is accepted here."""

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
        return sum(len(change.incoming.new) for change in self.changes)

    @property
    def had(self) -> int:
        """Return how many of its lines are here already."""
        return sum(change.incoming.had for change in self.changes)

    @property
    def pending(self) -> int:
        """Return how many lines wait behind a gap of their stream."""
        return sum(len(segment.lines) for change in self.changes for segment in change.incoming.gaps)

    @property
    def quarantined(self) -> int:
        """Return how many lines wait until the card of their device is accepted."""
        return sum(stranger.lines for stranger in self.strangers)

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
        needed = {sha256 for change in self.changes for sha256 in linked_files(change.after)}
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
        return bool(self.new or self.evidence_included or any(change.incoming.waits for change in self.changes))

    @property
    def forks(self) -> tuple[str, ...]:
        """Return the streams of which two branches would be here."""
        return tuple(fork.stream for change in self.changes for fork in change.after.forks)

    @property
    def newer(self) -> tuple[str, ...]:
        """Return the evaluations that a newer program wrote in: they open read-only."""
        return tuple(change.subject.id for change in self.changes if change.after.unknown_criticals)


def change(found: Incoming, before: Folded) -> Change:
    """Return what lines change in a subject that stands like this."""
    return Change(found, before, before.extended(found.new))


def strangers(changes: Iterable[Change], cards: Iterable[Card]) -> tuple[Stranger, ...]:
    """Return the devices whose lines would wait, with the cards that came along."""
    known = {card.device: card for card in cards}
    counts: Counter[str] = Counter()
    for change in changes:
        for segment in change.incoming.strangers:
            counts[segment.device] += len(segment.lines)
    return tuple(Stranger(device, known.get(device), counts[device]) for device in sorted(counts))
