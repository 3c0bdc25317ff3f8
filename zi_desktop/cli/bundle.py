"""``bundle``: evaluations from laptop to laptop in one file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zi_desktop.cli.session import Session, command, file_path, group
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.workspace_errors import WorkspaceMissingError

if TYPE_CHECKING:
    from zi_desktop.services.exchange.bundle_preview import BundlePreview


@command("export", "Menulis paket: catatan, data dukung, dan laporan bertanda tangan dari evaluasi yang disebut.")
@click.argument("ids", metavar="ID…", nargs=-1, required=True)
@click.option("-o", "file", required=True, type=file_path(), metavar="BERKAS.zib", help="Berkas hasil.")
@click.option("--answers-only", is_flag=True, help="Tanpa data dukung dan laporan.")
@click.option(
    "--encrypt-to", "cards", type=file_path(), multiple=True, metavar="KARTU",
    help="Kartu penerima; bawaan: anggota tim yang kartunya diterima.",
)  # fmt: skip
@click.option("--plain", is_flag=True, help="Tanpa enkripsi: siapa pun yang menemukan berkas itu dapat membacanya.")
def export(
    session: Session, ids: tuple[str, ...], file: Path, cards: tuple[Path, ...], *, answers_only: bool, plain: bool
) -> None:
    """Write a bundle and say who can read it."""
    if plain and cards:
        raise InvalidInputError("Pilih --plain atau --encrypt-to, salah satu. Tidak ada yang ditulis.")
    with session.services(write=True) as services:
        whole = [services.evaluations.resolve(id_) for id_ in ids]
        recipients = [services.devices.read_file(card).recipient for card in cards]
        session.tell("Menulis dan memeriksa paket")
        done = services.bundling.export(whole, file, answers_only=answers_only, encrypt_to=recipients, plain=plain)
    result = {
        "file": str(done.file.resolve()), "sha256": done.sha256, "size": done.size, "bundle": done.id,
        "events": done.lines, "evidence": done.evidence, "conflicts": 0, "quarantined": 0, "missing": done.missing,
        "readers": list(done.readers), "left_out": list(done.left_out),
    }  # fmt: skip
    words = [f"{done.file}: {done.lines} catatan, {done.evidence} data dukung."]
    if done.missing:
        words.append(f"{done.missing} data dukung tidak ikut di paket ini.")
    if done.readers:
        words.append(f"Dapat dibuka oleh {', '.join(done.readers)}.")
    if done.left_out:
        words.append(f"Tanpa kartu, jadi tidak dapat membukanya: {', '.join(done.left_out)}.")
    session.show(result, "\n".join(words))


@command("import", "Menampilkan apa yang berubah oleh sebuah paket; dengan --apply paketnya diambil.")
@click.argument("file", metavar="BERKAS.zib", type=file_path())
@click.option("--apply", is_flag=True, help="Ambil isinya.")
def import_(session: Session, file: Path, *, apply: bool) -> None:
    """Look at a bundle, and take it where that is asked for."""
    with session.services(write=apply) as services:
        session.tell("Memeriksa paket")
        with services.bundle_intake.read(file) as preview:
            result, words = _shown(preview), _words(preview)
            if apply:
                taken = services.bundle_intake.apply(preview)
                result |= {"applied": True, "reports": taken.reports}
                words.append(
                    f"Diambil: {taken.lines} catatan, {taken.evidence} data dukung, {taken.reports} laporan bertanda tangan."
                )
    session.show(result, "\n".join(words))


@command("show", "Menampilkan isi sebuah paket; tidak ada yang diambil.")
@click.argument("file", metavar="BERKAS.zib", type=file_path())
def show(session: Session, file: Path) -> None:
    """Show what a bundle holds; a workspace helps to open an encrypted one, and none is needed for a plain one."""
    try:
        with session.services(write=False) as services, services.bundle_intake.read(file) as preview:
            session.show(_shown(preview), "\n".join(_words(preview)))
    except WorkspaceMissingError:
        from zi_desktop.services.exchange.bundle_verifying import look  # noqa: PLC0415 (see above)

        found = look(file)
        listed = {
            "from": found.card.name, "device": found.card.device, "kind": str(found.manifest.kind), "made": found.manifest.made,
            "bundle": found.manifest.bundle, "events": found.lines, "evidence": found.included, "conflicts": 0,
            "quarantined": found.lines, "missing": found.listed - found.included,
        }  # fmt: skip
        session.show(listed, f"Paket dari {found.card.name}: {found.lines} catatan, {found.included} data dukung.")


def _shown(preview: "BundlePreview") -> dict[str, Any]:
    manifest, card = preview.bundle.manifest, preview.bundle.card
    return {
        "from": card.name, "device": card.device, "kind": str(manifest.kind), "made": manifest.made,
        "bundle": manifest.bundle, "accepted": preview.accepted,
        "events": preview.new, "had": preview.had, "evidence": len(preview.evidence_included),
        "reports": len(preview.bundle.reports), "conflicts": len(preview.conflicts),
        "conflict_cells": [{"evaluation": id_, "cell": cell} for id_, cell in preview.conflicts],
        "pending": preview.pending, "quarantined": preview.quarantined,
        "strangers": [
            {
                "device": each.device, "name": each.card.name if each.card else "", "events": each.lines,
                "fingerprint": each.fingerprint,
            }
            for each in preview.strangers
        ],
        "missing": len(preview.evidence_missing), "forks": list(preview.forks), "newer": list(preview.newer),
        "applied": False,
    }  # fmt: skip


def _words(preview: "BundlePreview") -> list[str]:
    card = preview.bundle.card
    words = [
        f"Paket dari {card.name}, dibuat {preview.bundle.manifest.made[:16].replace('T', ' ')}.",
        f"Catatan baru {preview.new}, sudah ada {preview.had}; data dukung baru {len(preview.evidence_included)}.",
    ]
    words += _attention(preview)
    return words


def _attention(preview: "BundlePreview") -> Sequence[str]:
    """Return what a person has to look at."""
    found = []
    if preview.conflicts:
        found.append(f"Beda penilaian yang akan muncul: {len(preview.conflicts)}.")
    if preview.pending:
        found.append(f"{preview.pending} catatan menunggu bagian yang belum ada; minta paket lengkap dari pengirimnya.")
    found += [
        f"{each.lines} catatan dikarantina: perangkat {each.device[:8]} ({each.card.name if each.card else 'tanpa kartu'}) belum diterima."
        + (f"\n  Sidik jari kartunya: {each.fingerprint}" if each.card else "")
        for each in preview.strangers
    ]
    if preview.strangers:
        found.append(
            "Cocokkan sidik jari itu dengan pemiliknya, terima dengan identity card accept, lalu ambil lagi paketnya."
        )
    if preview.evidence_missing:
        found.append(f"{len(preview.evidence_missing)} data dukung belum ada di sini dan tidak ada di paket ini.")
    if preview.forks:
        found.append(
            f"Catatan satu laptop bercabang dua: {len(preview.forks)} kali. Kedua cabang disimpan; periksa isiannya."
        )
    if preview.newer:
        found.append("Sebagian ditulis program yang lebih baru; perbarui program sebelum mengisinya.")
    return found


COMMAND = group("bundle", "Paket antar-laptop: export, import, show.", export, import_, show)
