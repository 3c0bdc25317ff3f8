"""``edition``: editions of the worksheet, their official wording, and moving an evaluation between them."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, file_path, group
from zi_desktop.domain.edition_move import Fate
from zi_desktop.domain.figures import machine, points, weight
from zi_desktop.domain.instrument import Column, Instrument
from zi_desktop.domain.instrument_changes import Change
from zi_desktop.services.editions import BUILT_IN, Editions, shipped, source_json
from zi_desktop.services.worksheets.edition_moving import MovePreview
from zi_desktop.services.worksheets.edition_taking import OfficialFile

_OWN_WORDS = "bawaan"
_CHANGES = {
    Change.SAME: "sama", Change.REWORDED: "berubah kata", Change.CHANGED: "berubah jawaban", Change.NEW: "baru",
    Change.DROPPED: "dihapus",
}  # fmt: skip


@command("list", "Menampilkan edisi yang dikenal dan kata-kata yang dipakai.")
def list_(session: Session) -> None:
    """Show the editions of the workspace."""
    with session.services(write=False) as services:
        rows = [_edition(edition, services.workspace.editions) for edition in services.workspace.editions.all()]
        words = tables.table(
            ["Edisi", "Sidik", "Butir", "Asal", "Kata-kata"],
            [[row["edition"], row["structure"][:8], str(row["questions"]), _origin(row), _words(row)] for row in rows],
        )
        session.show(rows, words)


@command("show", "Menampilkan satu edisi dengan kata-kata yang pernah diambil.")
@click.argument("edition", metavar="EDISI")
def show(session: Session, edition: str) -> None:
    """Show one edition."""
    with session.services(write=False) as services:
        editions = services.workspace.editions
        found = services.edition_taking.find(edition)
        taken: list[dict[str, Any]] = [
            {"wording": each.digest, "name": each.source.name, "digest": each.source.digest,
             "taken": each.source.taken, "texts": len(each.items)}
            for each in editions.wordings(found.structure_digest)
        ]  # fmt: skip
        row = {**_edition(found, editions), "wordings": taken, "origin": _without_document(editions, found)}
        lines = [
            f"{row['title']} edisi {row['edition']}, {row['questions']} butir",
            f"Sidik struktur: {row['structure']}",
            f"Kata-kata: {_words(row)}",
            *(f"  {each['wording'][:8]}  {each['name']}, diambil {each['taken']}" for each in taken),
            *((row["origin"] or {}).get("notes", ())),
        ]
        session.show(row, "\n".join(lines))


@command("diff", "Membandingkan berkas resmi (daftar soal JSON atau lembar kerja) dengan edisi yang dikenal.")
@click.argument("file", metavar="BERKAS", type=file_path())
def diff(session: Session, file: Path) -> None:
    """Show what an official file would bring; nothing changes."""
    with session.services(write=False) as services:
        found = services.edition_taking.read(file)
        session.show(_file(found), _file_words(found))


@command("take", "Mengambil berkas resmi: edisi barunya bila ada, dan kata-katanya.")
@click.argument("file", metavar="BERKAS", type=file_path())
@click.option("--wording-only", is_flag=True, help="Hanya kata-katanya, untuk butir yang tidak berubah.")
def take(session: Session, file: Path, wording_only: bool) -> None:  # noqa: FBT001 (click's flag)
    """Take an official file."""
    with session.services(write=True) as services:
        found = services.edition_taking.read(file)
        edition = services.edition_taking.take(found, wording_only=wording_only)
        new = found.edition is not None and not wording_only
        row = {**_edition(edition, services.workspace.editions), "new": new}
        begun = f"Edisi {row['edition']} ditambahkan. " if new else ""
        session.show(row, f"{begun}Kata-kata edisi {row['edition']} kini dari {found.name}.")


@command("wording", f"Memilih kata-kata sebuah edisi: awal sidiknya, atau {_OWN_WORDS}.")
@click.argument("edition", metavar="EDISI")
@click.argument("choice", metavar="PILIHAN")
def wording(session: Session, edition: str, choice: str) -> None:
    """Choose the wording of an edition."""
    with session.services(write=True) as services:
        found = services.edition_taking.find(edition)
        chosen = BUILT_IN if choice.casefold() == _OWN_WORDS else choice.casefold()
        row = _edition(services.edition_taking.choose(found.structure_digest, chosen), services.workspace.editions)
        session.show(row, f"Kata-kata edisi {row['edition']}: {_words(row)}.")


@command("retire", "Mengesampingkan edisi yang ditambahkan: evaluasi baru tidak memakainya; --undo memakainya lagi.")
@click.argument("edition", metavar="EDISI")
@click.option("--undo", is_flag=True, help="Pakai lagi.")
def retire(session: Session, edition: str, undo: bool) -> None:  # noqa: FBT001 (click's flag)
    """Set an added edition aside, or bring it back."""
    with session.services(write=True) as services:
        found = services.edition_taking.find(edition)
        services.edition_taking.retire(found.structure_digest, retired=not undo)
        row = _edition(found, services.workspace.editions)
        session.show(row, f"Edisi {row['edition']}: {_origin(row)}.")


@command("move", "Memindahkan evaluasi ke edisi lain; tanpa --apply hanya pratinjau.")
@click.argument("id_", metavar="ID")
@click.argument("edition", metavar="EDISI")
@click.option("--apply", "apply_", is_flag=True, help="Pindahkan; memindahkan kembali memulihkan semua jawaban.")
def move(session: Session, id_: str, edition: str, apply_: bool) -> None:  # noqa: FBT001 (click's flag)
    """Show what moving an evaluation would do, and do it where that was asked for."""
    with session.services(write=apply_) as services:
        target = services.edition_taking.find(edition)
        preview = services.edition_moving.preview(services.evaluations.resolve(id_), target.structure_digest)
        if apply_:
            services.edition_moving.apply(preview)
        session.show({**_move(preview), "applied": apply_}, _move_words(preview, applied=apply_))


def _edition(edition: Instrument, editions: Editions) -> dict[str, Any]:
    source = edition.wording_source
    return {
        "id": edition.id, "edition": edition.edition, "title": edition.title, "structure": edition.structure_digest,
        "year": editions.year(edition.structure_digest), "shipped": edition.structure_digest in shipped(),
        "retired": editions.is_retired(edition.structure_digest),
        "questions": len(edition.questions), "wording": source_json(source) if source else None,
    }  # fmt: skip


def _without_document(editions: Editions, edition: Instrument) -> dict[str, Any] | None:
    origin = editions.origin(edition.structure_digest)
    return {key: value for key, value in origin.items() if key != "document"} if origin else None


def _origin(row: Mapping[str, Any]) -> str:
    if row["retired"]:
        return "dikesampingkan"
    return "program" if row["shipped"] else f"ditambahkan, mulai {row['year']}"


def _words(row: Mapping[str, Any]) -> str:
    source = row["wording"]
    return f"{source['name']}, diambil {source['taken']}" if source else _OWN_WORDS


def _file(found: OfficialFile) -> dict[str, Any]:
    changes = found.changes
    return {
        "file": found.name, "sha256": found.digest, "year": found.year, "base": found.base.edition,
        "edition": found.edition.edition if found.edition else None,
        "structure": found.target.structure_digest, "texts": len(found.wording), "missing": list(found.missing),
        "same": len(changes.of(Change.SAME)) if changes else len(found.base.questions),
        **{
            change.value: [item.code for item in changes.of(change)] if changes else []
            for change in (Change.REWORDED, Change.CHANGED, Change.NEW, Change.DROPPED)
        },
        "reweighted": [
            {"code": item.code, "before": machine(item.before or Fraction(0)), "after": machine(item.after or Fraction(0))}
            for item in (changes.reweighted if changes else ())
        ],
        "branches": [
            {"code": code, "before": machine(before), "after": machine(after)}
            for code, before, after in (changes.branches if changes else ())
        ],
        "words_compared": bool(changes and changes.words_compared), "notes": list(found.notes),
    }  # fmt: skip


def _file_words(found: OfficialFile) -> str:
    lacking = [f"Tanpa kata-kata resmi, tetap kata-kata bawaan: {', '.join(found.missing)}."] if found.missing else []
    if found.changes is None or found.edition is None:
        structure = "bobot lain dari" if found.other_weights else "struktur sama dengan"
        told = f"{found.name}: {structure} edisi {found.base.edition}; kata-katanya dapat diambil."
        return "\n".join([told, *lacking, *found.notes])
    changes = found.changes
    listed = [
        f"Butir {_CHANGES[change]}: {len(changes.of(change))}"
        + (f" ({', '.join(item.code for item in changes.of(change))})" if change is not Change.SAME else "")
        for change in Change
        if changes.of(change)
    ]
    weights = [
        f"Bobot {code}: {weight(before)} menjadi {weight(after)}" for code, before, after in changes.branches
    ] + ([f"Butir berubah bobot: {len(changes.reweighted)}"] if changes.reweighted else [])
    return "\n".join(
        [f"{found.name}: edisi {found.edition.edition} dibandingkan dengan edisi {found.base.edition}.",
         *listed, *weights, *lacking, *found.notes]
    )  # fmt: skip


def _move(preview: MovePreview) -> dict[str, Any]:
    def codes(*fates: Fate) -> list[dict[str, str]]:
        return [{"code": each.code, "column": each.column.value} for each in preview.of(*fates)]

    return {
        "id": preview.id, "from": preview.before.edition, "to": preview.after.edition,
        "structure": preview.after.structure_digest, "follows": len(preview.of(Fate.FOLLOWS)),
        "returns": codes(Fate.RETURNS), "asked_again": codes(Fate.CHANGED), "dropped": codes(Fate.DROPPED),
        "reworded": list(preview.reworded), "unanswered": list(preview.unanswered),
        "total_before": machine(preview.total_before), "total_after": machine(preview.total_after),
    }  # fmt: skip


def _move_words(preview: MovePreview, *, applied: bool) -> str:
    done = "dipindahkan" if applied else "akan dipindahkan"
    columns = [column for column in Column if column is Column.TPI or _codes(preview, column, *Fate)]
    lines = [
        f"Evaluasi {preview.id[:8]} {done} dari edisi {preview.before.edition} ke {preview.after.edition}.",
        *(_column_words(preview, column) for column in columns),
        *([f"Ikut, tetapi kata-katanya berubah: {', '.join(preview.reworded)}"] if preview.reworded else []),
        f"Butir yang belum dijawab TPI sesudahnya: {len(preview.unanswered)}",
        f"Nilai TPI: {points(preview.total_before)} menjadi {points(preview.total_after)}",
    ]
    return "\n".join(lines)


def _column_words(preview: MovePreview, column: Column) -> str:
    """Return what becomes of the answers of one column."""
    returns, again, gone = (_codes(preview, column, fate) for fate in (Fate.RETURNS, Fate.CHANGED, Fate.DROPPED))
    parts = [
        f"{len(_codes(preview, column, Fate.FOLLOWS))} ikut",
        *([f"{len(returns)} berlaku lagi"] if returns else []),
        *([f"ditanyakan ulang {', '.join(again)}"] if again else []),
        *([f"tidak ada lagi {', '.join(gone)}"] if gone else []),
    ]
    return f"Jawaban {column.value}: {'; '.join(parts)}"


def _codes(preview: MovePreview, column: Column, *fates: Fate) -> list[str]:
    return [each.code for each in preview.of(*fates) if each.column is column]


COMMAND = group(
    "edition",
    "Edisi lembar kerja: kata-kata resmi, edisi tahun lain, dan pemindahan evaluasi.",
    list_,
    show,
    diff,
    take,
    wording,
    retire,
    move,
)
