"""``verify``: what a report file is worth; needs no workspace and no network."""

from pathlib import Path
from typing import Final

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, file_path
from zi_desktop.domain.errors import WorkspaceError
from zi_desktop.reports.verification import Verification, verification_json
from zi_desktop.services import editions
from zi_desktop.services.verifying import verify_file

FAILED: Final = 2
_STATUS: Final = {"trusted": 0, "unreadable": FAILED}


@command("verify", "Memeriksa laporan PDF tanpa ruang kerja dan tanpa jaringan.")
@click.argument("file", metavar="BERKAS.pdf", type=file_path())
@click.option(
    "--trust",
    type=file_path(),
    multiple=True,
    metavar="BERKAS",
    help="Registri Inspektorat atau sertifikat akar PEM.",
)
def COMMAND(session: Session, file: Path, trust: tuple[Path, ...]) -> None:  # noqa: N802 (as every command module)
    """Verify, print the verdict, and end with 0 only for a trusted report."""
    result = verification_json(_verified(session, file, trust))
    status = _STATUS.get(result["verdict"], 1)
    if status == FAILED:
        click.echo(" ".join(result["problems"]), err=True)
    if session.as_json or status != FAILED:
        session.show(result, tables.verification(result))
    raise click.exceptions.Exit(status)


def _verified(session: Session, file: Path, trust: tuple[Path, ...]) -> Verification:
    """Verify a report; where its edition was added by an office, a workspace that has it helps, and none is needed."""
    found = verify_file(file, trust, workspace=session.folder)
    if not found.record or editions.known(found.record["instrument"]["structure"]):
        return found
    try:
        with session.services(write=False) as services:
            known = services.workspace.editions.known
            return verify_file(file, trust, instruments=known, workspace=session.folder)
    except WorkspaceError:
        return found
