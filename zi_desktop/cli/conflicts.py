"""``conflicts``: where people judged differently without seeing each other; only a person closes it (``settle``)."""

from collections.abc import Iterable

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command
from zi_desktop.cli.worksheet_words import said
from zi_desktop.services.settling.matters import Matter, MatterKind, Version


@command("conflicts", "Menampilkan beda penilaian sebuah evaluasi.")
@click.argument("id_", metavar="ID")
def COMMAND(session: Session, id_: str) -> None:  # noqa: N802 (what every command module is asked for)
    """List the disagreements; exit status 1 where there is any."""
    with session.services(write=False) as services:
        whole = services.evaluations.open(id_).id
        found = services.reviewing.conflicts(whole)
        matters = services.settling.matters(whole).items
    text = _table(each for each in matters if each.kind is MatterKind.ANSWER)
    others = [each for each in matters if each.kind in (MatterKind.PRINTED, MatterKind.FORK)]
    parts = [text if found else "Tidak ada beda penilaian."]
    if others:
        parts += ["Berbeda pula di antara laptop, dan ditetapkan dengan settle menurut namanya:", _others(others)]
    if any(each.kind is MatterKind.BEYOND for each in matters):
        parts.append("Ada isian yang perlu ditutup ketua tim: lihat evaluation preflight.")
    session.show(found, "\n".join(parts))
    if found:
        raise click.exceptions.Exit(1)


def _table(matters: Iterable[Matter]) -> str:
    rows = [
        [matter.code, matter.column.upper(), str(version.number), _words(version), *_origin(version)]
        for matter in matters for version in matter.versions
    ]  # fmt: skip
    return tables.table(["Butir", "Kolom", "Versi", "Jawaban", "Oleh", "Saat"], rows)


def _others(matters: Iterable[Matter]) -> str:
    rows = [
        [matter.id, str(version.number), version.words.replace("\n", "; "), *_origin(version)]
        for matter in matters for version in matter.versions
    ]  # fmt: skip
    return tables.table(["Nama", "Versi", "Isi", "Oleh", "Saat"], rows)


def _words(version: Version) -> str:
    """Return an answer as it would be typed; one of another item cannot be typed here."""
    return said(version.answer) if version.takeable else version.words


def _origin(version: Version) -> tuple[str, str]:
    """Return who judged and when; what came from a device that is not bound to that person is not proven to be theirs."""
    name = version.name if version.proven else f"{version.name} (penulis belum dibuktikan)"
    return name, version.at[:16].replace("T", " ")
