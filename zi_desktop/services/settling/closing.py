"""Settling: what two laptops say differently is looked at side by side, and a person closes it."""

from collections.abc import Mapping
from typing import Final

from zi_desktop.domain.answers import Answer
from zi_desktop.domain.errors import InvalidInputError, StaleViewError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.heads import Head
from zi_desktop.services.closure import refuse_newer, refuse_read_only
from zi_desktop.services.evaluations.answering import Answering
from zi_desktop.services.evaluations.keeping import Evaluations
from zi_desktop.services.settings import Settings
from zi_desktop.services.settling.matters import NONE_WAITING, Matter, MatterKind, Matters, Totals, Waiting
from zi_desktop.services.settling.reading import MatterReader, total_with
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import attestations, summaries
from zi_desktop.storage.recorder import Statement

_RESTATED: Final = {"column.imported": "set"}
"""How the statement of a version that is taken is called, where not as the version itself: no worksheet is taken."""


class Settling:
    """Shows what disagrees in an evaluation, and states what a person decides about it."""

    def __init__(
        self, workspace: Workspace, settings: Settings, answering: Answering, evaluations: Evaluations
    ) -> None:
        self._workspace = workspace
        self._settings = settings
        self._answering = answering
        self._evaluations = evaluations

    def matters(self, id_: str) -> Matters:
        """Return what is to be settled in an evaluation: judgements first, then what else prints, forks, what the lead closes.

        Raises:
            NotFoundError: there is no such evaluation.
        """
        view = self._workspace.evaluation(id_)
        reader = MatterReader(
            view,
            self._workspace.provenance(id_),
            self._settings.people(),
            self._settings.person().id,
            self._workspace.editions.edition,
        )
        items = (*reader.answers(), *reader.printed(), *reader.forks(), *reader.beyond(self._evaluations.beyond(id_)))
        card = view.card()
        return Matters(id_, items, card.interval or (card.total, card.total))

    def open_matters(self) -> int:
        """Return how much there is to settle in all evaluations."""
        return sum(each.count for each in self.waiting().values())

    def waiting(self, known: Mapping[str, Waiting] = NONE_WAITING) -> Mapping[str, Waiting]:
        """Return the evaluations that received lines from elsewhere, each with how much there is to settle in it.

        Args:
            known: what was returned before: what has not changed since is not looked at again.
        """
        with self._workspace.database.reading() as connection:
            subjects = {item.subject.id for item in attestations.attestations(connection)}
            stamps = {row.id: row.stamp for row in summaries.evaluations(connection) if row.id in subjects}
        found = {}
        for id_, stamp in stamps.items():
            earlier = known.get(id_)
            if earlier is None or earlier.stamp != stamp:
                earlier = Waiting(stamp, len(self.matters(id_).items))
            found[id_] = earlier
        return found

    def effect(self, id_: str, matter: Matter, answer: Answer | None) -> Totals:
        """Return the lowest and highest total of the matter's column if its item were answered so (None clears it)."""
        return total_with(self._workspace.evaluation(id_), matter.column, matter.code, answer)

    def settle(self, id_: str, matter: Matter, answer: Answer | None, reason: str, author: str = "") -> None:
        """Close a disagreement about an item: one judgement with a reason, in sight of the versions of ``matter``.

        Raises:
            InvalidInputError: there is nothing to settle any more, or no reason.
            StaleViewError: other versions stand than those of ``matter``.
            SealedError: the evaluation is closed.
        """
        self._answering.settle(
            id_, matter.code, answer, reason, column=matter.column, displayed=matter.displayed, author=author
        )

    def take(self, id_: str, matter: Matter, number: int, author: str = "") -> None:
        """State one version of something that prints, or of what a fork left, once more, in sight of all of them.

        Raises:
            InvalidInputError: no such version, or one that this person cannot state.
            StaleViewError: other versions stand than those of ``matter``.
            SealedError: the evaluation is closed.
        """
        view = self._workspace.evaluation(id_)
        refuse_read_only(view.state)
        version = matter.version(number)
        if version is None or matter.kind not in (MatterKind.PRINTED, MatterKind.FORK) or matter.closed:
            raise InvalidInputError(f"Versi {number} tidak dapat dipakai di sini. Tidak ada yang berubah.")
        heads = {head.hash: head for head in view.state.folded.cell(matter.id).heads}
        if version.line not in heads:
            raise StaleViewError(matter.title)
        self._state(id_, matter, heads[version.line], author)

    def acknowledge(self, id_: str, matter: Matter, author: str = "") -> None:
        """Close, as the lead, what was done beyond a right or by an unproven author.

        Raises:
            InvalidInputError: it is not listed any more, or somebody else than the lead asks.
        """
        refuse_newer(self._workspace.evaluation(id_).state)
        self._evaluations.acknowledge(id_, [matter.act], author)

    def _state(self, id_: str, matter: Matter, head: Head, author: str) -> None:
        kind = _RESTATED.get(head.kind, head.kind)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.state(Subject("evaluation", id_), [Statement(kind, matter.id, head.value, matter.displayed)])
