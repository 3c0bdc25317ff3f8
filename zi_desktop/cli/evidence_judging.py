"""``evidence judge|period|sufficiency``: what is thought of files, and what they cover."""

from typing import Final

import click

from zi_desktop.cli.evidence_rows import AS, named_link, show_link
from zi_desktop.cli.session import Session, command
from zi_desktop.domain.evidence_terms import LEVELS, STATES
from zi_desktop.domain.figures import machine, points

_NOTHING: Final = "-"
"""Takes a judgement back, or leaves an end of a period open."""


@command("judge", "Menilai satu berkas untuk satu butir; - mencabut penilaian.")
@click.argument("id_", metavar="ID")
@click.argument("code", metavar="KODE")
@click.argument("digest", metavar="SHA256")
@click.argument("state", metavar="KEADAAN", type=click.Choice([*STATES, _NOTHING]))
@click.option("--reason", default="", metavar="TEKS", help="Alasan; wajib bila kurang atau tidak sesuai.")
@AS
def judge(session: Session, id_: str, code: str, digest: str, state: str, reason: str, author: str) -> None:
    """Judge a file as evidence for an item."""
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        link = named_link(services, whole, code, digest)
        services.evidence.judge(whole, link, None if state == _NOTHING else state, reason, author)
        show_link(session, named_link(services, whole, code, digest))


@command(
    "period", "Menyatakan masa yang dicakup satu berkas (2026-01-31); - berarti terbuka. Berlaku di semua butirnya."
)
@click.argument("id_", metavar="ID")
@click.argument("digest", metavar="SHA256")
@click.argument("first", metavar="SEJAK")
@click.argument("last", metavar="SAMPAI")
@AS
def period(session: Session, id_: str, digest: str, first: str, last: str, author: str) -> None:
    """State the days that a file covers."""
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        link = named_link(services, whole, "", digest)
        since, until = ("" if day == _NOTHING else day for day in (first, last))
        services.evidence.set_period(whole, link, since, until, author)
        show_link(session, named_link(services, whole, link.place, digest))


@command("sufficiency", "Menilai kecukupan data dukung satu butir; tanpa isian menampilkan rekap dan nilai dengan bukti sesuai saja.")  # fmt: skip
@click.argument("id_", metavar="ID")
@click.argument("code", metavar="[KODE]", required=False, default="")
@click.argument("level", metavar="[TINGKAT]", required=False, default=None, type=click.Choice([*LEVELS, _NOTHING]))
@click.option("--reason", default="", metavar="TEKS", help="Alasan.")
@AS
def sufficiency(session: Session, id_: str, code: str, level: str | None, reason: str, author: str) -> None:
    """Judge how far the evidence of an item suffices, and show how far all of it does."""
    with session.services(write=bool(code)) as services:
        whole = services.evaluations.resolve(id_)
        keeping = services.evidence
        if code:
            value = None if level in (None, _NOTHING) else level
            displayed = keeping.of(whole).sufficiency(code)
            keeping.judge_sufficiency(whole, code, value, displayed, reason, author)
        tally = keeping.sufficiency(whole)
        card = keeping.score_with_fitting_only(whole)
        total = services.evaluations.open(whole).card().total
    shown = {**{key or "belum_dinilai": count for key, count in tally.items()}, "total": machine(total), "fitting_total": machine(card.total)}  # fmt: skip
    words = [f"{LEVELS.get(key, 'Belum dinilai')}: {count} butir" for key, count in tally.items()]
    session.show(shown, "\n".join([*words, f"Nilai {points(total)}, dengan bukti sesuai saja {points(card.total)}."]))
