"""Kartu laptop: the own card with its fingerprint, and those of colleagues with how they were accepted."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.trust.cards import Card, card_fingerprint
from zi_desktop.ui.file_dialogs import choose_file, choose_place
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.sync.cards_presenter import CardsPresenter, card_groups
from zi_desktop.ui.sync.taken_words import let_in_words
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button
from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.grouped_list import GroupedList
from zi_desktop.ui.widgets.key_line import KeyLine
from zi_desktop.ui.widgets.labels import in_two_lines, text_label
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from pathlib import Path

_SIZE: Final = (700, 460)
_QUESTION: Final = 520
"""Logical pixels of the width of what is asked over the cards: so much less that the two are told apart."""
_EDGE: Final = 48
ENDING: Final = ".kartu"


class CardsDialog(DialogFrame):
    """Shows the cards; opened only where the person at this laptop has a name."""

    def __init__(self, presenter: CardsPresenter, parent: QWidget, device: str = "") -> None:
        super().__init__(parent.tr("Kartu laptop"), "", parent)
        self._presenter = presenter
        self.list, self._nothing = GroupedList(), EmptyLine()
        self._export_button = self.cancel_button
        self.export = self._action(self.tr("Simpan kartu ini…"), "Ctrl+E", self._export)
        self.bind = self._action(self.tr("Ikat dengan sertifikat…"), "Ctrl+B", self._bind)
        self.add = self._action(self.tr("Buka kartu rekan…"), "Ctrl+I", self._add)
        self.accept_card = self._action(self.tr("Terima…"), "Ctrl+T", self._accept_chosen)
        self._own_part()
        self._others_part()
        self.list.row_changed.connect(self._follow)
        self.list.acted.connect(self._accept_chosen)
        self.bind.setStatusTip(
            self.tr("Sertifikat tanda tangan membuktikan bahwa laptop ini milik Anda; rekan tidak perlu mencocokkan.")
        )
        keys = (
            ("Ctrl+E", self.tr("Simpan kartu ini")), ("Ctrl+B", self.tr("Ikat")),
            ("Ctrl+I", self.tr("Buka kartu rekan")), ("Enter", self.tr("Terima yang dipilih")),
        )  # fmt: skip
        self._keys = KeyLine(keys)
        self._keys.follow(self.bind, self.add)
        self.body.addWidget(self._keys)
        presenter.accepted.connect(self._tell_accepted)
        presenter.refused.connect(self.refuse)
        self._show_cards()
        if device:
            self.list.choose("baru", device)
        self._free = parent.window().size()
        self._height = round(_SIZE[1] * text_scale())
        self.resize(min(_SIZE[0], self._free.width() - _EDGE), min(self._height, self._free.height() - _EDGE))
        (self.list if presenter.cards() else self._export_button).setFocus()

    def grow(self) -> None:
        """Give a message its own room, as far as the window has it: the list keeps what it has."""
        margins = self._column.contentsMargins()
        words = self.message.heightForWidth(self.width() - margins.left() - margins.right())
        wanted = self._height + words + self._column.spacing()
        self.resize(self.width(), min(wanted, self._free.height() - _EDGE // 2))

    def compare_file(self, file: "Path") -> None:
        """Show a card that somebody handed over, to be compared."""
        self._try(lambda: self._compare(self._presenter.read(file)))

    def _own_part(self) -> None:
        card = self._presenter.own()
        frame = QFrame()
        frame.setProperty("surface", "panel")
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.XS)
        column.addWidget(text_label(self.tr("Laptop ini · {name}").format(name=card.name), "strong"))
        self._own_print = text_label(card_fingerprint(card))
        self._own_print.setWordWrap(True)
        self._own_print.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._own_print)
        self._bound = text_label("", "small")
        self._bound.setWordWrap(True)
        column.addWidget(self._bound)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.setContentsMargins(0, Space.XS, 0, 0)
        for action in (self.export, self.bind):
            button = action_button(action, "small")
            button.setAutoDefault(False)
            row.addWidget(button)
            self._export_button = button if action is self.export else self._export_button
        row.addStretch()
        column.addLayout(row)
        self.body.addWidget(frame)
        self._show_bound()

    def _others_part(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(text_label(self.tr("Kartu rekan"), "strong"))
        row.addStretch()
        for action in (self.add, self.accept_card):
            button = action_button(action, "small")
            button.setAutoDefault(False)
            row.addWidget(button)
        self.body.addLayout(row)
        frame = QFrame()
        frame.setProperty("surface", "panel")
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.list.setAccessibleName(self.tr("Kartu rekan"))
        self.body.addWidget(frame, 1)

    def _show_cards(self) -> None:
        groups = card_groups(self._presenter.cards())
        self.list.setVisible(bool(groups))
        self._nothing.setVisible(not groups)
        self._nothing.show_sentence(
            self.tr("Belum ada kartu rekan. Kartu datang bersama paket, atau sebagai berkas .kartu.")
        )
        self.list.show_groups(groups)
        self._follow()

    def _show_bound(self) -> None:
        bound = self._presenter.own().binding is not None
        self._bound.setText(
            self.tr("Diikat dengan sertifikat: rekan yang mengenal sertifikat itu tidak perlu mencocokkan sidik jari.")
            if bound
            else self.tr(
                "Rekan mencocokkan sidik jari ini sekali, di kertas atau lewat telepon, lalu menerima kartunya."
            )
        )

    def _follow(self) -> None:
        group, writable = self.list.group(), self._presenter.writable
        self.accept_card.setEnabled(writable and group is not None and group.key == "baru")
        self._keys.offer("Enter", offered=self.accept_card.isEnabled())
        for action in (self.bind, self.add):
            action.setEnabled(writable)

    def _export(self) -> None:
        name = self._presenter.own().name.partition(",")[0].strip(". ").replace("/", "-")
        place = choose_place(
            self, self.tr("Simpan kartu"), f"{self.tr('Kartu')} {name}{ENDING}", self.tr("Kartu laptop (*.kartu)")
        )
        if place:
            self._try(
                lambda: self._say(self.tr("Kartu tersimpan: {name}.").format(name=self._presenter.export(place).name))
            )

    def _add(self) -> None:
        file = choose_file(self, self.tr("Buka kartu rekan"), self.tr("Kartu laptop (*.kartu)"))
        if file:
            self.compare_file(file)

    def _accept_chosen(self) -> None:
        row = self.list.row()
        if row and self.accept_card.isEnabled():
            self._compare(next(each.card for each in self._presenter.cards() if each.card.device == row.id))

    def _compare(self, card: Card) -> None:
        dialog = CompareDialog(card, self)
        dialog.accepted.connect(lambda: self._accept(card))
        dialog.open()

    def _accept(self, card: Card) -> None:
        self._try(lambda: self._presenter.accept(card))

    def _tell_accepted(self, lines: int, open_: int) -> None:
        self._say(let_in_words(lines, open_))
        self._show_cards()

    def _bind(self) -> None:
        dialog = BindDialog(self._presenter, self)
        dialog.accepted.connect(self._show_bound)
        dialog.open()

    def _try(self, act: object) -> None:
        """Do something; what is refused is said in this dialog."""
        assert callable(act)
        try:
            act()
        except ZiError as refusal:
            self.refuse(str(refusal))

    def _say(self, words: str) -> None:
        self.message.show_message(words, Tone.OK)
        self.grow()

    def _action(self, text: str, keys: str, act: object) -> QAction:
        assert callable(act)
        action = QAction(text, self)
        action.setShortcut(keys)
        action.triggered.connect(lambda _: act())
        self.addAction(action)
        return action


class CompareDialog(DialogFrame):
    """Asks whether a fingerprint is the one on paper; nothing is ticked beforehand."""

    def __init__(self, card: Card, parent: QWidget) -> None:
        super().__init__(parent.tr("Terima kartu {name}?").format(name=card.name), parent.tr("Terima"), parent)
        self.setFixedWidth(_QUESTION)
        self.add_words(self.tr("Cocokkan sidik jari ini dengan pemiliknya, di kertas atau lewat telepon."))
        self.add_words(in_two_lines(card_fingerprint(card)), "strong")
        self.same = TickBox(self.tr("Sidik jari sama"))
        self.same.toggled.connect(self.confirm_button.setEnabled)
        self.confirm_button.setEnabled(False)
        self.body.addWidget(self.same, 0, Qt.AlignmentFlag.AlignLeft)
        self.same.setFocus()


class BindDialog(DialogFrame):
    """Asks for the passphrase of the own key, or of a certificate's file."""

    def __init__(self, presenter: CardsPresenter, parent: QWidget) -> None:
        super().__init__(parent.tr("Ikat dengan sertifikat"), parent.tr("Ikat"), parent)
        self.setFixedWidth(_QUESTION)
        self._presenter = presenter
        self._file: Path | None = None
        self.add_words(
            self.tr(
                "Sertifikat penanda tangan Anda menyatakan bahwa laptop ini milik Anda. Serahkan lagi kartunya kepada rekan sesudahnya."
            )
        )
        choose = QAction(self.tr("Pilih berkas kunci…"), self)
        choose.setShortcut("Ctrl+O")
        choose.triggered.connect(lambda _: self._choose())
        self.addAction(choose)
        self._pick = action_button(choose, "small", "folder")
        self._pick.setAutoDefault(False)
        self.which, self.passphrase = text_label(presenter.key_words()), QLineEdit()
        self.which.setWordWrap(True)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.passphrase.textChanged.connect(lambda _: self._follow())
        self._fields()
        self._follow()
        (self.passphrase if presenter.has_key() else self._pick).setFocus()

    def confirm(self) -> None:
        """Bind, or say why not; the passphrase is forgotten either way."""
        typed = self.passphrase.text()
        self.passphrase.clear()
        try:
            self._presenter.bind(typed, self._file)
        except ZiError as refusal:
            self._refuse(refusal)
            return
        self.accept()

    def _fields(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        words = text_label(self.tr("Passphrase"), "strong")
        words.setBuddy(self.passphrase)
        grid.addWidget(text_label(self.tr("Kunci"), "strong"), 0, 0)
        grid.addWidget(self.which, 0, 1)
        grid.addWidget(self._pick, 0, 2)
        grid.addWidget(words, 1, 0)
        grid.addWidget(self.passphrase, 1, 1, 1, 2)
        self.body.addLayout(grid)

    def _follow(self) -> None:
        able = bool(self.passphrase.text()) and (self._file is not None or self._presenter.has_key())
        self.confirm_button.setEnabled(able)

    def _refuse(self, refusal: ZiError) -> None:
        if refusal.field == "passphrase":
            self.refuse_at(self.passphrase, str(refusal))
        else:
            self.refuse(str(refusal))
            self._pick.setFocus()  # another file mends it: a button, so there is nothing to mark

    def _choose(self) -> None:
        file = choose_file(self, self.tr("Pilih berkas kunci"), self.tr("Berkas kunci (*.p12 *.pfx)"))
        if file:
            self._file = file
            self.which.setText(file.name)
            self._follow()
            self.passphrase.setFocus()
