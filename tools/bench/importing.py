"""A filled worksheet taken into an evaluation, whole, against openpyxl merely opening it; and a bomb turned away."""

import itertools
import zipfile
from pathlib import Path
from typing import Final

import openpyxl

from tools.bench.measuring import Row, in_turn, milliseconds
from tools.bench.place import Place
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.instrument import Column
from zi_desktop.services import editions
from zi_desktop.services.composition import Services
from zi_desktop.services.worksheets.exporting import ExportLayout
from zi_desktop.worksheets.worksheet_file import read_worksheet

_ROUNDS: Final = 9
_FIRST_YEAR: Final = 2030
_BOMB: Final = 300
"""MB of cells that the bomb unpacks to."""


def rows(place: Place) -> list[Row]:
    """Measure reading, comparing and taking a worksheet in which everything is answered."""
    years = itertools.count(_FIRST_YEAR)
    with place.scored_evaluation("impor") as (services, id_):
        state = services.evaluations.open(id_).state
        file, bomb = place.folder / "lembar-terisi.xlsx", _bomb(place.folder)
        services.exporting.export(id_, ExportLayout.LAMPIRAN3, file)

        def take() -> float:
            other = services.evaluations.create(state.identity.satker, next(years))
            return milliseconds(lambda: _take(services, other, file))

        taken, opened, refused = in_turn(
            _ROUNDS,
            1,
            take,
            lambda: milliseconds(lambda: openpyxl.load_workbook(file)),
            lambda: milliseconds(lambda: _refuse(bomb)),
        )
    return [
        Row("mengimpor lembar kerja terisi: baca, pratinjau, ambil", taken, 1.5, yardstick="openpyxl membuka berkas yang sama",
            yardsticks=opened),
        Row(f"menolak bom {_BOMB} MB", refused, 5000, quoted=max),
    ]  # fmt: skip


def _take(services: Services, id_: str, file: Path) -> None:
    worksheet = services.importing.read(file, editions.current())
    # The same worksheet goes into evaluations of other years, so that each is new.
    preview = services.importing.preview(id_, worksheet, Column.TPI)
    taken = services.importing.apply(preview, despite_warnings=True)
    if taken.items < len(editions.current().questions):
        raise SystemExit(f"Hanya {taken.items} butir yang terimpor, sehingga ukurannya tidak berlaku.")


def _bomb(folder: Path) -> Path:
    file = folder / "bom.xlsx"
    listed = '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>'
    relations = '<Relationships><Relationship Id="a" Type="/worksheet" Target="s.xml"/></Relationships>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", listed)
        archive.writestr("xl/_rels/workbook.xml.rels", relations)
        with archive.open("xl/s.xml", "w") as sheet:
            sheet.write(b"<worksheet><sheetData>")
            for _ in range(_BOMB):
                sheet.write(b"<c/>" * 250_000)
    return file


def _refuse(bomb: Path) -> None:
    try:
        read_worksheet(bomb, editions.current())
    except ZiError:
        return
    raise SystemExit("Bom itu tidak ditolak, sehingga ukurannya tidak berlaku.")
