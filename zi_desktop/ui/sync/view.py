"""Sinkronisasi: what goes out and what comes in, at the left where people disagree, else side by side."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.page import Heading, KeyHint, Page, Pane
from zi_desktop.ui.sync.acts import SyncActs
from zi_desktop.ui.sync.asking import SyncQuestions
from zi_desktop.ui.sync.hub_presenter import HubPresenter
from zi_desktop.ui.sync.inbox_panel import InboxPanel
from zi_desktop.ui.sync.notices import SyncNotices
from zi_desktop.ui.sync.outbox_panel import OutboxPanel
from zi_desktop.ui.sync.presenter import SyncPresenter
from zi_desktop.ui.sync.shown import SyncShown, lost_words, subtitle, taken_back_words
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button, more_button
from zi_desktop.ui.widgets.pills import Tone

_LEFT: Final = (392, 444)
_BESIDE_WORK: Final = (320, 444)
"""Least and most logical pixels of the left part, and where something is to be settled beside it."""
_SHARE: Final = 0.4
"""Of the width, between these."""
_LOW: Final = 540
_LOWISH: Final = 640
"""Logical pixels of the window's height below which outbox over inbox show rows instead of what the menu or the window do
too: the switch, the line for dropping. By the window: what is said above the parts makes nothing come or go."""
_UNLIMITED: Final = 0xFFFFFF
"""The greatest width of a widget, QWIDGETSIZE_MAX."""


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
        self._save_wanted = self._filled = False
        self._again: Callable[[], object] = self.presenter.load
        self.questions = SyncQuestions(services, jobs, self.presenter, self)
        acts = self.acts
        self._tools = (
            more_button((acts.cards, acts.discard, acts.enrol, acts.send_itself, acts.reload), self.tr("Lainnya")),
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
        """Return the keys that act here now; of the part beside while the keyboard is in it."""
        if self.beside.isAncestorOf(self.window().focusWidget() or self):
            return self.beside.key_hints()
        acts, deed = self.acts, self.inbox.deed() if self.inbox.form.list.hasFocus() else ""
        named = (
            (acts.choose, self.tr("Pilih paket")), (acts.save, self.tr("Simpan ke flashdisk")), (acts.push, self.tr("Kirim")),
        )  # fmt: skip
        able = (KeyHint(key_text(act.shortcut()), words) for act, words in named if act.isEnabled())
        return (*([KeyHint("Enter", deed)] if deed else []), *able)

    def panes(self) -> Sequence[QWidget]:
        """Return outbox, inbox and what is to be settled."""
        return (self.outbox, self.inbox, self.beside)

    def activate(self) -> None:
        """Read again: what was judged on other screens has to go."""
        self.notices.forget(self.notices.nameless)
        self.presenter.load()
        if self.shown is None:
            self.setFocus()
        else:
            self._rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the parts their share."""
        super().resizeEvent(event)
        self._share_room()

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
        notices, acts = self.notices, self.acts
        send, fetch = (self.tr("Kirim lagi"), acts.push.trigger), (acts.choose.text(), acts.choose.trigger)
        notices.keep(notices.taken_back, taken_back_words(shown), Tone.BAD, send)
        notices.keep(notices.lost, lost_words(shown), Tone.BAD, fetch)
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
        self.hints_changed.emit()
        if first and self.hasFocus():
            self._rest()
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
        self.beside.filled.connect(self._arrange)
        self.inbox.form.list.row_changed.connect(self.hints_changed)
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
        self.notices.keep(self.notices.office, words, Tone.WARN, (self.tr("Pilih…"), self.acts.office.trigger))

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
        self.hints_changed.emit()

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

    def _rest(self) -> None:
        """Put the keyboard where work goes on: at what goes, at what came, else at what lets something in."""
        parts = (self.outbox.form.list, self.inbox.form.list, self.inbox.choose)
        next(part for part in parts if not part.isHidden()).setFocus()

    def _arrange(self, filled: bool) -> None:  # noqa: FBT001 (as the signal carries it)
        """Put the inbox below the outbox where something is to be settled beside them, else into the room of that."""
        if filled == self._filled:
            return
        self._filled = filled
        for column in (self._left, self._right):
            column.removeWidget(self.inbox)
        column, place = (self._left, 1) if filled else (self._right, 0)
        column.insertWidget(place, self.inbox, 1)  # it has what the outbox, or what is beside, leaves
        self._share_room()

    def _share_room(self) -> None:
        """Give the left part its share, and leave the rows the room where it is short."""
        least, most = _BESIDE_WORK if self._filled else _LEFT
        height = self.window().height()
        width = min(max(round(self.width() * _SHARE), least), most)
        self.outbox.setFixedWidth(width)
        self.inbox.setMaximumWidth(width if self._filled else _UNLIMITED)
        self.outbox.leave_room(low=self._filled and height < _LOW)
        self.inbox.leave_room(low=self._filled and height < _LOWISH)

    def _lay_out(self) -> None:
        self._left: QVBoxLayout = QVBoxLayout()
        self._right: QVBoxLayout = QVBoxLayout()
        row = QHBoxLayout()
        self._left.addWidget(self.outbox)
        self._left.addStretch()
        self._right.addWidget(self.inbox, 1)
        self._right.addWidget(self.beside)
        row.addLayout(self._left)
        row.addLayout(self._right, 1)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        for layout in (self._left, self._right, row):
            layout.setSpacing(Space.M)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.notices)
        whole.addLayout(row, 1)
