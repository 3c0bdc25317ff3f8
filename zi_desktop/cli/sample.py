"""``demo``: a whole visit on sample data."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command
from zi_desktop.services import editions

if TYPE_CHECKING:
    from zi_desktop.services.samples.visit import SampleVisit


@command("demo", "Menjalankan satu kunjungan lengkap pada data contoh di FOLDER baru.")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
def COMMAND(session: Session, folder: Path) -> None:  # noqa: N802 (what every command module is asked for)
    """Run the sample visit and show what it left."""
    from zi_desktop.reports.verification import verification_json  # noqa: PLC0415 (the PDF libraries load only here)
    from zi_desktop.services.samples.visit import run_sample_visit  # noqa: PLC0415 (see above)

    visit = run_sample_visit(folder, session.tell)
    result = {
        "workspace": str(visit.workspace.resolve()), "evaluation": visit.evaluation, "report": str(visit.report.resolve()),
        "trust": str(visit.trust.resolve()), "total": visit.score["total"],
        "verified": visit.verification.verdict.value == "trusted",
        "bundle": str(visit.bundle.resolve()),
    }  # fmt: skip
    session.show(result, _text(visit, tables.verification(verification_json(visit.verification))))
    if not result["verified"]:
        raise click.exceptions.Exit(1)


def _text(visit: "SampleVisit", verdict: str) -> str:
    places = [
        ("Ruang kerja", visit.workspace.resolve()), ("Laporan", visit.report.resolve()), ("Registri contoh", visit.trust.resolve()),
        ("Lembar kerja", visit.worksheet.resolve()), ("Paket", visit.bundle.resolve()),
    ]  # fmt: skip
    card = tables.score_card(visit.score, editions.current())
    return "\n".join([card, "", *(f"{name}: {path}" for name, path in places), "", verdict])
