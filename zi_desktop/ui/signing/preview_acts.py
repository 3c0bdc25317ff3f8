"""What can be done with the paper in sight, each with its key."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.commands import describe
from zi_desktop.ui.icons import icon
from zi_desktop.ui.widgets.buttons import shortcut_action, tip_of


class PreviewActs:
    """The actions of the preview."""

    def __init__(self, owner: QWidget) -> None:
        self.before = _act(owner, owner.tr("Halaman sebelumnya"), "Ctrl+PgUp", "chevron-left")
        self.after = _act(owner, owner.tr("Halaman berikutnya"), "Ctrl+PgDown", "chevron-right")
        self.smaller = _act(owner, owner.tr("Perkecil"), "Ctrl+-", "zoom-out")
        self.larger = _act(owner, owner.tr("Perbesar"), "Ctrl++", "zoom-in")
        self.fit = _act(owner, owner.tr("Pas lebar"), "Ctrl+0", "fit")
        self.print = _act(owner, owner.tr("Cetak…"), "Ctrl+P", "printer")
        self.save = _act(owner, owner.tr("Simpan salinan PDF…"), "Ctrl+S", "export")
        describe(self.print, words="printer kertas simpan pdf")
        describe(self.save, words="unduh berkas ekspor")

    def all(self) -> tuple[QAction, ...]:
        """Return every action."""
        return (self.before, self.after, self.smaller, self.larger, self.fit, self.print, self.save)


def _act(owner: QWidget, text: str, keys: str, drawing: str) -> QAction:
    action = shortcut_action(owner, text, keys)
    action.setIcon(icon(drawing, "text2"))
    action.setToolTip(tip_of(action))
    return action
