"""Behind the screen of the exchange: reads how it stands, writes bundles for the team."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.exchange.overview import ExchangeOverview
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.sync.bundle_presenter import BundlePresenter
from zi_desktop.ui.sync.byte_progress import in_megabytes
from zi_desktop.ui.sync.saving import Saving, saved_words
from zi_desktop.ui.sync.shown import SyncShown
from zi_desktop.ui.widgets.pills import Tone


class SyncPresenter(QObject):
    """One for the screen. ``shown`` carries how the exchange stands, ``said`` what became of something."""

    shown = Signal(SyncShown)
    said = Signal(str, Tone)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self.bundle = BundlePresenter(services, jobs, self)
        self.bundle.said.connect(self.said)
        self.bundle.changed.connect(self.load)

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
                tell=in_megabytes(progress),
            )  # fmt: skip
            return saved_words(done)

        self._jobs.start(
            work, done=lambda words: self.said.emit(words, Tone.OK), exclusive=True, cancellable=True
        ).finished.connect(self.load)

    def readers(self, ids: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
        """Return by name who could open a bundle of some evaluations, and which members of the teams could not."""
        return self._services.bundling.readers(ids)

    def office_words(self) -> str:
        """Return what laptops say differently of the office, or ""."""
        found = self._services.office_disputes.all()
        what = ", ".join(each.title.lower() for each in found)
        return f"Laptop tim mengisi pengaturan instansi berbeda: {what}. Pilih yang dipakai." if found else ""

    def _show(self, overview: ExchangeOverview) -> None:
        enrolled = self._services.enrolment.hub()
        name, address = (enrolled.card.name, enrolled.address) if enrolled else ("", "")
        self.shown.emit(SyncShown(overview, name, address, self._services.workspace.now(), self.writable))
