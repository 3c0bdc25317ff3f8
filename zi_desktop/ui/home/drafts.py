"""What a person enters for a satker or an evaluation, and what is wrong with it, field by field; values without Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.identity import evaluation_id
from zi_desktop.worksheets.satker_list import SatkerEntry

_YEARS_OF_PREDICATES: Final = range(2000, 2100)
_YEARS_OF_EVALUATIONS: Final = range(2021, 2100)
_ROUNDS: Final = range(1, 100)


@dataclass(frozen=True, slots=True)
class SatkerDraft:
    """A satker as it stands in the fields; ``id`` and ``agency`` are those of the satker being corrected, or ""."""

    code: str = ""
    name: str = ""
    kind: str = ""
    kanwil: str = ""
    eselon1: str = ""
    predicate: str = ""
    predicate_year: str = ""
    id: str = ""
    agency: str = ""

    def entry(self) -> SatkerEntry:
        """Return it as the service takes it."""
        year = int(self.predicate_year) if self.predicate and self.predicate_year else 0
        return SatkerEntry(
            clean_line(self.code), clean_line(self.name), self.kind, clean_line(self.kanwil), clean_line(self.eselon1),
            agency=self.agency, predicate=self.predicate, predicate_year=year, id=self.id,
        )  # fmt: skip

    def problems(self, satkers: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
        """Return what is wrong by field; the satker that are there tell which codes are taken."""
        found: dict[str, str] = {}
        if not self.name.strip():
            found["name"] = "Isi nama satker."
        if not self.code.strip():
            found["code"] = "Isi kode satker."
        elif taken := self._taken(satkers):
            found["code"] = f"Kode ini dipakai {taken}."
        if self.predicate and not _within(self.predicate_year, _YEARS_OF_PREDICATES):
            found["predicate_year"] = "Isi tahun predikat, misalnya 2024."
        return found

    def _taken(self, satkers: Iterable[Mapping[str, Any]]) -> str:
        """Return the name of another satker that has, or had, this code."""
        code = clean_line(self.code).casefold()
        others = (row for row in satkers if row["id"] != self.id)
        return next((row["name"] for row in others if code in {known.casefold() for known in row["codes"]}), "")


@dataclass(frozen=True, slots=True)
class EvaluationDraft:
    """An evaluation to begin; ``satker`` is the id of its satker."""

    satker: str
    year: int
    activity: str
    target: str
    track: str = ""
    round: int = 1

    @property
    def id(self) -> str:
        """Return the id that it has, or would have."""
        return evaluation_id(self.satker, self.year, self.activity, self.round)


def evaluation_problems(satker: str, year: str, round_: str) -> Mapping[str, str]:
    """Return what is wrong with the typed fields of a new evaluation, by field."""
    found: dict[str, str] = {}
    if not satker:
        found["satker"] = "Pilih satker dari daftar. Yang belum ada: Esc, lalu Ctrl+Shift+N."
    if not _within(year, _YEARS_OF_EVALUATIONS):
        found["year"] = "Isi tahun mulai 2021."
    if not _within(round_, _ROUNDS):
        found["round"] = "Isi putaran 1–99."
    return found


def _within(text: str, years: range) -> bool:
    return text.isdecimal() and int(text) in years
