"""Penilaian: an assessor scores a unit from the keyboard, with the live verdict beside."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from zi_desktop.scoring.explanation import TOTAL
from zi_desktop.services import editions
from zi_desktop.services.composition import Services
from zi_desktop.ui.evaluation.opened import OpenEvaluations
from zi_desktop.ui.evaluation.page_actions import PageActions
from zi_desktop.ui.evaluation.page_keyboard import PageKeyboard, Where
from zi_desktop.ui.evaluation.page_room import Panels
from zi_desktop.ui.evaluation.page_words import key_hints, onward_keys
from zi_desktop.ui.evaluation.presenter import EvaluationPresenter
from zi_desktop.ui.evaluation.stage import Stage
from zi_desktop.ui.evaluation.workplace import Workplace
from zi_desktop.ui.evaluation_words import subtitle_of
from zi_desktop.ui.page import Heading, KeyHint, Page, Tab, TabsOf
from zi_desktop.ui.save_words import save_state

SCORING_TAB: Final = "penilaian"
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EvaluationPage(Page):
    """The screen of the open evaluations.

    ``tab_requested`` carries the key of another tab and the evaluation's id, ``import_requested`` the id of the one that
    a worksheet is to be taken into.

    Args:
        services: all services.
        nothing_open: the screen that stands here while no evaluation is open.
        tabs: gives the screens of an evaluation, this one first; Ctrl+2 and on ask for the others.
    """

    tab_requested = Signal(str, str)
    import_requested = Signal(str)
    export_requested = Signal(str)
    edition_requested = Signal(str)

    def __init__(self, services: Services, nothing_open: Page, tabs: TabsOf | None = None) -> None:
        super().__init__()
        self._services = services
        self._tabs: TabsOf = tabs or (lambda _: (Tab(SCORING_TAB, self.tr("Penilaian")),))
        self.open_evaluations = OpenEvaluations(services, self)
        self.place = Workplace()
        self.stage = Stage(self.place, self)
        self.keyboard = PageKeyboard(self.place, self)
        self.acts = PageActions(self)
        self._tools: Sequence[QWidget] = ()
        self._offered: Sequence[QAction] = ()
        self._nothing_open = nothing_open
        self._lay_out()
        self._connect()
        self._follow_panels(self.place.panels)
        self._follow_stage()

    def open_evaluation(self, id_: str, code: str = "") -> None:
        """Bring an evaluation to the front, at an item where one is named.

        Raises:
            NotFoundError: there is no such evaluation.
        """
        self.open_evaluations.open(id_, code)

    def show_next_evaluation(self) -> None:
        """Bring the next open evaluation to the front (Ctrl+Tab)."""
        self.open_evaluations.next()

    def heading(self) -> Heading:
        """Return satker, evaluation and tabs."""
        if self.stage.empty:
            return self._nothing_open.heading()
        presenter = self.stage.presenter
        scoring, *others = self._tabs(presenter.id)
        tabs = (replace(scoring, locked=presenter.read_only), *others)
        return Heading(presenter.satker_name(), subtitle_of(presenter.view.state), tabs, SCORING_TAB)

    def tools(self) -> Sequence[QWidget]:
        """Return the tools; none while nothing is open."""
        if self.stage.empty:
            return ()
        # Made when the top bar asks: without it they would be windows of their own.
        self._tools = self._tools or self.acts.tools(self._offered)
        return self._tools

    def offer(self, actions: Sequence[QAction]) -> None:
        """Let the menu begin with actions of somebody else; it is made when the top bar first asks for the tools."""
        self._offered = (*self._offered, *actions)

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys of this screen."""
        if self.stage.empty:
            return self._nothing_open.key_hints()
        presenter = self.stage.presenter
        done = not presenter.card().unanswered
        where, found = self.keyboard.where, self.place.tree.finds
        return key_hints(presenter.question, where, read_only=presenter.read_only, done=done, found=found)

    def panes(self) -> Sequence[QWidget]:
        """Return tree, item and score."""
        return self._nothing_open.panes() if self.stage.empty else (self.place.item, self.place.score, self.place.tree)

    def choose_tab(self, key: str) -> None:
        """Ask for another screen of this evaluation."""
        if key != SCORING_TAB and not self.stage.empty:
            self.place.item.finish_editing()
            self.tab_requested.emit(key, self.stage.presenter.id)

    def show_guidance(self) -> bool:
        """Show or hide the guidance of the item (F1)."""
        if not self.stage.empty:
            self.place.item.toggle_guidance()
        return not self.stage.empty

    def prepare(self) -> None:
        """Read the worksheet, fill the panels with what was open last and paint them: the first opening makes nothing anew."""
        editions.current()
        view = self.open_evaluations.last()
        if view is not None and self.stage.empty:
            self.stage.rehearse(view)
            self.place.resize((self.parentWidget() or self).size())
            self.place.grab()

    def reopen_last(self) -> bool:
        """Open the evaluation that was open last, at its item; return whether there is one."""
        return self.open_evaluations.reopen_last()

    def activate(self) -> None:
        """Come to the front: show what may have changed, and take the keyboard to the answer."""
        if self.stage.empty:
            self._nothing_open.activate()
            return
        self.stage.refresh()
        self.stage.look_back()
        self._tell_save_state()
        self.place.item.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the single keys that nothing inside wanted: they act in the tree and in the score panel as well."""
        if self.stage.empty:
            super().keyPressEvent(event)
            return
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and plain == Qt.KeyboardModifier.ShiftModifier:
            self.stage.presenter.step_unanswered(-1)
        elif event.key() in _ENTER and plain in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
            self.stage.presenter.step_unanswered(1)
        elif event.key() == Qt.Key.Key_Escape and self.place.tree.clear_search():
            event.accept()
        elif not self.place.item.take_key(event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is typed and remember the place."""
        super().hideEvent(event)
        if not self.stage.empty:
            self.place.item.finish_editing()
            self.open_evaluations.remember()

    def _lay_out(self) -> None:
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._nothing_open)
        self._layers.addWidget(self.place)

    def _connect(self) -> None:
        self.open_evaluations.turned_to.connect(self._turn_to)
        self.stage.shown.connect(self._follow_stage)
        self.keyboard.changed.connect(self._follow_keyboard)
        self.place.tree.sifted.connect(self.hints_changed)
        self.stage.stepped.connect(self._follow_steps)
        self.place.panels_changed.connect(self._follow_panels)
        self.place.score.explanation_asked.connect(self._explain)
        self.place.score.reveal_asked.connect(lambda: self.acts.hide_scores.setChecked(False))
        acts = self.acts
        acts.hide_scores.toggled.connect(lambda hidden: self.stage.hide_scores(hidden=hidden))
        acts.show_tree.triggered.connect(lambda on: self.place.show_panels(self.place.panels.with_tree(shown=on)))
        acts.show_score.triggered.connect(lambda on: self.place.show_panels(self.place.panels.with_score(shown=on)))
        for action, act in self._ways():
            action.triggered.connect(lambda _checked=False, act=act: act())

    def _ways(self) -> Sequence[tuple[QAction, Callable[[], object]]]:
        acts, item = self.acts, self.place.item
        return (
            (acts.undo, self.stage.undo),
            (acts.redo, self.stage.redo),
            (acts.search, self.place.begin_search),
            (acts.next, lambda: self.stage.presenter.step(1)),
            (acts.previous, lambda: self.stage.presenter.step(-1)),
            (acts.next_open, lambda: self.stage.presenter.step_unanswered(1)),
            (acts.previous_open, lambda: self.stage.presenter.step_unanswered(-1)),
            (acts.mark, item.toggle_mark),
            (acts.note, item.focus_note),
            (acts.internal, item.focus_internal),
            (acts.not_applicable, item.toggle_not_applicable),
            (acts.compare, item.comparison.toggle),
            (acts.keep, item.keep_answer),
            (acts.import_worksheet, lambda: self._ask(self.import_requested)),
            (acts.refresh, self.stage.refresh),
            (acts.export, lambda: self._ask(self.export_requested)),
            (acts.move_edition, lambda: self._ask(self.edition_requested)),
            (acts.explain, lambda: self._explain(self._asked_code())),
        )

    def _turn_to(self, presenter: EvaluationPresenter) -> None:
        if self.stage.empty or presenter is not self.stage.presenter:
            if not self.stage.empty:
                self.stage.presenter.statements.saved.disconnect(self._tell_save_state)
            presenter.statements.saved.connect(self._tell_save_state)
            self.stage.turn_to(presenter)
            self._layers.setCurrentWidget(self.place)
            self.place.item.take_focus()  # Qt leads the keyboard from a field that goes to any other
            self.heading_changed.emit()
            self.hints_changed.emit()
        self._tell_save_state()

    def _follow_stage(self) -> None:
        """Let the actions stand as the evaluation does."""
        if self.stage.empty:
            for action in self.acts.all():
                action.setEnabled(False)
            return
        self.hints_changed.emit()
        writable = not self.stage.presenter.read_only
        closed = {
            self.acts.compare: self.stage.hidden,
            self.acts.keep: not self.place.item.can_keep_answer,
            self.acts.import_worksheet: not writable,
            self.acts.mark: not writable,
            self.acts.move_edition: not writable,
            self.acts.not_applicable: not (writable and self.place.item.knows_not_applicable),
            self.acts.internal: self.stage.hidden,
        }
        for action in self.acts.all():
            if action not in (self.acts.undo, self.acts.redo):
                action.setEnabled(not closed.get(action, False))
        self._follow_steps()

    def _follow_keyboard(self) -> None:
        where = self.keyboard.where
        backward = where in (Where.ELSEWHERE, Where.FILES)
        self.place.item.form.actions.tell_keys(onward_keys(where), backward=backward)
        self.hints_changed.emit()

    def _follow_steps(self) -> None:
        """Let undo and redo stand as the steps do."""
        stack, writable = self.stage.presenter.statements.undo_stack, not self.stage.presenter.read_only
        self.acts.undo.setEnabled(stack.canUndo() and writable)
        self.acts.redo.setEnabled(stack.canRedo() and writable)

    def _follow_panels(self, panels: Panels) -> None:
        self.acts.show_tree.setChecked(panels.tree)
        self.acts.show_score.setChecked(panels.score)

    def _ask(self, request: SignalInstance) -> None:
        """Ask another part of the program for something about this evaluation, with everything typed saved."""
        self.place.item.finish_editing()
        request.emit(self.stage.presenter.id)

    def _asked_code(self) -> str:
        """Return whose figure is meant: the total in the score panel, the row in the tree, else the item."""
        focus = self.focusWidget()
        if focus is not None and self.place.score.isAncestorOf(focus):
            return TOTAL
        if focus is self.place.tree.tree:
            return self.place.tree.tree.code()
        return self.stage.presenter.code

    def _explain(self, code: str) -> None:
        from zi_desktop.ui.evaluation.score_explanation import ExplanationDialog  # noqa: PLC0415 (opened seldom)

        self.place.item.finish_editing()
        if self.stage.hidden:
            self.place.item.say(self.tr("Nilai disembunyikan (Ctrl+H)."))
            return
        presenter = self.stage.presenter
        dialog = ExplanationDialog(presenter.explanation(), presenter.view.state.instrument, code, self)
        dialog.exec()
        dialog.deleteLater()

    def _tell_save_state(self) -> None:
        if self.stage.empty:
            return
        statements = self.stage.presenter.statements
        self.save_state_changed.emit(
            save_state(
                statements.saved_at,
                self._services.workspace.now(),
                unsaved=statements.unsaved,
                read_only=self.stage.presenter.read_only,
                refusal=statements.refusal,
            )
        )
