"""What "Profil satker" shows, as rows in groups: contacts, track record, names and predicates, stages of proposals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from zi_desktop.domain.funnel import Funnel, StageMark
from zi_desktop.domain.funnel_terms import PASSED, RESULTS, STAGES
from zi_desktop.domain.plan import ACTIVITIES
from zi_desktop.domain.satker_history import DatedValue
from zi_desktop.domain.satker_profile import Left, SatkerProfile
from zi_desktop.domain.satker_terms import RECORD_KINDS
from zi_desktop.services.joining import JoinPreview
from zi_desktop.ui import dates
from zi_desktop.ui.widgets.grouped_rows import ListRow, RowGroup

SAME: Final = "same/"
"""Begins the rows of other satker that are this one; their id follows."""
_WORDS: Final[Mapping[str, str]] = {"name": "Nama", "code": "Kode", "parent": "Induk", "predicate": "Predikat"}


class Part(StrEnum):
    """The parts of the dialog."""

    CONTACTS = "contacts"
    RECORDS = "records"
    STAGES = "stages"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An evaluation, as it is listed, with its stages."""

    evaluation: Mapping[str, Any]
    funnel: Funnel

    @property
    def id(self) -> str:
        """Return the id of the evaluation."""
        return str(self.evaluation["id"])

    @property
    def title(self) -> str:
        """Return what the evaluation is called."""
        return f"{ACTIVITIES[self.evaluation['activity']]} {self.evaluation['year']} · {self.evaluation['target']}"


@dataclass(frozen=True, slots=True)
class SameSatker:
    """Another satker that turned out to be this one: its id, how it was called, since when (ISO) and why."""

    id: str
    title: str
    since: str
    reason: str


@dataclass(frozen=True, slots=True)
class ProfileShown:
    """Everything of the dialog; ``hidden``: what is internal is covered while the satker looks on."""

    name: str
    profile: SatkerProfile
    history: tuple[DatedValue, ...]
    proposals: tuple[Proposal, ...]
    same: tuple[SameSatker, ...] = ()
    hidden: bool = False


def rows_of(shown: ProfileShown, part: Part) -> tuple[RowGroup, ...]:
    """Return the rows of a part."""
    if part is Part.CONTACTS:
        rows = [
            ListRow(c.id, c.name, " · ".join(t for t in (c.position, c.phone, c.email) if t), "person")
            for c in shown.profile.contacts
        ]
        return _groups([("contacts", "Narahubung", rows)])
    if part is Part.RECORDS:
        return () if shown.hidden else _records(shown.profile)
    if part is Part.STAGES:
        return _groups([(p.id, p.title, _stages(p.funnel)) for p in shown.proposals])
    same = [
        ListRow(f"{SAME}{each.id}", each.title, f"disatukan {dates.whole_day(each.since)} · {each.reason}", "copy")
        for each in shown.same
    ]
    return _groups([("same", "Sama dengan satker ini", same)]) + _groups([
        (key, word, [_dated(value) for value in shown.history if value.attribute == key])
        for key, word in _WORDS.items()
    ])  # fmt: skip


def join_words(preview: JoinPreview) -> str:
    """Return what joining two satker would do, one matter a line."""
    lines = [f"Yang dipakai sesudahnya: {preview.kept.code} {preview.kept.name}."]
    for each in preview.evaluations:
        name = f"{ACTIVITIES[each.activity]} {each.year}" + (f" putaran {each.round}" if each.round > 1 else "")
        if not each.twin:
            lines.append(f"{name} ikut pindah ke satker ini.")
            continue
        differ = (
            f"{each.conflicts} beda penilaian akan menunggu diselesaikan" if each.conflicts else "tanpa beda penilaian"
        )
        lines.append(f"{name} ada pada keduanya dan menjadi satu, {differ}.")
        if each.sealed:
            lines.append(f"{name} sudah ditandatangani pada keduanya: satu penandatanganan harus dibatalkan.")
    if not preview.evaluations:
        lines.append("Satker itu belum punya evaluasi.")
    lines.append("Tidak ada yang dihapus; keduanya dapat dipisahkan lagi.")
    return "\n".join(lines)


def left_words(left: Left | None) -> str:
    """Return in a sentence where a satker went, or ""."""
    if left is None:
        return ""
    to = f", ke {left.to}" if left.to else ""
    return f"Keluar sejak {dates.whole_day(left.day)}{to}. Riwayatnya tetap tersimpan."


def _records(profile: SatkerProfile) -> tuple[RowGroup, ...]:
    return _groups([
        (kind, word, [
            ListRow(r.id, r.text, " · ".join(t for t in (dates.whole_day(r.day), r.source) if t), "lock")
            for r in profile.records if r.kind == kind
        ])
        for kind, word in RECORD_KINDS.items()
    ])  # fmt: skip


def _stages(funnel: Funnel) -> list[ListRow]:
    """Return every stage, entered or not: what comes next is seen at once."""
    marks = {mark.stage: mark for mark in funnel.marks}
    return [_stage(key, word, marks.get(key)) for key, word in STAGES.items()]


def _stage(key: str, word: str, mark: StageMark | None) -> ListRow:
    if mark is None:
        return ListRow(key, word, "", "circle", "text3")
    icon, ink = {PASSED: ("check-circle", "ok"), "": ("half-circle", "accent_text")}.get(
        mark.result, ("cross-circle", "bad")
    )
    if mark.disputed:
        icon, ink = "difference", "warn"
    detail = " · ".join(part for part in (dates.whole_day(mark.day), mark.note) if part)
    return ListRow(key, word, detail, icon, ink, RESULTS[mark.result], ink)


def _dated(value: DatedValue) -> ListRow:
    since = value.since if len(value.since) == 4 else f"sejak {dates.whole_day(value.since)}"  # noqa: PLR2004 (a year)
    return ListRow(f"{value.attribute}/{value.since}", value.text, since, "calendar")


def _groups(parts: Sequence[tuple[str, str, Sequence[ListRow]]]) -> tuple[RowGroup, ...]:
    return tuple(RowGroup(key, title, tuple(rows)) for key, title, rows in parts if rows)
