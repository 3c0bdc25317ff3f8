"""The headings over the columns of a sheet: what they say, and what a column under them holds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.instrument import Column
from zi_desktop.worksheets.workbook_file import Sheet

_HEIGHT: Final = 8
_LONGEST: Final = 200
"""Letters of a heading that are read; the title of a sheet may be longer."""

_MEANINGS: Final[Mapping[str, tuple[Iterable[str], Iterable[str]]]] = {
    "bobot": (("bobot",), ("nilai", "%")),
    "penjelasan": (("penjelasan", "kriteria"), ("catatan", "keterangan")),
    "jawaban": (("jawaban",), ("pilihan", "catatan", "penjelasan", "bukti")),
    "catatan": (("catatan", "keterangan"), ("bukti",)),
    "bukti": (("bukti", "tautan", "link", "data dukung"), ("catatan",)),
    "nilai": (("nilai", "skor"), ("catatan", "jawaban", "pilihan", "%")),
}
"""Words of which one must stand in a heading, and words that must not."""
_PAST: Final = re.compile(r"tahun lalu|sebelumnya|terdahulu")
_YEAR: Final = re.compile(r"\b20\d\d\b")
"""A heading with a year may stand over what somebody said in another one."""
_TPI: Final = re.compile(r"\btpi\b|penilai internal|evaluator|inspektorat")
_TPN: Final = re.compile(r"\btpn\b|penilai nasional|kemenpan")
_UNIT: Final = re.compile(r"\bunit\b|\bupt\b|satker|satuan kerja|mandiri")
_OWNERS: Final[Mapping[Column, re.Pattern[str]]] = {Column.MANDIRI: _UNIT, Column.TPI: _TPI, Column.TPN: _TPN}
_WHOLE: Final = "jawaban dan catatan"
"""How our own sheets begin to say over their notes whose both are."""
_WHOSE: Final = 60
"""Letters of a heading that may say whose answers stand below it; the title of a sheet, which may be merged over it, is longer."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Headings by number of their column, as they are written and in lower case."""

    written: Mapping[int, str]
    plain: Mapping[int, str]

    def named(self, meaning: str, columns: range) -> list[int]:
        """Return the columns whose heading means something, those of another year left out."""
        wanted, unwanted = _MEANINGS[meaning]
        return [
            column for column, text in self.plain.items()
            if column in columns and any(word in text for word in wanted)
            and not any(word in text for word in unwanted) and not _PAST.search(text) and not _YEAR.search(text)
        ]  # fmt: skip

    def says(self, column: int) -> str:
        """Return the heading of a column in lower case, "" where it has none."""
        return self.plain.get(column, "")

    def is_past(self, column: int) -> bool:
        """Tell whether a heading says that something of another year stands there."""
        return bool(_PAST.search(self.says(column)))

    def is_of_others(self, column: int) -> bool:
        """Tell whether a heading names another year or the national assessors: neither the unit nor the Inspectorate."""
        return self.is_past(column) or self.is_of_tpn(column) or bool(_YEAR.search(self.says(column)))

    def is_of_tpi(self, column: int) -> bool:
        """Tell whether a heading names the assessors of the Inspectorate."""
        return bool(_TPI.search(self.says(column)))

    def owner(self, answers: int, notes: int) -> Column | None:
        """Return whose answers a column says that it holds, itself or over its notes; None = nobody's in particular."""
        over = [self.says(answers), self.says(notes) if self.tells_owner(notes) else ""]
        named = {
            column for text in over for column, words in _OWNERS.items() if len(text) <= _WHOSE and words.search(text)
        }
        return named.pop() if len(named) == 1 else None

    def tells_owner(self, column: int) -> bool:
        """Tell whether a heading over notes says whose the answers are as well."""
        return _WHOLE in self.says(column)

    def is_of_tpn(self, column: int) -> bool:
        """Tell whether a heading names the national assessors."""
        return bool(_TPN.search(self.says(column)))


def read_headings(sheet: Sheet, choices: int, first: int) -> Headings:
    """Return the headings of a sheet; a merged one belongs to each of its columns.

    Args:
        sheet: with or without headings.
        choices: the column of choices; what is merged across it is the title of the sheet and no heading.
        first: the first row below the headings.
    """
    rows = range(max(1, first - _HEIGHT), first)
    spans = {(top, left): right for top, left, _, right in sheet.merged}
    found: dict[int, list[str]] = {}
    for (row, column), cell in sorted(pair for pair in sheet.cells.items() if pair[0][0] in rows):
        if cell.kind == "s" and not cell.formula and (text := clean_line(cell.text[:_LONGEST])):
            last = spans.get((row, column), column)
            for each in range(column, last + 1) if last <= choices or column >= choices else ():
                found.setdefault(each, []).append(text)
    written = {column: " ".join(texts) for column, texts in sorted(found.items())}
    plain = {column: text.casefold() for column, text in written.items()}
    return Headings(MappingProxyType(written), MappingProxyType(plain))
