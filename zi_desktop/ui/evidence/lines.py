"""What the list of evidence shows, as values ready to paint; no Qt and no service in it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from zi_desktop.domain.evidence import EvidenceFile, EvidenceLink, Judged, Period
from zi_desktop.domain.evidence_terms import FITTING, STATE_TITLES, UNCHECKED
from zi_desktop.services.evidence.findings import EvidenceFinding
from zi_desktop.ui import dates

_MARKS: Final[Mapping[str, tuple[str, str]]] = {
    UNCHECKED: ("circle", "text2"), "sesuai": ("check-circle", "ok"), "kurang": ("warning", "warn"),
    "tidak_sesuai": ("cross-circle", "bad"),
}  # fmt: skip
_TABLES: Final = ("sheet", "excel", "csv")
_UNITS: Final = ("B", "KB", "MB", "GB", "TB")
_STEP: Final = 1024
_SMALL: Final = 10
_PERIOD: Final = "other_time"
"""Findings that a line tells of itself, at once and in the words of the screen."""
_PRIVATE: Final = frozenset({"last_year", "other_satker"})
"""Findings that are not shown while the satker looks on."""


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One file in the list.

    Attributes:
        link: the file at its place.
        name: cut in the middle where room is short.
        details: size, day, state and period, in words.
        drawing: icon of the kind of file.
        mark: icon and ink of the state.
        warnings: what is pointed out about the file, sentences.
        reason: why it was judged so, "" where nothing was said.
    """

    link: EvidenceLink
    name: str
    details: str
    drawing: str
    mark: tuple[str, str]
    warnings: tuple[str, ...]
    reason: str

    @property
    def words(self) -> str:
        """Return the row as it is read aloud."""
        return ", ".join([self.name, self.details.replace(" · ", ", "), *self.warnings])

    @property
    def tip(self) -> str:
        """Return the whole name, the reason and what is pointed out, one below the other."""
        return "\n".join(part for part in (self.name, self.reason, *self.warnings) if part)


class Sieve(StrEnum):
    """Which files of an item are listed."""

    ALL = "semua"
    UNCHECKED = "belum dicek"
    WANTING = "kurang/tidak sesuai"

    def takes(self, line: EvidenceLine) -> bool:
        """Tell whether a file is listed; where people judged differently, nobody has judged."""
        judged = line.link.judged
        open_ = judged.disputed or judged.value == UNCHECKED
        match self:
            case Sieve.UNCHECKED:
                return open_
            case Sieve.WANTING:
                return not open_ and judged.value != FITTING
        return True

    @property
    def after(self) -> "Sieve":
        """Return the next one, round and round."""
        everything = list(Sieve)
        return everything[(everything.index(self) + 1) % len(everything)]


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """Everything that the panel of an item shows.

    Attributes:
        place: code of the item.
        lines: its files.
        sufficiency: how far they suffice; the value is "" where nobody has judged it.
        waiting: files in the inbox.
        read_only: the evaluation is closed.
    """

    place: str
    lines: tuple[EvidenceLine, ...]
    sufficiency: Judged
    waiting: int
    read_only: bool


def evidence_line(
    link: EvidenceLink, warnings: Sequence[str], today: dt.date, year: int, *, at_hub: bool = False
) -> EvidenceLine:
    """Return how a file is shown in the evaluation of a year; ``at_hub`` tells that its bytes were let go here."""
    period = period_words(link.period)
    if link.period.outside(year):
        warnings = (f"Periode {period} di luar tahun evaluasi {year}.", *warnings)
    state = "beda penilaian" if link.judged.disputed else STATE_TITLES[link.judged.value]
    told = (
        size_words(link.file.size),
        _day(link, today),
        "ada di Inspektorat" if at_hub else "" if link.file.kept else "dicatat saja",
        state,
        f"periode {period}" if period else "",
    )
    return EvidenceLine(
        link=link,
        name=link.file.name,
        details=" · ".join(part for part in told if part),
        drawing=drawing_of(link.file),
        mark=("difference", "warn") if link.judged.disputed else _MARKS[link.judged.value],
        warnings=tuple(warnings),
        reason=link.judged.reason,
    )


def period_words(period: Period) -> str:
    """Return the days that a file covers, "" where nobody said so."""
    first, last = dates.whole_day(period.first), dates.whole_day(period.last)
    if first and last:
        return first if first == last else f"{first} – {last}"
    return f"sejak {first}" if first else f"sampai {last}" if last else ""


def drawing_of(file: EvidenceFile) -> str:
    """Return the icon of a kind of file."""
    if file.type.startswith("image/"):
        return "picture"
    return "table" if any(word in file.type for word in _TABLES) else "document"


def size_words(size: int) -> str:
    """Return a size in bytes as ``84 KB`` or ``1,2 MB``."""
    amount, unit = float(size), 0
    while round(amount) >= _STEP:
        amount, unit = amount / _STEP, unit + 1
    digits = 1 if unit and amount < _SMALL else 0
    return f"{amount:.{digits}f} {_UNITS[unit]}".replace(".", ",")


def warnings_by_file(findings: Sequence[EvidenceFinding], *, hidden: bool) -> Mapping[str, tuple[str, ...]]:
    """Return what is pointed out of each file, by digest; ``hidden`` leaves out what the satker must not see."""
    found: dict[str, list[str]] = {}
    for finding in findings:
        if finding.kind != _PERIOD and not (hidden and finding.kind in _PRIVATE):
            found.setdefault(finding.sha256, []).append(finding.sentence)
    return {sha256: tuple(sentences) for sha256, sentences in found.items()}


def _day(link: EvidenceLink, today: dt.date) -> str:
    """Return the day on which a photo was taken, else the day on which a file was added."""
    at = link.file.taken or link.at
    try:
        day = dt.datetime.fromisoformat(at).date()
    except ValueError:
        return ""
    words = dates.whole_day(day.isoformat())
    short = words.removesuffix(f" {today.year}") if day.year == today.year else words
    return f"foto {short}" if link.file.taken else short
