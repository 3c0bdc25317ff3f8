"""What can be done with the file of the report: show its folder, save a copy."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.file_dialogs import choose_place
from zi_desktop.ui.signing.sealing import SealingPresenter
from zi_desktop.ui.signing.state import SigningShown


class FileErrands(QObject):
    """Asks over the page where a copy goes."""

    def __init__(self, presenter: SealingPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._page = page

    def open_folder(self, shown: SigningShown | None) -> None:
        """Show the folder of the signed report in the system's file manager."""
        if shown and shown.file:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown.file.parent)))

    def save_copy(self, shown: SigningShown | None) -> None:
        """Save the paper in sight under a name of the person's choice."""
        if shown is None:
            return
        name = shown.file.name if shown.file else f"{self.tr('Draf')} {shown.satker}.pdf".replace("/", "-")
        file = choose_place(self._page, self.tr("Simpan salinan PDF"), name, self.tr("Dokumen PDF (*.pdf)"))
        if file:
            self._presenter.save_copy(shown.id, file)
