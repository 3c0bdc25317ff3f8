"""``worksheet export``: an evaluation as a filled workbook or as the portal's JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from zi_desktop.cli.session import Session, command, file_path
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.instrument import Column

if TYPE_CHECKING:
    from zi_desktop.services.composition import Services
    from zi_desktop.services.worksheets.exporting import Exported

_UNITS: Final = "portalrb-units"
_LAYOUTS: Final = ("lampiran3", "portalrb", "portalrb-json", _UNITS)


@command(
    "export",
    "Menulis penilaian sebagai lembar kerja terisi; portalrb-units menulis daftar unit dari beberapa evaluasi setahun.",
)
@click.argument("ids", metavar="ID…", nargs=-1, required=True)
@click.option("-o", "file", required=True, type=file_path(), metavar="BERKAS", help="Berkas hasil.")
@click.option("--layout", required=True, type=click.Choice(_LAYOUTS), help="Susunan berkas.")
@click.option(
    "--column", type=click.Choice([column.value for column in Column]),
    help="Kolom penilaian pada lampiran3; bawaan: tpi. Susunan lain memuat mandiri dan tpi.",
)  # fmt: skip
@click.option("--replace", is_flag=True, help="Mengganti berkas yang sudah ada.")
def export(
    session: Session, ids: tuple[str, ...], file: Path, layout: str, column: str | None, *, replace: bool
) -> None:
    """Write the file and say what is still empty in it."""
    _check(ids, layout, column)
    if file.is_file() and not replace:
        raise InvalidInputError(
            f"{file.name} sudah ada di folder itu. Tidak ada yang ditulis; sebut nama lain, atau tambahkan --replace."
        )
    with session.services(write=False) as services:
        session.tell("Menulis lembar kerja")
        whole = [services.evaluations.resolve(id_) for id_ in ids]
        done = _export(services, whole, file, layout, Column(column or Column.TPI))
        session.show({"file": str(done.file.resolve()), "sha256": done.sha256}, f"{done.file}: {_said(done)}")


def _export(services: "Services", ids: list[str], file: Path, layout: str, column: Column) -> "Exported":
    from zi_desktop.services.worksheets.exporting import ExportLayout  # noqa: PLC0415 (the writer of workbooks loads only here)

    if layout == _UNITS:
        return services.exporting.export_units(ids, file)
    return services.exporting.export(ids[0], ExportLayout(layout), file, column)


def _check(ids: tuple[str, ...], layout: str, column: str | None) -> None:
    if len(ids) > 1 and layout != _UNITS:
        raise InvalidInputError(
            f"Susunan {layout} memuat satu evaluasi. Tidak ada yang ditulis; sebut satu ID, atau pilih {_UNITS}."
        )
    if column and layout != "lampiran3":
        raise InvalidInputError(
            f"Susunan {layout} tidak memilih kolom. Tidak ada yang ditulis; hilangkan --column, atau pilih lampiran3."
        )


def _said(done: "Exported") -> str:
    """Return what is still open in the file."""
    empty = f"; {done.unanswered} butir {done.column.value} kosong" if done.unanswered else ""
    disputed = f"; beda penilaian pada {len(done.disputed)} butir belum diputuskan" if done.disputed else ""
    return f"tertulis{empty}{disputed}."
