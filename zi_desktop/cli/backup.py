"""``backup``: one whole file with everything that was stated, and a folder with evidence and reports beside it."""

from pathlib import Path

import click

from zi_desktop.cli.session import Session, command
from zi_desktop.services.backups import back_up
from zi_desktop.storage.backup_files import folder_of


@command("backup", "Membuat cadangan ruang kerja: satu berkas, dan di sebelahnya folder data dukung dan laporan.")
@click.option("-o", "file", metavar="BERKAS", type=click.Path(path_type=Path), required=True, help="Berkas cadangan.")
def COMMAND(session: Session, file: Path) -> None:  # noqa: N802 (what every command module is asked for)
    """Write the backup."""
    with session.services(write=False) as services:
        made = back_up(services.workspace, file)
    where = made.file.resolve()
    more = f", dan {made.files} berkas data dukung dan laporan di {folder_of(where).name}" if made.files else ""
    session.show({"file": str(where), "sha256": made.sha256, "files": made.files}, f"Cadangan tersimpan: {where}{more}")
