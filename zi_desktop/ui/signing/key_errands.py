"""What the right part asks for: a key chosen, made or shown, and the signature with its outcome."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from zi_desktop.ui.file_dialogs import choose_file, choose_place
from zi_desktop.ui.jobs import Step
from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.signing.key_dialogs import FingerprintDialog, ForgottenKeyDialog, NewKeyDialog
from zi_desktop.ui.signing.sealing import SealingPresenter, Signed
from zi_desktop.ui.signing.sign_panel import SignPanel
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:  # its module loads cryptography
    from zi_desktop.services.reports.identities import IdentityCard


class KeyErrands(QObject):
    """Stands between the panel and its presenter; ``signed`` comes when a written file was verified."""

    signed = Signal()
    settings_requested = Signal()

    def __init__(self, panel: SignPanel, presenter: SealingPresenter, folder: QAction) -> None:
        super().__init__(panel)
        self._folder = folder
        self._panel = panel
        self._presenter = presenter
        self._card: IdentityCard | None = None
        presenter.key_read.connect(self._take_card)
        presenter.key_made.connect(self.show_fingerprint)
        presenter.progressed.connect(self._show_step)
        presenter.signed.connect(self._end)
        presenter.refused.connect(self._refuse)

    def choose_file(self) -> None:
        """Let the person choose a .p12."""
        words = self.tr("Berkas kunci (*.p12 *.pfx)")
        file = choose_file(self._panel, self.tr("Pilih berkas kunci"), words)
        if file:
            self._panel.choose_file(file)

    def make_key(self) -> None:
        """Ask for a passphrase and make an own key; without a name in Pengaturan there is nobody to make it for."""
        self._ask_for_new(NewKeyDialog, self._presenter.make_key)

    def replace_key(self) -> None:
        """Say that a forgotten passphrase is lost, and make another key if the person wants one."""
        self._ask_for_new(ForgottenKeyDialog, self._presenter.replace_key)

    def _ask_for_new(self, kind: type[NewKeyDialog], make: Callable[[str], None]) -> None:
        if not self._presenter.person_is_named():
            self._panel.show_way(
                self.tr("Nama penilai belum diisi, padahal tercantum pada kunci."),
                self.tr("Buka Pengaturan"),
                self.settings_requested.emit,
            )
            return

        def go_on_with(passphrase: str) -> None:
            self._panel.ask_passphrase()  # what comes after the key
            make(passphrase)

        dialog = kind(self._panel)
        dialog.passphrase_given.connect(go_on_with)
        dialog.open()

    def show_fingerprint(self) -> None:
        """Show the fingerprint of the own key, to be written on paper."""
        if self._card is None:
            return
        dialog = FingerprintDialog(self._card, self._panel)
        dialog.export_requested.connect(self._export)
        dialog.open()

    def _export(self) -> None:
        words = self.tr("Sertifikat (*.pem)")
        file = choose_place(self._panel, self.tr("Simpan sertifikat"), "sertifikat.pem", words)
        if file:
            self._presenter.export_certificate(file)

    def _take_card(self, card: "IdentityCard | None") -> None:
        self._card = card
        self._panel.show_key(card)

    def _show_step(self, step: Step) -> None:
        self._panel.show_busy(step.sentence)

    def _refuse(self, sentence: str, field: str) -> None:
        self._panel.show_busy("")
        if sentence:
            self._panel.show_outcome(sentence, Tone.BAD)
        if field == "passphrase":
            self._panel.refuse_passphrase()

    def _end(self, done: Signed) -> None:
        self._panel.show_busy("")
        self._panel.drop_file()
        self.signed.emit()
        words = self.tr(
            "Tanda tangan {made} dari {needed} selesai. {file} dibaca ulang: {found}. {key} membuka foldernya."
        )
        found = self.tr("utuh, nilainya sesuai") if done.intact else self.tr("bermasalah")
        tone = Tone.OK if done.intact else Tone.BAD
        report = done.report
        self._panel.show_outcome(
            words.format(
                made=report.signatures,
                needed=report.needed,
                file=report.file.name,
                found=found,
                key=key_text(self._folder.shortcut()),
            ),
            tone,
        )
