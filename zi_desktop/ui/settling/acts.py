"""What can be done about a beda penilaian, each act with its key; Ctrl+K lists them."""

from PySide6.QtWidgets import QWidget

from zi_desktop.ui.commands import describe
from zi_desktop.ui.widgets.buttons import shortcut_action


class SettleActs:
    """The actions of the panel."""

    def __init__(self, owner: QWidget) -> None:
        tr = owner.tr
        self.apply = shortcut_action(owner, tr("Terapkan && lanjut"), "Ctrl+Return", "selesaikan beda penilaian pilih")
        self.skip = shortcut_action(owner, tr("Lewati"), "Alt+Down", "beda penilaian berikutnya nanti")
        self.back = shortcut_action(owner, tr("Beda penilaian sebelumnya"), "Alt+Up", "kembali mundur")
        self.other = shortcut_action(owner, tr("Isi nilai lain…"), words="beda penilaian jawaban lain")
        self.reason = shortcut_action(owner, tr("Tulis alasan"), "Ctrl+M", "catatan beda penilaian")
        self.item = shortcut_action(owner, tr("Buka butir"), "Ctrl+G", "penilaian lompat")
        describe(self.other, keys="0")
