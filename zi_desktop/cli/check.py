"""``check``: tells whether the workspace is whole."""

import click

from zi_desktop.cli.session import Session, command
from zi_desktop.services.checking import called_gone, check


@command("check", "Memeriksa basis data, rangkaian catatan, ringkasan, laporan, dan data dukung.")
def COMMAND(session: Session) -> None:  # noqa: N802 (what every command module is asked for)
    """Check everything, change nothing."""
    with session.services(write=False) as services:
        problems = list(check(services.workspace))
        gone = list(called_gone(services.workspace))
    words = [
        *(problems or ["Ruang kerja utuh." if not gone else "Ruang kerja utuh, kecuali yang dinyatakan hilang:"]),
        *gone,
    ]
    session.show({"ok": not problems, "problems": problems} | ({"gone": gone} if gone else {}), "\n".join(words))
    if problems:
        raise click.exceptions.Exit(1)
