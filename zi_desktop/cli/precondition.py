"""``precondition``: conditions outside the score, checked off by hand; those of the office itself added and withdrawn."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, group
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.evidence import Evidence
from zi_desktop.domain.instrument import Precondition
from zi_desktop.domain.precondition_terms import LEVELS
from zi_desktop.domain.preconditions import place_of
from zi_desktop.services.composition import Services

_FOUND: Final[Mapping[str, bool | None]] = {"terpenuhi": True, "tidak": False, "belum": None}
_WORDS: Final = {met: word.capitalize() for word, met in _FOUND.items()}
_MADE: Final = 32
"""Characters of the id of an office's own line; tables show fewer, which are enough to name it."""
_SHOWN: Final = 8
_AS = click.option(
    "--as", "author", default="", metavar="ORANG", help="Nama, NIP, atau id penilai; bawaan: penilai di laptop ini."
)


@command("list", "Menampilkan prasyarat satu evaluasi: keadaan, catatan, dan jumlah data dukungnya.")
@click.argument("id_", metavar="ID")
def list_(session: Session, id_: str) -> None:
    """Show the checklist of an evaluation."""
    with session.services(write=False) as services:
        rows = _rows(services, services.evaluations.resolve(id_))
    session.show(rows, _table(rows))


@command("check", "Memeriksa satu prasyarat (id atau awalnya): terpenuhi, tidak, atau belum diperiksa.")
@click.argument("id_", metavar="ID")
@click.argument("key", metavar="PRASYARAT")
@click.argument("found", metavar="KEADAAN", type=click.Choice(list(_FOUND)))
@click.option("--note", default="", metavar="TEKS", help="Catatan; tercetak.")
@_AS
def check(session: Session, id_: str, key: str, found: str, note: str, author: str) -> None:
    """Check off a precondition."""
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        item = _named(services.evaluations.open(whole).preconditions, key)
        services.evaluations.check_precondition(whole, item.id, met=_FOUND[found], note=note, author=author)
        rows = [row for row in _rows(services, whole) if row["id"] == item.id]
    session.show(rows[0], _table(rows))


@command("own", "Menampilkan prasyarat tambahan instansi; berlaku untuk semua evaluasi.")
def own(session: Session) -> None:
    """Show the lines of the office."""
    with session.services(write=False) as services:
        _show_own(session, services)


@command("add", "Menambah prasyarat instansi sendiri pada semua evaluasi.")
@click.argument("title", metavar="NAMA")
@click.option("--level", type=click.Choice(list(LEVELS)), default="unit", help="Tingkat; bawaan: unit.")
@_AS
def add(session: Session, title: str, level: str, author: str) -> None:
    """Add a line of the office."""
    with session.services(write=True) as services:
        services.own_preconditions.add(title, level, author)
        _show_own(session, services)


@command("rename", "Mengganti nama satu prasyarat instansi sendiri.")
@click.argument("key", metavar="PRASYARAT")
@click.argument("title", metavar="NAMA")
@_AS
def rename(session: Session, key: str, title: str, author: str) -> None:
    """Give a line of the office another name."""
    with session.services(write=True) as services:
        services.own_preconditions.rename(_named(services.own_preconditions.all(), key).id, title, author)
        _show_own(session, services)


@command("withdraw", "Menarik satu prasyarat instansi sendiri; yang sudah dicatat tetap tersimpan.")
@click.argument("key", metavar="PRASYARAT")
@_AS
def withdraw(session: Session, key: str, author: str) -> None:
    """Take a line of the office out of every checklist."""
    with session.services(write=True) as services:
        services.own_preconditions.withdraw(_named(services.own_preconditions.all(), key).id, author)
        _show_own(session, services)


COMMAND = group(
    "precondition", "Prasyarat pengusulan; data dukungnya memakai KODE prasyarat.<id> pada perintah evidence.",
    list_, check, own, add, rename, withdraw,
)  # fmt: skip


def _rows(services: Services, id_: str) -> list[Mapping[str, Any]]:
    view = services.evaluations.open(id_)
    given, evidence, target = view.state.preconditions, Evidence(view.state.folded), view.state.plan.target
    return [
        {
            "id": item.id, "title": item.title, "level": item.level, "minimum": item.minimum.get(target, ""),
            "own": not item.minimum, "met": given[item.id][0] if item.id in given else None,
            "note": given[item.id][1] if item.id in given else "", "evidence": evidence.count_at(place_of(item.id)),
        }
        for item in view.preconditions
    ]  # fmt: skip


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    shown = [
        [_short(row["id"]), row["title"], _WORDS[row["met"]], str(row["evidence"]), row["note"].replace("\n", " ")]
        for row in rows
    ]
    return tables.table(["Prasyarat", "Uraian", "Keadaan", "Berkas", "Catatan"], shown)


def _show_own(session: Session, services: Services) -> None:
    lines = services.own_preconditions.all()
    shown = [{"id": line.id, "title": line.title, "level": line.level} for line in lines]
    rows = [[_short(line.id), line.title, LEVELS[line.level]] for line in lines]
    text = tables.table(["Prasyarat", "Uraian", "Tingkat"], rows) if rows else "Belum ada prasyarat tambahan."
    session.show(shown, text)


def _named(items: Sequence[Precondition], named: str) -> Precondition:
    """Return the condition of an id or of the beginning of only one."""
    wanted = named.strip().casefold()
    exact = [item for item in items if item.id == wanted]
    found = exact or [item for item in items if wanted and item.id.startswith(wanted)]
    if len(found) != 1:
        raise NotFoundError(
            f"Prasyarat {named[:40]} tidak ada atau tidak tunggal. Tidak ada yang berubah; lihat daftarnya."
        )
    return found[0]


def _short(ident: str) -> str:
    return ident[:_SHOWN] if len(ident) == _MADE else ident
