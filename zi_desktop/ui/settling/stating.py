"""What an entry about a beda penilaian does: the total with it beforehand, and the statement itself."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from zi_desktop.services.composition import Services
from zi_desktop.services.settling.matters import Matter, MatterKind, Totals
from zi_desktop.services.settling.words import answer_words
from zi_desktop.ui.settling.entry import OTHER, Entry
from zi_desktop.ui.settling.shown import effect_words

_CLOSED: Final = "Ditutup"


class Stating:
    """Speaks of one matter of an evaluation at a time."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def thresholds(self, id_: str) -> Sequence[Fraction]:
        """Return the totals that the predicates ask for: a figure just below one never prints as if it reached it."""
        card = self._services.evaluations.open(id_).card()
        results = (each for predicate in card.predicates.values() for each in predicate.requirements)
        return tuple(each.requirement.minimum for each in results if each.requirement.id == "total")

    def effect(self, id_: str, matter: Matter, entry: Entry) -> str:
        """Return the total, and what it becomes with the entry; "" where the matter has no part in one."""
        if matter.kind is not MatterKind.ANSWER:
            return ""
        after: Totals | None = None
        if entry.choice == OTHER and entry.other is not None:
            after = self._services.settling.effect(id_, matter, entry.other)
        elif version := matter.version(entry.choice):
            after = version.total
        card = self._services.evaluations.open(id_).card(matter.column)
        before = card.interval or (card.total, card.total)
        return effect_words(matter.column, before, after, self.thresholds(id_))

    def state(self, id_: str, matter: Matter, entry: Entry) -> str:
        """State what was chosen about a matter; return it in words.

        Raises:
            StaleViewError: other versions stand than those of ``matter``.
            SealedError: the evaluation is closed.
        """
        settling, version = self._services.settling, matter.version(entry.choice)
        if matter.kind is MatterKind.BEYOND:
            settling.acknowledge(id_, matter)
            return _CLOSED
        if matter.kind is not MatterKind.ANSWER:
            assert version is not None  # nothing else can be chosen there
            settling.take(id_, matter, entry.choice)
            return version.words.partition("\n")[0]
        answer = version.answer if version else entry.other
        settling.settle(id_, matter, answer, entry.reason)
        question = self._services.evaluations.open(id_).state.instrument.questions[matter.code]
        return answer_words(question, answer)
