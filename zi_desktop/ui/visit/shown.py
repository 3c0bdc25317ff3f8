"""What Kunjungan shows of one evaluation, as values: agenda, entries, meetings, berita acara."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.instrument import Question
from zi_desktop.domain.visit import AgendaGroup, Meeting, Minutes, VisitEntry
from zi_desktop.domain.visit_terms import AWAITED, KINDS
from zi_desktop.services.typed_drafts import ENTRY, ENTRY_CLOSED, typed
from zi_desktop.ui import dates
from zi_desktop.ui.page import SaveState
from zi_desktop.ui.widgets.grouped_rows import ListRow, RowGroup

ALL: Final = ""
DRAFTED: Final = "Draf belum disimpan"
_SHORT: Final[Mapping[str, str]] = {
    "wawancara": "Wawancara", "presentasi": "Paparan", "pertanyaan": "Pertanyaan", "janji": "Dokumen",
}  # fmt: skip
"""Kinds as the segments name them: the whole words stand over the groups."""
_ICONS: Final[Mapping[str, str]] = {
    "wawancara": "people", "presentasi": "note", "pertanyaan": "help", "janji": "document",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class VisitShown:
    """Everything of the screen.

    Attributes:
        id: of the evaluation.
        satker: its name.
        subtitle: activity, year, target.
        locked: the answers are closed; the day is not.
        plan: (words, text) pairs of the plan: when, where, surat tugas, team.
        agenda: by ``BY_PERSON`` and ``BY_PLACE``.
        marked: items of the agenda that are answered and marked for discussion.
        entries: in the order in which they were written down.
        meetings: by key of ``MEETINGS``.
        minutes: what was set of the berita acara.
        scans: names of the signed copies.
        today: by the clock of this laptop.
        writable: the workspace may be written.
        save: what every screen of the evaluation says of saving.
        drafts: names of what was typed in the dialogs and not saved.
    """

    id: str
    satker: str
    subtitle: str
    locked: bool
    plan: tuple[tuple[str, str], ...]
    agenda: Mapping[str, tuple[AgendaGroup, ...]]
    marked: frozenset[str]
    entries: tuple[VisitEntry, ...]
    meetings: Mapping[str, Meeting]
    minutes: Minutes
    scans: tuple[str, ...]
    today: dt.date
    writable: bool
    save: SaveState
    drafts: frozenset[str] = frozenset()

    def is_drafted(self, *name: str) -> bool:
        """Tell whether something typed waits in one of the dialogs."""
        return typed(*name) in self.drafts

    def entry(self, ident: str) -> VisitEntry | None:
        """Return an entry by its id."""
        return next((entry for entry in self.entries if entry.id == ident), None)

    def open_items(self, by: str) -> int:
        """Return how many different items the agenda holds."""
        return len({question.code for group in self.agenda[by] for question in group.questions})


def agenda_rows(shown: VisitShown, by: str) -> tuple[RowGroup, ...]:
    """Return the agenda as a list shows it."""
    return tuple(
        RowGroup(group.key, group.title, tuple(_question(question, shown.marked) for question in group.questions))
        for group in shown.agenda[by]
    )


def entry_segments(entries: Sequence[VisitEntry]) -> list[tuple[str, str]]:
    """Return the segments over the entries, with how many there are of each kind."""
    counts = {kind: sum(entry.kind == kind for entry in entries) for kind in KINDS}
    return [(ALL, f"Semua {len(entries)}"), *((kind, f"{_SHORT[kind]} {counts[kind]}") for kind in KINDS)]


def entry_rows(shown: VisitShown, kind: str) -> tuple[RowGroup, ...]:
    """Return the entries as a list shows them: what is awaited first, those due first in front; then by kind."""
    entries = [entry for entry in shown.entries if kind in (ALL, entry.kind)]
    awaited = sorted(
        (entry for entry in entries if entry.awaited), key=lambda entry: (not entry.due, entry.due, entry.at, entry.id)
    )
    groups = [RowGroup("ditunggu", "Masih ditunggu", tuple(_entry(shown, entry) for entry in awaited))]
    for each, title in KINDS.items():
        rows = [_entry(shown, entry) for entry in entries if entry.kind == each and not entry.awaited]
        words = f"{title}, selesai" if each in AWAITED else title
        groups.append(RowGroup(each, words, tuple(rows)))
    return tuple(group for group in groups if group.rows)


def meeting_words(meeting: Meeting) -> str:
    """Return a meeting in one line: when, where, how many; a dash while nothing is known."""
    hours = "–".join(hour for hour in (meeting.begin, meeting.end) if hour)
    people = f"{len(meeting.attendants)} peserta" if meeting.attendants else ""
    return " · ".join(part for part in (dates.whole_day(meeting.day), hours, meeting.place, people) if part) or "–"


def minutes_words(minutes: Minutes) -> tuple[tuple[str, str], ...]:
    """Return the berita acara as pairs of words and text."""
    return (
        ("Nomor", minutes.number or "Diisi kemudian"),
        ("Tanggal", dates.whole_day(minutes.day) or "–"),
        ("Kepala", minutes.head_name or "–"),
        ("Nilai", "Dicetak" if minutes.scores else "Tidak dicetak"),
    )


def _question(question: Question, marked: frozenset[str]) -> ListRow:
    words = question.text.removesuffix(".")
    if question.code in marked:
        return ListRow(question.code, words, f"{question.code} · ditandai", "flag", "warn")
    return ListRow(question.code, words, question.code, "circle", "text3")


def _entry(shown: VisitShown, entry: VisitEntry) -> ListRow:
    written = dates.stated(entry.at)
    drafted = DRAFTED if shown.is_drafted(ENTRY, entry.id) or shown.is_drafted(ENTRY_CLOSED, entry.id) else ""
    detail = " · ".join(part for part in (drafted, entry.who, entry.item, entry.answer or written) if part)
    end, token = _standing(entry, shown.today)
    icon, ink = ("check-circle", "ok") if entry.closed else (_ICONS[entry.kind], "text2")
    if entry.disputed:
        icon, ink = "difference", "warn"
    return ListRow(entry.id, entry.text, detail, icon, ink, end, token)


def _standing(entry: VisitEntry, today: dt.date) -> tuple[str, str]:
    """Return what stands at the right of an entry, and the token of its colour."""
    if entry.closed:
        return ("Diterima" if entry.kind == "janji" else "Terjawab"), "ok"
    if not entry.awaited:
        return "", "text2"
    if not entry.due:
        return "Ditunggu", "text2"
    if entry.due < today.isoformat():
        return f"Lewat {dates.visit_days(entry.due, '', today)}", "bad"
    return f"s.d. {dates.visit_days(entry.due, '', today)}", "warn"
