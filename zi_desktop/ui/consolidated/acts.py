"""What can be done on the screen of a consolidated store, with its keys, and what of it stands in the top bar."""

from PySide6.QtWidgets import QWidget

from zi_desktop.ui.widgets.buttons import action_button, more_button, shortcut_action


class ConsolidatedActs:
    """The actions; whoever made them answers them. ``of_store`` need a store that is open."""

    def __init__(self, owner: QWidget) -> None:
        tr = owner.tr
        self.open_other = shortcut_action(
            owner, tr("Buka simpanan lain…"), "Ctrl+O", "alamat basis data berkas portofolio"
        )
        self.export = shortcut_action(owner, tr("Ekspor…"), "Ctrl+E", "excel xlsx lembar kerja portofolio")
        self.recap = shortcut_action(owner, tr("Rekap panel…"), "Ctrl+P", "peringkat daftar nilai tertinggi")
        self.search = shortcut_action(owner, tr("Cari satker"), "Ctrl+F", "temukan saring nama kode kanwil")
        self.believe = shortcut_action(
            owner, tr("Nyatakan sidik jari sama"), "Ctrl+Shift+B", "percaya inspektorat dikenal cocok"
        )
        self.reload = shortcut_action(owner, tr("Muat ulang"), "F5", "segarkan perbarui")
        self.summary = shortcut_action(owner, tr("Ringkasan"), "F9", "area terlemah sebaran tren panel sembunyikan")
        self.summary.setCheckable(True)
        self.of_store = (self.export, self.search, self.recap, self.reload, self.summary)
        further = (self.open_other, self.search, self.recap, self.summary, self.reload, self.believe)
        self.tools = (
            more_button(further, tr("Lainnya")),
            action_button(self.recap, "", "people"),
            action_button(self.export, "primary", "export"),
        )
