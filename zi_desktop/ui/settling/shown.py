"""What "Selesaikan beda penilaian" shows: the rows of its list, and what a version is called, without widgets."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from zi_desktop.domain.figures import points, weight
from zi_desktop.domain.instrument import Column
from zi_desktop.services.settling.matters import Matter, MatterKind, Totals, Version
from zi_desktop.ui import dates
from zi_desktop.ui.widgets.pills import Tone

_MOST_COLUMNS: Final = 3
"""Columns of versions beside each other; more stand only in the versions below."""
_MINUTE: Final = dt.timedelta(minutes=1)
_HOUR: Final = dt.timedelta(hours=1)
_DAY: Final = dt.timedelta(days=1)
_SHEETS: Final[Mapping[Column, str]] = {
    Column.MANDIRI: "Lembar kerja satker", Column.TPN: "Lembar kerja TPN", Column.TPI: "Lembar kerja",
}  # fmt: skip
_TOTALS: Final[Mapping[Column, str]] = {
    Column.TPI: "Nilai total", Column.MANDIRI: "Nilai Mandiri", Column.TPN: "Nilai TPN",
}  # fmt: skip


class Status(StrEnum):
    """How far a matter is; the value is the word in the list."""

    OPEN = "Belum"
    SEEN = "Ditinjau"
    DONE = "Selesai"
    WAITS = "Ketua tim"


@dataclass(frozen=True, slots=True)
class SettleLine:
    """One row of the list; ``cells`` stand under the headings of the versions; ``settled`` is what was chosen, or ""."""

    matter: Matter
    cells: tuple[str, ...]
    status: Status
    settled: str = ""

    @property
    def status_words(self) -> str:
        """Return the words of the last column."""
        return f"{self.status}: {self.settled}" if self.settled else str(self.status)


@dataclass(frozen=True, slots=True)
class SettleShown:
    """The whole list; ``row`` is the one that is looked at, -1 for none; ``closed`` why nothing can be settled, or ""."""

    id: str = ""
    satker: str = ""
    headings: tuple[str, ...] = ()
    lines: tuple[SettleLine, ...] = ()
    row: int = -1
    closed: str = ""

    @property
    def line(self) -> SettleLine | None:
        """Return the row that is looked at."""
        return self.lines[self.row] if 0 <= self.row < len(self.lines) else None

    @property
    def done(self) -> int:
        """Return how many were settled here."""
        return sum(line.status is Status.DONE for line in self.lines)


def headings_of(matters: Sequence[Matter]) -> tuple[str, ...]:
    """Return the headings of the versions: their authors where few have names of their own, one version each; else numbers.

    Authors stand in the order in which versions are numbered, so that columns and cards agree.
    """
    judged = [matter for matter in matters if matter.kind is not MatterKind.BEYOND]
    versions = [version for matter in judged for version in matter.versions]
    names = {_author(version): version_name(version) for version in versions}
    alone = all(len({_author(each) for each in matter.versions}) == len(matter.versions) for matter in judged)
    if judged and alone and len(set(names.values())) == len(names) <= _MOST_COLUMNS:
        return tuple(name for _, name in sorted(names.items()))
    most = max((len(matter.versions) for matter in matters), default=0)
    return tuple(f"Versi {number}" for number in range(1, min(most, _MOST_COLUMNS) + 1))


def cells_of(matter: Matter, headings: Sequence[str]) -> tuple[str, ...]:
    """Return what a matter says under each heading; of an act for the lead that act alone: what it replaced is nobody's version now."""
    said = matter.versions[:1] if matter.kind is MatterKind.BEYOND else matter.versions
    by_name = {version_name(version): version for version in said}
    by_number = {f"Versi {version.number}": version for version in said}
    found = [by_name.get(heading) or by_number.get(heading) for heading in headings]
    return tuple(version.words.partition("\n")[0] if version else "–" for version in found)


