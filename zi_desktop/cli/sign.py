"""``sign``: the next signature under a report."""

from pathlib import Path

import click

from zi_desktop.cli.session import Session, command, existing_file, passphrase
from zi_desktop.domain.plan import ROLES


@command("sign", "Menandatangani laporan: berkas PDF, atau laporan evaluasi ID.")
@click.argument("target", metavar="FILE.pdf|ID")
@click.option(
    "--p12", type=existing_file(), default=None, metavar="FILE", help="Berkas sertifikat; bawaan: kunci sendiri."
)
@click.option("--passphrase-file", type=existing_file(), default=None, metavar="FILE", help="Berkas berisi passphrase.")
@click.option("--role", type=click.Choice(list(ROLES)), default=None, help="Peran penanda tangan.")
def COMMAND(session: Session, target: str, p12: Path | None, passphrase_file: Path | None, role: str | None) -> None:  # noqa: N802 (as every command module)
    """Sign, in order, and say how many signatures the report bears."""
    with session.services(write=True) as services:
        credential = services.identities.open(passphrase(passphrase_file), p12)
        session.tell("Menandatangani dan memeriksa laporan")
        services.signing.finish_interrupted()
        if Path(target).is_file() or target.casefold().endswith(".pdf"):
            done = services.signing.sign_file(Path(target), credential, role=role or "")
        else:
            done = services.signing.sign(services.evaluations.resolve(target), credential, role=role or "")
        result = {"file": str(done.file.resolve()), "signatures": done.signatures, "complete": done.complete}
        session.show(result, f"{done.file}: {done.signatures} dari {done.needed} tanda tangan.")
