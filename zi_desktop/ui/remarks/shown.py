"""What the screen "Catatan" shows: parts with counts, rows in groups, a remark in words. Values only."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.remark_terms import ORIGINS, STATES, TEXTS
from zi_desktop.domain.remarks import FollowUp
from zi_desktop.services.remark_list import RemarkRow
from zi_desktop.ui import dates
from zi_desktop.ui.widgets.grouped_rows import ListRow, RowGroup

ALL: Final = "semua"
LATE: Final = "lewat"
OPEN: Final = "terbuka"
CLOSED: Final = "selesai"
_PARTS: Final = {ALL: "Semua", LATE: "Lewat tenggat", OPEN: "Terbuka", CLOSED: "Selesai"}
_GROUPS: Final = {LATE: "Lewat tenggat", OPEN: "Terbuka", CLOSED: "Selesai atau tidak relevan lagi"}
_ICONS: Final = {LATE: ("flag", "bad"), OPEN: ("flag", "text2"), CLOSED: ("check-circle", "ok")}


@dataclass(frozen=True, slots=True)
class RemarksShown:
    """All remarks, overdue first; ``today`` is the day by which they are, ``writable`` whether anything may be kept."""

    rows: tuple[RemarkRow, ...]
    today: dt.date
    writable: bool

    def row(self, ident: str) -> RemarkRow | None:
        """Return a remark by its id."""
        return next((row for row in self.rows if row.id == ident), None)


def part_segments(rows: Sequence[RemarkRow]) -> list[tuple[str, str]]:
    """Return the parts with how many remarks each has; what is overdue is open as well."""
    return [(part, f"{words} {sum(_within(row, part) for row in rows)}") for part, words in _PARTS.items()]


def matching(rows: Sequence[RemarkRow], part: str, words: str) -> tuple[RemarkRow, ...]:
    """Return the remarks of a part in which every word is found: satker, item, texts."""
    wanted = words.casefold().split()
    return tuple(row for row in rows if _within(row, part) and all(word in _searched(row) for word in wanted))


def remark_rows(rows: Sequence[RemarkRow], today: dt.date) -> tuple[RowGroup, ...]:
    """Return remarks as the list shows them, in their order, overdue first."""
    groups = [
        RowGroup(key, title, tuple(_row(row, today) for row in rows if _group(row) == key))
        for key, title in _GROUPS.items()
    ]
    return tuple(group for group in groups if group.rows)


def subtitle_words(row: RemarkRow) -> str:
    """Return which evaluation a remark stands in, who wrote it down and when."""
    return f"Evaluasi {row.year} · dicatat {', '.join(part for part in (row.author, dates.stated(row.at)) if part)}"


def fact_words(row: RemarkRow) -> tuple[tuple[str, str], ...]:
    """Return a remark as pairs of words and text; what is empty is left out."""
    texts = {key: str(getattr(row, key)) for key in TEXTS}
    late = " · lewat tenggat" if row.overdue else ""
    state = " · ".join(part for part in (STATES[row.state], row.reason) if part)
    facts = (
        ("Keadaan", state),
        ("Tenggat", f"{dates.whole_day(row.due)}{late}" if row.due else "–"),
        (TEXTS["responsible"], texts.pop("responsible") or "–"),
        ("Asal", ORIGINS[row.origin]),
        *((TEXTS[key], text) for key, text in texts.items()),
        ("Berselisih", "Diisi berbeda di dua laptop; yang tampak salah satunya." if row.disputed else ""),
    )
    return tuple((words, text) for words, text in facts if text)


def follow_up_words(entries: Sequence[FollowUp]) -> tuple[tuple[str, str], ...]:
    """Return follow-ups as pairs of a day and text, oldest first."""
    return tuple((dates.whole_day(entry.day) or dates.stated(entry.at), entry.text) for entry in entries)


def _group(row: RemarkRow) -> str:
    return LATE if row.overdue else OPEN if row.open else CLOSED


def _within(row: RemarkRow, part: str) -> bool:
    return part in (ALL, _group(row)) or (part == OPEN and row.open)


def _searched(row: RemarkRow) -> str:
    texts = [str(getattr(row, key)) for key in TEXTS]
    return " ".join((row.satker_name, row.satker_code, row.item, str(row.year), *texts)).casefold()


def _row(row: RemarkRow, today: dt.date) -> ListRow:
    followed = f"{row.done} tindak lanjut" if row.done else ""
    detail = " · ".join(part for part in (row.satker_name, str(row.year), row.item, row.responsible, followed) if part)
    icon, ink = ("difference", "warn") if row.disputed else _ICONS[_group(row)]
    end, token = _standing(row, today)
    return ListRow(row.id, row.recommendation, detail, icon, ink, end, token)


def _standing(row: RemarkRow, today: dt.date) -> tuple[str, str]:
    """Return what stands at the right of a remark, and the token of its colour."""
    if not row.open:
        return STATES[row.state], "ok"
    if not row.due:
        return STATES[row.state], "text2"
    day = dates.visit_days(row.due, "", today)
    return (f"Lewat {day}", "bad") if row.overdue else (f"s.d. {day}", "text2")
