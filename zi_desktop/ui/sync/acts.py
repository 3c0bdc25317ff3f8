"""What can be done on the screen of the exchange, with its keys."""

from PySide6.QtWidgets import QWidget

from zi_desktop.ui.widgets.buttons import shortcut_action


class SyncActs:
    """The actions; whoever made them answers them."""

    def __init__(self, owner: QWidget) -> None:
        tr = owner.tr
        self.push = shortcut_action(owner, tr("Kirim ke Inspektorat"), "Ctrl+Shift+K", "hub unggah setor tanda terima")
        self.pull = shortcut_action(owner, tr("Ambil dari Inspektorat"), "Ctrl+Shift+I", "hub tanda terima acuan unduh")
        self.send_itself = shortcut_action(
            owner, tr("Kirim saat tersambung"), "Ctrl+Shift+J", "otomatis sendiri hub inspektorat nyalakan matikan"
        )
        self.send_itself.setCheckable(True)
        self.save = shortcut_action(owner, tr("Simpan ke flashdisk…"), "Ctrl+E", "paket ekspor tim usb zib rekan")
        self.choose = shortcut_action(owner, tr("Pilih paket…"), "Ctrl+I", "berkas impor zib flashdisk rekan buka")
        self.cards = shortcut_action(
            owner, tr("Kartu laptop…"), "Ctrl+Shift+L", "sidik jari rekan kenal terima perangkat"
        )
        self.discard = shortcut_action(
            owner, tr("Buang yang menunggu…"), "Ctrl+Shift+Delete", "karantina hapus bersihkan perangkat"
        )
        self.discard.setEnabled(False)
        self.enrol = shortcut_action(
            owner, tr("Hubungkan ke Inspektorat…"), "Ctrl+Shift+H", "hub alamat s3 folder daftar"
        )
        self.office = shortcut_action(
            owner, tr("Pilih pengaturan instansi…"), "Ctrl+Shift+G", "kop surat logo nama beda berbeda"
        )
        self.office.setEnabled(False)
        self.reload = shortcut_action(owner, tr("Muat ulang"), "F5", "segarkan periksa lagi")
