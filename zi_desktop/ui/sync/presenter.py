"""Everything behind the screen of the exchange: reads how it stands, sends, fetches, looks at bundles and takes them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from zi_desktop.domain.errors import BundleRejected, FileReadError, NotFoundError, TransportError
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.exchange_overview import ExchangeOverview
from zi_desktop.trust.cards import Card
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.sync.preview_words import PreviewShown, preview_shown
from zi_desktop.ui.sync.saving import Saving, saved_words
from zi_desktop.ui.sync.shown import SyncShown
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.services.bundle_intake import TakenBundle
    from zi_desktop.services.bundle_preview import BundlePreview
    from zi_desktop.services.exchanging import Pulled, Pushed

_MEGABYTE = 1024 * 1024


class SyncPresenter(QObject):
    """One for the screen.

    ``shown`` carries how the exchange stands. ``previewed`` comes when a bundle was read: it waits for ``take`` or
    ``leave``. ``said`` carries what became of something; ``failed`` why nothing could be exchanged with the hub, and
    ``refused`` why a file was not taken, both to be shown beside their cause. ``disputed`` comes with the id of an
    evaluation in which a bundle brought another opinion.
    """

    shown = Signal(SyncShown)
    previewed = Signal(PreviewShown)
    said = Signal(str, Tone)
    failed = Signal(str)
    refused = Signal(str)
    disputed = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._preview: BundlePreview | None = None

    @property
    def writable(self) -> bool:
        """Tell whether anything may be written here."""
        return self._services.workspace.database.writable

    def address(self) -> str:
        """Return where the hub of this laptop is met, or ""."""
        enrolled = self._services.enrolment.hub()
        return enrolled.address if enrolled else ""

    def load(self) -> None:
        """Read again how the exchange stands."""
        folder = self._services.workspace.folder

        def work(_: Progress) -> ExchangeOverview:
            with open_services(folder, write=False) as services:
                return services.exchange_overviews.overview()

        self._jobs.start(work, done=self._show)

    def push(self) -> None:
        """Send everything that the hub does not have; what is there already does not go again."""
        address = self.address()
        self._exchange(lambda progress: self._services.exchanging.push(address, progress.tell), self._pushed)

    def pull(self) -> None:
        """Fetch receipts and bundles from the hub."""
        address = self.address()
        self._exchange(lambda progress: self._services.exchanging.pull(address, progress.tell), self._pulled)

    def save(self, order: Saving) -> None:
        """Write a bundle for the team."""

        def work(progress: Progress) -> str:
            done = self._services.bundling.export(
                order.evaluations, order.file, answers_only=order.answers_only, plain=order.plain,
                tell=_in_megabytes(progress),
            )  # fmt: skip
            return saved_words(done)

        self._jobs.start(
            work, done=lambda words: self._tell(words, Tone.OK), exclusive=True, cancellable=True
        ).finished.connect(self.load)

    def readers(self, ids: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
        """Return by name who could open a bundle of some evaluations, and which members of the teams could not."""
        return self._services.bundling.readers(ids)

    def read(self, file: Path) -> None:
        """Look at a bundle: nothing of it is taken by that."""
        self.leave()

        def work(progress: Progress) -> "BundlePreview":
            return self._services.bundle_intake.read(file, _in_megabytes(progress))

        def refuse(reason: Exception) -> None:
            if not isinstance(reason, BundleRejected | FileReadError):
                raise reason
            words = reason.reason if isinstance(reason, BundleRejected) else str(reason)
            self._services.exchange_overviews.note_refused(file, words)
            self.refused.emit(f"{file.name}. {reason}")
            self.load()

        self._jobs.start(work, done=self._hold, failed=refuse, exclusive=True, cancellable=True)

    def accept(self, cards: Sequence[Card]) -> None:
        """Accept cards whose fingerprints were compared, then look at the bundle again: more of it can be taken now."""
        assert self._preview is not None
        file = self._preview.file
        self.leave()
        for card in cards:
            self._services.bundle_intake.accept(card)
        self.read(file)

    def take(self) -> None:
        """Take the bundle that was looked at; cut off or cancelled, taking it again completes it."""
        preview = self._preview
        assert preview is not None

        def work(progress: Progress) -> None:
            self._services.bundle_intake.keep_evidence(preview, _in_megabytes(progress))

        job = self._jobs.start(work, done=lambda _: self._apply(preview), exclusive=True, cancellable=True)
        job.finished.connect(self.leave)
        job.finished.connect(self.load)

    def leave(self) -> None:
        """Let go of the bundle that was looked at."""
        preview, self._preview = self._preview, None
        if preview is not None:
            preview.close()

    def _apply(self, preview: "BundlePreview") -> None:
        taken = self._services.bundle_intake.apply(preview)
        self._services.exchange_overviews.drop_arrived(preview.file)
        self._tell(_taken_words(taken, preview), Tone.WARN if preview.conflicts else Tone.OK)
        if preview.conflicts:
            self.disputed.emit(preview.conflicts[0][0])

    def _hold(self, preview: "BundlePreview") -> None:
        self._preview = preview
        unfinished = preview.file.name in self._services.bundle_intake.interrupted()
        self.previewed.emit(preview_shown(preview, self._names(), unfinished=unfinished))

    def _exchange(self, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        """Meet the hub; a place that is not reached is told beside the outbox, where it is tried again."""

        def refuse(reason: Exception) -> None:
            if not isinstance(reason, TransportError | NotFoundError):
                raise reason
            self.failed.emit(str(reason))

        job = self._jobs.start(work, done=done, failed=refuse, exclusive=True, cancellable=True)
        job.finished.connect(self.load)
        if (program := QCoreApplication.instance()) is not None:
            program.aboutToQuit.connect(job.cancel)  # a slow line does not keep the window from closing

    def _pushed(self, done: "Pushed") -> None:
        if done.problems:
            self.failed.emit("Sebagian tidak dapat dikirim. " + " ".join(dict.fromkeys(done.problems)))
        elif done.bundles:
            words = f"{done.evaluations} evaluasi dan {done.evidence} berkas ditaruh untuk Inspektorat"
            self._tell(f"{words}; terkirim setelah ada tanda terimanya.", Tone.OK)
        else:
            self._tell("Tidak ada yang baru untuk dikirim.", Tone.OK)

    def _pulled(self, found: "Pulled") -> None:
        if found.problems:
            self.failed.emit("Sebagian kiriman hub tidak dapat dipakai. " + " ".join(dict.fromkeys(found.problems)))
        if found.taken_back:
            return  # the alarm says it, and goes on saying it
        parts = []
        if found.confirmed:
            parts.append(f"{found.confirmed} kiriman dikonfirmasi tanda terima")
        if found.bundles:
            parts.append(f"{len(found.bundles)} paket tiba dan menunggu dilihat")
        if not found.problems:
            self._tell((", ".join(parts) or "Tidak ada yang baru dari Inspektorat") + ".", Tone.OK)

    def _show(self, overview: ExchangeOverview) -> None:
        enrolled = self._services.enrolment.hub()
        name, address = (enrolled.card.name, enrolled.address) if enrolled else ("", "")
        self.shown.emit(SyncShown(overview, name, address, self._services.workspace.now(), self.writable))

    def _names(self) -> dict[str, str]:
        satkers = {row["id"]: row["name"] for row in self._services.satkers.list()}
        rows = self._services.evaluations.summaries()
        return {row["id"]: f"{satkers.get(row['satker'], '')} {row['year']}".strip() for row in rows}

    def _tell(self, words: str, tone: Tone) -> None:
        self.said.emit(words, tone)


def _taken_words(taken: "TakenBundle", preview: "BundlePreview") -> str:
    words = f"Paket dari {preview.bundle.card.name} diambil: {taken.lines} perubahan, {taken.evidence} data dukung"
    if taken.reports:
        words += f", {taken.reports} laporan bertanda tangan"
    if preview.conflicts:
        words += f"; {len(preview.conflicts)} beda penilaian perlu diselesaikan"
    waits = preview.pending + preview.quarantined
    return words + (f"; {waits} perubahan menunggu." if waits else ".")


def _in_megabytes(progress: Progress) -> Callable[[str, int, int], None]:
    """Return a way to tell progress in bytes: in MB, and without figures where it is less than one."""

    def tell(sentence: str, done: int, whole: int) -> None:
        if whole < _MEGABYTE:
            progress.tell(sentence)
        else:
            progress.tell(f"{sentence}, MB", done // _MEGABYTE, whole // _MEGABYTE)

    return tell
