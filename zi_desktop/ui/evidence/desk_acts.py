"""The acts about evidence, each with its text and key; Ctrl+K lists them by itself."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.evidence_terms import LEVELS
from zi_desktop.storage.evidence_files import Treatment
from zi_desktop.ui.commands import describe
from zi_desktop.ui.evidence.lines import Sieve
from zi_desktop.ui.widgets.buttons import shortcut_action


class DeskActs:
    """The actions, and those of them that stand in the menu of the panel."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        words = "bukti berkas dokumen lampiran"
        self.add = shortcut_action(owner, owner.tr("Tambah data dukung…"), "Ctrl+U", words=words)
        self.add_folder = shortcut_action(
            owner, owner.tr("Tambah folder data dukung…"), "Ctrl+Alt+U", words=f"{words} map direktori"
        )
        self.paste = shortcut_action(owner, owner.tr("Tempel gambar"), "Ctrl+V", words=f"{words} foto papan klip")
        self.inbox = shortcut_action(owner, owner.tr("Kotak masuk bukti…"), "Ctrl+Shift+U", words=f"{words} tautkan")
        self.list = shortcut_action(owner, owner.tr("Daftar data dukung"), "Ctrl+D", words=words)
        self.fitting = shortcut_action(owner, owner.tr("Nilai dengan bukti sesuai saja"), "Alt+N", "skor data dukung")
        self.note_only = _switch(owner, owner.tr("Catat tanpa menyalin"), "Ctrl+Alt+C", "flashdisk nama ukuran")
        self.smaller = _switch(owner, owner.tr("Kecilkan foto"), "Ctrl+Alt+K", "gambar 2048 piksel")
        self.keep_place = _switch(
            owner, owner.tr("Biarkan lokasi (GPS) di dalam foto"), "Ctrl+Alt+G", "tempat koordinat gambar"
        )
        self.note_only.setToolTip(
            owner.tr("Hanya nama, ukuran, dan SHA-256 yang disimpan; isinya tetap di tempat asal")
        )
        self.keep_place.setToolTip(owner.tr("Tanpa ini, tempat pengambilan dihapus dari salinan foto; waktunya tetap"))
        self.period = shortcut_action(owner, owner.tr("Periode berkas…"), words=f"{words} masa berlaku tahun tanggal")
        describe(self.period, keys="P")
        self.sift = shortcut_action(owner, "", "Ctrl+Alt+F", words=f"{words} filter saring belum dicek kurang semua")
        self.show_next_sieve(Sieve.UNCHECKED)
        self.levels = {
            level: shortcut_action(
                owner,
                owner.tr("Kecukupan data dukung: {level}").format(level=title.casefold()),
                f"Alt+{number}",
                "nilai bukti",
            )
            for number, (level, title) in enumerate(LEVELS.items(), start=1)
        }

    def menu(self) -> list[QAction]:
        """Return the further acts."""
        return [self.sift, self.add_folder, self.paste, self.inbox, self.period, *self.switches()]

    def show_next_sieve(self, sieve: Sieve) -> None:
        """Say which files are listed once the act is done."""
        tr = self._owner.tr
        only = tr("Data dukung: hanya yang {sieve}").format(sieve=sieve)
        self.sift.setText(tr("Data dukung: semua") if sieve is Sieve.ALL else only)

    def switches(self) -> tuple[QAction, ...]:
        """Return what is chosen about files that are yet to be added."""
        return (self.note_only, self.smaller, self.keep_place)

    def treatment(self) -> Treatment:
        """Return what is done with files that are added."""
        return Treatment(
            keep=not self.note_only.isChecked(), downscale=self.smaller.isChecked(), keep_place=self.keep_place.isChecked()
        )  # fmt: skip

    def show_treatment(self, treatment: Treatment) -> None:
        """Show what is done with files that are added."""
        self.note_only.setChecked(not treatment.keep)
        self.smaller.setChecked(treatment.downscale)
        self.keep_place.setChecked(treatment.keep_place)

    def allow(self, *, open_: bool, writable: bool) -> None:
        """Open the acts that are possible now."""
        self.inbox.setEnabled(open_)
        self.list.setEnabled(open_)
        self.sift.setEnabled(open_)
        for action in (
            self.add, self.add_folder, self.paste, self.period, *self.switches(), *self.levels.values(),
        ):  # fmt: skip
            action.setEnabled(writable)


def _switch(owner: QWidget, text: str, keys: str, words: str) -> QAction:
    action = shortcut_action(owner, text, keys, words)
    action.setCheckable(True)
    return action
