"""``remark``: catatan & rekomendasi: written down, followed up, closed, confirmed at the next evaluation."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, group
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.remark_terms import CLOSED, FINDINGS, ORIGINS, STATES, TEXTS
from zi_desktop.services.composition import Services
from zi_desktop.services.evidence.intake import Failed, keep_bytes
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.remarks.listing import RemarkRow
from zi_desktop.storage.evidence_files import AS_USUAL

_SHOWN: Final = 8
"""Digits of an id that tables show; as many are enough to name a remark."""
_AS = click.option(
    "--as", "author", default="", metavar="ORANG", help="Nama, NIP, atau id penilai; bawaan: penilai di laptop ini."
)
_TEXTS = (
    *(click.option(f"--{name}", default=None, metavar="TEKS", help=f"{title}.") for name, title in TEXTS.items()),
    click.option("--due", default=None, metavar="TANGGAL", help="Tenggat, misalnya 2026-11-30."),
)


def _texts(function: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_TEXTS):
        function = option(function)
    return function


@command("add", "Menulis catatan baru, tentang satu butir (KODE) atau bebas.")
@click.argument("id_", metavar="ID")
@click.argument("code", metavar="[KODE]", required=False, default="")
@_texts
@click.option("--origin", type=click.Choice(list(ORIGINS)), default="tpi", help="Asal catatan; bawaan: tpi.")
@_AS
def add(session: Session, id_: str, code: str, origin: str, author: str, **texts: str | None) -> None:
    """Write a remark down."""
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        given = {name: text or "" for name, text in texts.items()}
        ident = services.remarks.add(whole, RemarkEntry(item=code, origin=origin, **given), author)
        _show(session, services, whole, ident)


@command("edit", "Mengubah isi catatan; yang tidak disebut tetap.")
@click.argument("id_", metavar="ID")
@click.argument("remark", metavar="CATATAN")
@_texts
@_AS
def edit(session: Session, id_: str, remark: str, author: str, **texts: str | None) -> None:
    """Change fields of a remark."""
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        ident = services.remarks.resolve(whole, remark)
        services.remarks.edit(whole, ident, {name: text for name, text in texts.items() if text is not None}, author)
        _show(session, services, whole, ident)


@command("list", "Menampilkan catatan satu evaluasi, atau semuanya; yang lewat tenggat di atas.")
@click.argument("id_", metavar="[ID]", required=False, default="")
@click.option("--open", "only_open", is_flag=True, help="Hanya yang masih terbuka.")
@click.option("--overdue", "only_overdue", is_flag=True, help="Hanya yang lewat tenggat.")
def list_(session: Session, id_: str, *, only_open: bool, only_overdue: bool) -> None:
    """Show remarks."""
    with session.services(write=False) as services:
        whole = services.evaluations.open(id_).id if id_ else ""
        rows = [
            row for row in services.remark_list.rows()
            if whole in ("", row.evaluation) and (row.open or not only_open) and (row.overdue or not only_overdue)
        ]  # fmt: skip
    session.show([_json(row) for row in rows], _table(rows) if rows else "Belum ada catatan.")


@command("export", "Menulis catatan satu evaluasi, atau semuanya, sebagai buku kerja Excel.")
@click.argument("id_", metavar="[ID]", required=False, default="")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="BERKAS", help="Buku kerja .xlsx."
)
@click.option("--open", "only_open", is_flag=True, help="Hanya yang masih terbuka.")
def export(session: Session, id_: str, output: Path, *, only_open: bool) -> None:
    """Write remarks as a workbook."""
    from zi_desktop.services.remarks.export import export_remarks  # noqa: PLC0415 (the writer of workbooks loads only here)

    with session.services(write=False) as services:
        whole = services.evaluations.open(id_).id if id_ else ""
        rows = [
            row for row in services.remark_list.rows() if whole in ("", row.evaluation) and (row.open or not only_open)
        ]
    file = export_remarks(rows, output)
    session.show({"file": str(file), "remarks": len(rows)}, f"{len(rows)} catatan ditulis ke {file}.")


@command("close", "Menyatakan catatan selesai atau tidak relevan lagi.")
@click.argument("id_", metavar="ID")
@click.argument("remark", metavar="CATATAN")
@click.option("--state", type=click.Choice(sorted(CLOSED)), default="selesai", help="Keadaannya; bawaan: selesai.")
@click.option("--reason", default="", metavar="TEKS", help="Alasan.")
@_AS
def close(session: Session, id_: str, remark: str, state: str, reason: str, author: str) -> None:
    """Close a remark."""
    _progress(session, id_, remark, state, reason, author)


@command("reopen", "Membuka kembali catatan yang sudah ditutup.")
@click.argument("id_", metavar="ID")
@click.argument("remark", metavar="CATATAN")
@click.option("--reason", default="", metavar="TEKS", help="Alasan.")
@_AS
def reopen(session: Session, id_: str, remark: str, reason: str, author: str) -> None:
    """Open a remark again."""
    _progress(session, id_, remark, "terbuka", reason, author)


@command("follow-up", "Menambahkan tindak lanjut pada catatan.")
@click.argument("id_", metavar="ID")
@click.argument("remark", metavar="CATATAN")
@click.argument("text", metavar="URAIAN")
@click.option("--day", default="", metavar="TANGGAL", help="Tanggal tindak lanjut.")
@click.option(
    "--file",
    "files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Buktinya; boleh berulang.",
)
@_AS
def follow_up(
    session: Session, id_: str, remark: str, text: str, day: str, files: tuple[Path, ...], author: str
) -> None:
    """Add what was done about a remark; one file that cannot be kept leaves everything as it was."""
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        ident = services.remarks.resolve(whole, remark)
        outcomes = keep_bytes(services.workspace.folder, files, AS_USUAL) if files else ()
        if failed := [each for each in outcomes if isinstance(each, Failed)]:
            raise InvalidInputError(" ".join(each.sentence for each in failed))
        brought = [each for each in outcomes if not isinstance(each, Failed)]
        services.remarks.follow_up(whole, ident, text, day=day, brought=brought, author=author)
        _show(session, services, whole, ident)


@command("withdraw", "Menarik catatan yang keliru ditulis; --undo mengembalikannya.")
@click.argument("id_", metavar="ID")
@click.argument("remark", metavar="CATATAN")
@click.option("--undo", is_flag=True, help="Kembalikan; sebut id catatan selengkapnya.")
@_AS
def withdraw(session: Session, id_: str, remark: str, author: str, *, undo: bool) -> None:
    """Withdraw a remark, or put it back."""
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        ident = remark if undo else services.remarks.resolve(whole, remark)
        services.remarks.withdraw(whole, ident, withdrawn=not undo, author=author)
        session.show(
            {"id": ident, "withdrawn": not undo}, f"Catatan {ident[:_SHOWN]} {'kembali' if undo else 'ditarik'}."
        )


@command("earlier", "Catatan terbuka dari evaluasi terdahulu: menampilkan, atau menyatakan hasil pemeriksaannya.")
@click.argument("id_", metavar="ID")
@click.argument("remark", metavar="[CATATAN]", required=False, default="")
@click.option("--finding", type=click.Choice([*FINDINGS, "-"]), default=None, help="Hasil pemeriksaan; - mencabutnya.")
@click.option("--note", default="", metavar="TEKS", help="Keterangan.")
@_AS
def earlier(session: Session, id_: str, remark: str, finding: str | None, note: str, author: str) -> None:
    """Show what is still open of earlier evaluations, or state what was found of one."""
    with session.services(write=bool(remark)) as services:
        whole = services.evaluations.open(id_).id
        if remark:
            if finding is None:
                raise InvalidInputError("Sebut hasil pemeriksaannya dengan --finding. Tidak ada yang tersimpan.")
            row = next((e.row for e in services.remark_list.earlier(whole) if e.row.id.startswith(remark)), None)
            ident = row.id if row else remark
            services.remarks.confirm(
                whole, row.evaluation if row else whole, ident, None if finding == "-" else finding, note, author
            )
        found = services.remark_list.earlier(whole)
    rows = [{**_json(each.row), "finding": each.finding, "note": each.note} for each in found]
    shown = [[*_cells(each.row), FINDINGS.get(each.finding, "–")] for each in found]
    text = tables.table([*_HEADINGS, "Hasil"], shown) if rows else "Tidak ada catatan terbuka dari evaluasi terdahulu."
    session.show(rows, text)


COMMAND = group(
    "remark", "Catatan & rekomendasi.", add, edit, list_, export, close, reopen, follow_up, withdraw, earlier
)

_HEADINGS: Final = ("Catatan", "Satker", "Tahun", "Butir", "Rekomendasi", "Tenggat", "Keadaan")


def _progress(session: Session, id_: str, remark: str, state: str, reason: str, author: str) -> None:
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        ident = services.remarks.resolve(whole, remark)
        services.remarks.progress(whole, ident, state, reason, author)
        _show(session, services, whole, ident)


def _show(session: Session, services: Services, id_: str, ident: str) -> None:
    rows = [row for row in services.remark_list.rows() if row.evaluation == id_ and row.id == ident]
    session.show([_json(row) for row in rows], _table(rows))


def _json(row: RemarkRow) -> Mapping[str, Any]:
    names = (
        "id", "evaluation", "satker_code", "satker_name", "year", "item", "origin", *TEXTS, "due", "state", "reason",
        "overdue",
    )  # fmt: skip
    return {**{name: getattr(row, name) for name in names}, "follow_ups": row.done, "disputed": list(row.disputed)}


def _table(rows: list[RemarkRow]) -> str:
    return tables.table(list(_HEADINGS), [_cells(row) for row in rows])


def _cells(row: RemarkRow) -> list[str]:
    late = " (lewat)" if row.overdue else ""
    return [
        row.id[:_SHOWN], row.satker_name, str(row.year), row.item or "–", row.recommendation.replace("\n", " "),
        (row.due or "–") + late, STATES[row.state],
    ]  # fmt: skip
