"""``redact``: what should never have been written down loses its content."""

from collections.abc import Sequence
from typing import Any, Final

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.services.composition import Services
from zi_desktop.services.redacting import WrittenLine

_LONGEST: Final = 60
_PLACES: Final = {
    "note": "Catatan resmi", "internal": "Catatan internal", "link": "Tautan", "comment": "Komentar", "evidence": "Data dukung",
    "attachment": "Lampiran", "followup": "Tindak lanjut", "attendance": "Daftar hadir", "visit": "Hari kunjungan",
    "minutes": "Berita acara", "meeting": "Pertemuan", "contact": "Narahubung", "record": "Rekam jejak",
    "remark": "Catatan & rekomendasi",
}  # fmt: skip


@command("redact", "Menghapus isi tulisan untuk selamanya; sidiknya tetap, dan laptop lain ikut menghapusnya.")
@click.argument("id_", metavar="ID|SATKER")
@click.argument("lines", metavar="[TULISAN…]", nargs=-1)
@click.option("--reason", default="", metavar="TEKS", help="Alasan; ikut tersimpan, jadi jangan mengulang isinya.")
@click.option("--apply", is_flag=True, help="Hapus isinya; tanpa ini hanya ditampilkan.")
def COMMAND(  # noqa: N802 (as every command module)
    session: Session, id_: str, lines: tuple[str, ...], reason: str, *, apply: bool
) -> None:
    """List what could be taken away, show what a choice means, or take it away."""
    if apply and not lines:
        raise InvalidInputError(
            "Sebut tulisan yang isinya dihapus. Tidak ada yang berubah; lihat daftarnya tanpa --apply."
        )
    with session.services(write=apply) as services:
        whole = _resolved(services, id_)
        if not lines:
            found = services.redacting.lines(whole)
            session.show([_line(each) for each in found], _table(services, found))
        elif apply:
            done = services.redacting.redact(whole, lines, reason)
            words = [
                f"Isi {len(done.lines)} tulisan dihapus untuk selamanya. Kirim paket agar laptop lain ikut menghapusnya."
            ]
            words += [f"Salinan lama masih memuatnya; hapus bila tidak diperlukan: {path}" for path in done.copies]
            words.append("Laporan yang sudah ditandatangani dan paket yang sudah ditulis tidak berubah.")
            result = {"redacted": [_line(each) for each in done.lines], "copies": [str(path) for path in done.copies]}
            session.show(result, "\n".join(words))
        else:
            chosen = services.redacting.chosen(whole, lines)
            after = services.redacting.after(whole, [each.hash for each in chosen])
            shown = [f"Sesudahnya {_place(cell)}: {'; '.join(texts) or 'kosong'}" for cell, texts in after.items()]
            words = [
                _table(services, chosen),
                *shown,
                "Belum ada yang berubah; dengan --reason dan --apply isinya dihapus.",
            ]
            result = {
                "chosen": [_line(each) for each in chosen],
                "after": {cell: list(texts) for cell, texts in after.items()},
            }
            session.show(result, "\n".join(words))


def _resolved(services: Services, id_: str) -> str:
    """Return the id of an evaluation, or else of the satker with that code."""
    try:
        return services.evaluations.open(id_).id
    except NotFoundError:
        return services.satkers.find(id_).id


def _line(line: WrittenLine) -> dict[str, Any]:
    return {
        "line": line.hash, "cell": line.cell, "author": line.author, "at": line.wall, "text": line.text,
        "stands": line.stands, "allowed": line.allowed,
    }  # fmt: skip


def _place(cell: str) -> str:
    """Return in words where a line stands: what it is, and the item where it is about one."""
    family, *path = cell.split("/")
    item = next((part for part in path if "." in part), "")
    return f"{_PLACES.get(family, family)} {item}".rstrip()


def _table(services: Services, lines: Sequence[WrittenLine]) -> str:
    people = services.settings.people()
    rows = [
        [
            each.hash[:8], _place(each.cell),
            people[each.author].name if each.author in people else each.author[:8],
            each.wall[:16].replace("T", " "), "ya" if each.stands else "lama", "ya" if each.allowed else "tidak",
            each.text if len(each.text) <= _LONGEST else each.text[: _LONGEST - 1] + "…",
        ]
        for each in lines
    ]  # fmt: skip
    if not rows:
        return "Tidak ada tulisan yang isinya dapat dihapus."
    return tables.table(["Tulisan", "Tempat", "Penulis", "Waktu", "Berlaku", "Boleh", "Isi"], rows)
