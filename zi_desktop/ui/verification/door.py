"""How files come in: dropped anywhere on the window and told by their content, or chosen by the command Periksa laporan."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Signal
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

_REPORT: Final = ".pdf"
_BUNDLE: Final = ".zib"
_CARD: Final = ".kartu"
_PORTFOLIO: Final = ".ziport"
_WORKBOOKS: Final = (".xlsx", ".xlsm", ".xls")
_TAKEN: Final = (_REPORT, _BUNDLE, _CARD, _PORTFOLIO, *_WORKBOOKS)
_HEAD: Final = 1024
_PDF: Final = b"%PDF-"
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
"""First bytes of what a PDF, a workbook and an old workbook are."""


class ReportDoor(QObject):
    """Adds the command to the window and takes what nothing inside it wanted: reports (PDF) and workbooks.

    ``workbook_dropped`` carries a workbook, ``bundle_dropped`` a bundle of another laptop, ``card_dropped`` its card,
    ``portfolio_dropped`` a signed portfolio of a hub; somebody else takes them.
    ``reports`` is the folder of the workspace's own reports, shown first until another one was chosen.
    """

    workbook_dropped = Signal(Path)
    bundle_dropped = Signal(Path)
    card_dropped = Signal(Path)
    portfolio_dropped = Signal(Path)

    def __init__(
        self, preferences: Preferences, editions: Editions, jobs: Jobs, window: QMainWindow, reports: Path | None = None
    ) -> None:
        super().__init__(window)
        self._reports = reports
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
        file = choose_file(parent, self.tr("Periksa laporan"), self.tr("Laporan PDF (*.pdf)"), self._reports)
        if file:
            self._presenter.verify(file)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take reports, bundles and workbooks out of what is dragged over the window; over a text field before its text."""
        if event.type() not in _DRAGS:
            return False
        over_text = watched is self._window or _takes_text(self._window.childAt(_spot(event)))
        if over_text and isinstance(event, QDropEvent) and (file := _file_in(event.mimeData())):
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self._take(file)
            return True
        return False

    def _take(self, file: Path) -> None:
        """Take what was dropped; a file that is not what its name says is told by whoever takes it."""
        if file.suffix.casefold() == _BUNDLE:
            self.bundle_dropped.emit(file)
        elif file.suffix.casefold() == _CARD:
            self.card_dropped.emit(file)
        elif file.suffix.casefold() == _PORTFOLIO:
            self.portfolio_dropped.emit(file)
        elif _is_workbook(file):
            self.workbook_dropped.emit(file)
        else:
            self._presenter.verify(file)

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
    field = widget if widget is None or isinstance(widget, kinds) else widget.parentWidget()
    return isinstance(field, kinds) and field.acceptDrops()


def _file_in(data: QMimeData) -> Path | None:
    """Return the first file of what is dragged that is called like something that can be taken, if any."""
    files = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next((file for file in files if file.suffix.casefold() in _TAKEN), None)


def _is_workbook(file: Path) -> bool:
    """Tell by its first bytes whether a file is a workbook; by its name where it cannot be opened."""
    try:
        with file.open("rb") as opened:
            start = opened.read(_HEAD)
    except OSError:
        return file.suffix.casefold() in _WORKBOOKS
    if _PDF in start:
        return False
    return start.startswith((_ZIP, _OLE)) or file.suffix.casefold() in _WORKBOOKS
