"""What can be done on the screen "Catatan", each act with its key; Ctrl+K lists them."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.remark_terms import FINDINGS
from zi_desktop.ui.widgets.buttons import shortcut_action


class RemarkActs:
    """The actions of the screen.

    Args:
        owner: the screen.
        adding: a new remark may be written down here: it is the screen of one evaluation.
    """

    def __init__(self, owner: QWidget, *, adding: bool) -> None:
        tr = owner.tr
        self.add = shortcut_action(owner, tr("Catatan baru…"), "F8", "rekomendasi tambah tulis kondisi tenggat")
        self.edit = shortcut_action(owner, tr("Ubah…"), "F2", "catatan perbaiki ganti")
        self.follow_up = shortcut_action(owner, tr("Tindak lanjut…"), "T", "catatan tambah sudah dikerjakan lampiran")
        self.state = shortcut_action(owner, tr("Keadaan…"), "S", "catatan selesai terbuka tutup tidak relevan")
        self.withdraw = shortcut_action(owner, tr("Hapus"), "Delete", "catatan buang cabut tarik")
        self.findings = {
            key: shortcut_action(owner, f"{words}…", str(number), "catatan terdahulu hasil pemeriksaan konfirmasi")
            for number, (key, words) in enumerate(FINDINGS.items(), start=1)
        }
        self.unfound = shortcut_action(owner, tr("Belum diperiksa"), "0", "catatan terdahulu cabut hasil pemeriksaan")
        self.undo = shortcut_action(owner, tr("Urungkan hapus"), "Ctrl+Z", "catatan kembalikan")
        self.item = shortcut_action(owner, tr("Buka butir"), "Ctrl+G", "evaluasi penilaian lompat")
        self.export = shortcut_action(owner, tr("Ekspor…"), "Ctrl+E", "catatan xlsx excel lembar simpan")
        self.search = shortcut_action(owner, tr("Cari catatan"), "Ctrl+F", "satker rekomendasi kondisi")
        self.reload = shortcut_action(owner, tr("Muat ulang"), "F5", "segarkan baca lagi")
        self.show_for(earlier=False)
        self.add.setVisible(adding)

    def show_for(self, *, earlier: bool) -> None:
        """Show the acts of a remark of this evaluation, or those of one of an earlier evaluation."""
        for action in (*self.of_texts(), *self.of_remark()):
            action.setVisible(not earlier)
        for action in self.of_finding():
            action.setVisible(earlier)

    def of_texts(self) -> tuple[QAction, ...]:
        """Return what a closed evaluation no longer lets happen."""
        return (self.edit, self.withdraw)

    def of_remark(self) -> tuple[QAction, ...]:
        """Return what stays open after a signature."""
        return (self.follow_up, self.state)

    def of_finding(self) -> tuple[QAction, ...]:
        """Return what is stated of a remark of an earlier evaluation."""
        return (*self.findings.values(), self.unfound)
