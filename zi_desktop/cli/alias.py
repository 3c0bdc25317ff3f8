"""``alias``: two satker, or two entries of one person, that are one."""

from dataclasses import asdict

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, group
from zi_desktop.domain.aliases import PERSON, SATKER
from zi_desktop.domain.plan import ACTIVITIES
from zi_desktop.services.joining import ABOUT, JoinedEvaluation

_REASON = click.option("--reason", default="", metavar="TEKS", help="Alasan; ikut tersimpan.")


@command("satker", "Menampilkan apa yang menyatu bila satker LAIN sama dengan SATKER; dengan --apply disatukan.")
@click.argument("kept", metavar="SATKER")
@click.argument("other", metavar="LAIN")
@_REASON
@click.option("--apply", is_flag=True, help="Satukan.")
def satker(session: Session, kept: str, other: str, reason: str, *, apply: bool) -> None:
    """Look at what would be one, and state it where that is asked for."""
    with session.services(write=apply) as services:
        one, two = services.satkers.find(kept), services.satkers.find(other)
        preview = services.joining.preview(one.id, two.id)
        if apply:
            services.joining.join(SATKER, one.id, two.id, reason)
    words = [
        f"{two.code} {two.name} sama dengan {one.code} {one.name}; kode dan nama yang dipakai: {one.code} {one.name}."
    ]
    words += [_evaluation(each) for each in preview.evaluations]
    words.append(
        "Disatukan; alias part memisahkannya lagi."
        if apply
        else "Belum ada yang berubah; dengan --reason dan --apply disatukan."
    )
    result = {
        "kept": one.id,
        "other": two.id,
        "evaluations": [asdict(each) for each in preview.evaluations],
        "applied": apply,
    }
    session.show(result, "\n".join(words))


@command("person", "Menyatukan entri LAIN seseorang dengan entri ORANG (nama, NIP, atau id).")
@click.argument("kept", metavar="ORANG")
@click.argument("other", metavar="LAIN")
@_REASON
def person(session: Session, kept: str, other: str, reason: str) -> None:
    """State that two entries are one person."""
    with session.services(write=True) as services:
        one, two = services.settings.author(kept), services.settings.author(other)
        services.joining.join(PERSON, one, two, reason)
        names = services.settings.people()
    session.show(
        {"kept": one, "other": two}, f"{names[two].name} sama dengan {names[one].name}; alias part memisahkannya lagi."
    )


@command("list", "Menampilkan yang disatukan.")
def list_(session: Session) -> None:
    """Show what stands."""
    with session.services(write=False) as services:
        found = services.joining.all()
        named = {each.id: services.satkers.get(each.same).name for each in found if each.about == SATKER}
        named |= {id_: entry.name for id_, entry in services.settings.people().items()}
    rows = [
        [ABOUT[each.about], each.id, named.get(each.same, each.same[:8]), each.wall[:10], each.reason] for each in found
    ]
    text = (
        tables.table(["Jenis", "Id", "Sama dengan", "Sejak", "Alasan"], rows) if rows else "Tidak ada yang disatukan."
    )
    session.show([asdict(each) for each in found], text)


@command("part", "Memisahkan lagi yang disatukan; tidak ada yang hilang.")
@click.argument("id_", metavar="ID")
def part(session: Session, id_: str) -> None:
    """Take it back."""
    with session.services(write=True) as services:
        found = [each for each in services.joining.all() if each.id.startswith(id_.strip().casefold())]
        about, whole = (found[0].about, found[0].id) if len({each.id for each in found}) == 1 else (SATKER, id_)
        services.joining.part(about, whole)
    session.show({"id": whole}, "Dipisahkan lagi.")


def _evaluation(each: JoinedEvaluation) -> str:
    what = f"  {ACTIVITIES[each.activity]} {each.year} putaran {each.round}"
    if not each.twin:
        return f"{what}: ikut pindah."
    words = f"{what}: menyatu dengan yang sudah ada; {each.conflicts} beda penilaian menunggu diselesaikan."
    return f"{words} Keduanya sudah ditandatangani: salah satu harus dibatalkan." if each.sealed else words


COMMAND = group(
    "alias", "Satker atau orang yang ternyata sama: satker, person, list, part.", satker, person, list_, part
)
