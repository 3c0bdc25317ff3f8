"""The table of a bench: every measure with its yardstick, its ratio and its limit."""

import argparse
import os
import platform
import statistics
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tools.bench import answering, bundles, evidence, hub, importing, opening, receiving, reporting, starting, window
from tools.bench.measuring import Row
from tools.bench.place import Place, temporary_place
from zi_desktop.cli.tables import table
from zi_desktop.storage.location import file_system

MEASURES: Final[Mapping[str, Callable[[Place], list[Row]]]] = {
    "answering": answering.rows,
    "bundles": bundles.rows,
    "evidence": evidence.rows,
    "hub": hub.rows,
    "importing": importing.rows,
    "opening": opening.rows,
    "receiving": receiving.rows,
    "reporting": reporting.rows,
    "starting": starting.rows,
    "window": window.rows,
}
"""By module; a measure with a limit of its own adds its module here."""
_HEADINGS: Final = ("Ukuran", "n", "Hasil", "Pembanding", "Rasio", "Batas", "Lolos")
_DETAILS: Final = ("Ukuran", "n", "Terendah", "Median", "Tertinggi")


def main() -> int:
    """Measure and print; the exit status says that it was measured, the table whether limits are kept."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description="Mengukur kecepatan terhadap batasnya.")
    parser.add_argument("names", nargs="*", metavar="bagian", help=f"sebagian saja: {', '.join(MEASURES)}")
    parser.add_argument("--verbose", action="store_true", help="juga yang terendah, median, dan tertinggi")
    asked = parser.parse_args()
    if unknown := [name for name in asked.names if name not in MEASURES]:
        parser.error(f"bagian tidak dikenal: {', '.join(unknown)}")
    load = os.getloadavg()[0]
    with temporary_place() as place:
        found = [row for name in asked.names or MEASURES for row in MEASURES[name](place)]
        system = file_system(place.folder)
        words = place.workbook.words
    print(table(_HEADINGS, [_cells(row) for row in found]))
    print(f"\nMedian dari n pengukuran, bergantian dengan pembandingnya. Lembar kerja: {words}.")
    print(
        f"{platform.system()}, {os.cpu_count()} inti (beban {_figure(load)} saat mulai), "
        f"Python {platform.python_version()}, {system}."
    )
    if asked.verbose:
        print("\n" + table(_DETAILS, [line for row in found for line in _details(row)]))
    return 0


def _cells(row: Row) -> list[str]:
    against = f"{_figure(row.quoted(row.yardsticks))} {row.unit} · {row.yardstick}" if row.ratio else ""
    limit = "" if row.limit is None else f"{_figure(row.limit)} {'×' if row.ratio else row.unit}"
    ratio = f"{_figure(row.ratio)} ×" if row.ratio else ""
    return [
        row.name, str(len(row.figures)), f"{_figure(row.figure)} {row.unit}", against, ratio, limit,
        "" if row.limit is None else "ya" if row.met else "TIDAK",
    ]  # fmt: skip


def _details(row: Row) -> list[list[str]]:
    named = [(row.name, row.figures), *([(f"  {row.yardstick}", row.yardsticks)] if row.yardsticks else [])]
    return [
        [name, str(len(values)), *(f"{_figure(one)} {row.unit}" for one in _three(values))] for name, values in named
    ]


def _three(values: Sequence[float]) -> tuple[float, float, float]:
    ordered = sorted(values)
    return ordered[0], statistics.median(ordered), ordered[-1]


def _figure(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
