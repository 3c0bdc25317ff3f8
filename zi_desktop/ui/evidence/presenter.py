"""Evidence without a window: adds in the worker while answers go on, states what is thought of it, keeps what was found."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.evidence import Evidence, EvidenceLink
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.evidence_findings import EvidenceFinding, evidence_findings
from zi_desktop.services.evidence_intake import Failed, FolderMapping, keep_bytes
from zi_desktop.storage.evidence_files import StoredFile, Treatment
from zi_desktop.ui.evidence.lines import EvidenceLine, EvidenceShown, evidence_line, warnings_by_file
from zi_desktop.ui.evidence.sight import Sight, read_sight
from zi_desktop.ui.jobs import Job, Jobs, Progress

_BATCH: Final = 8
"""Files whose lines are written at once: what is there already stays when the rest is cancelled."""
_NOTE_ONLY: Final = "evidence.note_only"
_SMALLER: Final = "evidence.smaller"

Pair = tuple[Path, str]
"""A file and its place: the code of an item, or the inbox."""


@dataclass(slots=True)
class Added:
    """What became of files that were to be added, so far."""

    id: str
    count: int = 0
    same: int = 0
    failed: list[Failed] = field(default_factory=list)


class EvidencePresenter(QObject):
    """Calls the service of evidence.

    ``changed`` carries the evaluation's id after anything was stated or found; ``added`` comes once when adding has
    ended, however it ended; ``mapped`` carries a folder as it would be taken, with the evaluation's id.
    """

    changed = Signal(str)
    added = Signal(Added)
    mapped = Signal(str, FolderMapping)
    _kept = Signal(object, object, object)
    _linked = Signal(str)
    _over = Signal(Added)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self._findings: dict[str, tuple[EvidenceFinding, ...]] = {}
        later = Qt.ConnectionType.QueuedConnection
        self._kept.connect(self._link, later)
        # Lines are written in one step and shown in the next: between them keys are answered.
        self._linked.connect(self.changed, later)
        self._over.connect(self.added, later)

    @property
    def treatment(self) -> Treatment:
        """Return what is done with the files that are added, as chosen for this workspace."""
        get = self._services.preferences.get
        return Treatment(keep=not get(_NOTE_ONLY, False), downscale=bool(get(_SMALLER, False)))

    def choose_treatment(self, *, note_only: bool, smaller: bool) -> None:
        """Remember what is done with the files that are added."""
        self._services.preferences.put(_NOTE_ONLY, note_only)
        self._services.preferences.put(_SMALLER, smaller)

    def shown(self, state: EvaluationState, place: str, *, read_only: bool, hidden: bool) -> EvidenceShown:
        """Return what the panel of an item shows; ``hidden`` while the satker looks on."""
        evidence = Evidence(state.folded)
        return EvidenceShown(
            place,
            self.lines(state, place, hidden=hidden),
            evidence.sufficiency(place),
            evidence.count_at(INBOX),
            read_only,
        )

    def lines(self, state: EvaluationState, place: str, *, hidden: bool) -> tuple[EvidenceLine, ...]:
        """Return the files of a place."""
        warnings = warnings_by_file(self._findings.get(state.id, ()), hidden=hidden)
        today = self._services.workspace.now().date()
        links = Evidence(state.folded).at(place)
        return tuple(evidence_line(link, warnings.get(link.file.sha256, ()), today) for link in links)

    def add(self, id_: str, pairs: Sequence[Pair], treatment: Treatment | None = None) -> Job:
        """Add files, each to its place, in the worker; the window goes on answering meanwhile."""
        added, folder = Added(id_), self._services.workspace.folder
        chosen = treatment or self.treatment

        def keep(progress: Progress) -> None:
            for done in range(0, len(pairs), _BATCH):
                batch = pairs[done : done + _BATCH]
                tell = partial(_tell_files, progress, self.tr("Menyimpan data dukung"), done, len(pairs))
                outcomes = keep_bytes(folder, [source for source, _ in batch], chosen, tell)
                self._kept.emit(added, outcomes, [place for _, place in batch])

        return self._start(keep, added)

    def paste(self, id_: str, place: str, save: Callable[[Path], object]) -> Job:
        """Add a picture from the clipboard; ``save`` writes it as PNG and is called in the worker."""
        added, folder = Added(id_), self._services.workspace.folder
        chosen, name = self.treatment, f"Tempelan {self._services.workspace.now():%Y-%m-%d %H.%M.%S}.png"

        def keep(progress: Progress) -> None:
            progress.tell(self.tr("Menyimpan gambar"))
            with tempfile.TemporaryDirectory() as place_of_it:
                path = Path(place_of_it) / name
                save(path)
                # What is pasted lies nowhere else: it is always kept.
                outcomes = keep_bytes(folder, [path], Treatment(downscale=chosen.downscale))
            self._kept.emit(added, outcomes, [place])

        return self._start(keep, added)

    def map_folder(self, id_: str, folder: Path) -> Job:
        """Look through a folder; ``mapped`` brings what would go where."""
        own = self._services.workspace.folder

        def look(progress: Progress) -> FolderMapping:
            with open_services(own, write=False) as services:
                return services.evidence.map_folder(id_, folder, lambda words, _done, _whole: progress.tell(words))

        return self._jobs.start(look, done=lambda mapping: self.mapped.emit(id_, mapping), cancellable=True)

    def judge(self, id_: str, link: EvidenceLink, state: str, reason: str = "") -> None:
        """Judge a file; the judgement that it has is taken back."""
        wanted = None if state == link.judged.value and not link.judged.disputed else state
        self._services.evidence.judge(id_, link, wanted, reason)
        self.changed.emit(id_)

    def judge_sufficiency(self, state: EvaluationState, place: str, level: str) -> None:
        """Judge how far the evidence of an item suffices; "" takes it back."""
        judged = Evidence(state.folded).sufficiency(place)
        self._services.evidence.judge_sufficiency(state.id, place, level or None, judged)
        self.changed.emit(state.id)

    def remove(self, id_: str, link: EvidenceLink) -> None:
        """Take a file away from its place."""
        self._services.evidence.retract(id_, link)
        self.changed.emit(id_)

    def put_back(self, id_: str, link: EvidenceLink) -> None:
        """Put it back."""
        self._services.evidence.put_back(id_, link)
        self.changed.emit(id_)

    def assign(self, id_: str, links: Sequence[EvidenceLink], codes: Sequence[str]) -> None:
        """Let files stand for items; those of the inbox leave it."""
        for link in links:
            self._services.evidence.assign(id_, link, codes)
        self.changed.emit(id_)

    def look_for_findings(self, id_: str) -> None:
        """Compare the files of an evaluation with all others, in the worker."""
        folder = self._services.workspace.folder

        def look(_progress: Progress) -> tuple[EvidenceFinding, ...]:
            with open_services(folder, write=False) as services:
                return evidence_findings(services.workspace, id_)

        self._jobs.start(look, done=lambda found: self._take_findings(id_, found))

    def load(self, link: EvidenceLink, show: Callable[[Sight], object]) -> None:
        """Read in the worker what can be shown of a file inside the window."""
        folder = self._services.workspace.folder
        self._jobs.start(lambda _: read_sight(folder, link.file), done=show)

    def copy_of(self, link: EvidenceLink, folder: Path) -> Path:
        """Write a copy to be opened by another program; raises as the service does."""
        return self._services.evidence.save_copy(link, folder)

    def _start(self, keep: Callable[[Progress], None], added: Added) -> Job:
        job = self._jobs.start(keep, done=lambda _: None, cancellable=True)
        job.finished.connect(lambda: self._over.emit(added))
        return job

    def _link(self, added: Added, outcomes: Sequence[StoredFile | Failed], places: Sequence[str]) -> None:
        """Write the lines of files whose bytes the worker kept."""
        result = self._services.evidence.link(added.id, outcomes, places)
        added.count += len(result.added)
        added.same += len(result.same)
        added.failed += result.failed
        self._linked.emit(added.id)

    def _take_findings(self, id_: str, found: tuple[EvidenceFinding, ...]) -> None:
        if found != self._findings.get(id_, ()):
            self._findings[id_] = found
            self.changed.emit(id_)


def _tell_files(progress: Progress, words: str, done: int, whole: int, _sentence: str, _bytes: int, _all: int) -> None:
    progress.tell(words, done, whole)
