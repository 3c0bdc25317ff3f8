"""What can be done in Tinjau & tanda tangan: each act with its text and key; Ctrl+K lists them by itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.commands import describe
from zi_desktop.ui.evaluation_words import ONLY_READS
from zi_desktop.ui.signing.preview_acts import PreviewActs
from zi_desktop.ui.signing.state import SigningShown
from zi_desktop.ui.widgets.buttons import shortcut_action


class PageActs:
    """The actions of the page."""

    def __init__(self, owner: QWidget) -> None:
        self.preview = PreviewActs(owner)
        self.again = shortcut_action(owner, owner.tr("Periksa ulang"), "F5")
        self.sign = shortcut_action(owner, owner.tr("Tanda tangani"))
        self.sign.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.open = _row_action(owner, owner.tr("Buka butir"), "Return")
        self.weigh = _row_action(owner, owner.tr("Terima peringatan…"), "Space")
        self.key_file = shortcut_action(owner, owner.tr("Pilih berkas kunci…"), "Ctrl+O")
        self.new_key = shortcut_action(owner, owner.tr("Buat kunci sendiri…"), "Ctrl+Shift+N")
        self.fingerprint = shortcut_action(owner, owner.tr("Sidik jari kunci…"), "Ctrl+Shift+J")
        self.passphrase = shortcut_action(owner, owner.tr("Isi passphrase"), "Ctrl+Shift+S")
        self.forgotten = shortcut_action(owner, owner.tr("Lupa passphrase…"), "Ctrl+Shift+L", "kunci baru ganti hilang")
        self.read = shortcut_action(owner, owner.tr("Nyatakan dokumen telah dibaca"), "Ctrl+Shift+B")
        self.folder = shortcut_action(owner, owner.tr("Buka folder laporan"), "Ctrl+Shift+F")
        self.cancel_seal = shortcut_action(owner, owner.tr("Batalkan penyegelan…"), "Ctrl+Shift+X")
        self.request = shortcut_action(owner, owner.tr("Minta tinjauan"), "Ctrl+Shift+T")
        self.withdraw = shortcut_action(owner, owner.tr("Tarik permintaan tinjauan"))
        self.hand_back = shortcut_action(owner, owner.tr("Kembalikan dengan catatan…"))
        self.show_checks = shortcut_action(owner, owner.tr("Tampilkan pemeriksaan"), "Ctrl+T")
        describe(self.sign, words="ttd sahkan teken")
        describe(self.key_file, words="sertifikat p12 passphrase")
        describe(self.cancel_seal, words="segel buka kunci revisi")
        describe(self.weigh, words="perhatian akui alasan")
        describe(self.again, words="segarkan verifikasi prasyarat")
        self.show_checks.setCheckable(True)
        self.show_checks.setChecked(True)
        for action in (self.sign, self.fingerprint, self.forgotten, self.read):
            action.setEnabled(False)

    def follow(self, shown: SigningShown) -> None:
        """Let the actions stand as the evaluation does."""
        open_ = not shown.closed
        requested = shown.review == "review.requested"
        self.request.setVisible(open_ and not requested)
        self.request.setEnabled(self.request.isVisible())
        for action in (self.withdraw, self.hand_back):
            action.setVisible(open_ and requested)
            action.setEnabled(action.isVisible())
        self.folder.setEnabled(shown.file is not None)
        self.cancel_seal.setVisible(shown.sealed)
        why_not = _why_not_cancelled(shown)
        self.cancel_seal.setEnabled(shown.sealed and not why_not)
        self.cancel_seal.setStatusTip(why_not)
        self.key_file.setEnabled(shown.takes_key)
        self.new_key.setEnabled(shown.takes_key and not self.fingerprint.isEnabled())

    def follow_key(self, *, own: bool, shown: SigningShown | None) -> None:
        """Offer a new key where there is none, else its fingerprint."""
        self.fingerprint.setEnabled(own)
        self.forgotten.setEnabled(own and shown is not None and shown.takes_key)
        self.new_key.setEnabled(not own and shown is not None and shown.takes_key)

    def menu(self) -> tuple[QAction, ...]:
        """Return what stands in the menu of the page beside the papers."""
        return (self.request, self.withdraw, self.hand_back, self.folder, self.cancel_seal)


def _why_not_cancelled(shown: SigningShown) -> str:
    """Return why the seal cannot be cancelled here and now, "" where it can."""
    if not shown.writable:
        return ONLY_READS
    if shown.archived:
        return "Evaluasi ini diarsipkan. Keluarkan dari arsip dahulu."
    return "" if shown.lead else "Hanya ketua tim yang membatalkan penyegelan."


def _row_action(owner: QWidget, text: str, keys: str) -> QAction:
    """Return an action whose key the list itself takes: elsewhere the same key means something else."""
    action = shortcut_action(owner, text)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return action
