"""How a report comes in to be verified: dropped anywhere on the window, or chosen by the command Periksa laporan."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit, QWidget

from zi_desktop.services.editions import Editions
from zi_desktop.services.preferences import Preferences
from zi_desktop.ui.commands import describe
from zi_desktop.ui.file_dialogs import choose_file
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.verification.dialog import VerificationDialog
from zi_desktop.ui.verification.presenter import VerificationPresenter
from zi_desktop.ui.verification.words import VerdictShown

_DRAGS: Final = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


class ReportDoor(QObject):
    """Adds the command to the window and takes PDF files that nothing inside it wanted."""

    def __init__(self, preferences: Preferences, editions: Editions, jobs: Jobs, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: VerificationDialog | None = None
        self._presenter = VerificationPresenter(preferences, editions, jobs, self)
        self._presenter.verified.connect(self._show)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        window.winId()  # there is a native window then, which sees what is dragged before any field does
        if (native := window.windowHandle()) is not None:
            native.installEventFilter(self)
        self.command = QAction(self.tr("Periksa laporan…"), window)
        self.command.setShortcut(QKeySequence("Ctrl+Shift+V"))
        describe(self.command, words=self.tr("verifikasi pdf tanda tangan sertifikat keaslian cek"))
        self.command.triggered.connect(lambda _checked: self.choose())
        window.addAction(self.command)

    def choose(self) -> None:
        """Let the person choose a report."""
        parent = self._dialog or self._window
        file = choose_file(parent, self.tr("Periksa laporan"), self.tr("Laporan PDF (*.pdf)"))
        if file:
            self._presenter.verify(file)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take PDF files out of what is dragged over the window; over a text field they come before its text."""
        if event.type() not in _DRAGS:
            return False
        over_text = watched is self._window or _takes_text(self._window.childAt(_spot(event)))
        if over_text and isinstance(event, QDropEvent) and (file := _report_in(event.mimeData())):
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self._presenter.verify(file)
            return True
        return False

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
        file = choose_file(self._dialog, self.tr("Pilih daftar penanda tangan"), words)
        if file:
            self._judge_by(file)

    def _judge_by(self, trust: Path | None) -> None:
        self._presenter.choose_trust(trust)
        if self._dialog is not None:
            self._presenter.verify(self._dialog.file)

    def _forget(self) -> None:
        self._dialog = None


def _spot(event: QEvent) -> QPoint:
    return event.position().toPoint() if isinstance(event, QDropEvent) else QPoint()


def _takes_text(widget: QWidget | None) -> bool:
    """Tell whether a widget, or that whose sight it is, takes what is dropped on it as text."""
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
    return isinstance(widget, kinds) or (widget is not None and isinstance(widget.parentWidget(), kinds))


def _report_in(data: QMimeData) -> Path | None:
    """Return the first PDF file of what is dragged, if any."""
    files = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next((file for file in files if file.suffix.casefold() == ".pdf"), None)