def version_name(version: Version, column: Column = Column.TPI) -> str:
    """Return whose version it is, as a heading says it: ``Anda``, ``Bagus C.``, ``Lembar kerja``."""
    if version.transcribed:
        return _SHEETS[column]
    if version.own:
        return _OWN
    first, *rest = version.name.partition(",")[0].split()
    return f"{first} {rest[-1][0]}." if rest else first


def version_title(version: Version, matter: Matter) -> str:
    """Return the title of a version: ``Versi Anda``, ``Versi Bagus Contohardjo``."""
    if version.transcribed:
        return _SHEETS[matter.column]
    if matter.kind is MatterKind.BEYOND:
        return version.name if version is matter.versions[0] else f"Semula: {version.name}"
    return "Versi Anda" if version.own else f"Versi {version.name.partition(',')[0]}"


def when_words(version: Version, matter: Matter, now: dt.datetime) -> str:
    """Return when a version was stated, and how much later than the oldest one."""
    moments = [moment for each in matter.versions if (moment := _moment(each.at))]
    own = _moment(version.at)
    words = dates.stated_in_full(version.at, now)
    if version.transcribed:
        words = f"{version.name} · {words}"
    later = own - min(moments) if own and moments else dt.timedelta(0)
    return f"{words} · {span_words(later)} lebih baru" if later >= _MINUTE else words


def span_words(span: dt.timedelta) -> str:
    """Return a span in its two largest units: ``2 jam 35 menit``, ``3 hari 4 jam``."""
    days, rest = divmod(span, _DAY)
    hours, rest = divmod(rest, _HOUR)
    parts = ((days, "hari"), (hours, "jam"), (rest // _MINUTE, "menit"))
    first = next((place for place, (count, _) in enumerate(parts) if count), len(parts) - 1)
    return " ".join(f"{count} {unit}" for count, unit in parts[first : first + 2] if count) or "0 menit"


def totals_words(totals: Totals, near: Sequence[Fraction]) -> str:
    """Return a total, or its lowest and highest figure while something is disputed: ``48,15–48,32``."""
    low, high = (points(total, near) for total in totals)
    return low if low == high else f"{low}–{high}"


def effect_words(column: Column, before: Totals, after: Totals | None, near: Sequence[Fraction]) -> str:
    """Return the total as it stands, and what it becomes: ``Nilai total 48,15–48,32 → 48,21``."""
    words = f"{_TOTALS[column]} {totals_words(before, near)}"
    return words if after is None else f"{words} → {totals_words(after, near)}"


def notice_of(line: SettleLine) -> tuple[str, Tone] | None:
    """Return what is to be known of a matter before it is settled, or that it was; nothing where nothing is special."""
    matter = line.matter
    if line.status is Status.DONE:
        return f"Sudah diselesaikan: {line.settled}.", Tone.OK
    if matter.closed:
        return matter.closed, Tone.WARN
    if matter.before and matter.kind is MatterKind.ANSWER:
        return "Sudah pernah diselesaikan; sesudah itu datang versi yang belum dilihat penyelesainya.", Tone.WARN
    if matter.kind is MatterKind.FORK:
        return "Catatan satu laptop bercabang dua. Periksa isinya, lalu tetapkan satu kali lagi.", Tone.WARN
    if matter.kind is MatterKind.BEYOND:
        return "Tercatat untuk ketua tim, yang menutupnya di sini; penutupan tidak mengubah nilai.", Tone.NEUTRAL
    return None


def share_words(matter: Matter) -> str:
    """Return the weight of an item, or "" for what has none: ``Bobot 0,17``."""
    if matter.share is None:
        return ""
    exact = (matter.share * 100).denominator == 1
    return f"Bobot {weight(matter.share) if exact else points(matter.share)}"


_OWN: Final = "Anda"


def _author(version: Version) -> tuple[bool, str, bool]:
    """Return whose version it is, to be ordered as ``domain.heads.numbered`` does."""
    return not version.own, version.author, version.transcribed


def _moment(at: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(at)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
