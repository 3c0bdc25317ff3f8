"""Dialogs about the own key: a passphrase for a new one, also where it was forgotten, and its fingerprint to write on paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from zi_desktop.ui import dates
from zi_desktop.ui.signing.passphrase_field import PassphraseField
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import in_two_lines, text_label

if TYPE_CHECKING:  # its module loads cryptography
    from zi_desktop.services.reports.identities import IdentityCard

_WIDTH: Final = 520
_SHORTEST: Final = 8


class NewKeyDialog(DialogFrame):
    """Asks for a passphrase twice; ``passphrase_given`` carries it once, then the fields are empty."""

    passphrase_given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self._title(), self.tr("Buat kunci"), parent)
        self.setFixedWidth(_WIDTH)
        for words in self._told():
            self.add_words(words)
        self.first, self.second = PassphraseField(), PassphraseField()
        for field, words in zip((self.first, self.second), self._labels(), strict=True):
            self.body.addSpacing(Space.XS)
            label = text_label(words, "strong")
            label.setBuddy(field)
            self.body.addWidget(label)
            self.body.addWidget(field)
            field.setAccessibleName(words)
        self.first.setFocus()
        self.first.setPlaceholderText(self.tr("Paling sedikit {count} huruf").format(count=_SHORTEST))

    def _title(self) -> str:
        return self.tr("Buat kunci sendiri")

    def _told(self) -> Sequence[str]:
        """Return what is said before a passphrase is asked for, one paragraph each."""
        return (
            self.tr(
                "Kunci disimpan di laptop ini dan dibuka dengan passphrase. Passphrase tidak disimpan dan tidak dapat "
                "dipulihkan; pilih kalimat yang mudah diingat, lalu daftarkan sidik jari kuncinya di Inspektorat."
            ),
        )

    def _labels(self) -> tuple[str, str]:
        return self.tr("Passphrase"), self.tr("Ulangi passphrase")

    def confirm(self) -> None:
        """Hand the passphrase over if both fields agree."""
        if len(self.first.text()) < _SHORTEST:
            words = self.tr("Passphrase terlalu pendek. Isi paling sedikit {count} huruf.")
            self.refuse_at(self.first, words.format(count=_SHORTEST))
        elif self.first.text() != self.second.text():
            self.refuse_at(self.second, self.tr("Kedua isian passphrase berbeda. Ulangi yang kedua."))
        else:
            passphrase = self.first.take()
            self.second.clear()
            self.accept()
            self.passphrase_given.emit(passphrase)


class ForgottenKeyDialog(NewKeyDialog):
    """Says what a forgotten passphrase means, and asks for that of another key."""

    def _title(self) -> str:
        return self.tr("Lupa passphrase")

    def _labels(self) -> tuple[str, str]:
        return self.tr("Passphrase baru"), self.tr("Ulangi passphrase baru")

    def _told(self) -> Sequence[str]:
        return (
            self.tr(
                "Passphrase tidak tersimpan di mana pun dan tidak dapat dipulihkan. Kunci baru dapat dibuat sebagai "
                "gantinya; tanda tangan yang sudah ada tetap berlaku."
            ),
            self.tr(
                "Sidik jari kunci baru perlu didaftarkan lagi di Inspektorat. Kunci lama disimpan di ruang kerja ini; bila "
                "passphrase-nya teringat, kunci itu dapat dipilih sebagai berkas .p12."
            ),
        )


class FingerprintDialog(DialogFrame):
    """Shows whose key it is and its fingerprint; ``export_requested`` asks for the certificate as a file."""

    export_requested = Signal()

    def __init__(self, card: "IdentityCard", parent: QWidget) -> None:
        super().__init__(self.tr("Sidik jari kunci"), "", parent)
        self.setFixedWidth(_WIDTH)
        self.add_words(
            self.tr(
                "Tulis sidik jari ini di kertas dan serahkan ke Inspektorat bersama tanda tangan basah. Dengan itu tanda "
                "tangan digital {name} dikenali."
            ).format(name=card.name)
        )
        self.body.addWidget(_fingerprint(card.fingerprint))
        self.add_words(self.tr("Berlaku sampai {day}").format(day=dates.whole_day(card.valid_until)), "small")
        copy = self.add_button(self.tr("Salin"))
        save = self.add_button(self.tr("Simpan sertifikat…"))
        for number, button in enumerate((copy, save)):
            self.buttons.removeWidget(button)
            self.buttons.insertWidget(number, button)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(card.fingerprint))
        save.clicked.connect(self.export_requested)


def _fingerprint(text: str) -> QFrame:
    words = text_label(in_two_lines(text), "question")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setAccessibleName(text)
    frame = QFrame()
    frame.setProperty("surface", "panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
    column.addWidget(words)
    return frame
