"""Verifies report files in the worker, against the list of signers that was chosen last."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.services.editions import Editions
from zi_desktop.services.preferences import Preferences
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.verification.words import VerdictShown, verdict_shown

_TRUST: Final = "trust_file"


class VerificationPresenter(QObject):
    """``verified`` carries the file and what it is worth."""

    verified = Signal(Path, VerdictShown)

    def __init__(self, preferences: Preferences, editions: Editions, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._editions = editions
        self._jobs = jobs

    @property
    def trust_file(self) -> Path | None:
        """Return the list of signers that is used, if any."""
        kept = self._preferences.get(_TRUST, "")
        return Path(kept) if kept else None

    def choose_trust(self, file: Path | None) -> None:
        """Use another list of signers from now on, or none."""
        self._preferences.put(_TRUST, str(file) if file else "")

    def verify(self, file: Path) -> None:
        """Verify a report.

        Raises, by the way of all failures: FileReadError where it cannot be read, RegistryError for a list that is none.
        """
        trust = self.trust_file
        sources = [trust] if trust is not None and trust.is_file() else []
        without = (
            (f"Daftar penanda tangan {trust} tidak ditemukan, jadi tidak dipakai.",) if trust and not sources else ()
        )

        def work(progress: Progress) -> tuple[Path, VerdictShown]:
            from zi_desktop.services.reports.verifying import verify_file  # noqa: PLC0415 (loads the signature libraries)

            progress.tell("Memeriksa laporan")
            found = verify_file(file, sources, instruments=self._editions.known)
            return file, verdict_shown(found, without)

        self._jobs.start(work, done=self._tell)

    def _tell(self, found: tuple[Path, VerdictShown]) -> None:
        self.verified.emit(*found)
