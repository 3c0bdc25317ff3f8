"""The tab "Catatan" of an open evaluation: the same screen, with what earlier evaluations left to be confirmed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.evaluation_words import subtitle_of
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Tab
from zi_desktop.ui.remarks.shown import EARLIER, RemarksShown
from zi_desktop.ui.remarks.view import RemarksPage
from zi_desktop.ui.widgets.buttons import action_button, more_button
from zi_desktop.ui.widgets.pills import Tone

REMARKS_TAB: Final = "catatan-evaluasi"


class EvaluationRemarksPage(RemarksPage):
    """The screen of one evaluation; ``tab_requested`` carries the key of another tab and the evaluation's id.

    Args:
        services: all services.
        jobs: the worker.
        tabs: gives the tabs of an evaluation (id), Penilaian first, this one among them under ``REMARKS_TAB``.
    """

    tab_requested = Signal(str, str)

    def __init__(self, services: Services, jobs: Jobs, tabs: Callable[[str], Sequence[Tab]]) -> None:
        self._tabs = tabs
        self._told = ("", 0)
        super().__init__(services, jobs, adding=True)

    def open_evaluation(self, id_: str, remark: str = "") -> None:
        """Show an evaluation, at a remark where one is named.

        Raises:
            NotFoundError: there is none.
        """
        self.presenter.open(id_)
        if remark:
            self.list.choose(remark)
        self.list.take_focus()
        self.heading_changed.emit()

    def heading(self) -> Heading:
        """Return satker, evaluation and tabs."""
        id_ = self.presenter.evaluation
        if not id_:
            return Heading(self.tr("Catatan & rekomendasi"))
        state = self._services.evaluations.open(id_).state
        satker = self._services.satkers.get(state.identity.satker, state.plan.last_day).name
        scoring, *others = self._tabs(id_)
        locked = state.read_only or not self._services.workspace.database.writable
        return Heading(satker, subtitle_of(state), (replace(scoring, locked=locked), *others), REMARKS_TAB)

    def make_tools(self) -> Sequence[QWidget]:
        """Put the new remark beside the others."""
        acts = self.acts
        menu = (acts.item, acts.unfound, acts.undo, acts.reload)
        return (
            more_button(menu, self.tr("Lainnya")), action_button(acts.export, "", "export"),
            action_button(acts.add, "primary", "plus"),
        )  # fmt: skip

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here."""
        new = (KeyHint("F8", self.acts.add.text().removesuffix("…")),) if self.acts.add.isEnabled() else ()
        return (*super().key_hints()[:2], *new)

    def choose_tab(self, key: str) -> None:
        """Ask for another screen of this evaluation."""
        if key != REMARKS_TAB:
            self.tab_requested.emit(key, self.presenter.evaluation)

    def follow_drafts(self) -> bool:
        """Say how saving stands."""
        self.save_state_changed.emit(self.presenter.save_state())
        return True

    def activate(self) -> None:
        """Read again: remarks change on other screens."""
        if self.presenter.evaluation:
            super().activate()

    def show_remarks(self, shown: RemarksShown) -> None:
        """Say above the list what earlier evaluations left to be confirmed, until nothing is left."""
        waiting = 0 if shown.closed else shown.unconfirmed
        told, self._told = self._told, (shown.evaluation, waiting)
        super().show_remarks(shown)
        self._name_new()
        if told == self._told:
            return  # what was said since, as of a remark that was taken away, stays
        if not waiting:
            self.form.message.hide()
            return
        words = self.tr("{count} catatan terbuka dari evaluasi terdahulu belum diperiksa.")
        look = (self.tr("Periksa"), self._look_at_earlier)
        self.form.message.show_message(words.format(count=waiting), Tone.WARN, [look])

    def _name_new(self) -> None:
        begun = "" in self._services.typed_drafts.new_remarks(self.presenter.evaluation)
        self.acts.add.setText(self.tr("Lanjutkan catatan…") if begun else self.tr("Catatan baru…"))

    def _look_at_earlier(self) -> None:
        self.list.choose_part(EARLIER)
        self.list.take_focus()
