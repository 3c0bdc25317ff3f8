"""What is done from Beranda: satker and evaluations brought in, begun, put away; without widgets."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.satkers.keeping import ImportedSatkers, Told
from zi_desktop.services.satkers.preview import ListPreview
from zi_desktop.ui.jobs import Jobs, Progress

if TYPE_CHECKING:
    from zi_desktop.domain.satker import Satker
    from zi_desktop.ui.home.drafts import EvaluationDraft, SatkerDraft

LIST_ENDINGS: Final = (".xlsx", ".csv")
_TOLD_EVERY: Final = 20


class Intake(QObject):
    """Calls the services; ``changed`` carries a sentence about what was done, after which Beranda reads again.

    ``satker_kept`` carries the id of a satker that was added or corrected; ``began`` comes when a list is to be read: what was
    done before is told no longer.
    """

    changed = Signal(str)
    began = Signal()
    satker_kept = Signal(str)
    previewed = Signal(ListPreview, Path)
    evaluation_ready = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs

    def add_satker(self, draft: "SatkerDraft") -> "Satker":
        """Add a satker, or correct the one whose id the draft carries."""
        satker = self._services.satkers.add(draft.entry())
        self.changed.emit(self.tr("{name} tersimpan").format(name=satker.name))
        self.satker_kept.emit(satker.id)
        return satker

    def begin(self, draft: "EvaluationDraft") -> None:
        """Begin an evaluation, or open the one that is there already."""
        id_ = self._services.evaluations.create(
            draft.satker,
            draft.year,
            target=draft.target,
            activity=draft.activity,
            track=draft.track,
            round_=draft.round,
        )
        self.changed.emit(self.tr("Evaluasi {year} dimulai").format(year=draft.year))
        self.evaluation_ready.emit(id_)

    def archive_satker(self, id_: str, *, archived: bool) -> None:
        """Put a satker away, or take it back."""
        self._services.satkers.archive(id_, archived=archived)
        self._tell_archived(archived=archived)

    def archive_evaluation(self, id_: str, *, archived: bool) -> None:
        """Put an evaluation away, or take it back."""
        self._services.evaluations.archive(id_, archived=archived)
        self._tell_archived(archived=archived)

    def preview(self, path: Path) -> None:
        """Read a list and tell what it would do, off the window's thread."""
        self.began.emit()
        job = self._jobs.start(
            partial(_preview, self._services.workspace.folder, path, self.tr("Membaca {name}").format(name=path.name)),
            done=lambda found: self.previewed.emit(found, path),
            cancellable=True,
        )
        job.cancelled.connect(self._tell_cancelled)

    def take(self, preview: ListPreview) -> None:
        """Take what is new and what changes."""
        function = partial(_take, self._services, preview, self.tr("Menyimpan satker"))
        job = self._jobs.start(function, done=self._tell_taken, exclusive=True, cancellable=True)
        job.cancelled.connect(self._tell_cancelled)

    def prepare_sample(self) -> None:
        """Bring in the sample satker and score one evaluation of them."""
        words = self.tr("Menyiapkan satker contoh"), self.tr("Menilai 113 butir")
        self._jobs.start(
            partial(_sample, self._services, words),
            done=lambda _: self.changed.emit(self.tr("Data contoh siap")),
            exclusive=True,
        )

    def _tell_taken(self, done: ImportedSatkers) -> None:
        self.changed.emit(self.tr("{new} satker baru, {changed} berubah").format(new=done.new, changed=done.changed))

    def _tell_cancelled(self) -> None:
        self.changed.emit(self.tr("Impor dibatalkan, tidak ada yang berubah"))

    def _tell_archived(self, *, archived: bool) -> None:
        self.changed.emit(self.tr("Diarsipkan") if archived else self.tr("Dikembalikan dari arsip"))


def _preview(folder: Path, path: Path, words: str, progress: Progress) -> ListPreview:
    with open_services(folder, write=False) as services:
        return services.satkers.preview_list(path, _told(progress, words))


def _take(services: Services, preview: ListPreview, words: str, progress: Progress) -> ImportedSatkers:
    return services.satkers.take(preview.entries, tell=_told(progress, words))


def _sample(services: Services, words: tuple[str, str], progress: Progress) -> None:
    from zi_desktop.services.samples.visit import prepare_sample, score_sample  # noqa: PLC0415 (loads the PDF libraries)

    progress.tell(words[0])
    id_ = prepare_sample(services)
    progress.tell(words[1])
    score_sample(services, id_)


def _told(progress: Progress, words: str) -> Told:
    """Return what a service tells its rows to; not each of them, as a window need not repaint for each."""

    def tell(done: int, whole: int) -> None:
        if done % _TOLD_EVERY == 0 or done == whole:
            progress.tell(words, done, whole)

    return tell
