"""``evidence``: files that prove an answer (data dukung): added, judged, checked, cleaned up."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import click

from zi_desktop.cli import tables
from zi_desktop.cli.evidence_judging import judge, period, sufficiency
from zi_desktop.cli.evidence_rows import AS, SHOWN, added_row, named_link, row, table, title
from zi_desktop.cli.session import Session, command, file_path, group
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.domain.figures import size
from zi_desktop.services.composition import Services
from zi_desktop.services.evidence.adding import AddResult
from zi_desktop.services.evidence.checking import STATES as CHECKED
from zi_desktop.services.evidence.checking import check_evidence
from zi_desktop.services.evidence.cleaning import Removable, clean_up, removable
from zi_desktop.services.evidence.findings import evidence_findings
from zi_desktop.services.evidence.places import Where, whereabouts
from zi_desktop.services.evidence.received import releasable, release
from zi_desktop.storage.evidence_files import Treatment

FAILED: Final = 2
_HOW = (
    click.option(
        "--note-only", is_flag=True, help="Catat nama, ukuran, dan SHA-256-nya saja; isi berkas tidak disalin."
    ),
    click.option("--downscale", is_flag=True, help="Kecilkan foto sampai 2048 titik; waktu pengambilannya tetap."),
    click.option("--keep-place", is_flag=True, help="Biarkan tempat pengambilan (GPS) di dalam foto."),
)


def _how(function: Callable[..., None]) -> Callable[..., None]:
    for option in _HOW:
        function = option(function)
    return function


@command("add", f"Menambahkan berkas sebagai data dukung satu butir, atau ke kotak masuk (KODE {INBOX}).")
@click.argument("id_", metavar="ID")
@click.argument("code", metavar="KODE")
@click.argument("sources", metavar="BERKAS…", nargs=-1, required=True, type=file_path())
@_how
@AS
def add(
    session: Session,
    id_: str,
    code: str,
    sources: tuple[Path, ...],
    author: str,
    *,
    note_only: bool,
    downscale: bool,
    keep_place: bool,
) -> None:
    """Add files to an item."""
    treatment = Treatment(keep=not note_only, downscale=downscale, keep_place=keep_place)
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        done = services.evidence.add(whole, sources, code, treatment=treatment, tell=_teller(), author=author)
        _show_added(session, services, whole, done)


@command("folder", "Memetakan isi FOLDER ke butir; tanpa --apply hanya pratinjau.")
@click.argument("id_", metavar="ID")
@click.argument("source", metavar="FOLDER", type=file_path())
@click.option("--apply", "apply_", is_flag=True, help="Tambahkan seperti pratinjau.")
@_how
@AS
def folder(
    session: Session,
    id_: str,
    source: Path,
    author: str,
    *,
    apply_: bool,
    note_only: bool,
    downscale: bool,
    keep_place: bool,
) -> None:
    """Map a folder tree to items, or add it as mapped."""
    treatment = Treatment(keep=not note_only, downscale=downscale, keep_place=keep_place)
    with session.services(write=apply_) as services:
        whole = services.evaluations.resolve(id_)
        mapping = services.evidence.map_folder(whole, source)
        if apply_:
            done = services.evidence.add_folder(whole, mapping, treatment=treatment, tell=_teller(), author=author)
            _show_added(session, services, whole, done)
            return
        shown = {
            "files": [{"file": e.relative, "code": e.place, "size": e.size, "why": e.why} for e in mapping.entries],
            "skipped": [{"file": each.name, "why": each.sentence} for each in mapping.skipped],
        }
        rows = [[title(e.place), e.relative, size(e.size), e.why] for e in mapping.entries]
        session.show(shown, tables.table(["Butir", "Berkas", "Ukuran", "Sebab"], rows))


@command("list", "Menampilkan data dukung satu evaluasi.")
@click.argument("id_", metavar="ID")
def list_(session: Session, id_: str) -> None:
    """Show every file of an evaluation with its state."""
    with session.services(write=False) as services:
        whole = services.evaluations.resolve(id_)
        rows = [row(link) for link in services.evidence.of(whole).links]
        findings = [item.sentence for item in evidence_findings(services.workspace, whole)]
    text = [table(rows), *(f"Perhatikan: {sentence}" for sentence in findings)]
    session.show(rows, "\n".join(text) if rows else "Belum ada data dukung.")


@command("check", "Mencocokkan data dukung satu evaluasi dengan isinya: hilang, berubah, tanpa tautan.")
@click.argument("id_", metavar="ID")
def check(session: Session, id_: str) -> None:
    """Check every file of an evaluation."""
    with session.services(write=False) as services:
        found = check_evidence(services.workspace, services.evaluations.open(id_).id, _teller())
        where = whereabouts(services.workspace)
        rows = [
            {
                "sha256": f.sha256, "name": f.name, "size": f.size, "state": f.state,
                "places": [_place(where, *place) for place in f.places],
            }
            for f in found
        ]  # fmt: skip
        shown = [
            [f.name or f.sha256[:SHOWN], size(f.size), CHECKED[f.state], "; ".join(where(*place) for place in f.places)]
            for f in found
        ]
    text = tables.table(["Berkas", "Ukuran", "Keadaan", "Tempat"], shown) if rows else "Belum ada data dukung."
    session.show(rows, text)
    if any(file.fault for file in found):
        raise click.exceptions.Exit(1)


@command("assign", "Menjadikan satu berkas (awal SHA-256-nya) data dukung butir-butir lain.")
@click.argument("id_", metavar="ID")
@click.argument("digest", metavar="SHA256")
@click.argument("codes", metavar="KODE…", nargs=-1, required=True)
@AS
def assign(session: Session, id_: str, digest: str, codes: tuple[str, ...], author: str) -> None:
    """Let a file stand for further items."""
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        link = named_link(services, whole, "", digest)
        services.evidence.assign(whole, link, codes, author)
        rows = [row(each) for each in services.evidence.of(whole).links if each.file.sha256 == link.file.sha256]
    session.show(rows, table(rows))


@command("remove", "Melepas satu berkas dari satu butir; isinya tetap ada sampai dibersihkan.")
@click.argument("id_", metavar="ID")
@click.argument("code", metavar="KODE")
@click.argument("digest", metavar="SHA256")
@click.option("--reason", default="", metavar="TEKS", help="Alasan.")
@AS
def remove(session: Session, id_: str, code: str, digest: str, reason: str, author: str) -> None:
    """Retract a file from an item."""
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        link = named_link(services, whole, code, digest)
        services.evidence.retract(whole, link, reason, author)
    session.show(row(link), f"{link.file.name} dilepas dari {title(link.place)}; isinya tetap tersimpan.")


@command("clean", "Menyebut isi berkas yang tidak diperlukan lagi; dengan --apply menghapusnya untuk selamanya.")
@click.option("--apply", "apply_", is_flag=True, help="Hapus yang disebut.")
@click.option("--received", is_flag=True, help="Sebut pula yang menurut tanda terima sudah lama ada di Inspektorat.")
def clean(session: Session, *, apply_: bool, received: bool) -> None:
    """List what a clean-up removes, or remove it."""
    with session.services(write=apply_) as services:
        unneeded = removable(services.workspace)
        held = releasable(services.workspace) if received else ()
        if apply_:
            clean_up(services.workspace, unneeded)
            release(services.workspace, held)
        found = (*unneeded, *held)
        where = whereabouts(services.workspace)
        rows = [
            {
                "file": f.file, "names": list(f.names), "size": f.size, "why": f.why,
                "removed": {**_place(where, f.last.evaluation, f.last.place), "at": f.last.at} if f.last else None,
            }
            for f in found
        ]  # fmt: skip
        shown = [[", ".join(f.names) or f.file[:SHOWN], size(f.size), _let_go(where, f)] for f in found]
    whole = f"{len(found)} berkas, {size(sum(f.size for f in found))}" + (" dihapus." if apply_ else " dapat dihapus.")
    if held and not apply_:
        whole += f" {len(held)} di antaranya sesudah itu hanya ada di Inspektorat."
    text = (
        [tables.table(["Berkas", "Ukuran", "Sebab"], shown), whole] if found else ["Tidak ada yang perlu dibersihkan."]
    )
    session.show(rows, "\n".join(text))


COMMAND = group(
    "evidence", "Data dukung sebuah evaluasi.", add, folder, list_, check, judge, period, assign, remove, sufficiency, clean,
)  # fmt: skip


def _place(where: Where, evaluation: str, place: str) -> Mapping[str, str]:
    return {"evaluation": evaluation, "place": place, "words": where(evaluation, place)}


def _let_go(where: Where, found: Removable) -> str:
    """Return why a file may go: where it was taken away last, and when."""
    if found.last is None:
        return found.why
    return f"dilepas dari {where(found.last.evaluation, found.last.place)}, {found.last.at[:16].replace('T', ' ')}"


def _show_added(session: Session, services: Services, id_: str, done: AddResult) -> None:
    for failed in done.failed:
        click.echo(failed.sentence, err=True)
    rows = [added_row(file) for file in done.added]
    same = f", {len(done.same)} sudah ada" if done.same else ""
    session.show(
        rows,
        f"{len(done.added)} berkas ditambahkan{same}. Data dukung seluruhnya {len(services.evidence.of(id_).links)}.",
    )
    if done.failed:
        raise click.exceptions.Exit(FAILED)


def _teller() -> Callable[[str, int, int], None]:
    """Return what shows progress on a terminal, in one line."""
    shown = sys.stderr.isatty()

    def tell(sentence: str, done: int, whole: int) -> None:
        if shown:
            click.echo(f"\r{sentence} ({100 * done // max(whole, 1)} %)\x1b[K", nl=done >= whole > 0, err=True)

    return tell
