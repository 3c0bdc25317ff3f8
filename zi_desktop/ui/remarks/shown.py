"""What the screen "Catatan" shows: parts with counts, rows in groups, a remark in words. Values only."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from zi_desktop.domain.remark_terms import FINDINGS, ORIGINS, STATES, TEXTS
from zi_desktop.services.remarks.listing import EarlierRemark, RemarkRow
from zi_desktop.ui import dates
from zi_desktop.ui.page import SaveState
from zi_desktop.ui.widgets.grouped_rows import ListRow, RowGroup

ALL: Final = "semua"
EARLIER: Final = "terdahulu"
LATE: Final = "lewat"
OPEN: Final = "terbuka"
CLOSED: Final = "selesai"
_CHECKED: Final = "diperiksa"
_PARTS: Final = {ALL: "Semua", EARLIER: "Terdahulu", LATE: "Lewat tenggat", OPEN: "Terbuka", CLOSED: "Selesai"}
_GROUPS: Final = {
    EARLIER: "Dari evaluasi terdahulu, belum diperiksa", LATE: "Lewat tenggat", OPEN: "Terbuka",
    CLOSED: "Selesai atau tidak relevan lagi", _CHECKED: "Dari evaluasi terdahulu, sudah diperiksa",
}  # fmt: skip
_OPEN_TOO: Final = "Terbuka lainnya"
"""Below those that are overdue, which are open as well."""
_ICONS: Final = {LATE: ("flag", "bad"), OPEN: ("flag", "text2"), CLOSED: ("check-circle", "ok")}
_FOUND_ICONS: Final = {
    "": ("circle", "text3"), "selesai": ("check-circle", "ok"), "terbuka": ("flag", "text2"),
    "tidak_relevan": ("check-circle", "text2"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RemarksShown:
    """The remarks that are shown.

    Attributes:
        rows: of all evaluations or of one, overdue first.
        today: the day by which they are overdue.
        writable: anything may be kept at all.
        evaluation: id of the only evaluation that is shown, or "".
        earlier: open remarks of the satker's earlier evaluations, with what this one found of each.
        closed: the only evaluation is closed, so that it takes no new remark and no finding.
        save: what every screen of the only evaluation says of saving.
    """

    rows: tuple[RemarkRow, ...]
    today: dt.date
    writable: bool
    evaluation: str = ""
    earlier: tuple[EarlierRemark, ...] = ()
    closed: bool = False
    save: SaveState | None = None

    def row(self, ident: str) -> RemarkRow | None:
        """Return a remark by its id, an earlier one too."""
        return next((row for row in self.listed if row.id == ident), None)

    def earlier_one(self, ident: str) -> EarlierRemark | None:
        """Return a remark of an earlier evaluation by its id."""
        return next((each for each in self.earlier if each.row.id == ident), None)

    @property
    def listed(self) -> tuple[RemarkRow, ...]:
        """Return every remark, those to be confirmed first."""
        return (*(each.row for each in self.earlier), *self.rows)

    @property
    def unconfirmed(self) -> int:
        """Return how many remarks of earlier evaluations nobody has looked at."""
        return sum(not each.finding for each in self.earlier)


def part_segments(shown: RemarksShown, words: str = "") -> list[tuple[str, str]]:
    """Return the parts with how many remarks each has in which every word is found; what is overdue is open as well."""
    counts = {part: len(matching(shown, part, words).listed) for part in _PARTS}
    return [(part, f"{words} {counts[part]}") for part, words in _PARTS.items() if part != EARLIER or shown.earlier]


def matching(shown: RemarksShown, part: str, words: str) -> RemarksShown:
    """Return the remarks of a part in which every word is found: satker, item, texts."""
    wanted = words.casefold().split()

    def found(row: RemarkRow) -> bool:
        return all(word in _searched(row) for word in wanted)

    earlier = tuple(each for each in shown.earlier if part in (ALL, EARLIER) and found(each.row))
    return replace(shown, rows=tuple(row for row in shown.rows if _within(row, part) and found(row)), earlier=earlier)


def remark_rows(shown: RemarksShown) -> tuple[RowGroup, ...]:
    """Return remarks as the list shows them: what is to be confirmed first, then overdue ones."""
    placed: dict[str, list[ListRow]] = {key: [] for key in _GROUPS}
    for each in shown.earlier:
        placed[_CHECKED if each.finding else EARLIER].append(_earlier_row(each))
    for row in shown.rows:
        placed[_group(row)].append(_row(row, shown))
    titles = {**_GROUPS, OPEN: _OPEN_TOO} if placed[LATE] else _GROUPS
    return tuple(RowGroup(key, title, tuple(placed[key])) for key, title in titles.items() if placed[key])


def subtitle_words(row: RemarkRow) -> str:
    """Return which evaluation a remark stands in, who wrote it down and when."""
    return f"Evaluasi {row.year} · dicatat {_joined((row.author, dates.stated(row.at)), ', ')}"


def fact_words(row: RemarkRow, earlier: EarlierRemark | None = None) -> tuple[tuple[str, str], ...]:
    """Return a remark as pairs of words and text; what is empty is left out."""
    texts = {key: str(getattr(row, key)) for key in TEXTS}
    late = " · lewat tenggat" if row.overdue else ""
    settled = f"menurut evaluasi {row.settled_in}" if row.settled_in else ""
    finding = _joined((FINDINGS.get(earlier.finding, "Belum diperiksa"), earlier.note)) if earlier else ""
    facts = (
        ("Hasil pemeriksaan", finding),
        ("Keadaan semula" if earlier else "Keadaan", _joined((STATES[row.state], settled, row.reason))),
        ("Tenggat", f"{dates.whole_day(row.due)}{late}" if row.due else "–"),
        (TEXTS["responsible"], texts.pop("responsible") or "–"),
        ("Asal", ORIGINS[row.origin]),
        *((TEXTS[key], text) for key, text in texts.items()),
        ("Berselisih", "Diisi berbeda di dua laptop; yang tampak salah satunya." if row.disputed else ""),
    )
    return tuple((words, text) for words, text in facts if text)


def _group(row: RemarkRow) -> str:
    return LATE if row.overdue else OPEN if row.open else CLOSED


def _within(row: RemarkRow, part: str) -> bool:
    return part in (ALL, _group(row)) or (part == OPEN and row.open)


def _searched(row: RemarkRow) -> str:
    texts = [str(getattr(row, key)) for key in TEXTS]
    return " ".join((row.satker_name, row.satker_code, row.item, str(row.year), *texts)).casefold()


def _row(row: RemarkRow, shown: RemarksShown) -> ListRow:
    followed = f"{row.done} tindak lanjut" if row.done else ""
    whose = ("", "") if shown.evaluation else (row.satker_name, str(row.year))
    detail = _joined((*whose, row.item, row.responsible, followed))
    icon, ink = ("difference", "warn") if row.disputed else _ICONS[_group(row)]
    end, token = _standing(row, shown.today)
    return ListRow(row.id, row.recommendation, detail, icon, ink, end, token)


def _earlier_row(each: EarlierRemark) -> ListRow:
    row, (icon, ink) = each.row, _FOUND_ICONS[each.finding]
    detail = _joined((f"Evaluasi {row.year}", row.item, row.responsible, each.note))
    end = FINDINGS.get(each.finding, "Belum diperiksa")
    return ListRow(row.id, row.recommendation, detail, icon, ink, end, "text2" if each.finding else "warn")


def _standing(row: RemarkRow, today: dt.date) -> tuple[str, str]:
    """Return what stands at the right of a remark, and the token of its colour."""
    if not row.open:
        return STATES[row.state], "ok"
    if not row.due:
        return STATES[row.state], "text2"
    day = dates.visit_days(row.due, "", today)
    return (f"Lewat {day}", "bad") if row.overdue else (f"s.d. {day}", "text2")


def _joined(parts: Iterable[str], between: str = " · ") -> str:
    return between.join(part for part in parts if part)
