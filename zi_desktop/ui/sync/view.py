"""Sinkronisasi: what goes out and what comes in at the left, where people disagree at the right."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, Pane
from zi_desktop.ui.sync.acts import SyncActs
from zi_desktop.ui.sync.asking import SyncQuestions
from zi_desktop.ui.sync.hub_presenter import HubPresenter
from zi_desktop.ui.sync.inbox_panel import InboxPanel
from zi_desktop.ui.sync.notices import SyncNotices
from zi_desktop.ui.sync.outbox_panel import OutboxPanel
from zi_desktop.ui.sync.presenter import SyncPresenter
from zi_desktop.ui.sync.shown import SyncShown, alarm, subtitle
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button, more_button
from zi_desktop.ui.widgets.pills import Tone

_LEFT: Final = (392, 444)
"""Least and most logical pixels of the left part."""
_SHARE: Final = 0.38
"""Of the width, between these."""


_LOW: Final = 340
"""Logical pixels of height below which the left part shows rows instead of what Ctrl+K knows too."""


class _Left(QWidget):
    """Outbox over inbox; ``resized`` carries its height."""

    resized = Signal(int)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell how high it is: what is said above takes some of it."""
        super().resizeEvent(event)
        self.resized.emit(self.height())


class SyncPage(Page):
    """The screen. ``said`` carries what became of something, ``exchanged`` comes when it may have changed what waits.

    ``disputed`` carries the id of an evaluation in which a bundle brought another opinion; ``beside`` shows it.
    ``settings_requested``: something has to be filled in there first; ``team_requested``: so has the team of an evaluation (id).
    """

    said = Signal(str, Tone)
    exchanged = Signal()
    disputed = Signal(str)
    settings_requested = Signal()
    team_requested = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, beside: Pane) -> None:
        super().__init__()
        self.shown: SyncShown | None = None
        self.presenter = SyncPresenter(services, jobs, self)
        self.hub = HubPresenter(services, jobs, self)
        self.acts = SyncActs(self)
        self.outbox, self.inbox = OutboxPanel(self.acts), InboxPanel(self.acts)
        self.beside = beside
        self.notices = SyncNotices()
        self._save_wanted = False
        self._again: Callable[[], object] = self.presenter.load
        self.questions = SyncQuestions(services, jobs, self.presenter, self)
        acts = self.acts
        self._tools = (
            more_button((acts.cards, acts.discard, acts.enrol, acts.reload), self.tr("Lainnya")),
            action_button(acts.cards, "", "key"),
            action_button(acts.pull, "", "cloud"),
        )
        self._lay_out()
        self._connect()

    def heading(self) -> Heading:
        """Return what the screen is called, and which hub this laptop knows."""
        return Heading(self.tr("Sinkronisasi"), subtitle(self.shown) if self.shown else "")

    def tools(self) -> Sequence[QWidget]:
        """Return the menu and the button."""
        return self._tools

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here; of the part beside while the keyboard is in it."""
        if self.beside.isAncestorOf(self.window().focusWidget() or self):
            return self.beside.key_hints()
        return (
            KeyHint("Ctrl+I", self.tr("Pilih berkas")), KeyHint("Ctrl+E", self.tr("Simpan ke flashdisk")),
            KeyHint("Ctrl+Shift+K", self.tr("Kirim")),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        """Return outbox, inbox and what is to be settled."""
        return (self.outbox, self.inbox, self.beside)

    def activate(self) -> None:
        """Read again: what was judged on other screens has to go."""
        self.notices.forget(self.notices.nameless)
        self.presenter.load()
        (self.outbox.form.list if self.shown and self.shown.overview.outbox else self).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the left part its share."""
        super().resizeEvent(event)
        least, most = _LEFT
        self._left.setFixedWidth(min(max(round(self.width() * _SHARE), least), most))

    def read(self, file: Path) -> None:
        """Look at a bundle that was chosen or dropped."""
        self.notices.forget(self.notices.refusal)
        self.presenter.bundle.read(file)

    def read_card(self, file: Path) -> None:
        """Show a card that was dropped, to be compared and accepted."""
        self.questions.cards(file=file)

    def follow_meeting(self) -> None:
        """Show what was exchanged by itself meanwhile."""
        if self.isVisible():
            self.presenter.load()

    def _show(self, shown: SyncShown) -> None:
        first = self.shown is None
        self.shown = shown
        self.outbox.show_outbox(shown)
        self.inbox.show_inbox(shown)
        self._show_office()
        send = [(self.tr("Kirim lagi"), self.acts.push.trigger)] if shown.taken_back else []
        fetch = [(self.tr("Pilih paket…"), self.acts.choose.trigger)] if shown.lost else []
        self.notices.show_alarm(alarm(shown), [*send, *fetch])
        self.acts.send_itself.setChecked(self.hub.sends_itself)
        for action in (self.acts.push, self.acts.pull, self.acts.save, self.acts.enrol, self.acts.send_itself):
            action.setEnabled(shown.writable)
            action.setStatusTip("" if shown.writable else self.tr("Ruang kerja hanya dapat dibaca."))
        self._follow_hub(busy=self.hub.busy)
        _, cards, pull = self._tools
        cards.setVisible(not shown.hub)  # who works with sticks begins with the cards
        pull.setVisible(bool(shown.hub))
        self.acts.save.setEnabled(shown.writable and bool(shown.overview.outbox))
        self.heading_changed.emit()
        if first and self.hasFocus() and shown.overview.outbox:
            self.outbox.form.list.setFocus()
        self.exchanged.emit()
        if self._save_wanted and self.acts.save.isEnabled():
            self._save()

    def _connect(self) -> None:
        acts, presenter, questions = self.acts, self.presenter, self.questions
        presenter.shown.connect(self._show)
        presenter.said.connect(self.said)
        presenter.bundle.disputed.connect(self.disputed)
        self.hub.said.connect(self.said)
        self.hub.failed.connect(lambda words: self.notices.show_failure(words, self._again))
        self.hub.exchanged.connect(presenter.load)
        self.beside.hints_changed.connect(self.hints_changed)
        self.hub.busy_changed.connect(lambda busy: self._follow_hub(busy=busy))
        presenter.bundle.refused.connect(self.notices.show_refusal)
        presenter.bundle.previewed.connect(questions.preview)
        questions.file_chosen.connect(self.read)
        questions.said.connect(self.said)
        questions.team_requested.connect(self.team_requested)
        questions.nameless.connect(lambda words: self.notices.show_nameless(words, self.settings_requested.emit))
        self.inbox.file_requested.connect(self.read)
        self.inbox.card_requested.connect(questions.cards)
        acts.office.triggered.connect(lambda _: questions.office())
        acts.discard.triggered.connect(lambda _: self._discard())
        acts.push.triggered.connect(lambda _: self._exchange(self.hub.push))
        acts.pull.triggered.connect(lambda _: self._exchange(self.hub.pull))
        acts.send_itself.triggered.connect(lambda wanted: self._send_itself(wanted=wanted))
        acts.save.triggered.connect(lambda _: self._save())
        acts.choose.triggered.connect(lambda _: questions.choose())
        acts.cards.triggered.connect(lambda _: questions.cards())
        acts.enrol.triggered.connect(lambda _: questions.enrol())
        acts.reload.triggered.connect(lambda _: presenter.load())

    def _save(self) -> None:
        """Ask what goes to a stick, at once or as soon as it is known what there is."""
        self._save_wanted = self.shown is None
        self.questions.save(self.shown, self.outbox.evaluation())

    def _show_office(self) -> None:
        words = self.presenter.office_words()
        self.acts.office.setEnabled(self.presenter.writable and bool(words))
        self.notices.show_office(words, self.acts.office.trigger)

    def _discard(self) -> None:
        """Ask whether what waits in the chosen row is let go."""
        device, shown = self.inbox.waiting_sender(), self.shown
        for sender in shown.overview.waiting if shown else ():
            if sender.device == device:
                self.questions.discard(sender)
                break

    def _follow_hub(self, *, busy: bool) -> None:
        """Begin nothing twice: one exchange is under way at a time."""
        able = self.shown is not None and self.shown.writable and not busy
        self.acts.push.setEnabled(able)
        self.acts.pull.setEnabled(able)

    def _send_itself(self, *, wanted: bool) -> None:
        """Switch it on or off; where no hub is known yet, ask for it first."""
        self.hub.send_itself(wanted=wanted)
        if wanted and not self.hub.address():
            self.questions.enrol(then=self.hub.push)
        elif wanted:
            self.hub.push()

    def _exchange(self, exchange: Callable[[], object]) -> None:
        """Meet the hub; where none is known yet, ask for it first."""
        self._again = partial(self._exchange, exchange)
        self.notices.forget(self.notices.failure)
        if self.hub.address():
            exchange()
        else:
            self.questions.enrol(then=exchange)

    def _lay_out(self) -> None:
        left = _Left()
        left.resized.connect(lambda height: self.outbox.leave_room(low=height < _LOW))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.outbox, 3)  # it takes no more than its rows need
        column.addWidget(self.inbox, 2)
        self._left = left
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(left)
        row.addWidget(self.beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        whole.setSpacing(Space.M)
        whole.addWidget(self.notices)
        whole.addLayout(row, 1)
