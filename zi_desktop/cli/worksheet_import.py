"""``worksheet import``: a filled worksheet, or a folder of them, looked at and then taken."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from zi_desktop.cli.session import Session, command, file_path
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.plan import ACTIVITIES

_EVERY: Final = 25
"""Files between two sentences about how far a folder is."""
_HELD_BACK: Final = "Tidak ada yang diambil; periksa berkasnya, lalu tambahkan --despite-warnings bila memang benar."


@command(
    "import",
    "Melihat isi lembar kerja (Lampiran III atau PortalRB) untuk satu kolom; dengan --apply mengambilnya. "
    "Dengan --folder: semua lembar dalam satu folder, dicocokkan dengan satkernya.",
)
@click.argument("id_", metavar="[ID]", default="")
@click.argument("file", metavar="[BERKAS]", type=file_path(), required=False)
@click.option(
    "--column", type=click.Choice([column.value for column in Column]), required=True, help="Kolom yang diisi."
)
@click.option("--apply", "take", is_flag=True, help="Mengambil yang baru dan yang berubah.")
@click.option(
    "--despite-warnings", is_flag=True, help="Tetap mengambil walaupun lembarnya menyebut satker atau tahun lain."
)
@click.option("--sheet", default="", metavar="NAMA", help="Nama lembar, bila buku kerja memuat beberapa.")
@click.option("--sender", default="", metavar="NAMA", help="Pengirim.")
@click.option("--channel", default="", metavar="TEKS", help="Cara diterima, misalnya surel.")
@click.option(
    "--received", default="", metavar="TANGGAL", help="Tanggal diterima (tahun-bulan-hari); bawaan: hari ini."
)
@click.option("--as", "author", default="", metavar="ORANG", help="Yang mengambil; bawaan: penilai di laptop ini.")
@click.option("--folder", type=file_path(), default=None, metavar="FOLDER", help="Folder berisi lembar kerja.")
@click.option("--year", type=int, default=None, metavar="TAHUN", help="Tahun penilaian, untuk --folder.")
@click.option(
    "--activity",
    type=click.Choice(list(ACTIVITIES)),
    default="evaluasi",
    help="Kegiatan, untuk --folder; bawaan: evaluasi.",
)
@click.option("--round", "round_", type=int, default=1, metavar="N", help="Putaran, untuk --folder; bawaan: 1.")
def import_(
    session: Session,
    id_: str,
    file: Path | None,
    column: str,
    sheet: str,
    sender: str,
    channel: str,
    received: str,
    author: str,
    folder: Path | None,
    year: int | None,
    activity: str,
    round_: int,
    *,
    take: bool,
    despite_warnings: bool,
) -> None:
    """Look at a worksheet or a folder of them, and take it where that was asked for."""
    given = Given(Column(column), sender, channel, received, author, take=take, despite_warnings=despite_warnings)
    if folder is not None:
        if id_ or file or sheet or year is None:
            raise InvalidInputError(
                "--folder memerlukan --year dan menentukan sendiri evaluasinya. Tidak ada yang berubah; hapus isian lainnya."
            )
        if despite_warnings:
            raise InvalidInputError(
                "--despite-warnings berlaku untuk satu berkas. Tidak ada yang berubah; ambil berkas yang diragukan satu per satu."
            )
        _folder(session, folder, Visits(year, activity, round_), given)
    elif not id_ or file is None:
        raise InvalidInputError("Evaluasi atau berkas belum disebut. Tidak ada yang berubah; sebut ID dan BERKAS.")
    else:
        _file(session, id_, file, sheet, given)


@dataclass(frozen=True, slots=True)
class Given:
    """What stood on the command line about the column and where the worksheet came from."""

    column: Column
    sender: str
    channel: str
    received: str
    author: str
    take: bool
    despite_warnings: bool


@dataclass(frozen=True, slots=True)
class Visits:
    """Which evaluations a folder goes into."""

    year: int
    activity: str
    round: int


def _file(session: Session, id_: str, file: Path, sheet: str, given: Given) -> None:
    from zi_desktop.cli.worksheet_words import preview_json, preview_text  # noqa: PLC0415 (the readers load only here)
    from zi_desktop.services.worksheets.importing import Provenance  # noqa: PLC0415 (see above)

    with session.services(write=given.take) as services:
        view = services.evaluations.open(id_)
        session.tell("Membaca lembar kerja")
        worksheet = services.importing.read(file, view.state.instrument, sheet)
        preview = services.importing.preview(view.id, worksheet, given.column)
        text = preview_text(preview)
        if given.take:
            source = Provenance(given.sender, given.channel, given.received)
            if preview.warnings and not given.despite_warnings:
                raise InvalidInputError(f"{' '.join(preview.warnings)} {_HELD_BACK}")
            done = services.importing.apply(
                preview, None, source, given.author, despite_warnings=given.despite_warnings
            )
            text += f"\n\n{done.items} butir terisi." if done.items else "\n\nTidak ada yang perlu diisi."
        session.show(preview_json(preview), text)


def _folder(session: Session, folder: Path, visits: Visits, given: Given) -> None:
    from zi_desktop.cli.worksheet_words import folder_json, folder_text  # noqa: PLC0415 (the readers load only here)
    from zi_desktop.services.worksheets.folder import FolderTarget  # noqa: PLC0415 (see above)
    from zi_desktop.services.worksheets.importing import Provenance  # noqa: PLC0415 (see above)

    def tell(done: int, whole: int) -> None:
        if done % _EVERY == 0 or done == whole:
            session.tell(f"{done} dari {whole} berkas")

    target = FolderTarget(visits.year, given.column, visits.activity, visits.round)
    with session.services(write=given.take) as services:
        found = services.folder_importing.preview(folder, target, tell)
        taken = {}
        if given.take:
            source = Provenance(given.sender, given.channel, given.received)
            done = services.folder_importing.apply(found.ready, target, tell, source, given.author)
            taken = {item.file: item for item in done}
        rows = [
            folder_json(row, taken=taken[row.file].items, problem=taken[row.file].problem)
            if row.file in taken
            else folder_json(row)
            for row in found.rows
        ]
        names = {str(row.file): row.file.relative_to(folder).as_posix() for row in found.rows}
        session.show(rows, folder_text(rows, names))
    if given.take and any(row["problem"] for row in rows):
        raise click.exceptions.Exit(1)
