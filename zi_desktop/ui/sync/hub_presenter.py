"""The exchange with the Inspectorate's hub: sent and fetched when asked, and by itself where the person switched that on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from zi_desktop.domain.errors import NotFoundError, TransportError
from zi_desktop.services.composition import Services
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.sync.hub_watch import SENDS_ITSELF
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.services.exchange.exchanging import Pushed
    from zi_desktop.services.exchange.fetching import Pulled


class HubPresenter(QObject):
    """One for the screen; other work goes on meanwhile.

    ``said`` carries what became of something; ``failed`` why nothing could be exchanged, to be shown beside the outbox;
    ``exchanged`` comes when something may have changed. ``busy_changed`` tells whether something is under way.
    """

    said = Signal(str, Tone)
    failed = Signal(str)
    exchanged = Signal()
    busy_changed = Signal(bool)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self.busy = False

    def address(self) -> str:
        """Return where the hub of this laptop is met, or ""."""
        enrolled = self._services.enrolment.hub()
        return enrolled.address if enrolled else ""

    @property
    def sends_itself(self) -> bool:
        """Tell whether the person wants that it is sent as soon as the hub can be reached."""
        return bool(self._services.preferences.get(SENDS_ITSELF, default=False))

    def send_itself(self, *, wanted: bool) -> None:
        """Keep whether it is sent as soon as the hub can be reached."""
        self._services.preferences.put(SENDS_ITSELF, wanted)

    def push(self) -> None:
        """Send everything that the hub does not have; what is there already does not go again."""
        self._exchange(lambda services, at, progress: services.exchanging.push(at, progress.tell), self._pushed)

    def pull(self) -> None:
        """Fetch receipts and bundles from the hub."""
        self._exchange(lambda services, at, progress: services.exchanging.pull(at, progress.tell), self._pulled)

    def _exchange(self, work: Callable[[Services, str, Progress], object], done: Callable[..., None]) -> None:
        """Meet the hub; a place that is not reached is told beside the outbox, where it is tried again."""
        if self.busy:
            return
        address = self.address()

        def meet(progress: Progress) -> object:
            with self._services.beside() as services:
                return work(services, address, progress)

        def refuse(reason: Exception) -> None:
            if not isinstance(reason, TransportError | NotFoundError):
                raise reason
            self.failed.emit(str(reason))

        self._set_busy(busy=True)
        job = self._jobs.start(meet, done=done, failed=refuse, cancellable=True, far=True)
        job.cancelled.connect(self._tell_stopped)
        job.finished.connect(self._end)
        if (program := QCoreApplication.instance()) is not None:
            program.aboutToQuit.connect(job.cancel)  # a slow line does not keep the window from closing

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)

    def _tell_stopped(self) -> None:
        self.said.emit(_STOPPED, Tone.NEUTRAL)

    def _end(self) -> None:
        self._set_busy(busy=False)
        self.exchanged.emit()

    def _pushed(self, done: "Pushed") -> None:
        if done.problems:
            self.failed.emit("Sebagian tidak dapat dikirim. " + " ".join(dict.fromkeys(done.problems)))
        elif done.bundles:
            self.said.emit(f"{pushed_words(done)}; terkirim setelah ada tanda terimanya.", Tone.OK)
        else:
            self.said.emit("Tidak ada yang baru untuk dikirim.", Tone.OK)

    def _pulled(self, found: "Pulled") -> None:
        if found.problems:
            self.failed.emit(
                "Sebagian kiriman Inspektorat tidak dapat dipakai. " + " ".join(dict.fromkeys(found.problems))
            )
        if found.taken_back or found.lost or found.problems:
            return  # the alarm says it, and goes on saying it
        self.said.emit(f"{pulled_words(found) or 'Tidak ada yang baru dari Inspektorat'}.", Tone.OK)


_STOPPED = "Pertukaran dihentikan. Yang sudah ditaruh tetap ada; sisanya dapat dikirim lagi."


def pushed_words(done: "Pushed") -> str:
    """Return what was put for the Inspectorate."""
    parts = [f"{done.evaluations} evaluasi"] if done.evaluations else []
    parts += [f"{done.evidence} berkas"] if done.evidence else []
    return f"{' dan '.join(parts)} ditaruh untuk Inspektorat"


def pulled_words(found: "Pulled") -> str:
    """Return what came from the Inspectorate, or ""."""
    parts = [f"{found.confirmed} kiriman dikonfirmasi tanda terima"] if found.confirmed else []
    parts += [f"{len(found.bundles)} paket tiba dan menunggu dilihat"] if found.bundles else []
    return ", ".join(parts)
