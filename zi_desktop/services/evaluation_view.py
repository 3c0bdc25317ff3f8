"""An open evaluation: its state and the figures that follow from it."""

from functools import cached_property

from zi_desktop.domain.edition_move import structure_of
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.instrument import Column, Precondition
from zi_desktop.scoring import consistency
from zi_desktop.scoring.consistency import Finding
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.services.editions import Editions


class EvaluationView:
    """What a front end shows of an evaluation. A value: after a change there is a new one."""

    def __init__(
        self,
        evaluation_id: str,
        folded: Folded,
        editions: Editions,
        earlier: "EvaluationView | None" = None,
        *,
        signed: bool = False,
    ) -> None:
        """Look at a fold; an ``earlier`` view of the same evaluation spares reading what did not change.

        A ``signed`` one is shown as it was then: what the office asked for only later is none of its preconditions.

        Raises:
            NotFoundError: its edition is not known here.
        """
        structure = structure_of(folded)
        before = earlier.state if earlier else None
        self.id = evaluation_id
        self.state: EvaluationState = EvaluationState(evaluation_id, folded, editions.edition(structure), before)
        self.calculator = editions.calculator(structure)
        self._editions = editions
        self._signed = signed
        self._cards: dict[Column, ScoreCard] = {}
        self._findings: dict[Column, tuple[Finding, ...]] = {}

    def as_sealed(self) -> "EvaluationView":
        """Return the evaluation as it was signed: what arrives after a seal changes none of its figures."""
        return self._sealed or self

    @cached_property
    def _sealed(self) -> "EvaluationView | None":
        """Fold up to the seal, once: every look at a signed evaluation asks for it."""
        if self.state.seal is None:
            return None
        sealed = self.state.folded.at(self.state.seal.tips)
        # A seal may come before the lines that it shows: until they are here, there is nothing older to look at.
        if not sealed.cell("identity").heads:
            return None
        return EvaluationView(self.id, sealed, self._editions, self, signed=True)

    @property
    def preconditions(self) -> tuple[Precondition, ...]:
        """Return what is checked off by hand: the conditions of the edition, then those of the office."""
        every = self._editions.preconditions(self.state.instrument.structure_digest)
        if not self._signed:
            return every
        return tuple(item for item in every if item.minimum or item.id in self.state.preconditions)

    def card(self, column: Column = Column.TPI) -> ScoreCard:
        """Return the score card of a column."""
        if column not in self._cards:
            self._cards[column] = self.calculator.score(self.state.answers(column), self.state.disputed(column))
        return self._cards[column]

    def findings(self, column: Column = Column.TPI) -> tuple[Finding, ...]:
        """Return the consistency rules that the answers of a column break."""
        if column not in self._findings:
            met = {key: met for key, (met, _) in self.state.preconditions.items()}
            answers = self.state.answers(column)
            self._findings[column] = consistency.check(self.state.instrument, answers, self.card(column), met)
        return self._findings[column]
