"""``sign``: the next signature under a report."""

from pathlib import Path

import click

from zi_desktop.cli.session import Session, command, file_path, passphrase
from zi_desktop.domain.plan import ROLES


@command("sign", "Menandatangani laporan: berkas PDF, atau laporan evaluasi ID di ruang kerja.")
@click.argument("target", metavar="BERKAS.pdf|ID")
@click.option(
    "--p12", type=file_path(), default=None, metavar="BERKAS", help="Berkas sertifikat; bawaan: kunci sendiri."
)
@click.option("--passphrase-file", type=file_path(), default=None, metavar="BERKAS", help="Berkas berisi passphrase.")
@click.option(
    "--role", type=click.Choice(list(ROLES)), default=None, help="Peran penanda tangan; ditolak bila bukan gilirannya."
)
def COMMAND(session: Session, target: str, p12: Path | None, passphrase_file: Path | None, role: str | None) -> None:  # noqa: N802 (as every command module)
    """Sign, in order, and say how many signatures the report bears."""
    secret = passphrase(passphrase_file)
    with session.services(write=True) as services:
        credential = services.identities.open(secret, p12)
        session.tell("Menandatangani dan memeriksa laporan")
        services.signing.finish_interrupted()
        if target.casefold().endswith(".pdf"):
            done = services.signing.sign_file(Path(target), credential, role=role or "")
        else:
            done = services.signing.sign(services.evaluations.resolve(target), credential, role=role or "")
        result = {"file": str(done.file.resolve()), "signatures": done.signatures, "complete": done.complete}
        session.show(result, f"{done.file}: {done.signatures} dari {done.needed} tanda tangan.")
