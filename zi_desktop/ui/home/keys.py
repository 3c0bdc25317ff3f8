"""What can be done on Beranda, each with its key; Ctrl+K lists them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.commands import describe
from zi_desktop.ui.home.rows import ARCHIVED, Row


class HomeKeys:
    """The actions of the screen. Those of a row act while the table has the keyboard."""

    def __init__(self, page: QWidget, table: QWidget) -> None:
        self._page, self._table = page, table
        tr = page.tr
        self.begin = self._action(tr("Evaluasi baru"), "Ctrl+N", "buat mulai tambah penilaian")
        self.import_list = self._action(
            tr("Impor daftar satker…"), "Ctrl+Shift+I", "excel csv unggah masukkan unit kerja"
        )
        self.import_worksheet = self._action(tr("Impor LKE…"), "Ctrl+I", "lembar kerja excel lampiran portalrb mandiri")
        self.import_folder = self._action(tr("Impor folder LKE…"), "Ctrl+Alt+I", "banyak lembar kerja excel berkas")
        self.add = self._action(tr("Tambah satker…"), "Ctrl+Shift+N", "buat baru unit kerja")
        self.export = self._action(tr("Ekspor…"), "Ctrl+E", "lembar kerja excel lampiran portalrb json simpan kirim")
        self.export_shown = self._action(
            tr("Ekspor semua yang tampil…"), "Ctrl+Shift+E", "banyak daftar unit portal folder excel json"
        )
        self.consolidated = self._action(
            tr("Buka simpanan gabungan…"),
            "Ctrl+Alt+O",
            "hub kementerian kanwil portofolio basis data postgresql ziport",
        )
        self.search = self._action(tr("Cari satker"), "Ctrl+F", "temukan unit kerja")
        self.clear = self._action(tr("Hapus filter"), "Ctrl+Shift+F", "saringan semua bersihkan")
        self.reload = self._action(tr("Muat ulang"), "F5", "segarkan perbarui")
        self.open = self._action(tr("Buka evaluasi"), "Enter", "penilaian lanjutkan mulai cetak laporan", of_row=True)
        # Both keys; menus show the first, and "Return" is no word of a keyboard here.
        self.open.setShortcuts([QKeySequence("Enter"), QKeySequence("Return")])
        self.edit = self._action(tr("Ubah data satker…"), "F2", "perbaiki ganti nama kode predikat", of_row=True)
        self.profile = self._action(
            tr("Profil satker…"), "F3", "narahubung kontak rekam jejak tahapan usulan keluar riwayat", of_row=True
        )
        self.archive_evaluation = self._action(tr("Arsipkan evaluasi…"), "Delete", "hapus buang", of_row=True)
        self.archive_satker = self._action(tr("Arsipkan satker…"), "Shift+Delete", "hapus buang", of_row=True)

    @property
    def of_row(self) -> Sequence[QAction]:
        """Return what can be done with a row, in the order of its menu."""
        return (self.open, self.edit, self.profile, self.archive_evaluation, self.archive_satker)

    def follow(self, row: Row | None, *, empty: bool, writable: bool) -> None:
        """Open and close what can be done with the current row, and in a workspace that only reads."""
        tr = self._page.tr
        for action in (self.search, self.clear, self.reload):
            action.setEnabled(not empty)
        for action in (self.begin, self.import_list, self.import_worksheet, self.import_folder, self.add):
            self._allow(action, allowed=True, writable=writable)
        self.open.setEnabled(row is not None)
        self.profile.setEnabled(row is not None)
        self.export.setEnabled(row is not None and row.evaluation is not None)
        self.export_shown.setEnabled(not empty)
        self._allow(self.edit, allowed=row is not None, writable=writable)
        self._allow(self.archive_satker, allowed=row is not None, writable=writable)
        evaluated = row is not None and row.evaluation is not None and not row.satker["archived"]
        self._allow(self.archive_evaluation, allowed=evaluated, writable=writable)
        if row is None:
            return
        begun = row.evaluation is not None
        self.open.setText(tr("Buka evaluasi") if begun else tr("Mulai evaluasi…"))
        back = row.evaluation is not None and row.evaluation["status"] == ARCHIVED
        self.archive_evaluation.setText(tr("Kembalikan evaluasi dari arsip") if back else tr("Arsipkan evaluasi…"))
        away = row.satker["archived"]
        self.archive_satker.setText(tr("Kembalikan satker dari arsip…") if away else tr("Arsipkan satker…"))

    def _allow(self, action: QAction, *, allowed: bool, writable: bool) -> None:
        action.setEnabled(allowed and writable)
        action.setStatusTip("" if writable else self._page.tr("Ruang kerja hanya dapat dibaca."))

    def _action(self, text: str, keys: str, words: str, *, of_row: bool = False) -> QAction:
        action = QAction(text, self._page)
        describe(action, words=words)
        action.setShortcut(QKeySequence(keys))
        # The page's actions act from the top bar too; Qt lets those of a hidden page rest.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut if of_row else Qt.ShortcutContext.WindowShortcut)
        self._page.addAction(action)
        if of_row:
            self._table.addAction(action)
        return action
