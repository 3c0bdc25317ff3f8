"""Scoring a worksheet file by itself; needs no workspace."""

from dataclasses import dataclass
from pathlib import Path

from zi_desktop.domain.instrument import Column
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.services import editions
from zi_desktop.worksheets.differences import differences
from zi_desktop.worksheets.reading import Difference, Fault, SheetColumn, Worksheet
from zi_desktop.worksheets.worksheet_file import read_worksheet


@dataclass(frozen=True, slots=True)
class ScoredFile:
    """A worksheet, one column of it, its score, and where the sheet's own figures differ and why."""

    worksheet: Worksheet
    column: Column
    sheet: SheetColumn
    card: ScoreCard
    differences: tuple[Difference, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return what is wrong with the sheet; its figures are those of one column only."""
        return self.worksheet.faults if self.worksheet.scored in (None, self.column) else ()


def score_file(path: Path, column: Column | None = None, sheet: str = "") -> ScoredFile:
    """Score a worksheet file against the current edition.

    Args:
        path: of the file.
        column: whose answers; None = whose the sheet says that they are; else TPI where it is filled, else the unit's own.
        sheet: name of the sheet, where the file holds several worksheets.

    Raises:
        FileReadError: the file cannot be opened.
        WorksheetError: it holds no worksheet, or several and none was named.
    """
    edition = editions.current()
    worksheet = read_worksheet(path, edition, sheet=sheet)
    chosen = column or worksheet.owner or _filled(worksheet)
    found = worksheet.column(chosen)
    assert found is not None  # both layouts offer both columns
    card = editions.calculator(edition.structure_digest).score(
        {code: each.answer for code, each in found.answers.items()}
    )
    return ScoredFile(worksheet, chosen, found, card, differences(worksheet, chosen, card))


def _filled(worksheet: Worksheet) -> Column:
    tpi = worksheet.column(Column.TPI)
    return Column.TPI if tpi is not None and tpi.answers else Column.MANDIRI
