"""The paper in the middle: the draft is built, or the signed file read, by the worker."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from zi_desktop.services.composition import open_services
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.signing.state import SigningShown

_PATIENCE_MS = 300


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to show: its bytes, and whether it is the signed one."""

    pdf: bytes
    final: bool


class PaperPresenter(QObject):
    """Brings the paper of the evaluation that was asked for last; an earlier one that comes late is dropped.

    ``asked`` comes when another paper than that in sight is on its way, ``waited`` once when it takes longer than 300 ms, ``missing`` with the reason why there is none.
    """

    asked = Signal()
    arrived = Signal(Paper)
    waited = Signal()
    missing = Signal(str)

    def __init__(self, folder: Path, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._jobs = jobs
        self._asked = 0
        self._wanted: object = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.waited)

    def bring(self, shown: SigningShown) -> None:
        """Ask for the paper, if it is another one: the signed file, else a draft of what stands now."""
        if shown.paper == self._wanted:
            return
        self._wanted = shown.paper
        self._asked += 1
        self.asked.emit()
        asked = self._asked
        if shown.sealed and shown.file is None:
            self._patience.stop()
            self._wanted = None
            self.missing.emit("Laporan tersegel tidak ada di ruang kerja ini. Minta berkas PDF-nya kepada tim.")
            return
        self._patience.start()
        self._jobs.start(lambda progress: (asked, self._made(progress, shown)), done=self._take, failed=self._fail)

    def _made(self, progress: Progress, shown: SigningShown) -> Paper:
        progress.tell("Membaca laporan" if shown.sealed else "Menyusun pratinjau")
        with open_services(self._folder, write=False) as services:
            if shown.sealed:
                return Paper(services.reporting.signed_view(shown.id), final=True)
            return Paper(services.reporting.draft(shown.id).pdf, final=False)

    def _take(self, made: tuple[int, Paper]) -> None:
        asked, paper = made
        if asked == self._asked:
            self._patience.stop()
            self.arrived.emit(paper)

    def _fail(self, failure: Exception) -> None:
        self._patience.stop()
        self._wanted = None
        self.missing.emit("Pratinjau tidak dapat disusun.")
        raise failure
