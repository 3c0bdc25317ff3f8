"""``satker``: the list of units."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, file_path, group


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


def _table(rows: Sequence[Any]) -> str:
    return tables.table(
        ["Kode", "Satker", "Kanwil", "Predikat", "Target"],
        [[row["code"], row["name"], row["kanwil"], _predicate(row), row["target"]] for row in rows],
    )


def _predicate(row: Any) -> str:
    return f"{row['predicate']} {row['predicate_year']}" if row["predicate"] else "–"


COMMAND = group("satker", "Satker: daftar dan impornya.", import_, list_)
