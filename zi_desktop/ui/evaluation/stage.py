"""Shows one open evaluation in the panels, and passes on what the person does there."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QApplication

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Answer
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.ui.evaluation.item.state import Viewpoint, item_state
from zi_desktop.ui.evaluation.presenter import EvaluationPresenter
from zi_desktop.ui.evaluation.statements import COLUMN
from zi_desktop.ui.evaluation.workplace import Workplace
from zi_desktop.ui.evaluation_words import closed_line

if TYPE_CHECKING:
    from zi_desktop.domain.instrument import Instrument


class Stage(QObject):
    """One evaluation at a time.

    ``shown`` comes after anything of it was shown anew, ``stepped`` when other steps can be undone or done again.
    """

    shown = Signal()
    stepped = Signal()

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._presenter: EvaluationPresenter | None = None
        self._shown_in: Instrument | None = None
        self.hidden = False
        self._connect_item()
        place.tree.item_reached.connect(self._go)
        place.tree.item_opened.connect(place.item.take_focus)
        place.score.target_chosen.connect(self._judge_by)

    @property
    def presenter(self) -> EvaluationPresenter:
        """Return the evaluation that is shown."""
        assert self._presenter is not None
        return self._presenter

    @property
    def empty(self) -> bool:
        """Tell whether no evaluation has been shown yet."""
        return self._presenter is None

    def turn_to(self, presenter: EvaluationPresenter) -> None:
        """Show another evaluation."""
        for signal, slot in self._wires(self._presenter):
            signal.disconnect(slot)
        self._presenter = presenter
        for signal, slot in self._wires(presenter):
            signal.connect(slot)
        self._show_whole()

    def rehearse(self, view: EvaluationView) -> None:
        """Fill the panels, which nobody sees yet; no evaluation is open after it, and nothing that is typed is known."""
        code, card = next(iter(view.state.instrument.questions)), view.card(COLUMN)
        self._place.tree.show_evaluation(view, {}, code, hidden=self.hidden)
        self._place.item.show_item(item_state(view, code, Viewpoint()))
        self._place.score.show_card(card, next(iter(card.predicates)), hidden=self.hidden)

    def hide_scores(self, *, hidden: bool) -> None:
        """Take scores and internal notes away while the satker looks on, or bring them back."""
        if hidden == self.hidden:
            return
        self._place.item.finish_editing()
        self.hidden = hidden
        if not self.empty:
            self._show_changes()

    def look_back(self) -> None:
        """Show beside the item what the satker's previous evaluation says of it."""
        if self.presenter.look_back():
            self._show_item()

    def refresh(self) -> None:
        """Show what may have changed behind the window."""
        self.presenter.statements.refresh()

    def undo(self) -> None:
        """Undo the last step in the evaluation that is shown; what is being typed is saved first, and so is a step."""
        self._place.item.finish_editing()
        self.presenter.statements.undo()

    def redo(self) -> None:
        """Do the undone step again."""
        self.presenter.statements.redo()

    def _wires(self, presenter: EvaluationPresenter | None) -> Sequence[tuple[SignalInstance, Callable[..., object]]]:
        if presenter is None:
            return ()
        return (
            (presenter.statements.changed, self._show_changes),
            (presenter.statements.replaced, self._show_replaced),
            (presenter.statements.undo_stack.indexChanged, self._tell_stepped),
            (presenter.leaving, self._place.item.finish_editing),
            (presenter.moved, self._show_moved),
            (presenter.judged_by, self._show_score),
        )

    def _show_whole(self) -> None:
        presenter = self.presenter
        self._shown_in = presenter.view.state.instrument
        self._place.tree.show_evaluation(
            presenter.view, presenter.attention(), presenter.code, hidden=self.hidden, locked=presenter.read_only
        )
        self._show_item()
        self._show_score()
        self._place.show_closed(closed_line(presenter.closed_words()))
        self.shown.emit()

    def _show_replaced(self) -> None:
        if self.presenter.view.state.instrument is not self._shown_in:  # another edition, or other words
            self._show_whole()
            return
        self._show_changes()
        self._place.show_closed(closed_line(self.presenter.closed_words()))

    def _show_changes(self) -> None:
        presenter = self.presenter
        self._place.tree.show_changes(
            presenter.view, presenter.attention(), hidden=self.hidden, locked=presenter.read_only
        )
        self._show_item()
        self._show_score()
        self.shown.emit()

    def _show_moved(self, code: str) -> None:
        focus = QApplication.focusWidget()
        answering = focus is not None and self._place.item.isAncestorOf(focus)
        self._show_item()
        self._place.tree.go_to(code)
        if answering:
            # The field that had the keyboard belongs to the item that was left.
            self._place.item.take_focus()
        self.shown.emit()

    def _tell_stepped(self, _index: int) -> None:
        """What can be undone is known only after the step is over."""
        self.stepped.emit()

    def _show_item(self) -> None:
        self._place.item.show_item(self.presenter.item(hidden=self.hidden))

    def _show_score(self, _target: str = "") -> None:
        self._place.score.show_card(self.presenter.card(), self.presenter.target, hidden=self.hidden)

    def _go(self, code: str) -> None:
        self.presenter.go(code)

    def _judge_by(self, target: str) -> None:
        self.presenter.choose_target(target)

    def _answer(self, answer: Answer | None) -> None:
        self.presenter.statements.answer(self._place.item.code, answer)

    def _keep_draft(self, cell: str, text: str) -> None:
        self.presenter.statements.keep_draft(cell, text)

    def _connect_item(self) -> None:
        item = self._place.item
        item.answer_chosen.connect(self._answer)
        item.draft_edited.connect(lambda text: self._keep_draft(cells.answer(COLUMN, item.code), text))
        item.note_typed.connect(lambda text: self._keep_draft(cells.note(COLUMN, item.code), text))
        item.internal_typed.connect(lambda text: self._keep_draft(cells.internal(item.code), text))
        item.note_edited.connect(lambda text: self.presenter.statements.note(item.code, text))
        item.internal_edited.connect(lambda text: self.presenter.statements.internal_note(item.code, text))
        item.detail_edited.connect(lambda key, text: self.presenter.statements.detail(item.code, key, text))
        item.detail_typed.connect(lambda key, text: self._keep_draft(cells.detail(COLUMN, item.code, key), text))
        item.mark_toggled.connect(lambda marked: self.presenter.statements.mark(item.code, marked=marked))
        item.next_requested.connect(lambda: self.presenter.step_unanswered(1))
        item.previous_requested.connect(lambda: self.presenter.step_unanswered(-1))
        item.guidance_requested.connect(item.toggle_guidance)
        item.place_requested.connect(self._show_place)

    def _show_place(self, code: str) -> None:
        """Show a branch of the breadcrumb in the tree."""
        self._place.show_panels(self._place.panels.with_tree(shown=True))
        self._place.tree.clear_filter()
        self._place.tree.tree.go_to(code)
        self._place.tree.tree.setFocus()
