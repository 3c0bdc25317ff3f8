"""Looking at an evaluation: what blocks a signature, its figures, and how each came about."""

from zi_desktop.domain import canonical
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.evaluation import Seal
from zi_desktop.domain.instrument import Column
from zi_desktop.scoring.card_json import score_card_json
from zi_desktop.scoring.explanation import Explanation, explain
from zi_desktop.services import editions
from zi_desktop.services.answering import Answering
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.preflight import Preflight, preflight
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory


class Reviewing:
    """Reads evaluations; writes nothing."""

    def __init__(self, workspace: Workspace, answering: Answering) -> None:
        self._workspace = workspace
        self._answering = answering

    def preflight(self, id_: str) -> Preflight:
        """Look through an evaluation before it is signed."""
        return preflight(self._workspace.evaluation(id_), self._answering.drafts(id_))

    def score(self, id_: str, column: Column = Column.TPI) -> dict[str, Json]:
        """Return the score card of an evaluation; of a sealed one as it was signed, never computed again."""
        view = self._workspace.evaluation(id_)
        if column is Column.TPI and view.state.seal:
            record = self._signed_record(view.state.seal)
            if record:
                signed: dict[str, Json] = record["score"]
                return signed
            view = EvaluationView(id_, view.state.folded.at(view.state.seal.tips))
        return score_card_json(view.card(column), column, _conflicts(view, column))

    def explain(self, id_: str, code: str, column: Column = Column.TPI) -> Explanation:
        """Tell how a figure came about: of an item, a branch, or ``total``.

        Raises:
            NotFoundError: no such code.
        """
        state = self._workspace.evaluation(id_).state
        calculator = editions.calculator(state.instrument.structure_digest)
        return explain(calculator, state.answers(column), code, state.disputed(column))

    def _signed_record(self, seal: Seal) -> dict[str, Json] | None:
        with self._workspace.database.reading() as connection:
            found = [item for item in directory.documents(connection) if item.seal == seal.record]
        return canonical.decode(found[-1].record) if found else None


def _conflicts(view: EvaluationView, column: Column) -> list[Json]:
    return [
        {
            "code": code, "column": column.value,
            "heads": [
                {"n": n, "value": head.value["answer"], "author": head.author, "at": head.wall}
                for n, head in enumerate(view.state.answer_cell(column, code).heads, start=1)
            ],
        }
        for code in view.card(column).disputed
    ]  # fmt: skip
