"""Everything behind the screen of the exchange: reads how it stands, looks at bundles, takes and writes them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import BundleRejected, FileReadError
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.exchange.incoming import TAKING
from zi_desktop.services.exchange.overview import ExchangeOverview
from zi_desktop.services.reports.turn import waits_for
from zi_desktop.trust.cards import Card
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.sync.preview_words import PreviewShown, preview_shown
from zi_desktop.ui.sync.saving import Saving, saved_words
from zi_desktop.ui.sync.shown import SyncShown
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.services.exchange.bundle_intake import TakenBundle
    from zi_desktop.services.exchange.bundle_preview import BundlePreview

_MEGABYTE = 1024 * 1024
_STOPPED = "Pengambilan paket dihentikan. Yang sudah diambil tetap ada; ambil lagi paket itu untuk melengkapinya."


class SyncPresenter(QObject):
    """One for the screen.

    ``shown`` carries how the exchange stands. ``previewed`` comes when a bundle was read: it waits for ``take`` or
    ``leave``. ``said`` carries what became of something; ``refused`` why a file was not taken, to be shown beside its
    cause. ``disputed`` comes with the id of an evaluation in which a bundle brought another opinion.
    """

    shown = Signal(SyncShown)
    previewed = Signal(PreviewShown)
    said = Signal(str, Tone)
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

    def load(self) -> None:
        """Read again how the exchange stands."""
        folder = self._services.workspace.folder

        def work(_: Progress) -> ExchangeOverview:
            with open_services(folder, write=False) as services:
                return services.exchange_overviews.overview()

        self._jobs.start(work, done=self._show)

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
            with self._services.beside() as services:
                return services.bundle_intake.read(file, _in_megabytes(progress))

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

        def work(progress: Progress) -> None:
            with self._services.beside() as services:
                for card in cards:
                    services.bundle_intake.accept(card, progress.tell)

        job = self._jobs.start(work, done=lambda _: self.read(file), exclusive=True, cancellable=True)
        job.cancelled.connect(self.load)

    def take(self) -> None:
        """Take the bundle that was looked at; what is taken when it is stopped stays, and taking it again completes it."""
        preview = self._preview
        assert preview is not None

        def work(progress: Progress) -> "tuple[TakenBundle, list[str]]":
            with self._services.beside() as services:
                taken = services.bundle_intake.apply(preview, _in_megabytes(progress))
                services.exchange_overviews.drop_arrived(preview.file)
                own, brought = services.settings.person().id, preview.changes if taken.reports else ()
                ids = [each.subject.id for each in brought if each.subject.kind == "evaluation"]
                return taken, [id_ for id_ in ids if waits_for(services.workspace, id_, own)]

        job = self._jobs.start(
            work, done=lambda found: self._tell_taken(found[0], found[1], preview), exclusive=True, cancellable=True
        )
        job.cancelled.connect(lambda: self._tell(_STOPPED, Tone.WARN))
        job.finished.connect(self.leave)
        job.finished.connect(self.load)

    def discard(self, device: str) -> None:
        """Let go of what waits until a device's card is accepted."""

        def work(_: Progress) -> None:
            with self._services.beside() as services:
                services.bundle_intake.discard(device)

        self._jobs.start(work, done=lambda _: self.load(), exclusive=True)

    def office_words(self) -> str:
        """Return what laptops say differently of the office, or ""."""
        found = self._services.office_disputes.all()
        what = ", ".join(each.title.lower() for each in found)
        return f"Laptop tim mengisi pengaturan instansi berbeda: {what}. Pilih yang dipakai." if found else ""

    def leave(self) -> None:
        """Let go of the bundle that was looked at."""
        preview, self._preview = self._preview, None
        if preview is None:
            return
        unfinished = preview.file.name in self._services.bundle_intake.interrupted()
        if preview.anything or unfinished or preview.file not in self._services.exchange_overviews.arrived():
            preview.close()
            return

        def note(_: Progress) -> None:
            with self._services.beside() as services, preview:
                services.bundle_intake.apply(preview)
                services.exchange_overviews.drop_arrived(preview.file)

        # What came from the hub and holds nothing new is done once somebody saw that.
        self._jobs.start(note, done=lambda _: self.load(), exclusive=True)

    def _tell_taken(self, taken: "TakenBundle", turns: Sequence[str], preview: "BundlePreview") -> None:
        self._tell(
            _taken_words(taken, preview) + self._turn_words(turns), Tone.WARN if _needs_attention(preview) else Tone.OK
        )
        if preview.conflicts:
            self.disputed.emit(preview.conflicts[0][0])

    def _turn_words(self, turns: Sequence[str]) -> str:
        names = self._names() if turns else {}
        return f" Giliran Anda menandatangani {', '.join(names[id_] for id_ in turns)}." if turns else ""

    def _hold(self, preview: "BundlePreview") -> None:
        self._preview = preview
        unfinished = preview.file.name in self._services.bundle_intake.interrupted()
        self.previewed.emit(preview_shown(preview, self._names(), unfinished=unfinished))

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
    counts = [(taken.lines, "perubahan"), (taken.evidence, "data dukung"), (taken.reports, "laporan bertanda tangan")]
    parts = [f"{count} {words}" for count, words in counts if count]
    words = f"Paket dari {preview.bundle.card.name} diambil" + (f": {', '.join(parts)}" if parts else "")
    if preview.conflicts:
        words += f"; {len(preview.conflicts)} beda penilaian perlu diselesaikan"
    if preview.pending:
        words += f"; {preview.pending} perubahan menunggu bagian sebelumnya"
    if preview.quarantined:
        words += f"; {preview.quarantined} perubahan menunggu sampai kartu pengirimnya diterima"
    return f"{words}."


def _needs_attention(preview: "BundlePreview") -> bool:
    return bool(preview.conflicts or preview.pending or preview.quarantined)


def _in_megabytes(progress: Progress) -> Callable[[str, int, int], None]:
    """Return a way to tell progress in bytes: in MB, and without figures where it is less than one."""

    def tell(sentence: str, done: int, whole: int) -> None:
        if sentence == TAKING:
            progress.tell(sentence, done, whole)
        elif whole < _MEGABYTE:
            progress.tell(sentence)
        else:
            progress.tell(f"{sentence}, MB", done // _MEGABYTE, whole // _MEGABYTE)

    return tell
