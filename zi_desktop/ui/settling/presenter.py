"""Behind "Selesaikan beda penilaian": what disagrees, what the person is about to choose, and what they chose."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.answers import Answer
from zi_desktop.domain.errors import InvalidInputError, StaleViewError
from zi_desktop.services.composition import Services
from zi_desktop.services.settling.matters import Matter, MatterKind
from zi_desktop.ui.evaluation_words import closed_words
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.settling.entries import Entries
from zi_desktop.ui.settling.entry import OTHER, Entry, obstacle
from zi_desktop.ui.settling.matter_list import MatterList
from zi_desktop.ui.settling.shown import SettleLine, SettleShown, Status, cells_of, headings_of
from zi_desktop.ui.settling.stating import Stating
from zi_desktop.ui.settling.waiting import WaitingEvaluations


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
        self._services = services
        self._list, self._entries, self._stating = MatterList(), Entries(services), Stating(services)
        self.waiting = WaitingEvaluations(services, jobs, self)
        self.waiting.found.connect(self._follow_waiting)
        self.shown = SettleShown()

    def open(self, id_: str, code: str = "") -> None:
        """Show an evaluation, at the item of a code or the cell of a name where one is given and still open.

        Raises:
            NotFoundError: there is none.
        """
        if id_ != self.shown.id:
            self._list = MatterList()
            self._entries.turn_to(id_)
            self.shown = SettleShown(id_)
        if code:
            self._list.current = ""
        self.load()
        if found := self._list.named(code):
            self.choose(found)
        else:
            self._list.lead_to_open()
            self._show()

    def load(self) -> None:
        """Read the evaluation again: what was settled here stays in the list, what opened again is open.

        Who looks at what is settled is led on when something has come that is not.
        """
        if self.shown.id:
            before = self._list.open()
            self._read()
            if not set(self._list.open()) <= set(before):
                self._list.lead_to_open()
            self._show()

    def choose(self, matter_id: str) -> None:
        """Look at another matter; what was begun about the last one waits there."""
        if matter_id != self._list.current:
            self._list.current = matter_id
            self._show()

    def step(self, by: int) -> None:
        """Look at the next open matter (+1) or the one before (-1), round the list; stay, if none is open."""
        if following := self._list.beside(by):
            self.choose(following)

    def entry(self) -> Entry:
        """Return what the person is about to state about the matter that is looked at."""
        return self._entries.of(self._list.current)

    def take(self, choice: int) -> bool:
        """Choose a version by its number, or ``OTHER``; tell whether that can be chosen. Nothing is stated by that."""
        matter = self.matter()
        if matter is None or not self.changeable or matter.kind is MatterKind.BEYOND:
            return False
        known = matter.kind is MatterKind.ANSWER if choice == OTHER else matter.version(choice) is not None
        if known:
            self._keep(replace(self.entry(), choice=choice, overtaken=False))
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
        if self.changeable:
            self._entries.keep_reason(self._list.current)

    def matter(self) -> Matter | None:
        """Return the matter that is looked at."""
        return self._list.matter()

    @property
    def changeable(self) -> bool:
        """Tell whether the matter that is looked at can be settled here."""
        matter = self.matter()
        if matter is None or not self._list.is_open(matter):
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
        matter = self.matter()
        return obstacle(matter, self.entry()) if matter else ""

    def effect(self) -> str:
        """Return the total, and what it becomes with the choice; "" where the matter has no part in one."""
        matter = self.matter()
        return self._stating.effect(self.shown.id, matter, self.entry()) if matter else ""

    def thresholds(self) -> Sequence[Fraction]:
        """Return the totals that the predicates ask for."""
        return self._stating.thresholds(self.shown.id)

    def apply(self) -> None:
        """State what was chosen, and look at the next open matter.

        Raises:
            InvalidInputError: something is still missing.
            StaleViewError: another version came meanwhile; it is shown now, and nothing was stated.
        """
        matter = self.matter()
        if matter is None or not self.changeable:
            return
        if missing := self.obstacle():
            raise InvalidInputError(missing)
        try:
            words = self._stating.state(self.shown.id, matter, self.entry())
        except StaleViewError:
            self.load()
            raise
        self._entries.forget(matter.id)
        self._list.settled[matter.id] = words
        self._read()
        self._list.current = self._list.beside(+1) or self._list.current
        self._show()
        self.told.emit(f"Tersimpan {self._services.workspace.now():%H.%M}")
        self.evaluation_changed.emit(self.shown.id)

    def _follow_waiting(self) -> None:
        if self.shown.id:
            self.load()
        elif first := self.waiting.first():
            self.open(first)
        self.waiting_changed.emit()

    def _read(self) -> None:
        self._entries.overtake(self._list.take_in(self._services.settling.matters(self.shown.id).items))

    def _keep(self, entry: Entry) -> None:
        self._entries.put(self._list.current, entry)
        self.entry_changed.emit()

    @property
    def _writable(self) -> bool:
        return self._services.workspace.database.writable

    def _show(self) -> None:
        matters, settled = self._list.items, self._list.settled
        view = self._services.evaluations.open(self.shown.id)
        headings = headings_of(matters)
        lines = tuple(
            SettleLine(each, cells_of(each, headings), self._status(each), settled.get(each.id, "")) for each in matters
        )
        row = next((place for place, each in enumerate(matters) if each.id == self._list.current), -1)
        satker = self._services.satkers.get(view.state.identity.satker, view.state.plan.last_day).name
        closed = closed_words(view.state, writable=self._writable)
        self.shown = SettleShown(self.shown.id, satker, headings, lines, row, closed)
        self.shown_changed.emit(self.shown)

    def _status(self, matter: Matter) -> Status:
        if matter.id in self._list.settled:
            return Status.DONE
        if matter.closed:
            return Status.WAITS
        seen = matter.id == self._list.current or self._entries.begun(matter.id)
        return Status.SEEN if seen else Status.OPEN
