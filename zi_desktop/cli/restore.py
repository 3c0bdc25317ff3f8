"""``restore``: the database built again from every line that can still be read."""

from pathlib import Path

import click

from zi_desktop.cli.session import Session, command
from zi_desktop.services.backups import Restored, restore


@command(
    "restore",
    "Memulihkan ruang kerja dari BERKAS cadangan dan dari basis data yang ada; tanpa BERKAS hanya dari yang ada. "
    "Tidak ada catatan yang hilang: basis data lama disisihkan.",
)
@click.argument("file", metavar="[BERKAS]", type=click.Path(path_type=Path), required=False)
def COMMAND(session: Session, file: Path | None) -> None:  # noqa: N802 (what every command module is asked for)
    """Restore, and say what was kept."""
    session.tell("Membaca semua catatan")
    done = restore(session.folder, file)
    aside = str(done.set_aside.resolve()) if done.set_aside else None
    session.show({"lines": done.lines, "gaps": done.gaps, "files": done.files, "set_aside": aside}, _text(done))


def _text(done: Restored) -> str:
    lost = f"{done.gaps} catatan tidak dapat dibaca lagi; butirnya perlu diperiksa" if done.gaps else "tidak ada celah"
    aside = f" Basis data lama disisihkan di {done.set_aside.resolve()}." if done.set_aside else ""
    brought = f" {done.files} berkas dikembalikan." if done.files else ""
    return f"{done.lines} catatan dipulihkan, {lost}.{brought}{aside}"
