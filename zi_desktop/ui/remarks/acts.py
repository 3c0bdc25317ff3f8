"""What can be done on the screen "Catatan", each act with its key; Ctrl+K lists them."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.widgets.buttons import shortcut_action


class RemarkActs:
    """The actions of the screen."""

    def __init__(self, owner: QWidget) -> None:
        tr = owner.tr
        self.edit = shortcut_action(owner, tr("Ubah…"), "F2", "catatan perbaiki ganti")
        self.follow_up = shortcut_action(owner, tr("Tindak lanjut…"), "T", "catatan tambah sudah dikerjakan")
        self.state = shortcut_action(owner, tr("Keadaan…"), "S", "catatan selesai terbuka tutup tidak relevan")
        self.withdraw = shortcut_action(owner, tr("Hapus"), "Delete", "catatan buang cabut tarik")
        self.undo = shortcut_action(owner, tr("Urungkan hapus"), "Ctrl+Z", "catatan kembalikan")
        self.item = shortcut_action(owner, tr("Buka butir"), "Ctrl+G", "evaluasi penilaian lompat")
        self.export = shortcut_action(owner, tr("Ekspor…"), "Ctrl+E", "catatan xlsx excel lembar simpan")
        self.search = shortcut_action(owner, tr("Cari catatan"), "Ctrl+F", "satker rekomendasi kondisi")
        self.reload = shortcut_action(owner, tr("Muat ulang"), "F5", "segarkan baca lagi")

    def of_texts(self) -> tuple[QAction, ...]:
        """Return what a closed evaluation no longer lets happen."""
        return (self.edit, self.withdraw)

    def of_remark(self) -> tuple[QAction, ...]:
        """Return what stays open after a signature."""
        return (self.follow_up, self.state)
