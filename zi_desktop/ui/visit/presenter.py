"""Kunjungan without widgets: reads the day of an evaluation and states what is written down."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.plan import ROLES, Plan
from zi_desktop.domain.visit import BY_PERSON, BY_PLACE, Attendant, VisitDay, agenda
from zi_desktop.domain.visit_terms import MEETINGS
from zi_desktop.services.composition import Services
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.typed_drafts import Draft, typed
from zi_desktop.services.visits.keeping import EntryText, open_items
from zi_desktop.ui import dates
from zi_desktop.ui.evaluation_words import subtitle_of
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.page import SaveState
from zi_desktop.ui.save_words import save_state_of
from zi_desktop.ui.visit.shown import VisitShown

_PARTS: Final = 3
"""Of a line of the attendance: name; position; office."""
_LINE: Final = 20
"""Letters that surely have room in a line of the panel."""
_JOINER: Final = "\u2060"
"""Shows nothing, and lets no line end before or after it."""


class VisitPresenter(QObject):
    """Shows one evaluation; ``shown_changed`` comes when it was read."""

    shown_changed = Signal(VisitShown)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self.id = ""

    def open(self, id_: str) -> None:
        """Show an evaluation.

        Raises:
            NotFoundError: there is none.
        """
        self.id = id_
        self.load()

    def load(self) -> None:
        """Read the evaluation again."""
        self.shown_changed.emit(self.shown())

    def shown(self) -> VisitShown:
        """Return the day as it stands now."""
        services = self._services
        view = services.evaluations.open(self.id)
        state, day = view.state, VisitDay(view.state.folded)
        codes = open_items(state)
        answered = state.answers(Column.TPI)
        return VisitShown(
            id=view.id,
            satker=services.satkers.get(state.identity.satker, state.plan.last_day).name,
            subtitle=subtitle_of(state),
            locked=state.read_only,
            plan=tuple(self._plan(view)),
            agenda={by: agenda(state.instrument, codes, by) for by in (BY_PERSON, BY_PLACE)},
            marked=frozenset(code for code in codes if code in answered),
            entries=day.entries,
            meetings={key: day.meeting(key) for key in MEETINGS},
            minutes=day.minutes,
            scans=tuple(str(scan["name"]) for scan in day.scans),
            today=services.workspace.now().date(),
            writable=services.workspace.database.writable,
            drafts=services.typed_drafts.names(view.id),
            save=save_state_of(services, view),
        )

    def save_state(self) -> SaveState:
        """Return how saving stands."""
        return save_state_of(self._services, self._services.evaluations.open(self.id))

    def team(self) -> list[str]:
        """Return the lines that an attendance begins with: the team of the surat tugas, with their roles."""
        people = self._services.settings.people()
        team = self._services.evaluations.open(self.id).state.plan.team
        return [f"{people[member.person].name}; {ROLES[member.role]}" for member in team if member.person in people]

    def draft(self, *name: str) -> Draft:
        """Return what was typed in one of the dialogs and not saved."""
        return self._services.typed_drafts.draft(self.id, typed(*name))

    def keep_entry(self, ident: str, values: Mapping[str, str]) -> None:
        """Add an entry (``ident`` empty) or change one; the names are those of ``EntryText``."""
        if ident:
            self._services.visits.edit(self.id, ident, values)
        else:
            self._services.visits.add(self.id, EntryText(**values))
        self.load()

    def close(self, ident: str, *, done: bool, answer: str = "") -> None:
        """State that an entry was answered or came, or open it again."""
        self._services.visits.close(self.id, ident, done=done, answer=answer)
        self.load()

    def withdraw(self, ident: str) -> None:
        """Take an entry away."""
        self._services.visits.withdraw(self.id, ident)
        self.load()

    def keep_meeting(self, key: str, values: Mapping[str, str], attendance: str) -> None:
        """Keep a meeting and who was there, one person a line as ``attendance_text`` writes them.

        Raises:
            InvalidInputError: says by its ``field`` what is wrong; nothing was kept.
        """
        visits = self._services.visits
        wanted = [_person(line) for line in attendance.splitlines() if line.strip(" ;")]
        if not all(name for name, _, _ in wanted):  # before anything of the meeting is kept
            raise InvalidInputError("Peserta memerlukan nama. Tidak ada yang tersimpan.").at("attendance")
        visits.meet(self.id, key, values)
        before = visits.of(self.id).meeting(key).attendants
        for person in wanted:
            if person not in [_parts(attendant) for attendant in before]:
                visits.attend(self.id, key, *person)
        for attendant in before:
            if _parts(attendant) not in wanted:
                visits.dismiss(self.id, key, attendant)
        self.load()

    def keep_minutes(self, values: Mapping[str, str | bool]) -> None:
        """Keep fields of the berita acara."""
        self._services.visits.set_minutes(self.id, values)
        self.load()

    def attach(self, scan: Path) -> None:
        """Keep the signed copy, off the window's thread."""
        id_ = self.id

        def work(progress: Progress) -> None:
            progress.tell("Menyimpan salinan berita acara")
            self._services.visits.attach_minutes(id_, scan)

        self._jobs.start(work, done=lambda _: self.load(), exclusive=True)

    def _plan(self, view: EvaluationView) -> Iterator[tuple[str, str]]:
        plan, people = view.state.plan, self._services.settings.people()
        yield "Waktu", _days(plan, self._services)
        yield "Tempat", plan.place or "–"
        letter = ", ".join(filter(None, (_whole(plan.letter_number), _unbroken(dates.whole_day(plan.letter_date)))))
        yield "Surat tugas", letter or "–"
        for member in plan.team:
            if member.person in people:
                areas = _unbroken(f"area {', '.join(member.areas)}") if member.areas else ""
                yield ROLES[member.role], ", ".join(part for part in (people[member.person].name, areas) if part)


def attendance_text(attendants: tuple[Attendant, ...]) -> str:
    """Return who was at a meeting, one person a line: name; position; office."""
    return "\n".join("; ".join(_parts(attendant)).rstrip("; ") for attendant in attendants)


def _parts(attendant: Attendant) -> tuple[str, str, str]:
    return attendant.name, attendant.position, attendant.office


def _person(line: str) -> tuple[str, str, str]:
    parts = [part.strip() for part in line.split(";", _PARTS - 1)]
    name, position, office = (*parts, "", "")[:_PARTS]
    return name, position, office


def _whole(number: str) -> str:
    """Return the number of a letter that is not broken at its hyphens, as long as it has room in a line."""
    return number.replace("-", f"-{_JOINER}") if len(number) <= _LINE else number


def _unbroken(words: str) -> str:
    """Return words that stay in one line where the panel is narrow."""
    return words.replace(" ", "\u00a0")


def _days(plan: Plan, services: Services) -> str:
    if not plan.first_day:
        return dates.whole_day(plan.last_day) or "–"
    return dates.visit_days(plan.first_day, plan.last_day, services.workspace.now().date())
