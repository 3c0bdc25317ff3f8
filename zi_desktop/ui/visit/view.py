"""Kunjungan: what to ask and where to look, what was written down, meetings and berita acara side by side."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.visit import VisitEntry
from zi_desktop.services.composition import Services
from zi_desktop.services.typed_drafts import ENTRY, NEW
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, TabsOf
from zi_desktop.ui.visit.acts import VisitActs
from zi_desktop.ui.visit.agenda_panel import AgendaPanel
from zi_desktop.ui.visit.day_panel import DayPanel
from zi_desktop.ui.visit.entries_panel import EntriesPanel
from zi_desktop.ui.visit.papers import VisitPaperMaker
from zi_desktop.ui.visit.presenter import VisitPresenter
from zi_desktop.ui.visit.questions import VisitQuestions
from zi_desktop.ui.visit.shown import VisitShown
from zi_desktop.ui.widgets.buttons import action_button, more_button
from zi_desktop.ui.widgets.side_by_side import lay_side_by_side

VISIT_TAB: Final = "kunjungan"
_LEAST: Final = (248, 280, 284)
"""Logical pixels that agenda, entries and day need."""
_SHARES: Final = (5, 7, 5)
_ALL: Final = "semua"


class VisitPage(Page):
    """The screen of one evaluation's day.

    ``place_requested`` carries an item to go to and ``tab_requested`` the key of another tab, each with the
    evaluation's id; ``plan_requested`` asks for plan and team, ``scans_requested`` for the signed copies of the
    berita acara of an evaluation.

    Args:
        services: all services.
        jobs: the worker.
        tabs: gives the tabs of an evaluation, this one among them under ``VISIT_TAB``.
    """

    place_requested = Signal(str, str)
    tab_requested = Signal(str, str)
    plan_requested = Signal()
    scans_requested = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, tabs: TabsOf) -> None:
        super().__init__()
        self._jobs, self._tabs = jobs, tabs
        self._shown: VisitShown | None = None
        self.presenter = VisitPresenter(services, jobs, self)
        self._maker = VisitPaperMaker(services.workspace.folder, jobs, self)
        self.acts = VisitActs(self)
        self.agenda = AgendaPanel(self.acts.sheet)
        self.entries = EntriesPanel(self.acts)
        self.day = DayPanel(self.acts)
        self._questions = VisitQuestions(self.presenter, self)
        self._tools = self._make_tools()
        lay_side_by_side(self, self.panes(), _LEAST, _SHARES)
        self._connect()

    @property
    def changeable(self) -> bool:
        """Tell whether plan and answers may be changed: what belongs to the day stays open after a signature."""
        return self._shown is not None and self._shown.writable and not self._shown.locked

    def open_evaluation(self, id_: str) -> None:
        """Show an evaluation.

        Raises:
            NotFoundError: there is none.
        """
        self.presenter.open(id_)
        self._take_focus()

    def heading(self) -> Heading:
        """Return satker, evaluation and tabs."""
        if self._shown is None:
            return Heading(self.tr("Kunjungan"))
        scoring, *others = self._tabs(self.presenter.id)
        locked = self._shown.locked or not self._shown.writable
        return Heading(self._shown.satker, self._shown.subtitle, (replace(scoring, locked=locked), *others), VISIT_TAB)

    def tools(self) -> Sequence[QWidget]:
        """Return the menu and the button of a new entry."""
        return self._tools

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here."""
        writable = self._shown is not None and self._shown.writable
        hints = [
            *([KeyHint("F8", self.tr("Catatan baru"))] if writable else []),
            *([KeyHint("Ctrl+P", self.tr("Lembar agenda"))] if self.acts.sheet.isEnabled() else []),
        ]
        entry = self.entries.entry()
        if writable and entry and self.entries.isAncestorOf(self.focusWidget() or self):
            hints.append(KeyHint("Spasi", self.tr("Buka lagi") if entry.closed else self.tr("Terjawab / diterima")))
        return hints

    def panes(self) -> Sequence[QWidget]:
        """Return the three parts."""
        return (self.agenda, self.entries, self.day)

    def choose_tab(self, key: str) -> None:
        """Ask for another screen of this evaluation."""
        if key != VISIT_TAB:
            self.tab_requested.emit(key, self.presenter.id)

    def follow_drafts(self) -> bool:
        """Say how saving stands."""
        self.save_state_changed.emit(self.presenter.save_state())
        return True

    def activate(self) -> None:
        """Read again: the evaluation may have changed elsewhere."""
        if self._shown is not None:
            self.presenter.load()
        self._take_focus()

    def _take_focus(self) -> None:
        """Go to the agenda, else to the entries; where both are empty, to what is at the top and seen."""
        if self.agenda.code:
            self.agenda.form.list.setFocus()
        elif self.entries.entry():
            self.entries.form.list.setFocus()
        else:
            self.agenda.form.by.stop().setFocus()

    def _hide_entries(self, hidden: bool) -> None:  # noqa: FBT001 (the signature of QAction.toggled)
        leaving = self.entries.isAncestorOf(self.focusWidget() or self)
        self.entries.hide_entries(hidden=hidden)
        if leaving:
            self._take_focus()

    def _show(self, shown: VisitShown) -> None:
        self._shown = shown
        self.agenda.show_agenda(shown)
        self.entries.show_entries(shown)
        self.day.show_day(shown)
        self._follow()
        self.heading_changed.emit()
        self.save_state_changed.emit(shown.save)

    def _follow(self) -> None:
        """Open and close what can be done now."""
        shown, entry, acts = self._shown, self.entries.entry(), self.acts
        writable = shown is not None and shown.writable
        only_reads = "" if writable else self.tr("Ruang kerja hanya dapat dibaca.")
        for action in acts.writing():
            action.setEnabled(writable)
        for action in acts.of_entry():
            action.setEnabled(writable and entry is not None)
        drafted = shown is not None and shown.is_drafted(ENTRY, NEW)
        acts.add.setText(self.tr("Lanjutkan catatan…") if drafted else self.tr("Catatan baru…"))
        for action in (acts.add, *acts.of_entry(), acts.first, acts.last, acts.minutes):
            action.setStatusTip(only_reads)
        acts.attach.setStatusTip(only_reads or self.tr("Lampirkan salinan berita acara yang sudah ditandatangani"))
        awaited = entry is not None and (entry.awaited or entry.closed)
        acts.close.setEnabled(writable and awaited)
        acts.close.setText(self.tr("Buka lagi") if entry and entry.closed else self.tr("Terjawab / diterima…"))
        self.day.allow_plan(allowed=self.changeable, why_not=only_reads or self.tr("Evaluasi ini terkunci."))
        acts.item.setEnabled(bool(self._code()))
        empty = shown is not None and not shown.open_items(self.agenda.by)
        acts.sheet.setEnabled(not empty)
        acts.sheet.setStatusTip(self.tr("Tidak ada butir yang masih terbuka.") if empty else "")
        acts.scans.setEnabled(shown is not None and bool(shown.scans))
        self.hints_changed.emit()

    def _code(self) -> str:
        """Return the item that the keyboard stands at: of the entry where it is in the entries, else of the agenda."""
        entry = self.entries.entry()
        if entry and self.entries.isAncestorOf(self.focusWidget() or self):
            return entry.item
        return self.agenda.code

    def _open_item(self, code: str) -> None:
        if code:
            self.place_requested.emit(code, self.presenter.id)

    def _withdraw(self) -> None:
        from zi_desktop.ui.widgets.dialog_frame import DialogFrame  # noqa: PLC0415 (dialogs load when one is needed)

        entry = self.entries.entry()
        if entry is None:
            return
        dialog = DialogFrame(self.tr("Hapus catatan ini?"), self.tr("Hapus"), self)
        dialog.setFixedWidth(440)
        dialog.add_words(entry.text)
        dialog.accepted.connect(partial(self.presenter.withdraw, entry.id))
        dialog.open()

    def _show_sheet(self) -> None:
        """Show the sheet of the chosen group; the others are one press away."""
        from zi_desktop.ui.visit.paper_dialog import PaperDialog  # noqa: PLC0415 (QtPdf loads only for a paper)

        shown, by, key = self._shown, self.agenda.by, self.agenda.key
        if shown is None:
            return
        choices = [(key, self.tr("Kelompok ini")), (_ALL, self.tr("Semua"))] if key else ()

        def ask(chosen: str) -> None:
            self._maker.agenda(shown.id, shown.satker, by, "" if chosen == _ALL else chosen, dialog.show_paper)

        dialog = PaperDialog(self.tr("Lembar agenda"), self._maker.keep, self._jobs, self, choices, ask)
        ask(key or _ALL)
        dialog.open()

    def _show_minutes(self) -> None:
        from zi_desktop.ui.visit.paper_dialog import PaperDialog  # noqa: PLC0415 (QtPdf loads only for a paper)

        if self._shown is not None:
            dialog = PaperDialog(self.tr("Berita acara"), self._maker.keep, self._jobs, self)
            self._maker.minutes(self._shown.id, self._shown.satker, dialog.show_paper)
            dialog.open()

    def _connect(self) -> None:
        acts, ask = self.acts, self._questions
        self.day.form.plan.clicked.connect(self.plan_requested)
        self.presenter.shown_changed.connect(self._show)
        self.agenda.item_requested.connect(self._open_item)
        self.agenda.form.list.row_changed.connect(self._follow)
        self.entries.entry_changed.connect(self._follow)
        acts.hide.toggled.connect(self._hide_entries)
        for action, act in (
            (acts.add, lambda: ask.ask_entry(self.entries.kind, "")),
            (acts.edit, lambda: self._with_entry(lambda entry: ask.ask_entry(entry.kind, "", entry))),
            (acts.close, lambda: self._with_entry(ask.ask_close)),
            (acts.withdraw, self._withdraw),
            (acts.item, lambda: self._open_item(self._code())),
            (acts.sheet, self._show_sheet),
            (acts.first, lambda: ask.ask_meeting("awal")),
            (acts.last, lambda: ask.ask_meeting("akhir")),
            (acts.minutes, ask.ask_minutes),
            (acts.paper, self._show_minutes),
            (acts.attach, ask.attach),
            (acts.scans, lambda: self.scans_requested.emit(self.presenter.id)),
            (acts.reload, self.presenter.load),
        ):
            action.triggered.connect(partial(_call, act))

    def _with_entry(self, act: Callable[[VisitEntry], object]) -> None:
        entry = self.entries.entry()
        if entry is not None:
            act(entry)

    def _make_tools(self) -> Sequence[QWidget]:
        acts = self.acts
        menu = (
            acts.item,
            acts.withdraw,
            acts.first,
            acts.last,
            acts.minutes,
            acts.paper,
            acts.attach,
            acts.scans,
            acts.reload,
        )
        return (
            action_button(acts.hide, "", "eye"), more_button(menu, self.tr("Lainnya")),
            action_button(acts.add, "primary", "plus"),
        )  # fmt: skip


def _call(act: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (the signature of QAction.triggered)
    act()
