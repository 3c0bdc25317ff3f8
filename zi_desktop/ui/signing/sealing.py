"""Keys and the signature itself: the own key, a .p12 that was chosen, the job that signs and verifies."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import NotFoundError, ZiError
from zi_desktop.services.composition import Services, open_services
from zi_desktop.ui.jobs import Jobs, Progress, Step

if TYPE_CHECKING:  # their modules load cryptography and pyHanko, which only a job may wait for
    from zi_desktop.reports.verification import Verification
    from zi_desktop.services.reports.identities import IdentityCard
    from zi_desktop.services.reports.signing import SignedReport

_STEPS: Final = 3
_INTACT: Final = frozenset({"trusted", "intact-unknown-identity", "incomplete"})
"""Verdicts of a file that nobody changed."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that was put: the report, and what reading the written file again found."""

    report: "SignedReport"
    verification: "Verification"

    @property
    def intact(self) -> bool:
        """Tell whether the written file is as it was made and its score follows from its answers."""
        rescored = self.verification.rescored
        return self.verification.verdict in _INTACT and rescored is not None and rescored.matches


class SealingPresenter(QObject):
    """Signs with the own key or a .p12. A passphrase passes through and is kept nowhere.

    ``key_read`` carries the card of the own key or None, ``key_made`` the card of a new one; a signature ends with
    ``signed``, or with ``refused``: the sentence that says why, and the field it is about or ""; ``copied`` carries
    where a copy was written.
    """

    key_read = Signal(object)
    key_made = Signal(object)
    progressed = Signal(Step)
    signed = Signal(Signed)
    copied = Signal(Path)
    refused = Signal(str, str)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs

    def read_key(self) -> None:
        """Look whether there is an own key."""
        folder = self._services.workspace.folder

        def work(progress: Progress) -> "IdentityCard | None":
            progress.tell("Membaca kunci")
            with open_services(folder, write=False) as services:
                try:
                    return services.identities.show()
                except NotFoundError:
                    return None

        self._jobs.start(work, done=self._tell_read)

    def make_key(self, passphrase: str) -> None:
        """Make an own key for the person at this laptop."""

        def work(progress: Progress) -> "IdentityCard":
            progress.tell("Membuat kunci")
            return self._services.identities.new(passphrase)

        self._jobs.start(work, done=self._tell_made, exclusive=True)

    def replace_key(self, passphrase: str) -> None:
        """Make another own key; the one whose passphrase was forgotten stays in the workspace under another name."""

        def work(progress: Progress) -> "IdentityCard":
            progress.tell("Membuat kunci")
            return self._services.identities.replace(passphrase)

        self._jobs.start(work, done=self._tell_made, exclusive=True)

    def person_is_named(self) -> bool:
        """Tell whether the person here has a name, which a key and a paper need."""
        return bool(self._services.settings.person().name)

    def export_certificate(self, file: Path) -> None:
        """Write the certificate of the own key, to be registered with the Inspectorate."""
        self._services.identities.export(file)

    def sign(self, id_: str, passphrase: str, p12: Path | None) -> None:
        """Put the next signature with the own key, or with a .p12, and verify the file that was written."""
        services = self._services

        def work(progress: Progress) -> Signed:
            from zi_desktop.services.reports.verifying import verify_file  # noqa: PLC0415 (loads the signature libraries)

            progress.tell("Membuka kunci", 0, _STEPS)
            credential = services.identities.open(passphrase, p12)
            progress.tell("Menandatangani", 1, _STEPS)
            services.signing.finish_interrupted()
            report = services.signing.sign(id_, credential)
            progress.tell("Memeriksa berkas yang tertulis", 2, _STEPS)
            return Signed(report, verify_file(report.file, instruments=services.workspace.editions.known))

        job = self._jobs.start(work, done=self._tell_signed, failed=self._refuse, exclusive=True)
        job.progressed.connect(self.progressed)

    def save_copy(self, id_: str, file: Path) -> None:
        """Write the paper as it stands now somewhere else."""

        def work(progress: Progress) -> Path:
            progress.tell("Menyimpan salinan")
            with open_services(self._services.workspace.folder, write=False) as services:
                return services.reporting.save_copy(id_, file)

        self._jobs.start(work, done=self._tell_copied)

    # Methods rather than the signals themselves: a page that is gone is then told nothing.
    def _tell_read(self, card: "IdentityCard | None") -> None:
        self.key_read.emit(card)

    def _tell_copied(self, file: Path) -> None:
        self.copied.emit(file)

    def _tell_signed(self, done: Signed) -> None:
        self.signed.emit(done)

    def _tell_made(self, card: "IdentityCard") -> None:
        self.key_read.emit(card)
        self.key_made.emit(card)

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, ZiError):
            self.refused.emit("", "")
            raise failure
        self.refused.emit(str(failure), failure.field)
