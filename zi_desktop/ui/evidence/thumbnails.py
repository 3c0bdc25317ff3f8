"""Pictures shown small in lists: made in the worker by a process of its own, kept in memory, asked for by what is painted."""

from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from zi_desktop.domain.evidence import EvidenceFile
from zi_desktop.storage import file_kinds
from zi_desktop.storage.evidence_files import EvidenceStore
from zi_desktop.storage.picture_process import made_small
from zi_desktop.ui.jobs import Jobs

_SIDE: Final = 96
"""Pixels of the longer side: enough for a row on a display of any scale."""
_BATCH: Final = 16
_KEPT: Final = 512
"""Pictures kept, 36 KB each at most."""


class Thumbnails(QObject):
    """Gives pictures that are there at once, and has the others made; ``ready`` comes when there are more."""

    ready = Signal()

    def __init__(self, workspace: Path, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self._made: OrderedDict[str, QImage] = OrderedDict()
        self._wanted: OrderedDict[str, None] = OrderedDict()
        self._running = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._start)

    def of(self, file: EvidenceFile) -> QImage:
        """Return a file as a small picture; a null one where there is none, or none yet."""
        if file.type not in file_kinds.PICTURES or not file.kept:
            return QImage()
        if file.sha256 in self._made:
            self._made.move_to_end(file.sha256)
            return self._made[file.sha256]
        self._wanted[file.sha256] = None
        self._wanted.move_to_end(file.sha256)
        if not self._running:
            self._soon.start()
        return QImage()

    def _start(self) -> None:
        """Have those made that were asked for last: they are in sight."""
        batch = [self._wanted.popitem()[0] for _ in range(min(_BATCH, len(self._wanted)))]
        self._wanted.clear()  # what is still in sight is asked for again
        if not batch:
            return
        self._running = True
        store = EvidenceStore(self._workspace)
        places = {store.path_of(sha256): sha256 for sha256 in batch}

        def make(_progress: object) -> Mapping[str, QImage]:
            made = made_small(list(places), _SIDE)
            return {sha256: QImage.fromData(made.get(path, b"")) for path, sha256 in places.items()}

        job = self._jobs.start(make, done=self._take)
        job.finished.connect(self._go_on)

    def _take(self, made: Mapping[str, QImage]) -> None:
        self._made.update(made)
        for sha256 in made:
            self._wanted.pop(sha256, None)  # painted again while it was made
        while len(self._made) > _KEPT:
            self._made.popitem(last=False)
        self.ready.emit()

    def _go_on(self) -> None:
        self._running = False
        if self._wanted:
            self._soon.start()
