"""What can be done about a beda penilaian, each act with its key; Ctrl+K lists them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from zi_desktop.services.settling.matters import MatterKind
from zi_desktop.ui.commands import describe
from zi_desktop.ui.settling.entry import other_digit
from zi_desktop.ui.settling.presenter import SettlePresenter
from zi_desktop.ui.widgets.buttons import shortcut_action


class SettleActs:
    """The actions of the panel."""

    def __init__(self, owner: QWidget) -> None:
        self.apply = shortcut_action(owner, _tr("Terapkan && lanjut"), "Ctrl+Return", "selesaikan beda penilaian pilih")
        self.apply.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.skip = shortcut_action(owner, _tr("Lewati"), "Alt+Down", "beda penilaian berikutnya nanti")
        self.back = shortcut_action(owner, _tr("Beda penilaian sebelumnya"), "Alt+Up", "kembali mundur")
        self.other = shortcut_action(owner, _tr("Isi nilai lain…"), words="beda penilaian jawaban lain")
        self.reason = shortcut_action(owner, _tr("Tulis alasan"), "Ctrl+M", "catatan beda penilaian")
        self.item = shortcut_action(owner, _tr("Buka butir"), "Ctrl+G", "penilaian lompat")

    def follow(self, presenter: SettlePresenter) -> None:
        """Open and close what can be done about the matter that is looked at."""
        matter, changeable = presenter.matter(), presenter.changeable
        closing = matter is not None and matter.kind is MatterKind.BEYOND
        self.apply.setEnabled(changeable)
        self.apply.setText(_tr("Tutup sebagai ketua tim") if closing else _tr("Terapkan && lanjut"))
        for action in (self.skip, self.back):
            action.setEnabled(len(presenter.shown.lines) > 1)
        self.other.setEnabled(changeable and presenter.needs_reason)
        self.reason.setEnabled(changeable and presenter.needs_reason)
        self.item.setEnabled(matter is not None and bool(matter.code))
        if matter is not None:
            describe(self.other, keys=other_digit(matter))


def _tr(words: str) -> str:
    return QCoreApplication.translate("SettlePanel", words)
