"""One open evaluation: where the person is in it, and what is shown of it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.instrument import Question
from zi_desktop.scoring.explanation import TOTAL, Explanation
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.services.composition import Services
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evaluations.last_year import Beside, beside
from zi_desktop.ui.evaluation.item.state import ItemState, item_state
from zi_desktop.ui.evaluation.navigation import next_in_order, next_of
from zi_desktop.ui.evaluation.statements import COLUMN, Statements
from zi_desktop.ui.evaluation.tree_attention import Attention, attention_of
from zi_desktop.ui.evaluation_words import closed_words


class EvaluationPresenter(QObject):
    """Leads through the items of one evaluation; what is said of them goes through ``statements``.

    ``leaving`` comes before another item is shown, so that what is typed can be saved where it belongs; ``moved`` with
    the item that is shown from now on; ``judged_by`` with the target that the person chose.
    """

    leaving = Signal()
    moved = Signal(str)
    judged_by = Signal(str)

    def __init__(self, services: Services, id_: str, code: str = "", parent: QObject | None = None) -> None:
        """Open an evaluation at an item; an unknown one, or none, means its first unanswered item.

        Raises:
            NotFoundError: there is no such evaluation.
        """
        super().__init__(parent)
        self._services = services
        self._previous: EvaluationView | None = None
        self._beside: dict[str, Beside | None] = {}
        self.statements = Statements(services, id_, self)
        self.statements.led_to.connect(self.go)
        self.statements.replaced.connect(self._keep_place)
        self.code = code if code in self._questions else self._first()
        planned = self.view.state.plan.target
        self.target = planned if planned in self.card().predicates else next(iter(self.card().predicates))

    @property
    def id(self) -> str:
        """Return the id of the evaluation."""
        return self.statements.id

    @property
    def view(self) -> EvaluationView:
        """Return what is shown: the evaluation as it stands, a sealed one as it was signed."""
        return self.statements.view

    @property
    def question(self) -> Question:
        """Return the item that is shown."""
        return self._questions[self.code]

    @property
    def read_only(self) -> bool:
        """Tell whether answers are closed: of this evaluation, or in this window, which then only reads."""
        return self.statements.live.state.read_only or not self._writable

    @property
    def _writable(self) -> bool:
        return self._services.workspace.database.writable

    def closed_words(self) -> str:
        """Return why answers are closed and what opens them, "" while they are open."""
        return closed_words(self.statements.live.state, writable=self._writable)

    def card(self) -> ScoreCard:
        """Return the score card."""
        return self.view.card(COLUMN)

    def attention(self) -> dict[str, Attention]:
        """Return the items that ask for a look."""
        return attention_of(self.view, self.statements.viewpoint.drafts, COLUMN)

    def item(self, *, hidden: bool) -> ItemState:
        """Return what the item view shows; ``hidden`` without scores and internal notes."""
        if self._previous is not None and self.code not in self._beside:
            self._beside[self.code] = beside(self._previous, self.question)
        viewpoint = replace(self.statements.viewpoint, hidden=hidden)
        shown = item_state(self.view, self.code, viewpoint, self._beside.get(self.code))
        return replace(shown, read_only=self.read_only)

    def look_back(self) -> bool:
        """Read the satker's previous evaluation, so that no key has to; return whether it is another than before."""
        previous = self._services.last_year.previous(self.id)
        if previous is self._previous:
            return False
        self._previous, self._beside = previous, {}
        return True

    def explanation(self) -> Explanation:
        """Return how every figure of the evaluation came about, the total first."""
        return self._services.reviewing.explain(self.id, TOTAL, COLUMN)

    def satker_name(self) -> str:
        """Return the name of the satker that is evaluated."""
        return self._services.satkers.get(self.view.state.identity.satker).name

    def go(self, code: str) -> None:
        """Show another item."""
        if code != self.code and code in self._questions:
            self.leaving.emit()
            self.code = code
            self.moved.emit(code)

    def step(self, step: int) -> None:
        """Show the next item in order (1) or the one before (-1)."""
        self.go(next_in_order(tuple(self._questions), self.code, step))

    def step_unanswered(self, step: int) -> None:
        """Show the next unanswered item (1) or the one before (-1); with none left the next in order."""
        wanted = frozenset(self.card().unanswered)
        found = next_of(tuple(self._questions), wanted, self.code, step)
        if found is None:
            self.step(step)
        else:
            self.go(found)

    def choose_target(self, target: str) -> None:
        """Judge by another predicate; the plan of the evaluation stays."""
        self.target = target
        self.judged_by.emit(target)

    def _keep_place(self) -> None:
        """Stay at the item and the target; an evaluation that was moved to another edition may have neither."""
        self._beside = {}
        if self.code not in self._questions:
            self.code = self._first()
        if self.target not in self.card().predicates:
            self.target = next(iter(self.card().predicates))

    def _first(self) -> str:
        return next(iter(self.card().unanswered), next(iter(self._questions)))

    @property
    def _questions(self) -> Mapping[str, Question]:
        return self.view.state.instrument.questions
