"""From worksheet to paper: a whole visit and one report, against LibreOffice turning the worksheet into PDF."""

import itertools
import secrets
from typing import Final

from tools.bench.measuring import Row, in_turn, milliseconds
from tools.bench.place import Place
from tools.bench.processes import Run, program, run, workbook_to_pdf
from zi_desktop.services.composition import Services
from zi_desktop.services.reports.verifying import verify_file
from zi_desktop.trust.certificates import Credential

_ROUNDS: Final = 5


def rows(place: Place) -> list[Row]:
    """Measure ``demo`` as a process, and building, signing and verifying in a program that runs already."""
    numbers = itertools.count()
    to_pdf = workbook_to_pdf(place)
    with place.scored_evaluation("laporan") as (services, id_):
        services.identities.new(passphrase := secrets.token_urlsafe())
        credential = services.identities.open(passphrase)

        def demo() -> Run:
            return run(program("demo", str(place.folder / f"demo-{next(numbers)}")), place)

        def report() -> Run:
            return Run(_report(services, id_, credential), 0)

        demos, converted, reported = in_turn(_ROUNDS, 1, demo, lambda: run(to_pdf, place), report)
    yardstick, yardsticks = "LibreOffice: lembar kerja ke PDF", [each.milliseconds for each in converted]
    return [
        Row("demo sebagai proses", [each.milliseconds for each in demos], 2, yardstick=yardstick, yardsticks=yardsticks),
        Row("demo: memori puncak, yang tertinggi", [each.memory for each in demos], 200, unit="MB", quoted=max),
        Row("laporan dibuat, ditandatangani, diverifikasi", [each.milliseconds for each in reported], 0.35,
            yardstick=yardstick, yardsticks=yardsticks),
    ]  # fmt: skip


def _report(services: Services, id_: str, credential: Credential) -> float:
    """Return the ms from the evaluation to its signed, verified file; then open the evaluation for the next one."""

    def whole() -> None:
        verify_file(services.signing.sign(id_, credential).file)

    spent = milliseconds(whole)
    services.signing.cancel_seal(id_, "Pengukuran: laporan berikutnya.")
    return spent
