"""Clean-up and check of the kept files as acts of a screen: reached by key, by Ctrl+K and from Pengaturan."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button, shortcut_action
from zi_desktop.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from zi_desktop.ui.evidence.store_presenter import StorePresenter


class StoreActs(QObject):
    """Two actions of a screen, which open their dialogs over the window."""

    def __init__(self, services: Services, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._services, self._jobs, self._owner = services, jobs, owner
        words = "bukti berkas lampiran"
        self.clean = shortcut_action(
            owner, self.tr("Bersihkan data dukung…"), "Ctrl+Alt+H", f"{words} hapus ruang disk penuh lepas sisa"
        )
        self.check = shortcut_action(
            owner, self.tr("Periksa data dukung…"), "Ctrl+Alt+P", f"{words} hilang berubah rusak utuh sha-256"
        )
        self.clean.triggered.connect(lambda _checked: self.open_clean_up())
        self.check.triggered.connect(lambda _checked: self.open_check())

    def open_clean_up(self) -> None:
        """List what nothing speaks of any more."""
        from zi_desktop.ui.evidence.clean_dialog import CleanDialog  # noqa: PLC0415 (opened seldom)

        self._open(CleanDialog(self._presenter, self._owner.window()))

    def open_check(self) -> None:
        """Check every kept file."""
        from zi_desktop.ui.evidence.check_dialog import CheckDialog  # noqa: PLC0415 (opened seldom)

        dialog = CheckDialog(self._presenter, self._owner.window())
        dialog.cleaning_asked.connect(dialog.accept)
        dialog.cleaning_asked.connect(self.open_clean_up)
        self._open(dialog)

    @cached_property
    def _presenter(self) -> "StorePresenter":
        from zi_desktop.ui.evidence.store_presenter import StorePresenter  # noqa: PLC0415 (opened seldom)

        return StorePresenter(self._services, self._jobs, self)

    def section(self) -> QFrame:
        """Return the section of Pengaturan."""
        frame = QFrame()
        frame.setProperty("surface", "panel")
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.XS)
        words = text_label(
            self.tr("Berkas yang dilepas dari butir tetap tersimpan sampai dibersihkan."),
            "small",
        )
        words.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(action_button(self.check))
        buttons.addWidget(action_button(self.clean))
        buttons.addStretch()
        column.addWidget(text_label(self.tr("Data dukung"), "title"))
        column.addWidget(words)
        column.addSpacing(Space.S)
        column.addLayout(buttons)
        return frame

    def _open(self, dialog: QDialog) -> None:
        # Not every window manager gives the keyboard back by itself.
        dialog.finished.connect(self._owner.window().activateWindow)
        dialog.open()
