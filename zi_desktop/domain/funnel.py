"""The way of a proposal from Kanwil to the final result: stages with their dates, beside the state of an evaluation."""

from dataclasses import dataclass

from zi_desktop.domain.fold import Folded
from zi_desktop.domain.funnel_terms import INTERNAL, PASSED, PROPOSED, STAGES


@dataclass(frozen=True, slots=True)
class StageMark:
    """A stage that was entered: ISO day, how it ended (a key of ``RESULTS``), a note; ``disputed`` as in other cells."""

    stage: str
    day: str
    result: str
    note: str
    author: str
    at: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Funnel:
    """The stages of one evaluation that were entered, in their order."""

    marks: tuple[StageMark, ...]

    @property
    def last(self) -> StageMark | None:
        """Return the last stage, where the proposal stands."""
        return self.marks[-1] if self.marks else None

    @property
    def proposed(self) -> bool:
        """Tell whether it was proposed to the national team: that stage or a later one was entered."""
        order = list(STAGES)
        return any(order.index(mark.stage) >= order.index(PROPOSED) for mark in self.marks)

    @property
    def passed_internal(self) -> bool:
        """Tell whether it passed TPI: that stage ended well, or a later one was entered."""
        return self.proposed or any(mark.stage == INTERNAL and mark.result == PASSED for mark in self.marks)


def funnel_of(folded: Folded) -> Funnel:
    """Return the stages of an evaluation as it stands."""
    below = folded.below("stage")
    found = {key: below[key] for key in STAGES if key in below and below[key].heads and below[key].value["day"]}
    return Funnel(
        tuple(
            StageMark(
                key, cell.value["day"], cell.value["result"], cell.value["note"], cell.heads[0].author,
                cell.heads[0].wall, cell.conflicted,
            )
            for key, cell in found.items()
        )
    )  # fmt: skip
