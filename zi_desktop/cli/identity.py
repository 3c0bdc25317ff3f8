"""``identity``: the assessor's own key."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_desktop.cli.session import Session, command, file_path, group, passphrase

if TYPE_CHECKING:
    from zi_desktop.services.identities import IdentityCard


@command("new", "Membuat kunci; namanya dari pengaturan person.name.")
@click.option("--passphrase-file", type=file_path(), default=None, metavar="BERKAS", help="Berkas berisi passphrase.")
def new(session: Session, passphrase_file: Path | None) -> None:
    """Make the own key."""
    secret = passphrase(passphrase_file, twice=True)
    with session.services(write=True) as services:
        _show(session, services.identities.new(secret))


@command("show", "Menampilkan sidik jari untuk dicatat di kertas.")
def show(session: Session) -> None:
    """Show whose key it is and its fingerprint."""
    with session.services(write=False) as services:
        _show(session, services.identities.show())


@command("export", "Menulis sertifikat (tanpa kunci) untuk didaftarkan di Inspektorat.")
@click.option("-o", "file", required=True, type=file_path(), metavar="BERKAS.pem", help="Berkas hasil.")
def export(session: Session, file: Path) -> None:
    """Write the certificate without the key."""
    with session.services(write=False) as services:
        written = services.identities.export(file)
        session.show({"file": str(written.resolve())}, f"Sertifikat tersimpan di {written}.")


def _show(session: Session, card: "IdentityCard") -> None:
    shown = {**asdict(card), "file": str(card.file.resolve())}
    session.show(shown, f"{card.name}\nSidik jari: {card.fingerprint}\nBerlaku sampai {card.valid_until}")


COMMAND = group("identity", "Kunci sendiri, bila instansi tidak memberi sertifikat.", new, show, export)
