"""``check``: tells whether the workspace is whole."""

import click

from zi_desktop.cli.session import Session, command
from zi_desktop.services.checking import check


@command("check", "Memeriksa basis data, rangkaian catatan, ringkasan, laporan, dan data dukung.")
def COMMAND(session: Session) -> None:  # noqa: N802 (what every command module is asked for)
    """Check everything, change nothing."""
    with session.services(write=False) as services:
        problems = list(check(services.workspace))
    session.show({"ok": not problems, "problems": problems}, "\n".join(problems) or "Ruang kerja utuh.")
    if problems:
        raise click.exceptions.Exit(1)
