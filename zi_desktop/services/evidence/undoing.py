"""Acts about evidence put back and done again: nothing is erased, each turn is stated."""

from collections.abc import Iterator, Sequence

from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.events import Subject
from zi_desktop.domain.evidence_steps import CellTurn
from zi_desktop.domain.fold import Folded
from zi_desktop.services.closure import refuse_read_only
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage.recorder import Statement


class EvidenceUndoing:
    """Turns back what ``domain.evidence_steps.turns_between`` found, in one transaction."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def put(self, id_: str, turns: Sequence[CellTurn], *, back: bool, author: str = "") -> None:
        """Put cells ``back`` as they were before an act, or as they were after it.

        A file comes back with its judgement; a judgement keeps its author.

        Raises:
            SealedError: the evaluation is closed.
        """
        refuse_read_only(self._workspace.evaluation(id_).state)
        subject = Subject("evaluation", id_)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            folded = transaction.folded(subject)
            transaction.state(subject, [each for turn in turns for each in _statements(folded, turn, back=back)])


def _statements(folded: Folded, turn: CellTurn, *, back: bool) -> Iterator[Statement]:
    wanted, here = turn.before if back else turn.after, folded.cell(turn.cell)
    if class_of(turn.cell) is not CellClass.SET:
        yield Statement("restore", turn.cell, {"heads": sorted(wanted)}, here.displayed)
    elif wanted and not here.heads:
        yield Statement("add", turn.cell, turn.value)
    elif here.heads and not wanted:
        yield Statement("retract", turn.cell, {"retracts": list(here.displayed), "reason": ""}, here.displayed)
