"""The right part: who signs, with which key, and the button."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from zi_desktop.domain.plan import SIGNING_REASON
from zi_desktop.ui import dates
from zi_desktop.ui.forms.ui_signing_signers import Ui_SigningSigners
from zi_desktop.ui.icons import icon
from zi_desktop.ui.signing.obstacle import Entry, anothers_turn, notice
from zi_desktop.ui.signing.page_acts import PageActs
from zi_desktop.ui.signing.sign_room import SignRoom
from zi_desktop.ui.signing.state import SigningShown
from zi_desktop.ui.tokens import IconSize, Space
from zi_desktop.ui.widgets.buttons import LINK_EDGE, tip_of
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.widgets.problem_line import mark_valid

if TYPE_CHECKING:  # its module loads cryptography
    from zi_desktop.services.reports.identities import IdentityCard

_HEAD: Final = 40


class SignPanel(QFrame):
    """Shows the signers and takes key and passphrase.

    ``sign_requested`` carries the passphrase, which is nowhere else then, and the .p12 or None for the own key.
    """

    sign_requested = Signal(str, object)
    plan_requested = Signal()

    def __init__(self, acts: PageActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_SigningSigners()
        self.form.setupUi(self)
        self._room = SignRoom(self, self.form)
        self._acts = acts
        self._sign = acts.sign
        self._shown: SigningShown | None = None
        self._card: IdentityCard | None = None
        self._pages = 0
        self._busy = False
        self._outcome: tuple[str, Tone] | None = None
        self._lay_out()
        self._connect()
        self._follow_read()

    def show_state(self, shown: SigningShown) -> None:
        """Show the signers of an evaluation and what can be done."""
        form, before, self._shown = self.form, self._shown, shown
        if before and before.id == shown.id and before.sealed and not shown.sealed:
            self.forget()  # the seal was cancelled: nothing of its signatures counts any more
            self.drop_file()
        form.count.setText(self.tr("{done} dari {all}").format(done=shown.signed, all=len(shown.signers)))
        form.count.setVisible(bool(shown.signers))
        form.signers.show_signers(shown.signers)
        form.nobody.setVisible(not shown.signers)
        for part in (form.certificate, form.sign):
            part.setVisible(shown.takes_key)
        form.folder.setVisible(shown.complete and shown.file is not None)
        form.copy.setVisible(form.folder.isVisibleTo(self))
        self._follow()

    def show_key(self, card: "IdentityCard | None") -> None:
        """Show whether there is an own key."""
        self._card = card
        field = self.form.key
        words = self.tr("Kunci sendiri di laptop ini") if card else self.tr("Belum ada kunci sendiri")
        if field.count():
            field.setItemText(0, words)
        else:
            field.addItem(words, None)
        self._follow()

    def choose_file(self, file: Path) -> None:
        """Choose a .p12."""
        self.drop_file()
        field = self.form.key
        field.addItem(file.name, file)
        field.setCurrentIndex(1)
        self.ask_passphrase()

    def drop_file(self) -> None:
        """Go back to the own key: a .p12 belongs to one person, and the next turn is another's."""
        while self.form.key.count() > 1:
            self.form.key.removeItem(1)

    def ask_passphrase(self) -> None:
        """Take the keyboard to the passphrase; what stands there is chosen, so that typing replaces it."""
        self.form.passphrase.setFocus()
        self.form.passphrase.selectAll()
        self._room.keep_in_sight()

    def go_on(self) -> None:
        """Take the keyboard to what comes next: the report that is complete, the key that is needed, or the passphrase."""
        form = self.form
        if self._shown is not None and self._shown.complete:
            form.folder.setFocus()
        elif form.passphrase.isEnabled():
            self.ask_passphrase()
        else:
            form.choose.setFocus()
            self._room.bring(form.choose)

    def show_pages(self, pages: int) -> None:
        """Take note of the paper in sight, 0 for none; another one has to be read again."""
        self._pages = pages
        self.form.read.setChecked(False)
        self._follow()

    def show_busy(self, words: str) -> None:
        """Show what is being done; "" ends it."""
        self._busy = bool(words)
        if words:
            self.form.message.show_message(f"{words}…", Tone.NEUTRAL)
            self._sign.setEnabled(False)
            self._fit()
        else:
            self._follow()

    def show_outcome(self, sentence: str, tone: Tone) -> None:
        """Say how the signature went, until something else is given."""
        self._busy = False
        self._outcome = (sentence, tone)
        self._follow()

    def refuse_passphrase(self) -> None:
        """Mark the passphrase until another is typed or what it was for is gone; the message says what is wrong."""
        mark_valid(self.form.passphrase, valid=False)
        self.ask_passphrase()

    def show_way(self, sentence: str, words: str, act: Callable[[], object]) -> None:
        """Say what is missing, and offer the way to it."""
        self.form.message.show_message(sentence, Tone.WARN, [(words, act)])
        self._fit()

    def hand_over(self) -> None:
        """Ask for the signature and forget the passphrase."""
        if self._sign.isEnabled():
            self.ask_passphrase()  # where the person goes on if it was not the right one
            self.sign_requested.emit(self.form.passphrase.take(), self.form.key.currentData())

    def forget(self) -> None:
        """Forget the passphrase, that the paper was read, and how the last signature went."""
        self._outcome = None
        mark_valid(self.form.passphrase, valid=True)
        self.form.passphrase.clear()
        self.form.read.setChecked(False)

    def _follow(self) -> None:
        """Show whether the signature can be put, and what stands in its way."""
        if self._shown is None or self._busy:
            return
        form = self.form
        self._follow_key()
        entry = Entry(self._key(), bool(form.passphrase.text()), form.read.isChecked(), bool(self._pages))
        found = notice(self._shown, entry)
        anothers = anothers_turn(self._shown, entry.key) if self._shown.takes_key else ""
        self._follow_turn(anothers=bool(anothers))
        words, tone = self._outcome or (found.text, found.tone)
        also = f" {anothers}" if self._outcome and anothers else ""
        form.message.show_message(f"{words}{also}", tone)
        self._sign.setEnabled(found.allowed)
        self._follow_read()
        pages = self.tr("PAdES · {pages} halaman dan 1 lampiran").format(pages=self._pages)
        form.form.setText(pages if self._pages else self.tr("PAdES"))
        self._fit()

    def _follow_turn(self, *, anothers: bool) -> None:
        """Take a passphrase only where a key is there that it may open: nothing is typed for another's turn."""
        field = self.form.passphrase
        takes_key = self._shown is not None and self._shown.takes_key
        if anothers and field.isEnabled():
            if field.hasFocus():
                self.form.choose.setFocus()  # before: a field that is disabled gives the keyboard to nobody
            field.setEnabled(False)
            field.clear()
        elif not anothers:
            field.setEnabled(True)
        self.form.secret.setVisible(takes_key and not anothers)
        self._acts.passphrase.setEnabled(takes_key and not anothers)

    def _follow_read(self) -> None:
        """Offer the statement in Ctrl+K while there is a paper that was not read yet."""
        asked = self._shown is not None and self._shown.takes_key
        self._acts.read.setEnabled(asked and bool(self._pages) and not self.form.read.isChecked())

    def _state_read(self) -> None:
        self.form.read.setChecked(True)
        self._begin_again()

    def _key(self) -> str:
        if self.form.key.currentData() is not None:
            return "file"
        return "own" if self._card else ""

    def _follow_key(self) -> None:
        form, card = self.form, self._card
        if self._key() == "file":
            words, drawing, token, way = self.tr("Diperiksa saat ditandatangani"), "document", "text2", ""
        elif card is not None:
            until = self.tr("Berlaku s.d. {day}").format(day=dates.whole_day(card.valid_until))
            words, drawing, token, way = until, "shield", "ok", self.tr("Sidik jari…")
        else:
            words, drawing, token, way = "", "", "", self.tr("Buat kunci sendiri…")
        form.keyWords.setText(words)
        form.keyIcon.show_icon(drawing, token)
        form.keyWay.setText(way)
        form.keyWay.setVisible(bool(way))
        form.forgotten.setVisible(self._key() == "own")
        way_act = self._acts.fingerprint if card is not None else self._acts.new_key
        form.keyWay.setToolTip(tip_of(way_act))
        self._acts.follow_key(own=card is not None, shown=self._shown)

    def _begin_again(self) -> None:
        """Take the outcome of the last signature away: another one is being prepared."""
        self._outcome = None
        mark_valid(self.form.passphrase, valid=True)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self._shown
        reason = " · ".join(part for part in (SIGNING_REASON, shown.place if shown else "") if part)
        self._room.fit(signs=shown is not None and (shown.takes_key or shown.complete), reason=reason)

    def _go_key_way(self) -> None:
        (self._acts.new_key if self._card is None else self._acts.fingerprint).trigger()

    def _connect(self) -> None:
        form, acts = self.form, self._acts
        folder, copy = acts.folder, acts.preview.save
        form.sign.clicked.connect(self._sign.trigger)
        form.sign.setEnabled(self._sign.isEnabled())
        self._sign.changed.connect(lambda: form.sign.setEnabled(self._sign.isEnabled()))
        form.sign.setToolTip(tip_of(self._sign))
        form.folder.clicked.connect(folder.trigger)
        form.folder.setToolTip(tip_of(folder))
        form.copy.clicked.connect(copy.trigger)
        form.copy.setToolTip(tip_of(copy))
        form.choose.clicked.connect(acts.key_file.trigger)
        form.choose.setToolTip(tip_of(acts.key_file))
        acts.passphrase.triggered.connect(lambda _checked: self.ask_passphrase())
        acts.read.triggered.connect(lambda _checked: self._state_read())
        form.forgotten.clicked.connect(acts.forgotten.trigger)
        form.forgotten.setToolTip(tip_of(acts.forgotten))
        form.passphrase.setToolTip(tip_of(acts.passphrase))
        form.read.setToolTip(tip_of(acts.read))
        form.keyWay.clicked.connect(self._go_key_way)
        form.nobody.acted.connect(self.plan_requested)
        form.passphrase.textEdited.connect(self._begin_again)
        form.passphrase.textChanged.connect(self._follow)
        form.passphrase.returnPressed.connect(form.read.setFocus)
        form.read.clicked.connect(self._begin_again)
        form.read.toggled.connect(self._follow)
        form.key.currentIndexChanged.connect(self._begin_again)

    def _lay_out(self) -> None:
        form = self.form
        for column in (form.column, form.innerColumn):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        form.head.setFixedHeight(_HEAD)
        form.headRow.setContentsMargins(Space.M, 0, Space.M, 0)
        form.certificateColumn.setSpacing(Space.XS)
        form.reasonColumn.setSpacing(Space.XS)
        form.secretColumn.setContentsMargins(Space.M, 0, Space.M, 0)
        form.secretColumn.setSpacing(Space.XS)
        form.secretColumn.insertSpacing(form.secretColumn.indexOf(form.read), Space.XS)
        form.keyRow.setSpacing(Space.S)
        for row in (form.certificateRow, form.keyRow, form.passphraseRow):
            row.addSpacing(-LINK_EDGE)
        for link in (form.keyWay, form.forgotten):
            kept = link.sizePolicy()
            kept.setRetainSizeWhenHidden(True)  # else the passphrase moves when another key is chosen
            link.setSizePolicy(kept)
        form.footColumn.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        form.footColumn.setSpacing(Space.S)
        form.doneRow.setSpacing(Space.S)
        form.sign.setIcon(icon("sign", "on_accent"))
        form.choose.setIcon(icon("folder", "accent_text"))
        for button in (form.sign, form.choose):
            button.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
        form.folder.setIcon(icon("folder", "text"))
        form.copy.setIcon(icon("export", "text"))
        form.nobody.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum
        )  # the key stands right below
        form.nobody.show_sentence(self.tr("Tim belum ditetapkan."), self.tr("Rencana & tim…").replace("&", "&&"))
