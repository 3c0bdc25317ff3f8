"""The dialogs of the screen: which file, what is in it, what to save and for whom, which hub, whose cards."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.services.composition import Services
from zi_desktop.services.exchange.past import WaitingSender
from zi_desktop.ui.file_dialogs import choose_file, choose_place
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.sync.cards_dialog import CardsDialog
from zi_desktop.ui.sync.cards_presenter import CardsPresenter
from zi_desktop.ui.sync.enrol_dialog import EnrolDialog
from zi_desktop.ui.sync.enrol_presenter import EnrolPresenter
from zi_desktop.ui.sync.office_dialog import OfficeDialog
from zi_desktop.ui.sync.presenter import SyncPresenter
from zi_desktop.ui.sync.preview_dialog import PreviewDialog
from zi_desktop.ui.sync.preview_words import PreviewShown
from zi_desktop.ui.sync.save_dialog import SaveDialog
from zi_desktop.ui.sync.saving import Saving
from zi_desktop.ui.sync.shown import SyncShown
from zi_desktop.ui.sync.taken_words import let_in_tone, let_in_words
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.pills import Tone

ENDING = ".zib"


class SyncQuestions(QObject):
    """Opens the dialogs over the page and hands on what was answered.

    ``file_chosen`` carries a bundle to be looked at, ``said`` what became of something; ``nameless`` comes with a sentence where
    there can be no card yet, as the person at this laptop has no name; ``team_requested`` with the id of an evaluation whose
    team is to be filled in.
    """

    file_chosen = Signal(Path)
    said = Signal(str, Tone)
    nameless = Signal(str)
    team_requested = Signal(str)
    _save_asked = Signal(Saving)
    _discard_asked = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, presenter: SyncPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._presenter = presenter
        self._services = services
        self._comparing, self._let_in, self._open_matters = False, 0, 0
        self._save_asked.connect(presenter.save, Qt.ConnectionType.QueuedConnection)
        self._discard_asked.connect(presenter.bundle.discard, Qt.ConnectionType.QueuedConnection)
        self._enrolment = EnrolPresenter(services, jobs, self)
        self._cards = CardsPresenter(services, jobs, self)
        self._cards.accepted.connect(self._tell_accepted)

    def choose(self) -> None:
        """Let a bundle be chosen and look at it."""
        file = choose_file(self._page, self.tr("Pilih paket"), self.tr("Paket (*.zib)"))
        if file:
            self.file_chosen.emit(file)

    def preview(self, shown: PreviewShown) -> None:
        """Show what a bundle would bring."""
        dialog = PreviewDialog(shown, self._page, writable=self._presenter.writable)
        # Exclusive work closes the page and what stands over it: the dialog goes first.
        dialog.taken.connect(self._presenter.bundle.take, Qt.ConnectionType.QueuedConnection)
        dialog.cards_accepted.connect(self._presenter.bundle.accept, Qt.ConnectionType.QueuedConnection)
        dialog.rejected.connect(self._presenter.bundle.leave)
        self._open(dialog)

    def save(self, shown: SyncShown | None, chosen: str) -> None:
        """Ask what goes to a stick and where, then write it."""
        if shown is None:
            return
        dialog = SaveDialog(shown.overview.outbox, chosen, self._presenter.readers, self._page)

        def write() -> None:
            ids = dialog.chosen()
            item = next(item for item in shown.overview.outbox if item.evaluation == ids[0])
            name = f"{item.satker} {item.year}" if len(ids) == 1 else self.tr("{count} evaluasi").format(count=len(ids))
            kinds = self.tr("Paket (*.zib)")
            place = choose_place(self._page, self.tr("Simpan paket"), f"{name.replace('/', '-')}{ENDING}", kinds)
            if place:
                self._save_asked.emit(Saving(ids, Path(place), dialog.answers_only(), dialog.plain.isChecked()))

        dialog.accepted.connect(write)
        dialog.cards_requested.connect(self._show_cards)
        dialog.team_requested.connect(self.team_requested)
        self._open(dialog)

    def enrol(self, then: Callable[[], object] | None = None) -> None:
        """Ask for the hub; go on with what needed it once it is believed."""
        dialog = EnrolDialog(self._enrolment, self._page)

        def go_on(name: str) -> None:
            self.said.emit(self.tr("Laptop ini terhubung ke {name}.").format(name=name), Tone.OK)
            if then is None:
                self._presenter.load()
            else:
                then()

        dialog.enrolled.connect(go_on)
        self._open(dialog)

    def cards(self, device: str = "", file: Path | None = None) -> None:
        """Show the cards: at that of a device where one is named, with one that was handed over to be compared."""
        try:
            self._cards.own()
        except InvalidInputError as refusal:
            self.nameless.emit(str(refusal))
            return
        dialog = CardsDialog(self._cards, self._page, device)
        dialog.finished.connect(lambda _: self._leave_cards())
        self._comparing = True
        self._open(dialog)
        if file is not None:
            dialog.compare_file(file)

    def office(self) -> None:
        """Ask which of the values stands that laptops give the office."""
        found = self._services.office_disputes.all()
        if found:
            dialog = OfficeDialog(self._services.office_disputes, found, self._page)
            dialog.accepted.connect(self._presenter.load)
            self._open(dialog)

    def _tell_accepted(self, lines: int, open_: int) -> None:
        """Tell what a card let in where the dialog, which tells it itself, is not there any more."""
        self._let_in, self._open_matters = self._let_in + lines, open_
        if not self._comparing:
            self._leave_cards()
        self._presenter.load()

    def _leave_cards(self) -> None:
        self._comparing = False
        lines, self._let_in = self._let_in, 0
        if lines:  # what was said of the bundle holds no more
            self.said.emit(let_in_words(lines, self._open_matters), let_in_tone(self._open_matters))

    def _show_cards(self) -> None:
        self.cards()

    def discard(self, sender: WaitingSender) -> None:
        """Ask once whether what waits is let go, then let it go."""
        dialog = DialogFrame(self.tr("Buang yang menunggu"), self.tr("Buang"), self._page)
        words = self.tr(
            "{lines} perubahan dan {files} berkas dari {name} dibuang dari laptop ini. Penilaian yang sudah ada tidak "
            "berubah. Bila diperlukan lagi, minta paketnya dari pengirim."
        )
        name = sender.name or self.tr("perangkat {device}").format(device=sender.device[:8])
        dialog.add_words(words.format(lines=sender.lines, files=sender.files, name=name))
        # Exclusive work closes the page and what stands over it: the dialog goes first.
        dialog.accepted.connect(lambda: self._discard_asked.emit(sender.device))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        # Not every window manager gives the keyboard back by itself.
        dialog.finished.connect(self._page.window().activateWindow)
        dialog.open()
