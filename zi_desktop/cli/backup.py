"""``backup``: one whole file with everything that was stated."""

from pathlib import Path

import click

from zi_desktop.cli.session import Session, command
from zi_desktop.services.backups import back_up


@command("backup", "Membuat cadangan ruang kerja dalam satu berkas; ruang kerja boleh sedang terbuka.")
@click.option("-o", "file", metavar="BERKAS", type=click.Path(path_type=Path), required=True, help="Berkas cadangan.")
def COMMAND(session: Session, file: Path) -> None:  # noqa: N802 (what every command module is asked for)
    """Write the backup."""
    with session.services(write=False) as services:
        made = back_up(services.workspace, file)
    where = made.file.resolve()
    session.show({"file": str(where), "sha256": made.sha256}, f"Cadangan tersimpan: {where}")
