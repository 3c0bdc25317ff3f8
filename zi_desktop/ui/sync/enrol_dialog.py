"""Hubungkan ke Inspektorat: an address, the hub that is found there, and its fingerprint against the printed sheet."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from zi_desktop.sync.transports import STORE, Keys
from zi_desktop.ui.file_dialogs import choose_folder
from zi_desktop.ui.last_folders import Shelf
from zi_desktop.ui.sync.enrol_presenter import EnrolPresenter
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import in_two_lines, text_label

_WIDTH: Final = 560


class EnrolDialog(DialogFrame):
    """Looks first, believes afterwards; ``enrolled`` carries the name of the hub."""

    enrolled = Signal(str)

    def __init__(self, presenter: EnrolPresenter, parent: QWidget) -> None:
        super().__init__(parent.tr("Hubungkan ke Inspektorat"), parent.tr("Cari"), parent)
        self.setFixedWidth(_WIDTH)
        self._presenter = presenter
        keys = presenter.keys()
        self.address, self.access = QLineEdit(presenter.address()), QLineEdit(keys.access)
        self.secret = QLineEdit(keys.secret)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.same = TickBox(self.tr("Sidik jari sama dengan lembar dari Inspektorat"))
        self._fingerprint = ""
        self.add_words(
            self.tr(
                "Alamat pertukaran tertulis pada lembar dari Inspektorat: sebuah folder, atau misalnya s3://zi-hub/pusat."
            )
        )
        self._fields()
        self._found = self._card()
        self.address.textChanged.connect(lambda _: self._forget())
        self.same.toggled.connect(lambda _: self._follow())
        presenter.found.connect(self._show_found)
        presenter.refused.connect(self._show_refused)
        presenter.enrolled.connect(self._end)
        self._follow()
        self.address.setFocus()

    def confirm(self) -> None:
        """Look for the hub; believe the one that was found and compared."""
        if not self.confirm_button.isEnabled():
            return
        self.message.hide()
        self.confirm_button.setEnabled(False)
        address = self.address.text().strip()
        if self._fingerprint:
            self._presenter.enrol(address, self._fingerprint)
        else:
            self._presenter.look(address, Keys(self.access.text().strip(), self.secret.text().strip()))

    def _fields(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        folder = push_button(self.tr("Pilih folder…"), "", "folder")
        folder.setAutoDefault(False)
        action = QAction(self.tr("Pilih folder…"), self)
        action.setShortcut("Ctrl+O")
        action.triggered.connect(lambda _: self._choose())
        self.addAction(action)
        folder.setToolTip("Ctrl+O")
        folder.clicked.connect(action.trigger)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.address, 1)
        row.addWidget(folder)
        labels = [
            text_label(words, "strong")
            for words in (self.tr("Alamat"), self.tr("Kunci akses"), self.tr("Kunci rahasia"))
        ]
        self._store_fields = (labels[1], self.access, labels[2], self.secret)
        for place, (label, field) in enumerate(zip(labels, (self.address, self.access, self.secret), strict=True)):
            label.setBuddy(field)
            field.setAccessibleName(label.text())
            grid.addWidget(label, place, 0)
        grid.addLayout(row, 0, 1)
        grid.addWidget(self.access, 1, 1)
        grid.addWidget(self.secret, 2, 1)
        self.body.addLayout(grid)

    def _card(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("surface", "panel")
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.XS)
        self.name, self.print = text_label("", "strong"), text_label("", "strong")
        for label in (self.name, self.print):
            label.setWordWrap(True)
        self.print.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.name)
        column.addWidget(text_label(self.tr("Sidik jari yang terbaca, cocokkan dengan yang tercetak:"), "secondary"))
        column.addWidget(self.print)
        column.addSpacing(Space.XS)
        column.addWidget(self.same)
        self.body.addWidget(frame)
        return frame

    def _choose(self) -> None:
        folder = choose_folder(self, self.tr("Pilih folder pertukaran"), shelf=Shelf.BUNDLES)
        if folder:
            self.address.setText(str(folder))

    def _forget(self) -> None:
        """What was found was at another address."""
        self._fingerprint = ""
        self.same.setChecked(False)
        self._follow()

    def _follow(self) -> None:
        address = self.address.text().strip()
        for widget in self._store_fields:
            widget.setVisible(address.startswith(f"{STORE}://"))
        self._found.setVisible(bool(self._fingerprint))
        self.confirm_button.setText(self.tr("Hubungkan") if self._fingerprint else self.tr("Cari"))
        self.confirm_button.setEnabled(bool(address) and (not self._fingerprint or self.same.isChecked()))
        self.grow()

    def _show_found(self, name: str, fingerprint: str) -> None:
        self._fingerprint = fingerprint
        self.name.setText(name)
        self.print.setText(in_two_lines(fingerprint))
        self._follow()
        self.same.setFocus()

    def _show_refused(self, sentence: str) -> None:
        self._follow()
        self.refuse_at(self.address, sentence)

    def _end(self, name: str) -> None:
        self.enrolled.emit(name)
        self.accept()
