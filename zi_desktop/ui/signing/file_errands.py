"""What can be done with the paper in sight: print it, save a copy, show the folder of the signed file."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.file_dialogs import choose_place
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.printing.errand import InSight, PrintErrand
from zi_desktop.ui.signing.preview_panel import PreviewPanel
from zi_desktop.ui.signing.sealing import SealingPresenter
from zi_desktop.ui.signing.state import SigningShown


class FileErrands(QObject):
    """Asks over the page where a copy goes, and on which printer; ``ended`` carries what was done, in words.

    Args:
        presenter: writes the copy.
        jobs: the worker.
        preview: shows the paper that is printed.
        page: over which the dialogs open.
    """

    ended = Signal(str)

    def __init__(self, presenter: SealingPresenter, jobs: Jobs, preview: PreviewPanel, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._preview = preview
        self._page = page
        self._shown: SigningShown | None = None
        self._printing = PrintErrand(jobs, page, self._in_sight)
        self._printing.ended.connect(self.ended)
        presenter.copied.connect(self._tell_copied)

    def open_folder(self, shown: SigningShown | None) -> None:
        """Show the folder of the signed report in the system's file manager."""
        if shown and shown.file:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown.file.parent)))

    def save_copy(self, shown: SigningShown | None) -> None:
        """Save the paper in sight under a name of the person's choice."""
        if shown is None:
            return
        file = choose_place(
            self._page, self.tr("Simpan salinan PDF"), f"{self._title(shown)}.pdf", self.tr("Dokumen PDF (*.pdf)")
        )
        if file:
            self._presenter.save_copy(shown.id, file)

    def print_paper(self, shown: SigningShown | None) -> None:
        """Print the paper in sight."""
        self._shown = shown
        self._printing.begin()

    def _title(self, shown: SigningShown) -> str:
        return shown.file.stem if shown.file else f"{self.tr('Draf')} {shown.satker}".replace("/", "-")

    def _in_sight(self) -> InSight | None:
        shown, paper = self._shown, self._preview.paper
        if shown is None or paper is None or not self._preview.has_paper():
            return None
        return InSight(paper.pdf, self._preview.pages(), self._title(shown), lambda: self.save_copy(shown))

    def _tell_copied(self, file: Path) -> None:
        self.ended.emit(self.tr("Salinan tersimpan: {name}").format(name=file.name))
