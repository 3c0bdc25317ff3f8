"""``score``: what a filled worksheet scores; touches no workspace."""

from pathlib import Path
from typing import Any

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, file_path
from zi_desktop.cli.sheet_words import faults_json, refusals_json, total_lines
from zi_desktop.domain.instrument import Column
from zi_desktop.scoring.card_json import score_card_json
from zi_desktop.services.worksheets.scoring_files import ScoredFile, score_file


@command("score", "Menghitung nilai lembar kerja Excel (Lampiran III atau PortalRB); tidak memerlukan ruang kerja.")
@click.argument("file", metavar="BERKAS.xlsx", type=file_path())
@click.option(
    "--column",
    type=click.Choice([Column.MANDIRI.value, Column.TPI.value]),
    default=None,
    help="Kolom yang dihitung bila lembarnya memuat keduanya; bawaan: tpi bila terisi, selain itu mandiri.",
)
@click.option("--sheet", default="", metavar="NAMA", help="Nama lembar bila berkasnya memuat beberapa lembar kerja.")
def COMMAND(session: Session, file: Path, column: str | None, sheet: str) -> None:  # noqa: N802 (as every command module)
    """Score a file and print its card with the faults of the sheet."""
    scored = score_file(file, Column(column) if column else None, sheet)
    card = score_card_json(scored.card, scored.column) | {
        "faults": faults_json(scored.faults),
        "refused": refusals_json(scored.sheet.refused),
    }
    session.show(card, _text(scored, card))


def _text(scored: ScoredFile, card: dict[str, Any]) -> str:
    lines = [
        f"{scored.worksheet.name}, lembar {scored.worksheet.sheet}",
        "",
        tables.score_card(card, scored.card.instrument),
    ]
    refused = scored.sheet.refused
    if refused:
        lines += ["", f"Ditolak ({len(refused)}), tidak ikut dihitung:"]
        lines += [f'  {each.cell} {each.code} "{each.text}": {each.reason}' for each in refused]
    if scored.faults:
        lines += ["", f"Kesalahan pada lembarnya ({len(scored.faults)}):"]
        lines += [f"  {fault.problem}" for fault in scored.faults]
    if scored.differences and not scored.differences[0].code:
        lines += ["", *total_lines(scored.differences[0])]
    return "\n".join(lines)
