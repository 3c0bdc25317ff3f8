"""``verify``: what a report file is worth; needs no workspace and no network."""

from pathlib import Path

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, existing_file
from zi_desktop.reports.verification import verification_json
from zi_desktop.services.verifying import verify_file

_STATUS = {"trusted": 0, "unreadable": 2}


@command("verify", "Memeriksa laporan PDF tanpa ruang kerja dan tanpa jaringan.")
@click.argument("file", metavar="FILE.pdf", type=existing_file())
@click.option(
    "--trust",
    type=existing_file(),
    multiple=True,
    metavar="FILE",
    help="Registri Inspektorat atau sertifikat akar PEM.",
)
def COMMAND(session: Session, file: Path, trust: tuple[Path, ...]) -> None:  # noqa: N802 (as every command module)
    """Verify, print the verdict, and end with 0 only for a trusted report."""
    result = verification_json(verify_file(file, trust))
    session.show(result, tables.verification(result))
    raise click.exceptions.Exit(_STATUS.get(result["verdict"], 1))
