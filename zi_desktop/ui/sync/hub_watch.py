"""Sends by itself as soon as the hub can be reached, where the person switched that on; it asks nobody anything."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.composition import Services
from zi_desktop.services.exchange.unsent import hub_address
from zi_desktop.ui.jobs import Jobs, Progress

if TYPE_CHECKING:
    from zi_desktop.services.exchange.exchanging import Met

SENDS_ITSELF: Final = "sends_itself"
"""The preference; off until somebody switches it on."""
_SOON_MS: Final = 15_000
_AGAIN_MS: Final = 60_000
_LONGEST_MS: Final = 600_000
_DOUBLED: Final = 8
"""A network that is away is asked less and less often."""


class HubWatch(QObject):
    """Looks for the hub from time to time while the window is open.

    ``met`` carries what a meeting did, or None where the hub was not there; ``stuck`` why a meeting broke off.
    """

    met = Signal(object)
    stuck = Signal(str)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        soon_ms: int = _SOON_MS,
        again_ms: int = _AGAIN_MS,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._soon_ms, self._again_ms = soon_ms, again_ms
        self._away = 0
        self._under_way = False
        self._timer = QTimer(self, singleShot=True, interval=soon_ms)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def pause_ms(self) -> int:
        """Return how long it waits before it looks again."""
        if not self._away:
            return self._again_ms
        longest = _AGAIN_MS if "://" not in hub_address(self._services.workspace) else _LONGEST_MS
        return min(self._soon_ms << min(self._away, _DOUBLED), longest)

    def look(self) -> None:
        """Look for the hub now, if that is wanted and known; then again after a while."""
        workspace = self._services.workspace
        wanted = workspace.database.writable and self._services.preferences.get(SENDS_ITSELF, default=False)
        address = hub_address(workspace) if wanted else ""
        if not address or self._under_way:
            self._timer.start(self._again_ms)
            return

        def meet(progress: Progress) -> "Met | None":
            with self._services.beside() as services:
                return services.exchanging.meet(address, progress.tell)

        self._under_way = True
        job = self._jobs.start(meet, done=self._tell, failed=self._refuse, cancellable=True, far=True, quiet=True)
        job.finished.connect(self._go_on)

    def _tell(self, met: "Met | None") -> None:
        self._away = 0 if met else self._away + 1
        self.met.emit(met)

    def _refuse(self, reason: Exception) -> None:
        """Tell what is expected beside the outbox; anything else goes the way of all failures."""
        self._away += 1
        if not isinstance(reason, ZiError):
            raise reason
        self.stuck.emit(str(reason))

    def _go_on(self) -> None:
        self._under_way = False
        self._timer.start(self.pause_ms)
