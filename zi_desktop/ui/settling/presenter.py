"""Behind "Selesaikan beda penilaian": what disagrees, what the person is about to choose, and what they chose."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.answers import Answer
from zi_desktop.domain.errors import InvalidInputError, StaleViewError
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.settling.matters import NONE_WAITING, Matter, MatterKind, Totals, Waiting
from zi_desktop.services.settling.words import answer_words
from zi_desktop.ui.evaluation_words import closed_words
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.settling.entry import NOTHING, OTHER, Entry
from zi_desktop.ui.settling.shown import (
    SettleLine,
    SettleShown,
    Status,
    cells_of,
    effect_words,
    headings_of,
)

_NO_CHOICE: Final = "Pilih salah satu versi atau isi nilai lain dahulu."
_NO_REASON: Final = "Isi alasannya: alasan masuk riwayat butir."
_NO_VALUE: Final = "Isi nilai lain dahulu."
_CLOSED: Final = "Ditutup"


class SettlePresenter(QObject):
    """Shows one evaluation.

    ``shown_changed`` carries the list when it was read or another row is looked at, ``entry_changed`` comes when the
    choice is another one, ``waiting_changed`` when it is known which evaluations have something to settle,
    ``evaluation_changed`` carries the id of the one in which something was settled, ``told`` what became of it.
    """

    shown_changed = Signal(SettleShown)
    entry_changed = Signal()
    waiting_changed = Signal()
    evaluation_changed = Signal(str)
    told = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self._matters: list[Matter] = []
        self._settled: dict[str, str] = {}
        self._entries: dict[str, Entry] = {}
        self._waiting: Mapping[str, Waiting] = NONE_WAITING
        self._current = ""
        self.shown = SettleShown()

    def find_waiting(self) -> None:
        """Look which evaluations have something to settle; ``waiting_changed`` comes when that is known."""
        folder, known = self._services.workspace.folder, self._waiting

        def work(_: Progress) -> Mapping[str, Waiting]:
            with open_services(folder, write=False) as services:
                return services.settling.waiting(known)

        self._jobs.start(work, done=self._keep_waiting)

    def waiting(self) -> tuple[tuple[str, str], ...]:
        """Return the evaluations with something to settle and the one that is shown: id and name with count."""
        counts = {id_: each.count for id_, each in self._waiting.items()}
        if self.shown.id:
            counts[self.shown.id] = len(self.shown.lines) - self.shown.done
        rows = {row["id"]: row for row in self._services.evaluations.list()}
        return tuple(
            (id_, f"{rows[id_]['satker_name']} {rows[id_]['year']} ({count})")
            for id_, count in sorted(counts.items())
            if id_ in rows and (count or id_ == self.shown.id)
        )

    def open(self, id_: str, code: str = "") -> None:
        """Show an evaluation, at the item of a code or the cell of a name where one is given and still open.

        Raises:
            NotFoundError: there is none.
        """
        if id_ != self.shown.id:
            self._matters, self._settled, self._entries, self._current = [], {}, {}, ""
            self.shown = SettleShown(id_)
        if code:
            self._current = ""
        self.load()
        found = next((line.matter.id for line in self.shown.lines if code and code in _names(line.matter)), "")
        if found:
            self.choose(found)

    def load(self) -> None:
        """Read the evaluation again: what was settled here stays in the list, what opened again is open."""
        if not self.shown.id:
            return
        fresh = {matter.id: matter for matter in self._services.settling.matters(self.shown.id).items}
        kept = [fresh.get(each.id, each) for each in self._matters if each.id in fresh or each.id in self._settled]
        known = {matter.id for matter in kept}
        self._settled = {id_: words for id_, words in self._settled.items() if id_ not in fresh}
        self._matters = [*kept, *(matter for id_, matter in fresh.items() if id_ not in known)]
        ids = [matter.id for matter in self._matters]
        if self._current not in ids:
            first = next((matter for matter in self._matters if self._is_open(matter)), None)
            self._current = first.id if first else next(iter(ids), "")
        self._show()

    def choose(self, matter_id: str) -> None:
        """Look at another matter; what was begun about the last one waits there."""
        if matter_id != self._current:
            self._current = matter_id
            self._show()

    def step(self, by: int) -> None:
        """Look at the next open matter (+1) or the one before (-1), round the list; at none, if none is open."""
        ids = [matter.id for matter in self._matters]
        if not ids:
            return
        begin = ids.index(self._current) if self._current in ids else -by
        order = [self._matters[(begin + by * offset) % len(ids)] for offset in range(1, len(ids) + 1)]
        following = next((matter for matter in order if self._is_open(matter)), None)
        if following is not None:
            self.choose(following.id)

    def entry(self) -> Entry:
        """Return what the person is about to state about the matter that is looked at."""
        return self._entries.get(self._current, Entry(reason=self._draft()))

    def take(self, choice: int) -> bool:
        """Choose a version by its number, or ``OTHER``; tell whether that can be chosen. Nothing is stated by that."""
        matter = self.matter()
        if matter is None or not self.changeable or matter.kind is MatterKind.BEYOND:
            return False
        known = matter.kind is MatterKind.ANSWER if choice == OTHER else matter.version(choice) is not None
        if known:
            self._keep(replace(self.entry(), choice=choice))
            self._show()
        return known

    def set_other(self, answer: Answer | None) -> None:
        """Take note of the other value, None while it is none."""
        self._keep(replace(self.entry(), other=answer))

    def set_reason(self, reason: str) -> None:
        """Take note of the reason as it is typed."""
        self._keep(replace(self.entry(), reason=reason))

    def keep_reason(self) -> None:
        """Make what was typed as a reason durable: it is there again after the program was closed."""
        if self._current and self.changeable and self.entry().reason != self._draft():
            self._services.answering.keep_draft(self.shown.id, f"settle/{self._current}", self.entry().reason)

    def matter(self) -> Matter | None:
        """Return the matter that is looked at."""
        return next((matter for matter in self._matters if matter.id == self._current), None)

    @property
    def changeable(self) -> bool:
        """Tell whether the matter that is looked at can be settled here."""
        matter = self.matter()
        if matter is None or matter.closed or matter.id in self._settled:
            return False
        # What the lead closes does not change what was signed.
        return not self.shown.closed or (matter.kind is MatterKind.BEYOND and self._writable)

    @property
    def needs_reason(self) -> bool:
        """Tell whether the matter that is looked at is closed with a reason."""
        matter = self.matter()
        return matter is not None and matter.kind is MatterKind.ANSWER

    def obstacle(self) -> str:
        """Return what is still to be done before it can be applied, or ""."""
        matter, entry = self.matter(), self.entry()
        if matter is None or matter.kind is MatterKind.BEYOND:
            return ""
        if entry.choice == NOTHING:
            return _NO_CHOICE
        if entry.choice == OTHER and entry.other is None:
            return _NO_VALUE
        return _NO_REASON if self.needs_reason and not entry.reason.strip() else ""

    def effect(self) -> str:
        """Return the total, and what it becomes with the choice; "" where the matter has no part in one."""
        matter, entry = self.matter(), self.entry()
        if matter is None or matter.kind is not MatterKind.ANSWER:
            return ""
        after: Totals | None = None
        if entry.choice == OTHER and entry.other is not None:
            after = self._services.settling.effect(self.shown.id, matter, entry.other)
        elif version := matter.version(entry.choice):
            after = version.total
        card = self._services.evaluations.open(self.shown.id).card(matter.column)
        before = card.interval or (card.total, card.total)
        return effect_words(matter.column, before, None if matter.id in self._settled else after, self.thresholds())

    def thresholds(self) -> tuple[Fraction, ...]:
        """Return the totals that the predicates ask for: a figure just below one never prints as if it reached it."""
        card = self._services.evaluations.open(self.shown.id).card()
        results = (each for predicate in card.predicates.values() for each in predicate.requirements)
        return tuple(each.requirement.minimum for each in results if each.requirement.id == "total")

    def apply(self) -> None:
        """State what was chosen, and look at the next open matter.

        Raises:
            InvalidInputError: something is still missing.
            StaleViewError: another version came meanwhile; it is shown now, and nothing was stated.
        """
        matter, entry = self.matter(), self.entry()
        if matter is None or not self.changeable:
            return
        if obstacle := self.obstacle():
            raise InvalidInputError(obstacle)
        try:
            words = self._state(matter, entry)
        except StaleViewError:
            self.load()
            raise
        self._services.answering.keep_draft(self.shown.id, f"settle/{matter.id}", "")
        self._entries.pop(matter.id, None)
        self._settled[matter.id] = words
        self.load()
        self.step(+1)
        self.told.emit(f"Tersimpan {self._services.workspace.now():%H.%M}")
        self.evaluation_changed.emit(self.shown.id)

    def _state(self, matter: Matter, entry: Entry) -> str:
        """State what was chosen about a matter; return it in words."""
        settling, id_ = self._services.settling, self.shown.id
        version = matter.version(entry.choice)
        if matter.kind is MatterKind.BEYOND:
            settling.acknowledge(id_, matter)
            return _CLOSED
        if matter.kind is not MatterKind.ANSWER:
            assert version is not None  # an obstacle otherwise
            settling.take(id_, matter, entry.choice)
            return version.words.partition("\n")[0]
        answer = version.answer if version else entry.other
        settling.settle(id_, matter, answer, entry.reason)
        question = self._services.evaluations.open(id_).state.instrument.questions[matter.code]
        return answer_words(question, answer)

    def _keep_waiting(self, found: Mapping[str, Waiting]) -> None:
        self._waiting = found
        open_ = [id_ for id_, each in sorted(found.items()) if each.count]
        if not self.shown.id and open_:
            self.open(open_[0])
        elif self.shown.id:
            self.load()
        self.waiting_changed.emit()

    def _keep(self, entry: Entry) -> None:
        self._entries[self._current] = entry
        self.entry_changed.emit()

    def _draft(self) -> str:
        if not self.shown.id or not self._writable:
            return ""
        return self._services.answering.drafts(self.shown.id).get(f"settle/{self._current}", "")

    @property
    def _writable(self) -> bool:
        return self._services.workspace.database.writable

    def _is_open(self, matter: Matter) -> bool:
        return matter.id not in self._settled and not matter.closed

    def _show(self) -> None:
        view = self._services.evaluations.open(self.shown.id)
        headings = headings_of(self._matters)
        lines = tuple(
            SettleLine(each, cells_of(each, headings), self._status(each), self._settled.get(each.id, ""))
            for each in self._matters
        )
        row = next((place for place, each in enumerate(self._matters) if each.id == self._current), -1)
        satker = self._services.satkers.get(view.state.identity.satker, view.state.plan.last_day).name
        closed = closed_words(view.state, writable=self._writable)
        self.shown = SettleShown(self.shown.id, satker, headings, lines, row, closed)
        self.shown_changed.emit(self.shown)

    def _status(self, matter: Matter) -> Status:
        if matter.id in self._settled:
            return Status.DONE
        if matter.closed:
            return Status.WAITS
        chosen = self._entries.get(matter.id, Entry()).choice != NOTHING
        return Status.SEEN if chosen or matter.id == self._current else Status.OPEN


def _names(matter: Matter) -> tuple[str, ...]:
    return (matter.code, matter.id, matter.act)
