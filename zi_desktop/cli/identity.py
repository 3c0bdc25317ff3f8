"""``identity``: the assessor's own key."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, file_path, group, passphrase
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.storage import files
from zi_desktop.trust.cards import Card, card_fingerprint
from zi_desktop.trust.registry import MAX_BYTES, read_signed_registry

if TYPE_CHECKING:
    from zi_desktop.services.reports.identities import IdentityCard


@command("new", "Membuat kunci; namanya dari pengaturan person.name.")
@click.option("--passphrase-file", type=file_path(), default=None, metavar="BERKAS", help="Berkas berisi passphrase.")
@click.option(
    "--replace", is_flag=True, help="Menggantikan kunci yang passphrase-nya terlupa; kunci lama tetap di ruang kerja."
)
def new(session: Session, passphrase_file: Path | None, *, replace: bool) -> None:
    """Make the own key, or another one in the place of a key whose passphrase was forgotten."""
    if replace:
        with session.services(write=False) as services:
            services.identities.show()  # there must be one to replace, before a passphrase is asked for
    secret = passphrase(passphrase_file, twice=True)
    with session.services(write=True) as services:
        make = services.identities.replace if replace else services.identities.new
        _show(session, make(secret))


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


@command("export", "Menulis kartu laptop ini, untuk diserahkan kepada rekan.")
@click.option("-o", "file", required=True, type=file_path(), metavar="BERKAS.kartu", help="Berkas hasil.")
def card_export(session: Session, file: Path) -> None:
    """Write the card of this laptop."""
    with session.services(write=True) as services:
        written = services.devices.export_card(file)
        shown = _card(services.devices.find(services.devices.key().device), "own")
    session.show(
        {"file": str(written.resolve()), **shown},
        f"Kartu tersimpan di {written}.\nSidik jari untuk dicatat di kertas: {shown['fingerprint']}",
    )


@command("accept", "Menerima kartu rekan setelah sidik jarinya dicocokkan di kertas.")
@click.argument("target", metavar="BERKAS.kartu|PERANGKAT")
@click.option("--fingerprint", default="", metavar="TEKS", help="Sidik jari dari kertas; ditolak bila berbeda.")
@click.option("--yes", is_flag=True, help="Sidik jari sudah dicocokkan; jangan ditanyakan.")
def card_accept(session: Session, target: str, fingerprint: str, *, yes: bool) -> None:
    """Bind a person to a device, and let in what waited for it."""
    with session.services(write=True) as services:
        path = Path(target)
        card = services.devices.read_file(path) if path.is_file() else services.devices.find(target)
        found = card_fingerprint(card)
        if fingerprint and "".join(fingerprint.split()).upper() != "".join(found.split()):
            raise InvalidInputError(
                f"Sidik jari berbeda dari kartu {card.name}. Kartu itu tidak diterima; tanyakan pemiliknya."
            )
        if not fingerprint and not yes:
            _compare(card)
        lines = services.bundle_intake.accept(card)
        words = f"Kartu {card.name} diterima.\nSidik jari: {found}"
        more = f"\n{lines} perubahan yang menunggu telah diambil." if lines else ""
        session.show({**_card(card, "paper"), "events": lines}, words + more)


def _compare(card: Card) -> None:
    """Ask on a terminal whether the fingerprint is the one on paper; elsewhere it has to be named."""
    found = card_fingerprint(card)
    if not sys.stdin.isatty():
        raise InvalidInputError(
            f"Kartu {card.name} belum diterima. Sidik jarinya {found}: cocokkan dengan kertas pemiliknya, lalu ulangi "
            "dengan --fingerprint, atau dengan --yes."
        )
    click.echo(f"Kartu {card.name}, sidik jari:\n{found}", err=True)
    if not click.confirm("Sama dengan yang di kertas pemiliknya?", err=True):
        raise InvalidInputError(f"Kartu {card.name} tidak diterima. Tidak ada yang berubah; tanyakan pemiliknya.")


@command("list", "Menampilkan kartu yang dikenal.")
def card_list(session: Session) -> None:
    """List the cards."""
    from zi_desktop.services.exchange.devices import ACCEPTED  # noqa: PLC0415 (only this command needs it)

    with session.services(write=False) as services:
        found = services.devices.cards()
    rows = [
        [each.card.name, each.card.nip, each.card.device[:16], ACCEPTED[each.accepted], each.fingerprint]
        for each in found
    ]
    head = ["Nama", "NIP", "Perangkat", "Keadaan", "Sidik jari"]
    text = tables.table(head, rows) if rows else "Belum ada kartu."
    session.show([_card(each.card, each.accepted) for each in found], text)


@command("bind", "Mengikat laptop ini dengan sertifikat sendiri; rekan tidak perlu mencocokkan sidik jari.")
@click.option(
    "--p12", type=file_path(), default=None, metavar="BERKAS", help="Berkas sertifikat; bawaan: kunci sendiri."
)
@click.option("--passphrase-file", type=file_path(), default=None, metavar="BERKAS", help="Berkas berisi passphrase.")
def card_bind(session: Session, p12: Path | None, passphrase_file: Path | None) -> None:
    """Let the own certificate stand behind this laptop."""
    secret = passphrase(passphrase_file)
    with session.services(write=True) as services:
        card = services.devices.bind(services.identities.open(secret, p12))
    session.show(_card(card, "own"), "Laptop ini diikat dengan sertifikat Anda. Serahkan lagi kartunya kepada rekan.")


@command("registry", "Memakai registri Inspektorat yang bertanda tangan; perangkat di dalamnya dikenal.")
@click.argument("file", metavar="BERKAS", type=file_path())
@click.option("--root", default="", metavar="TEKS", help="Sidik jari dari lembar Inspektorat; ditolak bila berbeda.")
def registry(session: Session, file: Path, root: str) -> None:
    """Take the registry, and let in what waited for it."""
    data = files.read_whole(file, MAX_BYTES)
    with session.services(write=True) as services:
        lines = services.bundle_intake.take_registry(data, root)
    found = read_signed_registry(data)
    number, persons = found.registry.number, len(found.registry.persons)
    digits = found.root.upper()
    grouped = " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
    words = f"Registri nomor {number} dipakai.\nSidik jari, cocokkan dengan lembar Inspektorat: {grouped}"
    more = f"\n{lines} perubahan yang menunggu telah diambil." if lines else ""
    session.show({"number": number, "root": found.root, "persons": persons, "events": lines}, words + more)


def _card(card: Card, accepted: str) -> dict[str, Any]:
    return {
        "device": card.device, "person": card.person, "name": card.name, "nip": card.nip, "made": card.made,
        "fingerprint": card_fingerprint(card), "bound": card.binding is not None, "accepted": accepted,
    }  # fmt: skip


_CARDS = group("card", "Kartu perangkat: export, accept, list, bind.", card_export, card_accept, card_list, card_bind)


def _show(session: Session, card: "IdentityCard") -> None:
    shown = {**asdict(card), "file": str(card.file.resolve())}
    session.show(shown, f"{card.name}\nSidik jari: {card.fingerprint}\nBerlaku sampai {card.valid_until}")


COMMAND = group(
    "identity",
    "Kunci sendiri, bila instansi tidak memberi sertifikat, dan kartu perangkat.",
    new,
    show,
    export,
    _CARDS,
    registry,
)
