"""Looks for a hub at an address in the worker, and believes it once its fingerprint was compared."""

from PySide6.QtCore import QObject, QTimer, Signal

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.composition import Services
from zi_desktop.sync.hub_cards import HubCard, hub_fingerprint
from zi_desktop.sync.transports import Keys
from zi_desktop.ui.jobs import Jobs


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

        def show(card: HubCard) -> None:
            self.found.emit(card.name, hub_fingerprint(card))

        self._jobs.start(lambda _: enrolment.found(address), done=show, failed=self._refuse)

    def enrol(self, address: str, fingerprint: str) -> None:
        """Believe the hub at an address, whose fingerprint was compared."""
        enrolment = self._services.enrolment

        def begin() -> None:
            self._jobs.start(
                lambda _: enrolment.enrol(address, fingerprint), done=lambda hub: self.enrolled.emit(hub.card.name),
                failed=self._refuse, exclusive=True,
            )  # fmt: skip

        # Exclusive work closes what the key that asked for it was pressed in.
        QTimer.singleShot(0, self, begin)

    def _refuse(self, reason: Exception) -> None:
        """Tell what is expected beside the field; anything else goes the way of all failures."""
        if not isinstance(reason, ZiError):
            raise reason
        self.refused.emit(str(reason))
