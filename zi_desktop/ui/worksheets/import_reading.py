"""Reads a worksheet file and looks at what it would do: plain functions for the worker, which only read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.plan import ACTIVITIES
from zi_desktop.services.composition import Services
from zi_desktop.services.worksheets.importing import WHOSE
from zi_desktop.services.worksheets.matching import SatkerNames
from zi_desktop.services.worksheets.preview import ImportPreview
from zi_desktop.worksheets.reading import Worksheet, WorksheetError

_OPEN: Final = ("belum_mulai", "berjalan", "siap_ditinjau")
"""States in which an evaluation takes answers."""


@dataclass(frozen=True, slots=True)
class Target:
    """An evaluation that a worksheet may go into; ``evaluation`` is "" where it is yet to begin."""

    evaluation: str
    satker: str
    year: int
    words: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: a file, into which evaluation ("" = find it), or else into which one probably."""

    file: Path
    evaluation: str = ""
    likely: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was read.

    Attributes:
        file: where it is.
        sheets: its worksheets, nearly always one.
        targets: what it may go into, the likeliest first.
        target: where it goes, or None where a person has to say.
        matched: name of the satker that the file names, or "".
        assumed: whether ``target`` is only the evaluation that was in front: the file says nothing of whose it is.
    """

    file: Path
    sheets: tuple[Worksheet, ...]
    targets: tuple[Target, ...]
    target: Target | None
    matched: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """A column of a worksheet beside that of an evaluation."""

    worksheet: Worksheet
    preview: ImportPreview


def read_file(services: Services, wish: Wish) -> Found:
    """Read a file and find where it goes.

    Raises:
        FileReadError: it cannot be opened.
        WorksheetError: it holds no worksheet.
    """
    sheets = _sheets(services, wish.file)
    rows = services.evaluations.list()
    match = SatkerNames(services.satkers.list()).match(sheets[0].unit, wish.file.stem)
    alike = [match.satker] if match.satker else list(match.candidates)
    order = {known.id: place for place, known in enumerate(alike)}
    targets = [_target(row) for row in rows if row["status"] in _OPEN]
    targets.sort(key=lambda target: order.get(target.satker, len(order)))
    year = sheets[0].year or services.workspace.now().year
    if match.satker and not any(row["satker"] == match.satker.id and row["year"] == year for row in rows):
        begun = Target("", match.satker.id, year, f"{match.satker.name} · evaluasi {year} belum dimulai")
        targets.insert(0, begun)
    known = {target.evaluation: target for target in targets if target.evaluation}
    target = known.get(wish.evaluation)
    if target is None and match.satker:
        of_year = [each for each in targets if (each.satker, each.year) == (match.satker.id, year)]
        target = of_year[0] if of_year else None
    in_front = None if target else known.get(wish.likely)
    name = match.satker.name if match.satker else ""
    return Found(wish.file, sheets, tuple(targets), target or in_front, name, assumed=in_front is not None)


def look(services: Services, found: Found, sheet: int, evaluation: str, column: Column) -> Looked:
    """Tell what a column would do; a sheet is read again where the evaluation keeps to another edition.

    Raises:
        NotFoundError: there is no such evaluation.
        InvalidInputError: the worksheet has no such column.
    """
    worksheet, instrument = found.sheets[sheet], services.evaluations.open(evaluation).state.instrument
    if instrument.structure_digest != services.workspace.editions.for_year(_year_of(services)).structure_digest:
        worksheet = services.importing.read(found.file, instrument, worksheet.sheet)
    return Looked(worksheet, services.importing.preview(evaluation, worksheet, column))


def columns_of(worksheet: Worksheet) -> Sequence[Column]:
    """Return the columns that a worksheet can fill."""
    return [column for column in Column if worksheet.column(column) is not None]


def usual_column(worksheet: Worksheet) -> tuple[Column, str]:
    """Return the column to begin with, and why."""
    if worksheet.owner:
        return worksheet.owner, f"Lembar menyebut jawaban {WHOSE[worksheet.owner]}."
    if None in worksheet.columns:
        return Column.MANDIRI, "Satu kolom jawaban biasanya diisi satker."
    unit = worksheet.columns.get(Column.MANDIRI)
    if unit and unit.answers:
        return Column.MANDIRI, "Kolom jawaban unit terisi."
    return Column.TPI, "Hanya kolom jawaban TPI yang terisi."


def _sheets(services: Services, file: Path) -> tuple[Worksheet, ...]:
    instrument = services.workspace.editions.for_year(_year_of(services))
    try:
        return (services.importing.read(file, instrument),)
    except WorksheetError:
        several = services.importing.read_all(file, instrument)
        if len(several) == 1:
            raise
        return several


def _year_of(services: Services) -> int:
    return services.workspace.now().year


def _target(row: Json) -> Target:
    round_ = f" putaran {row['round']}" if row["round"] > 1 else ""
    words = f"{row['satker_name']} · {ACTIVITIES[row['activity']]} {row['year']}{round_}"
    return Target(row["id"], row["satker"], row["year"], words)
