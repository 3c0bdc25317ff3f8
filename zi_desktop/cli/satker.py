"""``satker``: the list of units, and what is known of each."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, file_path, group
from zi_desktop.cli.trend import trend
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.funnel_terms import RESULTS, STAGES
from zi_desktop.domain.satker_terms import RECORD_KINDS
from zi_desktop.services.composition import Services
from zi_desktop.services.summarising import satker_json

_ID: Final = click.option("--id", "ident", default="", metavar="ENTRI", help="Entri yang diubah atau dihapus.")
_HISTORY: Final = {"name": "Nama", "code": "Kode", "parent": "Induk", "predicate": "Predikat"}
_REMOVE: Final = click.option("--remove", is_flag=True, help="Hapus entri itu.")


@command(
    "import",
    "Mengambil daftar satker dari xlsx atau csv: kode, nama; boleh juga jenis, kanwil, eselon 1, instansi, predikat, tahun predikat, kode lain, id.",
)
@click.argument("file", metavar="BERKAS", type=file_path())
def import_(session: Session, file: Path) -> None:
    """Take a list, or nothing when a row is wrong."""
    with session.services(write=True) as services:
        done = services.satkers.import_list(file)
        session.show(
            list(services.satkers.list()), f"{done.new} satker baru, {done.changed} berubah, {done.same} tetap."
        )


@command("list", "Menampilkan satker; CARI menyaring nama, kode, atau kanwil.")
@click.argument("search", metavar="[CARI]", default="")
def list_(session: Session, search: str) -> None:
    """Show the satker of the workspace."""
    with session.services(write=False) as services:
        found = [row for row in services.satkers.list(search) if not row["archived"]]
        session.show(found, _table(found) if found else "Tidak ada satker yang cocok.")


@command(
    "show", "Menampilkan profil satker: narahubung, rekam jejak (internal), riwayat nama dan predikat, tahapan usulan."
)
@click.argument("satker", metavar="SATKER")
def show(session: Session, satker: str) -> None:
    """Show what is known of a satker."""
    with session.services(write=False) as services:
        _show(session, services, services.satkers.find(satker).id)


@command("contact", "Menambah narahubung, mengubah yang disebut dengan --id, atau menghapusnya dengan --remove.")
@click.argument("satker", metavar="SATKER")
@click.argument("name", metavar="[NAMA]", default="")
@click.option("--position", default="", metavar="TEKS", help="Jabatan.")
@click.option("--phone", default="", metavar="TEKS", help="Telepon.")
@click.option("--email", default="", metavar="TEKS", help="Surel.")
@_ID
@_REMOVE
def contact(session: Session, satker: str, name: str, ident: str, *, remove: bool, **texts: str) -> None:
    """Add, change or take away a contact."""
    with session.services(write=True) as services:
        id_, profiles = services.satkers.find(satker).id, services.satker_profiles
        whole = _resolved(ident, [each.id for each in profiles.of(id_).contacts])
        if remove:
            profiles.remove(id_, _needed(whole))
        else:
            profiles.put_contact(id_, name, **texts, ident=whole)
        _show(session, services, id_)


@command(
    "record", "Menambah rekam jejak (internal), mengubah yang disebut dengan --id, atau menghapusnya dengan --remove."
)
@click.argument("satker", metavar="SATKER")
@click.argument("kind", metavar="[JENIS]", type=click.Choice(list(RECORD_KINDS)), default=next(iter(RECORD_KINDS)))
@click.argument("text", metavar="[URAIAN]", default="")
@click.option("--day", default="", metavar="TANGGAL", help="Tanggal, misalnya 2026-11-05.")
@click.option("--source", default="", metavar="TEKS", help="Sumber.")
@_ID
@_REMOVE
def record(
    session: Session, satker: str, kind: str, text: str, day: str, source: str, ident: str, *, remove: bool
) -> None:
    """Add, change or take away an entry of the track record."""
    with session.services(write=True) as services:
        id_, profiles = services.satkers.find(satker).id, services.satker_profiles
        whole = _resolved(ident, [each.id for each in profiles.of(id_).records])
        if remove:
            profiles.remove(id_, _needed(whole))
        else:
            profiles.put_record(id_, kind, day, text, source, ident=whole)
        _show(session, services, id_)


@command("leave", "Menyatakan satker keluar dari instansi; --undo mengembalikannya. Riwayatnya tetap tersimpan.")
@click.argument("satker", metavar="SATKER")
@click.option("--day", default="", metavar="TANGGAL", help="Sejak kapan, misalnya 2026-11-05.")
@click.option("--to", default="", metavar="TEKS", help="Ke instansi mana.")
@click.option("--undo", is_flag=True, help="Kembalikan.")
def leave(session: Session, satker: str, day: str, to: str, *, undo: bool) -> None:
    """State that a satker left, or came back."""
    if bool(day) is undo:
        raise InvalidInputError("Sebut --day, atau --undo untuk mengembalikan. Tidak ada yang tersimpan.")
    with session.services(write=True) as services:
        id_ = services.satkers.find(satker).id
        services.satker_profiles.leave(id_, day, to)
        _show(session, services, id_)


def _show(session: Session, services: Services, id_: str) -> None:
    satker, profile = services.satkers.get(id_), services.satker_profiles.of(id_)
    proposals = [
        {"evaluation": row["id"], "year": row["year"], "stage": mark.stage, "day": mark.day, "result": mark.result}
        for row in services.evaluations.summaries() if row["satker"] == id_
        for mark in services.funnel.of(row["id"]).marks
    ]  # fmt: skip
    shown = {
        **satker_json(satker), "contacts": [asdict(each) for each in profile.contacts],
        "records": [asdict(each) for each in profile.records],
        "history": [asdict(each) for each in services.satker_profiles.history(id_)],
        "stages": proposals, "left": asdict(profile.left) if profile.left else None,
    }  # fmt: skip
    session.show(shown, "\n".join(_lines(shown)))


def _lines(shown: Any) -> Iterator[str]:
    yield f"{shown['name']} ({shown['code']}) · {_predicate(shown)}"
    if shown["left"]:
        yield f"Keluar sejak {shown['left']['day']} {shown['left']['to']}".rstrip()
    for each in shown["history"]:
        yield f"{_HISTORY[each['attribute']]} sejak {each['since']}: {each['text']}"
    for each in shown["contacts"]:
        yield f"Narahubung {each['id'][:8]}: {', '.join(each[key] for key in ('name', 'position', 'phone', 'email') if each[key])}"
    for each in shown["records"]:
        yield f"{RECORD_KINDS[each['kind']]} {each['id'][:8]} (internal): {each['day']} {each['text']}"
    for each in shown["stages"]:
        yield f"{STAGES[each['stage']]} {each['year']}: {each['day']}, {RESULTS[each['result']].lower()}"


def _resolved(named: str, known: Sequence[str]) -> str:
    """Return the whole id for the beginning of one, "" for none."""
    found = [each for each in known if named and each.startswith(named.casefold())]
    if named and len(found) != 1:
        raise NotFoundError(
            f"Entri {named[:40]} tidak ada atau tidak tunggal. Tidak ada yang berubah; lihat satker show."
        )
    return found[0] if found else ""


def _needed(ident: str) -> str:
    if not ident:
        raise InvalidInputError("Sebut entri yang dihapus dengan --id. Tidak ada yang berubah.")
    return ident


def _table(rows: Sequence[Any]) -> str:
    return tables.table(
        ["Kode", "Satker", "Kanwil", "Predikat", "Target"],
        [[row["code"], row["name"], row["kanwil"], _predicate(row), row["target"]] for row in rows],
    )


def _predicate(row: Any) -> str:
    return f"{row['predicate']} {row['predicate_year']}" if row["predicate"] else "–"


COMMAND = group(
    "satker", "Satker: daftar, impor, profil, dan trennya.", import_, list_, show, contact, record, leave, trend
)
