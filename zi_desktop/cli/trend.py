"""``satker trend``: the areas of a satker over its evaluations."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command
from zi_desktop.domain.figures import machine, percent, points
from zi_desktop.domain.instrument import Instrument
from zi_desktop.services.evaluations.last_year import TrendPoint
from zi_desktop.services.evaluations.trend_words import heading_of, trend_words


@command("trend", "Menampilkan nilai total dan capaian area dari tahun ke tahun.")
@click.argument("satker", metavar="SATKER")
def trend(session: Session, satker: str) -> None:
    """Show the trend of a satker."""
    with session.services(write=False) as services:
        found = services.last_year.trend(services.satkers.find(satker).id)
        if not found:
            session.show({"points": [], "words": []}, "Belum ada evaluasi satker ini yang dinilai.")
            return
        newest = services.evaluations.open(found[-1].evaluation).state.instrument
    words = trend_words(found)
    shown = {"points": [_json(point) for point in found], "words": list(words)}
    session.show(shown, "\n".join([_table(found, newest), *words]))


def _json(point: TrendPoint) -> Mapping[str, Any]:
    names = ("evaluation", "year", "round", "activity", "edition", "status", "answered", "questions", "compared")
    return {
        **{name: getattr(point, name) for name in names}, "total": machine(point.total),
        "left_out": list(point.left_out),
        "areas": {number: None if share is None else machine(share) for number, share in point.areas.items()},
    }  # fmt: skip


def _table(found: Sequence[TrendPoint], newest: Instrument) -> str:
    rows = [["Nilai total", *(points(point.total) for point in found)]]
    for number, nodes in newest.areas.items():
        shares = [point.areas[number] for point in found]
        rows.append([nodes[0].title, *("–" if share is None else percent(share) for share in shares)])
    return tables.table(["Area", *map(heading_of, found)], rows)
