"""What is stated in one open evaluation: through the services, durable at once, undone step by step."""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Answer
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.unsaved import waiting_in
from zi_desktop.ui import dates
from zi_desktop.ui.evaluation.cell_change import ActBeside, CellChange, Step
from zi_desktop.ui.evaluation.item.state import Viewpoint

COLUMN: Final = Column.TPI
"""The window writes the opinion of the Inspectorate."""
_Result = TypeVar("_Result")


class Statements(QObject):
    """Calls the services for one evaluation and keeps what they return.

    ``changed`` comes after each statement; ``replaced`` when anything may be another (a seal, an import, a view that
    was stale); ``saved`` when ``saved_at``, ``unsaved`` or ``refusal`` may be another; ``led_to`` with the item of an undone step.
    """

    changed = Signal()
    replaced = Signal()
    saved = Signal()
    led_to = Signal(str)

    def __init__(self, services: Services, id_: str, parent: QObject | None = None) -> None:
        """Open an evaluation.

        Raises:
            NotFoundError: there is no such evaluation.
        """
        super().__init__(parent)
        self._services = services
        self._seen = services.workspace.database.writes
        self._keep(services.evaluations.open(id_))
        self.id: Final = self.live.id
        self.undo_stack = QUndoStack(self)
        self.viewpoint = self._look()
        self.refusal: ZiError | None = None
        self._refusals: list[ZiError] = []

    @property
    def unsaved(self) -> int:
        """Return how many entries are typed and not saved yet, those of dialogs among them."""
        return waiting_in(self.live.state, self.viewpoint.drafts)

    def refresh(self) -> None:
        """Look again: another screen may have signed, imported or planned."""
        database = self._services.workspace.database
        if database.writable and self._seen == database.writes:
            return
        self._seen = database.writes
        viewpoint, opened = self._look(), self._services.evaluations.open(self.id)
        if opened is not self.live or viewpoint != self.viewpoint:
            self._replace(viewpoint, opened)

    def look_beside(self) -> None:
        """Take in what was stated beside answers and notes, for example evidence: what can be undone here stays so."""
        self._keep(self._services.evaluations.open(self.id))
        self._tell_saved()

    def look_at_drafts(self) -> None:
        """Count again what is not saved: a dialog kept or forgot what was typed in it."""
        self.viewpoint = self._look()
        self.saved.emit()

    def remember(self, code: str, words: str, turn: Callable[[bool], object]) -> None:
        """Let something that was stated beside answers and notes be undone with them.

        Args:
            code: the item where it was done; another place leads nowhere.
            words: what was done.
            turn: puts it back (True) or does it again (False).
        """
        self.undo_stack.push(ActBeside(words, partial(self._turn, code, turn)))

    def answer(self, code: str, answer: Answer | None) -> None:
        """State an answer; None clears it."""
        cell = cells.answer(COLUMN, code)
        service, displayed = self._services.answering, self._displayed(cell)
        words = self.tr("Jawaban {code}").format(code=code)
        self._state(
            code, cell, words, lambda: service.answer(self.id, code, answer, column=COLUMN, displayed=displayed)
        )

    def note(self, code: str, text: str) -> None:
        """Write Catatan TPI."""
        words = self.tr("Catatan TPI {code}").format(code=code)
        self._state(code, cells.note(COLUMN, code), words, lambda: self._services.answering.note(self.id, code, text))

    def internal_note(self, code: str, text: str) -> None:
        """Write the team's own note."""
        words = self.tr("Catatan internal {code}").format(code=code)
        self._state(
            code, cells.internal(code), words, lambda: self._services.answering.internal_note(self.id, code, text)
        )

    def detail(self, code: str, key: str, text: str) -> None:
        """Write a survey detail."""
        words, service = self.tr("Rincian {code}").format(code=code), self._services.answering
        self._state(code, cells.detail(COLUMN, code, key), words, lambda: service.detail(self.id, code, key, text))

    def mark(self, code: str, *, marked: bool) -> None:
        """Mark an item for discussion, or take the mark away."""
        words, service = self.tr("Tanda {code}").format(code=code), self._services.answering
        self._state(code, f"mark/{code}", words, lambda: service.mark(self.id, code, marked=marked))

    def keep_draft(self, cell: str, text: str) -> None:
        """Keep what is being typed in a cell: durable, never scored; an empty text forgets it."""
        if self.live.state.read_only or self.viewpoint.drafts.get(cell, "") == text:
            return
        self._guarded(lambda: self._services.answering.keep_draft(self.id, cell, text))
        self.viewpoint = self._look()
        self._tell_saved()
        if cell.startswith(("answer/", "detail/")):
            self.changed.emit()

    def undo(self) -> None:
        """Undo the last step."""
        if self.undo_stack.canUndo():
            self._walk(self.undo_stack.undo)

    def redo(self) -> None:
        """Do the undone step again."""
        if self.undo_stack.canRedo():
            self._walk(self.undo_stack.redo)

    def _walk(self, act: Callable[[], None]) -> None:
        self._refusals.clear()
        act()
        for refusal in self._refusals:
            self._refused(refusal)
            raise refusal

    def _state(self, code: str, cell: str, words: str, call: Callable[[], EvaluationView]) -> None:
        """Let a service state something in a cell, and remember how to undo it."""
        before = self._displayed(cell)
        self._keep(self._guarded(call))
        after = self._displayed(cell)
        if after != before:
            self.undo_stack.push(CellChange(Step(code, cell, before, after, words), self._restore))
        self._take_in(cell)

    def _restore(self, step: Step, heads: tuple[str, ...]) -> bool:
        """Put earlier heads of a cell back in force; return whether the service took it."""
        displayed, service = self._displayed(step.cell), self._services.answering
        try:
            self._keep(service.restore(self.id, step.cell, heads, displayed=displayed))
        except ZiError as refusal:
            self._refusals.append(refusal)
            return False
        self.led_to.emit(step.code)
        self._take_in(step.cell)
        return True

    def _turn(self, code: str, turn: Callable[[bool], object], back: bool) -> bool:  # noqa: FBT001 (as ``turn``)
        try:
            turn(back)
        except ZiError as refusal:
            self._refusals.append(refusal)
            return False
        self.look_beside()
        if code in self.live.state.instrument.questions:
            self.led_to.emit(code)
        return True

    def _take_in(self, cell: str) -> None:
        if cell in self.viewpoint.drafts:
            self.viewpoint = self._look()
        self._tell_saved()
        self.changed.emit()

    def _guarded(self, call: Callable[[], _Result]) -> _Result:
        """Call a service; a refusal goes on its way after everything shows what stands."""
        try:
            return call()
        except ZiError as refusal:
            self._refused(refusal)
            raise

    def _replace(self, viewpoint: Viewpoint, opened: EvaluationView) -> None:
        self.viewpoint = viewpoint
        if opened is not self.live:
            # What was done elsewhere is not undone here.
            self.undo_stack.clear()
            self._keep(opened)
        self.replaced.emit()
        self.saved.emit()

    def _refused(self, refusal: ZiError) -> None:
        self.refusal = refusal
        # Shown again even if nothing changed: a field may hold what was refused.
        self._replace(self._look(), self._services.evaluations.open(self.id))

    def _tell_saved(self) -> None:
        self.refusal = None
        self.saved.emit()

    def _keep(self, view: EvaluationView) -> None:
        self.live = view
        # Of what was stated, never of a draft or this window's own clock: each screen of the evaluation says the same.
        walls = (event.wall for event in view.state.folded.events)
        self.saved_at = dates.last_durable(walls, self._services.workspace.now())
        # A sealed evaluation is shown as it was signed.
        self.view = view.as_sealed()

    def _displayed(self, cell: str) -> tuple[str, ...]:
        return self.live.state.folded.cell(cell).displayed

    def _look(self) -> Viewpoint:
        settings = self._services.settings
        names = {id_: person.name for id_, person in settings.people().items()}
        return Viewpoint(settings.author(), names, self._services.answering.drafts(self.id))
