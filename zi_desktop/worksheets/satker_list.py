"""The list of satker that an Inspectorate keeps in Excel or CSV."""

import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.errors import ListError, ZiError
from zi_desktop.worksheets.rows import read_rows, refusal

_NEEDED: Final = ("kode", "nama")
_YEARS: Final = range(2000, 2100)
_SHOWN: Final = 200
"""Letters of a wrong row that a message may show."""


@dataclass(frozen=True, slots=True)
class SatkerEntry:
    """One row of a list; an empty text was not given. ``predicate`` is WBK, WBBM or ""."""

    code: str
    name: str
    kind: str = ""
    kanwil: str = ""
    eselon1: str = ""
    agency: str = ""
    predicate: str = ""
    predicate_year: int = 0
    other_code: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class SatkerRow:
    """A row of a list as it was read: its number as a spreadsheet shows it, and its entry or why it has none."""

    number: int
    code: str
    name: str
    entry: SatkerEntry | None
    problem: str = ""


def read_satker_rows(path: Path) -> list[SatkerRow]:
    """Read every row of a list, the wrong ones with what is wrong about them.

    The columns are kode, nama; optional jenis, kanwil, eselon 1, instansi, predikat, tahun predikat, kode lain, id.

    Raises:
        FileReadError: the file cannot be read.
        ListError: it is no list of satker at all.
    """
    seen: dict[tuple[str, str], int] = {}
    return [_row(number, row, seen) for number, row in read_rows(path, _NEEDED)]


def read_satker_list(path: Path) -> list[SatkerEntry]:
    """Read a list of which every row is to be taken; see ``read_satker_rows``.

    Raises:
        ListError: names each row that is wrong; nothing of the list is to be taken then.
    """
    rows = read_satker_rows(path)
    if problems := [f"baris {row.number}: {row.problem}" for row in rows if row.problem]:
        raise refusal(path, problems)
    return [row.entry for row in rows if row.entry]


def _row(number: int, row: dict[str, str], seen: dict[tuple[str, str], int]) -> SatkerRow:
    code, name = row["kode"][:_SHOWN], row["nama"][:_SHOWN]
    try:
        entry = _entry(row)
    except ZiError as error:
        return SatkerRow(number, code, name, None, str(error))
    key = entry.agency.casefold(), entry.code.casefold()
    if (first := seen.setdefault(key, number)) != number:
        return SatkerRow(number, code, name, None, f"kode {entry.code} sudah ada di baris {first}")
    return SatkerRow(number, entry.code, entry.name, entry)


def _entry(row: dict[str, str]) -> SatkerEntry:
    texts = {heading: clean_line(text) for heading, text in row.items()}
    predicate = texts.get("predikat", "").upper().strip("-–")
    year = texts.get("tahun predikat", "")
    entry = SatkerEntry(
        code=texts["kode"],
        name=texts["nama"],
        kind=texts.get("jenis", ""),
        kanwil=texts.get("kanwil", ""),
        eselon1=texts.get("eselon 1", "") or texts.get("eselon i", ""),
        agency=texts.get("instansi", ""),
        predicate=predicate,
        predicate_year=int(year) if year.isdecimal() else 0,
        other_code=texts.get("kode lain", ""),
        id=texts.get("id", "").casefold(),
    )
    check_entry(entry)
    return entry


def check_entry(entry: SatkerEntry) -> None:
    """Refuse a row that names no satker.

    Raises:
        ListError: what is missing or wrong, without the row.
    """
    if missing := [column for column, text in zip(_NEEDED, (entry.code, entry.name), strict=True) if not text]:
        raise ListError(f"{' dan '.join(missing)} kosong")
    if entry.predicate not in ("", "WBK", "WBBM"):
        raise ListError(f"predikat {entry.predicate[:20]} bukan WBK atau WBBM")
    if entry.predicate and entry.predicate_year not in _YEARS:
        raise ListError("tahun predikat kosong atau bukan tahun")
    if entry.id and not _is_uuid(entry.id):
        raise ListError("id bukan UUID")


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
