"""How a report comes in to be verified: dropped anywhere on the window, or chosen by the command Periksa laporan."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMainWindow

from zi_desktop.services.preferences import Preferences
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.verification.dialog import VerificationDialog
from zi_desktop.ui.verification.presenter import VerificationPresenter
from zi_desktop.ui.verification.words import VerdictShown


class ReportDoor(QObject):
    """Adds the command to the window and takes PDF files that nothing inside it wanted."""

    def __init__(self, preferences: Preferences, jobs: Jobs, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: VerificationDialog | None = None
        self._presenter = VerificationPresenter(preferences, jobs, self)
        self._presenter.verified.connect(self._show)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.command = QAction(self.tr("Periksa laporan…"), window)
        self.command.setShortcut(QKeySequence("Ctrl+Shift+V"))
        self.command.triggered.connect(lambda _checked: self.choose())
        window.addAction(self.command)

    def choose(self) -> None:
        """Let the person choose a report."""
        parent = self._dialog or self._window
        words = self.tr("Laporan PDF (*.pdf)")
        file, _ = QFileDialog.getOpenFileName(parent, self.tr("Periksa laporan"), "", words)
        if file:
            self._presenter.verify(Path(file))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take PDF files out of what is dragged over the window."""
        if isinstance(event, QDropEvent) and (file := _report_in(event.mimeData())):
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self._presenter.verify(file)
            return True
        return super().eventFilter(watched, event)

    def _show(self, file: Path, shown: VerdictShown) -> None:
        if self._dialog is not None:
            self._dialog.show_verdict(file, shown, self._presenter.trust_file)
            return
        self._dialog = dialog = VerificationDialog(self._window)
        dialog.trust_requested.connect(self._choose_trust)
        dialog.trust_dropped.connect(lambda: self._judge_by(None))
        dialog.other_requested.connect(self.choose)
        dialog.finished.connect(self._forget)
        dialog.show_verdict(file, shown, self._presenter.trust_file)
        dialog.open()

    def _choose_trust(self) -> None:
        words = self.tr("Registri Inspektorat atau sertifikat akar (*.json *.pem *.crt)")
        file, _ = QFileDialog.getOpenFileName(self._dialog, self.tr("Pilih daftar penanda tangan"), "", words)
        if file:
            self._judge_by(Path(file))

    def _judge_by(self, trust: Path | None) -> None:
        self._presenter.choose_trust(trust)
        if self._dialog is not None:
            self._presenter.verify(self._dialog.file)

    def _forget(self) -> None:
        self._dialog = None


def _report_in(data: QMimeData) -> Path | None:
    """Return the first PDF file of what is dragged, if any."""
    files = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next((file for file in files if file.suffix.casefold() == ".pdf"), None)
