"""Catatan & rekomendasi: a list, overdue first, and the chosen remark beside it; of all evaluations, or of one."""

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.evidence import EvidenceFile
from zi_desktop.domain.remarks import FollowUp
from zi_desktop.services.composition import Services
from zi_desktop.services.remarks.listing import EarlierRemark, RemarkRow
from zi_desktop.ui.file_dialogs import choose_place
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, SaveState
from zi_desktop.ui.remarks.acts import RemarkActs
from zi_desktop.ui.remarks.detail_panel import DetailPanel
from zi_desktop.ui.remarks.list_panel import ListPanel
from zi_desktop.ui.remarks.presenter import EXPORT_NAME, RemarksPresenter
from zi_desktop.ui.remarks.questions import RemarkQuestions
from zi_desktop.ui.remarks.shown import RemarksShown
from zi_desktop.ui.save_words import save_state
from zi_desktop.ui.widgets.buttons import action_button, more_button
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.widgets.side_by_side import lay_side_by_side

_LEAST: Final = (400, 408)
"""Logical pixels that list and remark need."""
_SHARES: Final = (7, 5)


class RemarksPage(Page):
    """The screen; ``place_requested`` carries an item (may be empty) and the evaluation to go to."""

    place_requested = Signal(str, str)

    def __init__(self, services: Services, jobs: Jobs, *, adding: bool = False) -> None:
        super().__init__()
        self._services = services
        self.shown: RemarksShown | None = None
        self.presenter = RemarksPresenter(services, jobs, self)
        self.acts = RemarkActs(self, adding=adding)
        self.list = ListPanel(self.acts)
        self.form = self.list.form
        self.detail = DetailPanel(self.acts)
        self.questions = RemarkQuestions(services, self.presenter, self)
        self._copies: tempfile.TemporaryDirectory[str] | None = None
        self._tools = self.make_tools()
        lay_side_by_side(self, self.panes(), _LEAST, _SHARES)
        self._connect()

    def heading(self) -> Heading:
        """Return what the screen is called."""
        return Heading(self.tr("Catatan & rekomendasi"), self.tr("Semua evaluasi"))

    def tools(self) -> Sequence[QWidget]:
        """Return the menu and the buttons."""
        return self._tools

    def make_tools(self) -> Sequence[QWidget]:
        """Make them."""
        acts = self.acts
        menu = (acts.item, acts.undo, acts.reload)
        return more_button(menu, self.tr("Lainnya")), action_button(acts.export, "", "export")

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here."""
        open_item = KeyHint("Ctrl+G", self.tr("Buka butir"))
        if self.earlier() is not None:
            return (KeyHint("1–3", self.tr("Hasil pemeriksaan")), open_item)
        if self.row() is None:
            search = (KeyHint("Ctrl+F", self.tr("Cari")),) if self.shown and self.shown.listed else ()
            return (*search, KeyHint("Ctrl+K", self.tr("Perintah")))
        if not self.acts.follow_up.isEnabled():
            return (open_item, KeyHint("Ctrl+F", self.tr("Cari")))
        return (KeyHint("T", self.tr("Tindak lanjut")), KeyHint("S", self.tr("Keadaan")), open_item)

    def panes(self) -> Sequence[QWidget]:
        """Return list and remark."""
        return (self.list, self.detail)

    def activate(self) -> None:
        """Read again: remarks change on other screens."""
        self.presenter.load()
        self.list.take_focus()

    def row(self) -> RemarkRow | None:
        """Return the remark that is chosen."""
        return self.shown.row(self.list.ident()) if self.shown else None

    def earlier(self) -> EarlierRemark | None:
        """Return the remark that is chosen where it is one of an earlier evaluation, to be confirmed."""
        return self.shown.earlier_one(self.list.ident()) if self.shown else None

    def show_remarks(self, shown: RemarksShown) -> None:
        """Show what was read."""
        self.shown = shown
        self.list.show_remarks(shown)
        if shown.save is not None:
            self.save_state_changed.emit(shown.save)

    def _follow(self) -> None:
        """Show the chosen remark, open and close what can be done about it."""
        row, earlier, shown, acts = self.row(), self.earlier(), self.shown, self.acts
        writable = shown is not None and shown.writable
        self.detail.show_remark(row, self.presenter.follow_ups(row) if row else (), writable=writable, earlier=earlier)
        acts.show_for(earlier=earlier is not None)
        reason = "" if writable else self.tr("Ruang kerja hanya dapat dibaca.")
        sealed = row is not None and row.sealed
        closed = self.tr(
            "Evaluasi ini sudah ditutup: isi catatan tetap; tindak lanjut dan keadaan masih dapat dicatat."
        )
        for action in acts.of_remark():
            action.setEnabled(writable and row is not None)
            action.setStatusTip(reason)
        for action in acts.of_texts():
            action.setEnabled(writable and row is not None and not sealed)
            action.setStatusTip(reason or (closed if sealed else ""))
        for action in acts.of_finding():
            action.setEnabled(writable and earlier is not None and not (shown and shown.closed))
            action.setStatusTip(reason or (self.tr("Evaluasi ini sudah ditutup.") if shown and shown.closed else ""))
        acts.unfound.setEnabled(acts.unfound.isEnabled() and bool(earlier and earlier.finding))
        acts.add.setEnabled(shown is not None and shown.writable and not shown.closed)
        acts.item.setEnabled(row is not None)
        acts.export.setEnabled(bool(self.list.found))
        self.hints_changed.emit()

    def _act_on_row(self) -> None:
        """Do what Enter does: confirm a remark of an earlier evaluation, change one of this."""
        if (earlier := self.earlier()) is None:
            self.acts.edit.trigger()
        elif self.acts.findings["selesai"].isEnabled():
            self.questions.ask_finding(earlier)

    def _withdraw(self, row: RemarkRow) -> None:
        self.presenter.withdraw(row)
        self.acts.undo.setEnabled(True)
        way = (self.tr("Urungkan (Ctrl+Z)"), self.acts.undo.trigger)
        self.form.message.show_message(self.tr("Catatan dihapus dari daftar."), Tone.NEUTRAL, [way])
        self.list.take_focus()

    def _put_back(self) -> None:
        self.acts.undo.setEnabled(False)
        self.form.message.hide()
        self.form.list.choose("", self.presenter.put_back())
        self.list.take_focus()

    def _take_back(self, entry: FollowUp) -> None:
        if row := self.row():
            self.presenter.take_back(row, entry)
            self.list.take_focus()

    def _look_at(self, file: EvidenceFile) -> None:
        """Give a copy to the program of the system: the kept bytes are never handed out to be changed."""
        self._copies = self._copies or tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        copy = self.presenter.copy_of(file, Path(self._copies.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def _export(self) -> None:
        place = choose_place(self, self.tr("Ekspor catatan"), EXPORT_NAME, self.tr("Lembar kerja (*.xlsx)"))
        if place:
            self.presenter.export(self.list.found, place)

    def _tell_exported(self, path: Path) -> None:
        self.save_state_changed.emit(SaveState(self.tr("Ditulis: {name}").format(name=path.name)))

    def _tell_kept(self) -> None:
        if not self.presenter.evaluation:  # the screens of one have words of their own
            now = self._services.workspace.now()
            self.save_state_changed.emit(save_state(now, now, unsaved=0, read_only=False, refusal=None))
        self.heading_changed.emit()

    def _go_to_item(self, row: RemarkRow) -> None:
        earlier = self.earlier()
        self.place_requested.emit(row.item, self.presenter.evaluation if earlier else row.evaluation)

    def _find(self, finding: str) -> None:
        if earlier := self.earlier():
            self.questions.ask_finding(earlier, finding)

    def _unfind(self) -> None:
        if earlier := self.earlier():
            self.presenter.confirm(earlier, "", "")

    def _with_row(self, act: Callable[[RemarkRow], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (the signature of QAction.triggered)
        if row := self.row():
            act(row)

    def _connect(self) -> None:
        acts, form, ask = self.acts, self.form, self.questions
        self.presenter.shown_changed.connect(self.show_remarks)
        self.presenter.kept.connect(self._tell_kept)
        self.presenter.exported.connect(self._tell_exported)
        self.detail.taken_back.connect(self._take_back)
        self.detail.opened.connect(self._look_at)
        self.list.row_changed.connect(self._follow)
        form.list.acted.connect(self._act_on_row)
        acts.undo.setEnabled(False)
        for action, act in (
            (acts.edit, ask.ask_edit), (acts.follow_up, ask.ask_follow_up), (acts.state, ask.ask_state),
            (acts.withdraw, self._withdraw), (acts.item, self._go_to_item),
        ):  # fmt: skip
            action.triggered.connect(partial(self._with_row, act))
        for finding, action in acts.findings.items():
            action.triggered.connect(lambda _=False, finding=finding: self._find(finding))
        acts.unfound.triggered.connect(lambda _: self._unfind())
        acts.add.triggered.connect(lambda _: ask.ask_new())
        acts.undo.triggered.connect(lambda _: self._put_back())
        acts.export.triggered.connect(lambda _: self._export())
        acts.search.triggered.connect(lambda _: form.search.setFocus())
        acts.reload.triggered.connect(lambda _: self.presenter.load())
