"""``visit``: the day of a visit: what the team writes down, the meetings, agenda sheets and berita acara."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, file_path, group
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.figures import size
from zi_desktop.domain.visit import BY_PERSON, BY_PLACE, VisitDay, VisitEntry
from zi_desktop.domain.visit_terms import KINDS, MEETINGS, PAPERS
from zi_desktop.services.composition import Services
from zi_desktop.services.visits.keeping import EntryText

_SHOWN: Final = 8
"""Digits of an id that tables show; as many are enough to name an entry."""
_BY: Final = {"person": BY_PERSON, "place": BY_PLACE}
_AS = click.option(
    "--as", "author", default="", metavar="ORANG", help="Nama, NIP, atau id penilai; bawaan: penilai di laptop ini."
)
_OUTPUT = click.option(
    "-o", "--output", "output", required=True, metavar="BERKAS", type=file_path(), help="Berkas PDF yang ditulis."
)
_MINUTES = (
    ("number", "Nomor berita acara; boleh kosong."), ("day", "Tanggal, misalnya 2026-11-05."), ("place", "Tempat."),
    ("head-name", "Nama kepala satker."), ("head-nip", "NIP kepala satker."),
    ("head-position", "Jabatan yang dicetak."), ("notes", "Hal lain."),
)  # fmt: skip


def _minutes_options(function: Callable[..., None]) -> Callable[..., None]:
    for name, help_ in reversed(_MINUTES):
        function = click.option(f"--{name}", default=None, metavar="TEKS", help=help_)(function)
    return function


@command("add", "Mencatat wawancara, paparan, pertanyaan tertunda, atau dokumen yang dijanjikan.")
@click.argument("id_", metavar="ID")
@click.argument("kind", metavar="JENIS", type=click.Choice(list(KINDS)))
@click.argument("text", metavar="URAIAN")
@click.option("--who", default="", metavar="ORANG", help="Dengan, kepada, atau oleh siapa.")
@click.option("--item", default="", metavar="KODE", help="Butir yang dimaksud.")
@click.option("--due", default="", metavar="TANGGAL", help="Sampai kapan dijanjikan.")
@_AS
def add(session: Session, id_: str, author: str, **text: str) -> None:
    """Write something down."""
    with session.services(write=True) as services:
        whole = services.evaluations.open(id_).id
        ident = services.visits.add(whole, EntryText(**text), author)
        _show(session, services.visits.of(whole), ident)


@command("list", "Menampilkan catatan hari kunjungan.")
@click.argument("id_", metavar="ID")
@click.option("--awaited", is_flag=True, help="Hanya pertanyaan dan dokumen yang masih ditunggu.")
def list_(session: Session, id_: str, *, awaited: bool) -> None:
    """Show entries."""
    with session.services(write=False) as services:
        day = services.visits.of(services.evaluations.open(id_).id)
    entries = day.awaited if awaited else day.entries
    session.show([_json(entry) for entry in entries], _table(entries) if entries else "Belum ada catatan kunjungan.")


@command("close", "Menyatakan pertanyaan terjawab atau dokumen diterima; --undo membukanya lagi.")
@click.argument("id_", metavar="ID")
@click.argument("entry", metavar="CATATAN")
@click.option("--answer", default="", metavar="TEKS", help="Jawaban atau keterangan.")
@click.option("--undo", is_flag=True, help="Buka lagi.")
@_AS
def close(session: Session, id_: str, entry: str, answer: str, author: str, *, undo: bool) -> None:
    """Close an entry."""
    with session.services(write=True) as services:
        whole = services.evaluations.open(id_).id
        ident = services.visits.resolve(whole, entry)
        services.visits.close(whole, ident, done=not undo, answer=answer, author=author)
        _show(session, services.visits.of(whole), ident)


@command("edit", "Mengubah isi satu catatan; yang tidak disebut tetap.")
@click.argument("id_", metavar="ID")
@click.argument("entry", metavar="CATATAN")
@click.option("--kind", type=click.Choice(list(KINDS)), default=None, help="Jenis.")
@click.option("--text", default=None, metavar="TEKS", help="Uraian.")
@click.option("--who", default=None, metavar="ORANG", help="Dengan, kepada, atau oleh siapa.")
@click.option("--item", default=None, metavar="KODE", help="Butir yang dimaksud.")
@click.option("--due", default=None, metavar="TANGGAL", help="Sampai kapan dijanjikan.")
@_AS
def edit(session: Session, id_: str, entry: str, author: str, **fields: str | None) -> None:
    """Change an entry."""
    with session.services(write=True) as services:
        whole = services.evaluations.open(id_).id
        ident = services.visits.resolve(whole, entry)
        changes = {name: text for name, text in fields.items() if text is not None}
        services.visits.edit(whole, ident, changes, author)
        _show(session, services.visits.of(whole), ident)


@command("withdraw", "Menarik satu catatan yang tidak seharusnya ditulis; riwayatnya tetap tersimpan.")
@click.argument("id_", metavar="ID")
@click.argument("entry", metavar="CATATAN")
@_AS
def withdraw(session: Session, id_: str, entry: str, author: str) -> None:
    """Take an entry away."""
    with session.services(write=True) as services:
        whole = services.evaluations.open(id_).id
        ident = services.visits.resolve(whole, entry)
        services.visits.withdraw(whole, ident, author=author)
    session.show({"id": ident}, "Catatan ditarik.")


@command("meeting", "Menetapkan waktu dan tempat pertemuan awal atau akhir.")
@click.argument("id_", metavar="ID")
@click.argument("key", metavar="PERTEMUAN", type=click.Choice(list(MEETINGS)))
@click.option("--day", default=None, metavar="TANGGAL", help="Tanggal.")
@click.option("--begin", default=None, metavar="JAM", help="Mulai, misalnya 09.30.")
@click.option("--end", default=None, metavar="JAM", help="Selesai.")
@click.option("--place", default=None, metavar="TEKS", help="Tempat.")
@click.option("--notes", default=None, metavar="TEKS", help="Catatan.")
@_AS
def meeting(session: Session, id_: str, key: str, author: str, **fields: str | None) -> None:
    """Set a meeting."""
    with session.services(write=True) as services:
        whole = services.evaluations.open(id_).id
        services.visits.meet(whole, key, {name: text for name, text in fields.items() if text is not None}, author)
        _show_meeting(session, services, whole, key)


@command("attend", "Menambahkan peserta pertemuan.")
@click.argument("id_", metavar="ID")
@click.argument("key", metavar="PERTEMUAN", type=click.Choice(list(MEETINGS)))
@click.argument("name", metavar="NAMA")
@click.option("--position", default="", metavar="TEKS", help="Jabatan.")
@click.option("--office", default="", metavar="TEKS", help="Asal kantor.")
@_AS
def attend(session: Session, id_: str, key: str, name: str, position: str, office: str, author: str) -> None:
    """Add somebody who was there."""
    with session.services(write=True) as services:
        whole = services.evaluations.open(id_).id
        services.visits.attend(whole, key, name, position, office, author)
        _show_meeting(session, services, whole, key)


@command("dismiss", "Mencoret peserta yang ternyata tidak hadir.")
@click.argument("id_", metavar="ID")
@click.argument("key", metavar="PERTEMUAN", type=click.Choice(list(MEETINGS)))
@click.argument("name", metavar="NAMA")
@_AS
def dismiss(session: Session, id_: str, key: str, name: str, author: str) -> None:
    """Take somebody off a meeting."""
    with session.services(write=True) as services:
        whole = services.evaluations.open(id_).id
        there = services.visits.of(whole).meeting(key).attendants
        found = [each for each in there if each.name.casefold() == name.strip().casefold()]
        if not found:
            raise NotFoundError(f"Peserta {name[:60]} tidak tercatat. Tidak ada yang berubah; lihat daftarnya.")
        for each in found:
            services.visits.dismiss(whole, key, each, author)
        _show_meeting(session, services, whole, key)


@command("agenda", "Menulis lembar agenda dari butir yang masih terbuka, satu lembar per orang atau tempat.")
@click.argument("id_", metavar="ID")
@_OUTPUT
@click.option("--by", type=click.Choice(list(_BY)), default="person", help="Per orang atau per tempat.")
@click.option("--only", default="", metavar="KUNCI", help="Hanya satu orang atau tempat.")
def agenda(session: Session, id_: str, output: Path, by: str, only: str) -> None:
    """Write agenda sheets."""
    with session.services(write=False) as services:
        built = services.visit_papers.agenda(services.evaluations.open(id_).id, _BY[by], only)
        if built is None:
            raise InvalidInputError("Tidak ada butir yang masih terbuka untuk agenda ini. Tidak ada yang ditulis.")
        written = services.visit_papers.write(built, output)
    shown = {"file": str(written.file), "sha256": written.sha256, "pages": written.pages}
    session.show(shown, f"{written.file} · {written.pages} halaman")


@command("minutes", "Menulis berita acara; isian yang disebut disimpan dahulu.")
@click.argument("id_", metavar="ID")
@_OUTPUT
@_minutes_options
@click.option("--scores/--no-scores", default=None, help="Cetak nilai sementara; bawaan: tidak.")
@click.option("--paper", type=click.Choice(list(PAPERS)), default=None, help="Ukuran kertas; bawaan: a4.")
@_AS
def minutes(session: Session, id_: str, output: Path, author: str, **fields: str | bool | None) -> None:
    """Write the berita acara."""
    given = {name: value for name, value in fields.items() if value is not None}
    with session.services(write=bool(given)) as services:
        whole = services.evaluations.open(id_).id
        if given:
            services.visits.set_minutes(whole, given, author)
        written = services.visit_papers.write(services.visit_papers.minutes(whole), output)
    shown = {"file": str(written.file), "sha256": written.sha256, "pages": written.pages}
    session.show(shown, f"{written.file} · {written.pages} halaman")


@command("attach", "Menyimpan salinan berita acara yang sudah ditandatangani.")
@click.argument("id_", metavar="ID")
@click.argument("scan", metavar="BERKAS", type=file_path())
@_AS
def attach(session: Session, id_: str, scan: Path, author: str) -> None:
    """Keep the signed copy."""
    with session.services(write=True) as services:
        sha256 = services.visits.attach_minutes(services.evaluations.open(id_).id, scan, author)
    session.show({"sha256": sha256}, f"{scan.name} disimpan sebagai berita acara bertanda tangan.")


@command("scans", "Menampilkan salinan berita acara yang dilampirkan; -o menulis yang terbaru ke satu berkas.")
@click.argument("id_", metavar="ID")
@click.option("-o", "--output", "output", default=None, metavar="BERKAS", type=file_path(), help="Berkas yang ditulis.")
def scans(session: Session, id_: str, output: Path | None) -> None:
    """Show the signed copies, or write the newest one."""
    with session.services(write=False) as services:
        whole = services.evaluations.open(id_).id
        found = services.visits.of(whole).scans
        written = services.visits.save_scan(whole, output) if output else None
    text = "\n".join(f"{scan['name']} ({size(scan['size'])})" for scan in found)
    session.show(list(found), str(written) if written else text or "Belum ada salinan yang dilampirkan.")


COMMAND = group(
    "visit", "Hari kunjungan.", add, list_, close, edit, withdraw, meeting, attend, dismiss, agenda, minutes, attach, scans,
)  # fmt: skip


def _show(session: Session, day: VisitDay, ident: str) -> None:
    entry = next(entry for entry in day.entries if entry.id == ident)
    session.show(_json(entry), _table([entry]))


def _show_meeting(session: Session, services: Services, id_: str, key: str) -> None:
    held = services.visits.of(id_).meeting(key)
    people = [{"name": a.name, "position": a.position, "office": a.office} for a in held.attendants]
    shown = {
        "meeting": key, "day": held.day, "begin": held.begin, "end": held.end, "place": held.place, "notes": held.notes,
        "attendants": people,
    }  # fmt: skip
    session.show(shown, f"{MEETINGS[key]}: {held.day or '–'} {held.begin}, {held.place or '–'}, {len(people)} peserta.")


def _json(entry: VisitEntry) -> Mapping[str, Any]:
    names = ("id", "kind", "text", "who", "item", "due", "closed", "answer", "author", "at", "disputed")
    return {name: getattr(entry, name) for name in names}


def _table(entries: tuple[VisitEntry, ...] | list[VisitEntry]) -> str:
    return tables.table(
        ["Catatan", "Jenis", "Uraian", "Orang", "Tenggat", "Keadaan"],
        [
            [e.id[:_SHOWN], KINDS[e.kind], e.text.replace("\n", " "), e.who or "–", e.due or "–",
             "Ditunggu" if e.awaited else "Selesai" if e.closed else "–"]
            for e in entries
        ],
    )  # fmt: skip
