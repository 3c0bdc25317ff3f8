"""What can be done on Kunjungan, each act with its key; Ctrl+K lists them."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from zi_desktop.ui.commands import describe
from zi_desktop.ui.widgets.buttons import shortcut_action, tip_of


class VisitActs:
    """The actions of the screen."""

    def __init__(self, owner: QWidget) -> None:
        tr = owner.tr
        self.add = shortcut_action(
            owner, tr("Catatan baru…"), "F8", "tambah wawancara paparan pertanyaan janji dokumen"
        )
        self.edit = shortcut_action(owner, tr("Ubah catatan…"), "F2", "perbaiki ganti")
        self.close = shortcut_action(owner, tr("Terjawab / diterima…"), words="tutup selesai jawaban")
        self.withdraw = shortcut_action(owner, tr("Hapus catatan…"), "Delete", "buang cabut")
        self.item = shortcut_action(owner, tr("Buka butir"), "Ctrl+G", "penilaian lompat")
        self.sheet = shortcut_action(owner, tr("Lembar agenda…"), "Ctrl+P", "cetak pdf simpan per orang tempat")
        self.first = shortcut_action(owner, tr("Pertemuan awal…"), "Alt+1", "entry peserta hadir")
        self.last = shortcut_action(owner, tr("Pertemuan akhir…"), "Alt+2", "exit peserta hadir")
        self.minutes = shortcut_action(owner, tr("Isi berita acara…"), "Ctrl+D", "nomor kepala nilai kertas f4")
        self.paper = shortcut_action(owner, tr("Pratinjau…"), "Ctrl+Shift+D", "berita acara cetak pdf simpan")
        self.attach = shortcut_action(owner, tr("Lampirkan…"), "Ctrl+U", "pindaian scan tanda tangan berita acara")
        self.scans = shortcut_action(
            owner, tr("Lihat salinan…"), "Ctrl+O", "pindaian scan buka berita acara bertanda tangan"
        )
        self.hide = shortcut_action(owner, tr("Sembunyikan catatan tim"), "Ctrl+H", "tutup nilai rahasia mata")
        self.reload = shortcut_action(owner, tr("Muat ulang"), "F5", "segarkan perbarui")
        self.hide.setCheckable(True)
        self.paper.setStatusTip(tr("Pratinjau, cetak, dan simpan berita acara"))
        describe(self.close, keys="Spasi")

    def writing(self) -> tuple[QAction, ...]:
        """Return what needs a workspace that may be written, whatever is chosen."""
        return (self.add, self.first, self.last, self.minutes, self.attach)

    def of_entry(self) -> tuple[QAction, ...]:
        """Return what needs an entry that is chosen."""
        return (self.edit, self.close, self.withdraw)


def follow_action(button: QPushButton, action: QAction, text: str) -> None:
    """Let a button with a shorter word of its own do what an action does, and follow its state."""
    button.setText(text)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(tip_of(action))
        button.setAccessibleName(action.text())

    action.changed.connect(follow)
    follow()
