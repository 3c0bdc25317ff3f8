"""Clean-up and check of the kept files without a window: both read everything, in the worker."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.evidence.checking import check_evidence
from zi_desktop.services.evidence.cleaning import Removable, clean_up, removable
from zi_desktop.services.evidence.places import whereabouts
from zi_desktop.services.evidence.received import releasable, release
from zi_desktop.services.workspace import Workspace
from zi_desktop.ui.evidence.store_lines import Checkup, StoreLine, checkup, removable_line
from zi_desktop.ui.jobs import Job, Jobs, Progress

_MEGABYTE: Final = 1024 * 1024

Listed = Sequence[tuple[StoreLine, Removable]]
"""What may go, as it is shown and as the service wants it back."""


class StorePresenter(QObject):
    """Calls the services. ``listed`` carries what may go, ``checked`` what a check found, ``cleaned`` the bytes set free."""

    listed = Signal(object)
    checked = Signal(Checkup)
    cleaned = Signal(object)  # an int of Qt has 32 bits

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs

    @property
    def writable(self) -> bool:
        """Tell whether this window may remove anything."""
        return self._services.workspace.database.writable

    def list_removable(self) -> Job:
        """Look for what nothing speaks of any more."""
        folder = self._services.workspace.folder

        def look(progress: Progress) -> Listed:
            progress.tell(self.tr("Mencari berkas yang dapat dibersihkan"))
            with open_services(folder, write=False) as services:
                where = whereabouts(services.workspace)
                found = [*removable(services.workspace), *releasable(services.workspace)]
                return [(removable_line(each, where), each) for each in found]

        return self._jobs.start(look, done=self.listed.emit)

    def clean(self, chosen: Sequence[Removable], failed: Callable[[Exception], object]) -> Job:
        """Remove for good what was chosen and is needed by nothing still; nothing else can be changed meanwhile."""
        workspace = self._services.workspace
        return self._jobs.start(
            lambda progress: self._clean(workspace, chosen, progress),
            done=self.cleaned.emit,
            exclusive=True,
            cancellable=True,
            failed=failed,
        )

    @staticmethod
    def _clean(workspace: Workspace, chosen: Sequence[Removable], progress: Progress) -> int:
        unneeded = [each for each in chosen if not each.held]
        return clean_up(workspace, unneeded, progress.tell) + release(workspace, [each for each in chosen if each.held])

    def check(self) -> Job:
        """Compare every kept file with its digest."""
        folder, words = self._services.workspace.folder, self.tr("Memeriksa data dukung, dalam MB")

        def look(progress: Progress) -> Checkup:
            progress.tell(words)
            with open_services(folder, write=False) as services:
                found = check_evidence(
                    services.workspace,
                    tell=lambda _, done, whole: progress.tell(words, done // _MEGABYTE, whole // _MEGABYTE),
                )
                return checkup(found, removable(services.workspace), whereabouts(services.workspace))

        return self._jobs.start(look, done=self.checked.emit, cancellable=True)
