"""What can be done in Penilaian: each act with its text and key; Ctrl+K lists them by itself."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.commands import describe
from zi_desktop.ui.evaluation.item.comparison_strip import KEYS as COMPARISON_KEYS
from zi_desktop.ui.evaluation.item.result_panel import NOT_APPLICABLE_KEYS
from zi_desktop.ui.widgets.buttons import action_button, icon_button, more_button, shortcut_action


class PageActions:
    """The actions of the page, and its tools for the top bar."""

    def __init__(self, owner: QWidget) -> None:
        self.hide_scores = _switch(owner, owner.tr("Sembunyikan nilai"), "Ctrl+H")
        self.undo = shortcut_action(owner, owner.tr("Urungkan"), "Ctrl+Z")
        self.redo = shortcut_action(owner, owner.tr("Ulangi"), "Ctrl+Y")
        self.search = shortcut_action(owner, owner.tr("Cari butir"), "Ctrl+F")
        self.next = shortcut_action(owner, owner.tr("Butir berikutnya"), "Alt+Down")
        self.previous = shortcut_action(owner, owner.tr("Butir sebelumnya"), "Alt+Up")
        self.next_open = shortcut_action(owner, owner.tr("Butir belum terisi berikutnya"))
        self.previous_open = shortcut_action(owner, owner.tr("Butir belum terisi sebelumnya"))
        self.mark = shortcut_action(owner, owner.tr("Tandai untuk dibahas"), "Ctrl+B")
        self.note = shortcut_action(owner, owner.tr("Catatan TPI"), "Ctrl+M")
        self.internal = shortcut_action(owner, owner.tr("Catatan internal tim"), "Ctrl+Shift+M")
        self.not_applicable = shortcut_action(owner, owner.tr("Tidak berlaku"), NOT_APPLICABLE_KEYS)
        self.compare = shortcut_action(owner, owner.tr("Pembanding selengkapnya"), COMPARISON_KEYS)
        self.keep = shortcut_action(owner, owner.tr("Jawaban tetap"), "Alt+J")
        self.import_worksheet = shortcut_action(owner, owner.tr("Impor LKE…"), "Ctrl+I")
        self.explain = shortcut_action(owner, owner.tr("Bagaimana angka ini?"), "F4")
        self.export = shortcut_action(owner, owner.tr("Ekspor…"), "Ctrl+E")
        self.move_edition = shortcut_action(owner, owner.tr("Pindahkan ke edisi lain…"), "Ctrl+Alt+E")
        self.refresh = shortcut_action(owner, owner.tr("Muat ulang"), "F5")
        self.show_tree = _switch(owner, owner.tr("Tampilkan daftar butir"), "Ctrl+T")
        self.show_score = _switch(owner, owner.tr("Tampilkan panel nilai"), "F9")
        describe(self.next_open, keys="Enter", words="kosong lanjut")
        describe(self.previous_open, keys="Shift+Enter", words="kosong")
        describe(self.hide_scores, words="tutup tampilkan angka rahasia mata")
        describe(self.keep, words="perhatian mandiri berubah setelah dinilai")
        describe(self.undo, words="batalkan kembali")
        describe(self.search, words="temukan kode pertanyaan")
        describe(self.mark, words="bendera diskusi bahas")
        describe(self.not_applicable, words="nol tidak ada penyebut")
        describe(self.import_worksheet, words="lembar kerja excel lampiran portalrb mandiri ambil")
        describe(self.explain, words="rumus perhitungan penjelasan skor")
        describe(self.export, words="lembar kerja excel lampiran portalrb json simpan kirim")
        describe(self.move_edition, words="lembar kerja tahun ganti redaksi")
        describe(self.compare, words="mandiri tahun lalu sebelumnya bandingkan")
        describe(self.show_tree, words="pohon panel kiri sembunyikan")
        describe(self.show_score, words="skor ambang panel kanan sembunyikan")
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)

    def tools(self, offered: Sequence[QAction]) -> list[QWidget]:
        """Return the widgets at the right of the top bar; the menu begins with what is ``offered`` by others."""
        eye = action_button(self.hide_scores, "", "eye")
        sheets = (self.import_worksheet, self.export, self.move_edition)
        more = more_button((*offered, *sheets, self.explain, self.show_tree, self.show_score), eye.tr("Lainnya"))
        return [eye, icon_button(self.undo, "undo"), icon_button(self.redo, "redo"), more]

    def all(self) -> list[QAction]:
        """Return every action."""
        return list(vars(self).values())


def _switch(owner: QWidget, text: str, keys: str) -> QAction:
    action = shortcut_action(owner, text, keys)
    action.setCheckable(True)
    return action
