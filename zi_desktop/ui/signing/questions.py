"""What is asked before something is stated: reasons for warnings, seals and reviews."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.signing.checks import CheckLine
from zi_desktop.ui.signing.presenter import SigningPresenter
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.reason_dialog import ReasonDialog

_WIDTH = 460


class Questions(QObject):
    """Asks over the page, and has the presenter state the answer."""

    def __init__(self, presenter: SigningPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._page = page

    def accept(self, line: CheckLine) -> None:
        """Ask why a warning is accepted; what was accepted can be taken back."""
        title = self.tr("Ubah alasan") if line.reason else self.tr("Terima peringatan")
        confirm = self.tr("Simpan") if line.reason else self.tr("Terima")
        dialog = ReasonDialog(
            title, line.text, confirm, self._page, reason=line.reason,
            hint=self.tr("Tercetak pada lampiran kertas kerja beserta nama Anda."),
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._presenter.accept(line.id, dialog.reason))
        dialog.open()

    def close(self, line: CheckLine) -> None:
        """Ask the lead whether what was done beyond somebody's right is closed."""
        dialog = DialogFrame(self.tr("Tutup hal ini"), self.tr("Tutup sebagai ketua tim"), self._page, self.tr("Batal"))
        dialog.setFixedWidth(_WIDTH)
        dialog.add_words(line.text)
        dialog.add_words(self.tr("Penilaiannya tetap berlaku dan penutupannya tercatat atas nama Anda."))
        dialog.accepted.connect(lambda: self._presenter.close(line.id))
        dialog.open()

    def cancel_seal(self) -> None:
        """Ask the lead why the seal is cancelled."""
        dialog = ReasonDialog(
            self.tr("Batalkan penyegelan"),
            self.tr(
                "Penilaian dibuka kembali dan tanda tangan pada laporan ini tidak berlaku lagi. Berkas lama tetap "
                "tersimpan; laporan berikutnya menjadi revisi baru."
            ),
            self.tr("Batalkan penyegelan"), self._page,
            hint=self.tr("Tercatat atas nama Anda sebagai ketua tim."),
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._presenter.cancel_seal(dialog.reason))
        dialog.open()

    def hand_back(self) -> None:
        """Ask what has to be mended before the review."""
        dialog = ReasonDialog(
            self.tr("Kembalikan untuk diperbaiki"),
            self.tr("Evaluasi kembali ke tim dengan catatan ini."), self.tr("Kembalikan"), self._page,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._presenter.review("returned", dialog.reason))
        dialog.open()
