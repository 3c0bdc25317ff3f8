"""Papers of a visit: the agenda sheets to take along, and the berita acara to sign in ink."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.figures import percent, points
from zi_desktop.domain.plan import ROLES
from zi_desktop.domain.remarks import Remarks
from zi_desktop.domain.satker import Satker
from zi_desktop.domain.visit import BY_PERSON, VisitDay, agenda
from zi_desktop.domain.visit_terms import MEETINGS
from zi_desktop.reports.agenda_sheet import AgendaItem, AgendaSheet, agenda_leaves
from zi_desktop.reports.minutes import MeetingHeld, MinutesContent, minutes_leaf
from zi_desktop.reports.small_paper import BuiltPaper, InkSigner, Leaf, SmallPaper, set_small_paper
from zi_desktop.reports.wording import ACTIVITIES, day, days, nip
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.satkers.keeping import Satkers
from zi_desktop.services.settings import Settings
from zi_desktop.services.visits.keeping import open_items
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import files

_ASK: Final = {True: "Yang ditanyakan kepada", False: "Yang dilihat di"}


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """A paper on disk: its digest and number of pages."""

    file: Path
    sha256: str
    pages: int


class VisitPapers:
    """Sets the papers of a visit. Importing this module loads the PDF library."""

    def __init__(self, workspace: Workspace, settings: Settings, satkers: Satkers) -> None:
        self._workspace = workspace
        self._settings = settings
        self._satkers = satkers

    def agenda(self, id_: str, by: str = BY_PERSON, key: str = "") -> BuiltPaper | None:
        """Set the agenda sheets of the items that are still open, one sheet a person or place; None: nothing is open.

        Args:
            id_: the evaluation.
            by: ``BY_PERSON`` or ``BY_PLACE``.
            key: of one person or place, or "" for all.
        """
        view = self._workspace.evaluation(id_)
        groups = agenda(view.state.instrument, open_items(view.state), by)
        satker = self._satker(view)
        facts = ((self._settings.agency.word.capitalize(), satker.name), ("Kunjungan", _visited(view)))
        sheets = [
            AgendaSheet(
                f"{_ASK[by == BY_PERSON]}: {group.title}", [pair for pair in facts if pair[1]],
                [AgendaItem(q.code, q.text.removesuffix("."), q.ask) for q in group.questions],
            )
            for group in groups if key in ("", group.key)
        ]  # fmt: skip
        awaited = VisitDay(view.state.folded).awaited
        if awaited and not key:
            items = [AgendaItem(e.item, e.text, _from(e.who, e.due)) for e in awaited]
            sheets.append(
                AgendaSheet("Pertanyaan dan dokumen yang masih ditunggu", [pair for pair in facts if pair[1]], items)
            )
        return self._set(view, agenda_leaves(sheets), "Agenda kunjungan", letterhead=False) if sheets else None

    def minutes(self, id_: str) -> BuiltPaper:
        """Set the berita acara as far as it is known; what is missing is left to the pen."""
        view = self._workspace.evaluation(id_)
        leaf = minutes_leaf(self._minutes(view))
        return self._set(
            view, (leaf,), "Berita acara", letterhead=True, paper=VisitDay(view.state.folded).minutes.paper
        )

    def write(self, built: BuiltPaper, path: Path) -> WrittenPaper:
        """Write a paper.

        Raises:
            FileWriteError: the file cannot be written.
        """
        return WrittenPaper(files.write_whole(path, built.pdf), hashlib.sha256(built.pdf).hexdigest(), built.pages)

    def _minutes(self, view: EvaluationView) -> MinutesContent:
        state, visit, people = view.state, VisitDay(view.state.folded), self._settings.people()
        plan, known, satker = state.plan, visit.minutes, self._satker(view)
        leads = [
            people[member.person] for member in plan.team if member.role == "ketua_tim" and member.person in people
        ]
        activity = ACTIVITIES[state.identity.activity].lower()
        return MinutesContent(
            word=self._settings.agency.word, satker=satker.name, code=satker.code,
            title=f"{activity} Zona Integritas tahun {state.identity.year}", number=known.number, day=known.day,
            place=known.place or plan.place, letter=plan.letter_number, letter_day=plan.letter_date,
            first_day=plan.first_day, last_day=plan.last_day,
            team=[(ROLES[member.role], people[member.person].name) for member in plan.team if member.person in people],
            meetings=[
                MeetingHeld(title, held.day, held.begin, held.end, held.place, len(held.attendants))
                for key, title in MEETINGS.items() for held in (visit.meeting(key),)
            ],
            remarks=[
                (remark.item, remark.texts["recommendation"], remark.texts["responsible"], remark.due)
                for remark in Remarks(state.folded).printed(state.instrument) if remark.open
            ],
            promises=[(entry.text, entry.who, entry.due) for entry in visit.awaited if entry.kind == "janji"],
            scores=dict(_figures(view)) if known.scores else {}, notes=known.notes,
            lead=InkSigner("Ketua tim", leads[0].name, nip(leads[0].nip)) if leads else InkSigner("Ketua tim", "", ""),
            head=InkSigner(known.head_position or f"Kepala {satker.name}", known.head_name, nip(known.head_nip)),
        )  # fmt: skip

    def _set(
        self, view: EvaluationView, leaves: tuple[Leaf, ...], kind: str, *, letterhead: bool, paper: str = "a4"
    ) -> BuiltPaper:
        agency, satker = self._settings.agency, self._satker(view)
        logo = base64.b64decode(agency.logo) if letterhead and agency.logo else None
        sample = " · CONTOH, bukan dokumen resmi" if self._settings.is_sample else ""
        return set_small_paper(
            SmallPaper(
                letterhead=tuple(agency.letterhead) if letterhead else (), logo=logo, leaves=leaves, subject=satker.name,
                footer=f"{kind} · {satker.name}{sample}", author=agency.name, made=self._workspace.now(), paper=paper,
            )
        )  # fmt: skip

    def _satker(self, view: EvaluationView) -> Satker:
        last = view.state.plan.last_day or self._workspace.today
        return self._satkers.get(view.state.identity.satker, last)


def _figures(view: EvaluationView) -> Iterator[tuple[str, str]]:
    card, instrument = view.card(), view.state.instrument
    yield "Nilai total", points(card.total) + (" (sementara)" if card.provisional else "")
    for number, area in card.areas.items():
        yield instrument.areas[number][0].title, f"{points(area.points)} ({percent(area.fraction)})"


def _from(who: str, due: str) -> str:
    return ", paling lambat ".join(part for part in (who, day(due)) if part)


def _visited(view: EvaluationView) -> str:
    plan = view.state.plan
    when = days(plan.first_day, plan.last_day) if plan.first_day or plan.last_day else ""
    return ", ".join(part for part in (when, plan.place) if part)
