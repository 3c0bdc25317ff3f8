"""``report``: the PDF of an evaluation."""

from pathlib import Path

import click

from zi_desktop.cli.session import Session, command, file_path


@command("report", "Membuat PDF laporan; --draft bertanda air dan tanpa tanda tangan.")
@click.argument("id_", metavar="ID")
@click.option("-o", "file", required=True, type=file_path(), metavar="BERKAS.pdf", help="Berkas hasil.")
@click.option("--draft", is_flag=True, help="Draf: boleh belum lengkap.")
def COMMAND(session: Session, id_: str, file: Path, *, draft: bool) -> None:  # noqa: N802 (as every command module)
    """Write the report or its draft."""
    with session.services(write=False) as services:
        session.tell("Membuat laporan")
        written = services.reporting.write(services.evaluations.resolve(id_), file, draft=draft)
        result = {"file": str(written.file.resolve()), "sha256": written.sha256, "pages": written.pages}
        session.show(result, f"{written.file}: {written.pages} halaman.")
