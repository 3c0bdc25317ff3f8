"""The acts about evidence, each with its text and key; Ctrl+K lists them by itself."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.evidence_terms import LEVELS
from zi_desktop.ui.widgets.buttons import shortcut_action


class DeskActs:
    """The actions, and those of them that stand in the menu of the panel."""

    def __init__(self, owner: QWidget) -> None:
        words = "bukti berkas dokumen lampiran"
        self.add = shortcut_action(owner, owner.tr("Tambah data dukung…"), "Ctrl+U", words=words)
        self.add_folder = shortcut_action(
            owner, owner.tr("Tambah folder data dukung…"), "Ctrl+Alt+U", words=f"{words} map direktori"
        )
        self.paste = shortcut_action(owner, owner.tr("Tempel gambar"), "Ctrl+V", words=f"{words} foto papan klip")
        self.inbox = shortcut_action(owner, owner.tr("Kotak masuk bukti…"), "Ctrl+Shift+U", words=f"{words} tautkan")
        self.list = shortcut_action(owner, owner.tr("Daftar data dukung"), "Ctrl+D", words=words)
        self.fitting = shortcut_action(owner, owner.tr("Nilai dengan bukti sesuai saja"), words="skor data dukung")
        self.note_only = _switch(owner, owner.tr("Catat tanpa menyalin"), "flashdisk nama ukuran")
        self.smaller = _switch(owner, owner.tr("Kecilkan foto"), "gambar 2048 piksel")
        self.note_only.setToolTip(
            owner.tr("Hanya nama, ukuran, dan SHA-256 yang disimpan; isinya tetap di tempat asal")
        )
        self.levels = {
            level: shortcut_action(
                owner, owner.tr("Kecukupan data dukung: {level}").format(level=title.casefold()), words="nilai bukti"
            )
            for level, title in LEVELS.items()
        }

    def menu(self) -> list[QAction]:
        """Return the further acts."""
        return [self.add_folder, self.paste, self.inbox, self.note_only, self.smaller]

    def allow(self, *, open_: bool, writable: bool) -> None:
        """Open the acts that are possible now."""
        self.inbox.setEnabled(open_)
        self.list.setEnabled(open_)
        for action in (self.add, self.add_folder, self.paste, self.note_only, self.smaller, *self.levels.values()):
            action.setEnabled(writable)


def _switch(owner: QWidget, text: str, words: str) -> QAction:
    action = shortcut_action(owner, text, words=words)
    action.setCheckable(True)
    return action
