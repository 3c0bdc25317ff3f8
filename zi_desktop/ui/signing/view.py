"""Tinjau & tanda tangan: last checks, the paper, the signatures side by side."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.evaluation_words import closed_line
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, SaveState, TabsOf
from zi_desktop.ui.signing.checks import JUMPS, Act, CheckLine
from zi_desktop.ui.signing.checks_panel import ChecksPanel
from zi_desktop.ui.signing.file_errands import FileErrands
from zi_desktop.ui.signing.key_errands import KeyErrands
from zi_desktop.ui.signing.page_acts import PageActs
from zi_desktop.ui.signing.paper import PaperPresenter
from zi_desktop.ui.signing.papers import Papers
from zi_desktop.ui.signing.presenter import SigningPresenter
from zi_desktop.ui.signing.preview_panel import PreviewPanel
from zi_desktop.ui.signing.questions import Questions
from zi_desktop.ui.signing.room import Room
from zi_desktop.ui.signing.sealing import SealingPresenter
from zi_desktop.ui.signing.sign_panel import SignPanel
from zi_desktop.ui.signing.state import SigningShown
from zi_desktop.ui.widgets.buttons import more_button
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.pills import Tone

SIGNING_TAB: Final = "tanda-tangan"
_REMARKS_TAB: Final = "catatan-evaluasi"


class SigningPage(Page):
    """The screen of one evaluation's last steps.

    ``place_requested`` carries an item to go to, ``tab_requested`` the key of another tab and ``settling_requested``
    what is to be settled (an item or a cell), each with the evaluation's id; ``evaluation_changed`` its id when something in it is no longer as it was.

    Args:
        services: all services.
        jobs: the worker.
        tabs: gives the tabs of an evaluation, this one among them under ``SIGNING_TAB``.
    """

    place_requested = Signal(str, str)
    tab_requested = Signal(str, str)
    settings_requested = Signal()
    settling_requested = Signal(str, str)
    evaluation_changed = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, tabs: TabsOf) -> None:
        super().__init__()
        self._tabs = tabs
        self._shown: SigningShown | None = None
        self._signed = False
        self._presenter = SigningPresenter(services, jobs, self)
        self._paper = PaperPresenter(services.workspace.folder, jobs, self)
        self._sealing = SealingPresenter(services, jobs, self)
        self.acts = PageActs(self)
        self.papers = Papers(services, self, lambda: self._presenter.id)
        self.checks = ChecksPanel(self.acts.again, self.acts.show_checks)
        self.preview = PreviewPanel(self.acts.preview, self.acts.show_checks)
        self.signatures = SignPanel(self.acts)
        self._room = Room(self.checks, self.preview, self.signatures)
        self._closed = MessageBar(across=True)
        self._questions = Questions(self._presenter, self)
        self._keys = KeyErrands(self.signatures, self._sealing, self.acts.folder)
        self._files = FileErrands(self._sealing, jobs, self.preview, self)
        self._tools = [
            more_button((*self.papers.actions(), *self.acts.menu(), self.acts.show_checks), self.tr("Lainnya"))
        ]
        self._lay_out()
        self._connect()
        self._connect_acts()

    def open_evaluation(self, id_: str) -> None:
        """Show an evaluation; what was typed for another one is forgotten.

        Raises:
            NotFoundError: there is none.
        """
        if id_ != self._presenter.id:
            self.signatures.forget()
            self.preview.show_words("")
            self._shown = None
        self._sealing.read_key()  # before the paper, which takes longer
        self._presenter.open(id_)

    @property
    def evaluation(self) -> str:
        """Return the id of the evaluation that is shown, or ""."""
        return self._presenter.id

    def heading(self) -> Heading:
        """Return satker, evaluation and tabs."""
        if self._shown is None:
            return Heading(self.tr("Tinjau & tanda tangan"))
        scoring, *others = self._tabs(self._presenter.id)
        tabs = (replace(scoring, locked=bool(self._shown.closed)), *others)
        return Heading(self._shown.satker, self._shown.subtitle, tabs, SIGNING_TAB)

    def tools(self) -> Sequence[QWidget]:
        """Return the menu."""
        return self._tools

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter on the chosen finding."""
        line, hints = self.checks.line(), [KeyHint("F5", self.tr("Periksa ulang"))]
        if line and Act.UNFOLD in line.acts:
            hints.append(KeyHint("→", self.tr("Tampilkan")))
        if line and JUMPS.intersection(line.acts):
            hints.append(KeyHint("Enter", self.tr("Buka butir")))
        if line and Act.SETTLE in line.acts:
            hints.append(KeyHint("Enter", self.tr("Selesaikan")))
        if line and {Act.ACCEPT, Act.CHANGE}.intersection(line.acts):
            accepted = Act.CHANGE in line.acts
            hints.append(KeyHint("Spasi", self.tr("Ubah alasan") if accepted else self.tr("Terima dengan alasan")))
        if self.acts.sign.isEnabled():
            hints.append(KeyHint("Ctrl+Enter", self.tr("Tanda tangani")))
        elif self._shown and not self._shown.takes_key:
            hints.append(KeyHint("Ctrl+P", self.tr("Cetak")))
        return hints

    def panes(self) -> Sequence[QWidget]:
        """Return the three parts."""
        return (self.checks, self.preview, self.signatures)

    def choose_tab(self, key: str) -> None:
        """Ask for another screen of this evaluation."""
        if key != SIGNING_TAB:
            self.tab_requested.emit(key, self._presenter.id)

    def follow_drafts(self) -> bool:
        """Say how saving stands."""
        self.save_state_changed.emit(self._presenter.save_state())
        return True

    def activate(self) -> None:
        """Look through the evaluation again: it may have changed elsewhere; after a signature go on to the next act."""
        if self._shown is not None:
            self._presenter.check()
        if self._signed:
            self._signed = False
            self.signatures.go_on()
        elif self.checks.isVisible():
            self.checks.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what only this moment needed."""
        self.signatures.forget()
        super().hideEvent(event)

    def _show(self, shown: SigningShown) -> None:
        self._shown = shown
        self.checks.show_checks(shown.checks, shown.checked_at)
        self.signatures.show_state(shown)
        self.acts.follow(shown)
        self.papers.allow(allowed=not shown.closed)
        self._show_closed(shown)
        self._paper.bring(shown)
        self.heading_changed.emit()
        self.hints_changed.emit()
        self.save_state_changed.emit(shown.save)

    def _show_waiting(self) -> None:
        if not self.preview.has_paper():
            sealed = self._shown is not None and self._shown.sealed
            self.preview.show_words(self.tr("Membaca laporan…") if sealed else self.tr("Menyusun pratinjau…"))

    def _show_closed(self, shown: SigningShown) -> None:
        line = closed_line(shown.closed)
        if not line:
            self._closed.hide()
            return
        cancel = self.acts.cancel_seal
        ways = [(cancel.text(), cancel.trigger)] if cancel.isEnabled() else []
        self._closed.show_message(line, Tone.NEUTRAL, ways)

    def _tell_changed(self) -> None:
        self.evaluation_changed.emit(self._presenter.id)

    def _tell_signed(self) -> None:
        """Show what is signed now; the keyboard goes on once the window takes input again."""
        self._presenter.tell_changed()
        self._signed = True

    def _act(self, act: Act, line: CheckLine) -> None:
        if act in JUMPS:
            self.place_requested.emit(line.code, self._presenter.id)
            return
        ways: dict[Act, Callable[[], object]] = {
            Act.PLAN: self.papers.open_plan,
            Act.PRECONDITIONS: self.papers.open_preconditions,
            Act.SETTINGS: self.settings_requested.emit,
            Act.REMARKS: partial(self.choose_tab, _REMARKS_TAB),
            Act.ACCEPT: partial(self._questions.accept, line),
            Act.CHANGE: partial(self._questions.accept, line),
            Act.CLOSE: partial(self._questions.close, line),
            Act.SETTLE: partial(self.settling_requested.emit, line.id.partition(":")[2], self._presenter.id),
        }
        ways[act]()

    def _connect(self) -> None:
        self._presenter.shown_changed.connect(self._show)
        self._presenter.evaluation_changed.connect(self._tell_changed)
        self.papers.changed.connect(self._presenter.tell_changed)
        self.checks.acted.connect(self._act)
        self.checks.line_changed.connect(self.hints_changed)
        self._paper.arrived.connect(self.preview.show_paper)
        self._paper.waited.connect(self._show_waiting)
        self._paper.missing.connect(self.preview.show_words)
        self._paper.asked.connect(lambda: self.signatures.show_pages(0))
        self.preview.pages_counted.connect(self.signatures.show_pages)
        self.signatures.plan_requested.connect(self.papers.open_plan)
        self.signatures.sign_requested.connect(
            lambda passphrase, p12: self._sealing.sign(self._presenter.id, passphrase, p12)
        )
        self._keys.signed.connect(self._tell_signed)
        self._keys.settings_requested.connect(self.settings_requested)
        self._files.ended.connect(lambda words: self.save_state_changed.emit(SaveState(words)))

    def _connect_acts(self) -> None:
        acts = self.acts
        acts.sign.changed.connect(self.hints_changed)
        acts.show_checks.toggled.connect(lambda shown: self._room.show_checks(shown=shown))
        self._room.narrowed.connect(self.preview.show_way_back)
        self._room.narrowed.connect(self.checks.show_way_on)
        for action, act in (
            (acts.again, self._presenter.check),
            (acts.sign, self.signatures.hand_over),
            (acts.open, lambda: self.checks.form.checks.act(0)),
            (acts.weigh, self.checks.form.checks.weigh),
            (acts.key_file, self._keys.choose_file),
            (acts.new_key, self._keys.make_key),
            (acts.fingerprint, self._keys.show_fingerprint),
            (acts.forgotten, self._keys.replace_key),
            (acts.folder, lambda: self._files.open_folder(self._shown)),
            (acts.preview.print, lambda: self._files.print_paper(self._shown)),
            (acts.preview.save, lambda: self._files.save_copy(self._shown)),
            (acts.cancel_seal, self._questions.cancel_seal),
            (acts.request, lambda: self._presenter.review("requested")),
            (acts.withdraw, lambda: self._presenter.review("withdrawn")),
            (acts.hand_back, self._questions.hand_back),
        ):
            action.triggered.connect(partial(_call, act))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._closed)
        column.addWidget(self._room, 1)


def _call(act: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (the signature of QAction.triggered)
    act()
