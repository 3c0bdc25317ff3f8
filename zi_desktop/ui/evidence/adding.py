"""Files added while the window goes on answering: the worker keeps bytes, the window writes the lines that speak of them."""

import tempfile
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evidence_steps import CellTurn, turns_between
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.domain.fold import Folded
from zi_desktop.services.composition import Services
from zi_desktop.services.evidence.intake import Failed, keep_each
from zi_desktop.storage.evidence_files import StoredFile, Treatment
from zi_desktop.ui.jobs import Job, Jobs, Progress

_BATCH: Final = 8
"""Files whose lines are written at once: what is there already stays when the rest is cancelled."""
_TICK: Final = 0.1
"""Seconds between two looks whether the person cancelled."""

Pair = tuple[Path, str]
"""A file and its place: the code of an item, or the inbox."""


@dataclass(slots=True)
class Added:
    """What became of files that were to be added, ``whole`` in number, so far; ``turns`` are the cells that it changed."""

    id: str
    place: str
    whole: int
    turns: list[CellTurn] = field(default_factory=list)
    count: int = 0
    same: int = 0
    failed: list[Failed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Kept:
    """Files whose bytes the worker kept; ``shown`` is set when their lines are written and painted."""

    added: Added
    batch: Sequence[Pair]
    outcomes: list[StoredFile | Failed] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    shown: threading.Event = field(default_factory=threading.Event)

    def take(self, number: int, outcome: StoredFile | Failed) -> None:
        self.outcomes.append(outcome)
        self.places.append(self.batch[number][1])


class Adding(QObject):
    """Adds files, one order after the other.

    ``begun`` comes with each order and ``ended`` once for it, however it ended; ``linked`` carries the id of an
    evaluation that has more files now. Whatever the worker kept gets its line, also when the window is closed meanwhile.
    """

    begun = Signal()
    linked = Signal(str)
    ended = Signal(Added)
    _kept = Signal()
    _written = Signal(_Kept)
    _over = Signal(Added)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self.running: list[Added] = []
        self._waiting: deque[_Kept] = deque()
        later = Qt.ConnectionType.QueuedConnection
        self._kept.connect(self._write_next, later)
        # Lines are written in one step and shown in the next: between them keys are answered.
        self._written.connect(self._show, later)
        self._over.connect(self._end, later)
        jobs.over.connect(self._write_rest)

    def add(self, id_: str, pairs: Sequence[Pair], treatment: Treatment) -> Job:
        """Add files, each to its place."""
        added, folder = Added(id_, pairs[0][1] if pairs else INBOX, len(pairs)), self._services.workspace.folder
        words = self.tr("Menyimpan data dukung")

        def keep(progress: Progress) -> None:
            for done in range(0, len(pairs), _BATCH):
                kept = _Kept(added, pairs[done : done + _BATCH])
                tell = partial(_tell_files, progress, words, done, len(pairs))
                try:
                    keep_each(folder, [source for source, _ in kept.batch], treatment, tell, kept.take)
                finally:
                    self._hand_over(kept)
                # The window writes its lines while the disk and the processor are its own: it waits for neither.
                while not kept.shown.wait(_TICK):
                    progress.tell(words, done + len(kept.batch), len(pairs))

        return self._start(keep, added)

    def paste(self, id_: str, place: str, save: Callable[[Path], object], treatment: Treatment) -> Job:
        """Add a picture from the clipboard; ``save`` writes it as PNG and is called in the worker."""
        added, folder = Added(id_, place, 1), self._services.workspace.folder
        name = f"Tempelan {self._services.workspace.now():%Y-%m-%d %H.%M.%S}.png"

        def keep(progress: Progress) -> None:
            progress.tell(self.tr("Menyimpan gambar"))
            with tempfile.TemporaryDirectory() as place_of_it:
                path = Path(place_of_it) / name
                save(path)
                kept = _Kept(added, [(path, place)])
                try:
                    keep_each(folder, [path], treatment, lambda *_: None, kept.take)
                finally:
                    self._hand_over(kept)

        return self._start(keep, added)

    def _start(self, keep: Callable[[Progress], None], added: Added) -> Job:
        self.running.append(added)
        job = self._jobs.start(keep, done=lambda _: None, cancellable=True)
        job.finished.connect(lambda: self._over.emit(added))
        self.begun.emit()
        return job

    def _hand_over(self, kept: _Kept) -> None:
        """Give the window what is kept: called in the worker."""
        self._waiting.append(kept)
        self._kept.emit()

    def _write_next(self) -> None:
        """Write the lines of files whose bytes the worker kept, in the order in which it did."""
        if not self._waiting:
            return  # written already, as the worker has ended for good
        kept = self._waiting.popleft()
        added = kept.added
        before = self._folded(added.id)
        try:
            result = self._services.evidence.link(added.id, kept.outcomes, kept.places)
        except ZiError:
            kept.shown.set()
            raise
        added.turns += turns_between(before, self._folded(added.id))
        added.count += len(result.added)
        added.same += len(result.same)
        added.failed += result.failed
        self._written.emit(kept)

    def _write_rest(self) -> None:
        while self._waiting:
            self._write_next()

    def _show(self, kept: _Kept) -> None:
        self.linked.emit(kept.added.id)
        kept.shown.set()

    def _end(self, added: Added) -> None:
        self.running.remove(added)
        self.ended.emit(added)

    def _folded(self, id_: str) -> Folded:
        return self._services.workspace.evaluation(id_).state.folded


def _tell_files(progress: Progress, words: str, done: int, whole: int, _sentence: str, _bytes: int, _all: int) -> None:
    progress.tell(words, done, whole)
