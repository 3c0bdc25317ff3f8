"""Which sheet of a workbook is the worksheet: found by content, named by a person where there are several."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from zi_desktop.worksheets.reading import WorksheetError
from zi_desktop.worksheets.sheet_columns import SheetColumns, UnclearColumnsError, find_columns
from zi_desktop.worksheets.workbook_file import Sheet, read_sheets


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sheet with the answers of a worksheet; ``problem`` says why its columns cannot be told, "" where they can."""

    sheet: Sheet
    columns: SheetColumns | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets that look like worksheets, and those beside them."""

    name: str
    digest: str
    candidates: tuple[Candidate, ...]
    others: tuple[Sheet, ...]


def open_book(path: Path) -> Book:
    """Return what a workbook holds.

    Raises:
        FileReadError: it cannot be opened.
        WorksheetError: it is no workbook.
    """
    digest, sheets = read_sheets(path)
    candidates: list[Candidate] = []
    others: list[Sheet] = []
    for sheet in sheets:
        try:
            columns = find_columns(sheet)
        except UnclearColumnsError as error:
            candidates.append(Candidate(sheet, None, str(error)))
            continue
        if columns:
            candidates.append(Candidate(sheet, columns))
        else:
            others.append(sheet)
    return Book(path.name, digest, tuple(candidates), tuple(others))


def offered(book: Book, wanted: str) -> Sequence[Candidate]:
    """Return the sheets among which the worksheet is: the one that was named, else the visible ones, else all.

    Raises:
        WorksheetError: the workbook has no sheet of that name, or it is no worksheet.
    """
    if not wanted:
        return [each for each in book.candidates if each.sheet.visible] or book.candidates
    found = [each for each in book.candidates if _same(each.sheet.name, wanted)]
    if found:
        return found
    names = ", ".join(f"“{each.sheet.name}”" for each in book.candidates)
    known = any(_same(sheet.name, wanted) for sheet in book.others)
    problem = f"lembar “{wanted}” bukan lembar kerja" if known else f"tidak memuat lembar “{wanted}”"
    if not names:
        raise no_worksheet(book.name)
    raise WorksheetError(book.name, problem, f"sebut salah satu dari {names}, lalu ulangi")


def refuse_unclear(book: Book, candidate: Candidate) -> NoReturn:
    """Refuse a worksheet whose columns cannot be told.

    Raises:
        WorksheetError: always.
    """
    raise WorksheetError(
        book.name,
        f"tidak dapat dibaca dengan pasti: pada lembar “{candidate.sheet.name}” {candidate.problem}",
        "pulihkan judul kolomnya, lalu ulangi",
    )


def refuse_several(book: Book, found: Sequence[Candidate]) -> NoReturn:
    """Ask for the name of one of several worksheets.

    Raises:
        WorksheetError: always.
    """
    names = ", ".join(each.sheet.name for each in found)
    raise WorksheetError(book.name, f"memuat beberapa lembar kerja: {names}", "sebut nama lembarnya, lalu ulangi")


def no_worksheet(name: str) -> WorksheetError:
    """Return the failure of a workbook that holds something else."""
    return WorksheetError(
        name, "tidak memuat lembar kerja Zona Integritas (Lampiran III atau PortalRB)", "pilih berkas yang benar"
    )


def _same(name: str, wanted: str) -> bool:
    return " ".join(name.casefold().split()) == " ".join(wanted.casefold().split())
