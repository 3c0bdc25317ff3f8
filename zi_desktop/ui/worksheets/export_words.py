"""What an export is called and says: layouts, proposed file names, the line about what was written."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.instrument import Column
from zi_desktop.services.worksheets.exporting import ExportLayout
from zi_desktop.ui.worksheets.import_words import COLUMN_WORDS

LAYOUT_WORDS: Final[Mapping[ExportLayout, str]] = {
    ExportLayout.LAMPIRAN3: "Lampiran III", ExportLayout.PORTALRB: "PortalRB", ExportLayout.PORTALRB_JSON: "Portal (JSON)",
}  # fmt: skip
LAYOUT_HINTS: Final[Mapping[ExportLayout, str]] = {
    ExportLayout.LAMPIRAN3: "Buku kerja Excel susunan Lampiran III, dengan rumusnya; memuat satu kolom penilaian.",
    ExportLayout.PORTALRB: "Buku kerja Excel susunan PortalRB, dengan rumusnya; memuat kolom Mandiri dan TPI.",
    ExportLayout.PORTALRB_JSON: "Data untuk portal nasional; memuat jawaban dan catatan Mandiri dan TPI.",
}
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST: Final = 100


@dataclass(frozen=True, slots=True)
class ExportSubject:
    """An evaluation that can be exported: what files and dialogs call it."""

    id: str
    satker: str
    year: int
    round: int

    @property
    def words(self) -> str:
        """Return satker, year, and the round from the second on."""
        return f"{self.satker} · {self.year}{self._round}"

    @property
    def _round(self) -> str:
        return f" putaran {self.round}" if self.round > 1 else ""

    def stem(self, layout: ExportLayout, column: Column) -> str:
        """Return the name of its file without its ending: ``LKE 2026 Lapas Contohrejo``."""
        kept = " ".join(_FORBIDDEN.sub(" ", self.satker).split())[:_LONGEST].rstrip(". ")
        told = {ExportLayout.PORTALRB: " PortalRB"}.get(layout, "")
        if layout is ExportLayout.LAMPIRAN3 and column is not Column.TPI:
            told = f" {COLUMN_WORDS[column]}"
        return f"LKE {self.year} {kept}{self._round}{told}"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the files, what is open in them, a sentence for each evaluation that failed; empty in ``column``."""

    files: tuple[Path, ...]
    unanswered: int
    disputed: int
    failures: tuple[str, ...] = ()
    column: Column = Column.TPI


def file_names(subjects: Sequence[ExportSubject], layout: ExportLayout, column: Column) -> list[str]:
    """Return a file name for each evaluation, no two alike, also where a disk does not tell capitals."""
    names: list[str] = []
    for subject in subjects:
        names.append(_free(subject.stem(layout, column), layout.suffix, {name.casefold() for name in names}))
    return names


def units_name(subjects: Sequence[ExportSubject]) -> str:
    """Return the name of a list of units."""
    return f"LKE {subjects[0].year} daftar unit.json"


def written_words(written: Written) -> str:
    """Return the line about what stands on the disk now."""
    files, failed = written.files, len(written.failures)
    if len(files) == 1 and not failed:
        said = f"{files[0].name} tertulis"
    elif failed:
        said = f"{len(files)} dari {len(files) + failed} buku kerja tertulis"
    else:
        said = f"{len(files)} buku kerja tertulis"
    if written.unanswered:
        said += f"; {written.unanswered} butir {COLUMN_WORDS[written.column]} kosong"
    if written.disputed:
        said += f"; beda penilaian pada {written.disputed} butir belum diputuskan"
    return f"{said}."


def _free(stem: str, suffix: str, taken: Collection[str]) -> str:
    name, number = f"{stem}{suffix}", 2
    while name.casefold() in taken:
        name, number = f"{stem} ({number}){suffix}", number + 1
    return name
