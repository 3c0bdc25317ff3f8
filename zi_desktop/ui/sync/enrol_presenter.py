"""Looks for a hub at an address in the worker, and believes it once its fingerprint was compared."""

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.composition import Services
from zi_desktop.sync.hub_cards import HubCard, hub_fingerprint
from zi_desktop.sync.transports import Keys
from zi_desktop.ui.jobs import Jobs, Progress

_MEETING = "Menghubungi Inspektorat"


class EnrolPresenter(QObject):
    """``found`` carries name and fingerprint of the hub at the address; ``refused`` why there is none; ``enrolled`` its name."""

    found = Signal(str, str)
    refused = Signal(str)
    enrolled = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs

    def address(self) -> str:
        """Return the address that is used now, or ""."""
        enrolled = self._services.enrolment.hub()
        return enrolled.address if enrolled else ""

    def keys(self) -> Keys:
        """Return how a store is entered now."""
        return self._services.enrolment.keys()

    def look(self, address: str, keys: Keys) -> None:
        """Look what hub is at an address; the keys of a store are kept on this laptop."""
        enrolment = self._services.enrolment
        if keys != enrolment.keys():
            enrolment.keep_keys(keys)

        def work(progress: Progress) -> HubCard:
            return enrolment.found(address, lambda: progress.tell(_MEETING))

        def show(card: HubCard) -> None:
            self.found.emit(card.name, hub_fingerprint(card))

        self._jobs.start(work, done=show, failed=self._refuse, cancellable=True, far=True)

    def enrol(self, address: str, fingerprint: str) -> None:
        """Believe the hub at an address, whose fingerprint was compared."""
        enrolment = self._services.enrolment

        def work(progress: Progress) -> str:
            return enrolment.enrol(address, fingerprint, lambda: progress.tell(_MEETING)).card.name

        self._jobs.start(work, done=self.enrolled.emit, failed=self._refuse, cancellable=True, far=True)

    def _refuse(self, reason: Exception) -> None:
        """Tell what is expected beside the field; anything else goes the way of all failures."""
        if not isinstance(reason, ZiError):
            raise reason
        self.refused.emit(str(reason))
