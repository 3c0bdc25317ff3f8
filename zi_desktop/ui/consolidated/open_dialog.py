"""Asks which consolidated store to open: a file that is chosen, or an address that is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from zi_desktop.ui.file_dialogs import choose_file
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import text_label

_WIDTH = 560


class OpenDialog(DialogFrame):
    """``chosen`` carries the address."""

    chosen = Signal(str)

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent.tr("Buka simpanan gabungan"), parent.tr("Buka"), parent)
        self.setFixedWidth(_WIDTH)
        self.add_words(
            self.tr(
                "Basis data gabungan Inspektorat, atau portofolio bertanda tangan yang diterima Kanwil. Hanya dibaca; tidak ada yang berubah di sana."
            )
        )
        self.address = QLineEdit(address)
        self.address.setPlaceholderText("postgresql://pengguna@server/basisdata")
        self.address.setAccessibleName(self.tr("Alamat"))
        self.address.selectAll()
        label = text_label(self.tr("Alamat"), "strong")
        label.setBuddy(self.address)
        self.browse = push_button(self.tr("Pilih berkas…"), "", "folder")
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.address, 1)
        row.addWidget(self.browse)
        self.body.addLayout(row)
        self.add_words(self.tr("Alamatnya diingat di laptop ini; kata sandi tidak."), "small")
        self.browse.clicked.connect(self._choose)
        self.address.setFocus()

    def confirm(self) -> None:
        """Take the address, or say that there is none."""
        address = self.address.text().strip()
        if not address:
            self.refuse_at(self.address, self.tr("Alamatnya kosong. Pilih berkasnya, atau ketik postgresql://…."))
            return
        self.chosen.emit(address)
        self.accept()

    def _choose(self) -> None:
        words = self.tr("Simpanan gabungan atau portofolio (*.db *.ziport)")
        file = choose_file(self, self.tr("Pilih simpanan gabungan"), words)
        if file:
            self.address.setText(str(file))
            self.address.setFocus()
