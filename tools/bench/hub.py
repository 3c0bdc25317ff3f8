"""A ministry's store: pages and figures over 20,000 evaluations, what one more costs, ingest against bare COPY."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, event

from tools.bench.bundles import EVENTS, answer_until
from tools.bench.hub_stores import INSERT, YEARS, bare_table, filled, postgresql, row_of
from tools.bench.measuring import Row, in_turn, milliseconds
from tools.bench.new_evaluations import EvaluationMaker
from tools.bench.place import Place
from tools.ministry import KANWILS
from zi_desktop.domain.events import Event
from zi_desktop.services.hub.consolidated import Consolidated, Scope
from zi_desktop.services.hub.ingest import HubIngest
from zi_desktop.storage import hub_store, hub_tables
from zi_desktop.storage.hub_store import HubStore, open_store
from zi_desktop.sync.bundle_reading import open_bundle

_SATKERS: Final = 10_000
_FEW: Final = 1_000
_MANY: Final = 25
"""Evaluations that are written at once."""
_ROUNDS: Final = 15
_WARM_UPS: Final = 2
_SCOPE: Final = Scope(YEARS[-1])
_KANWIL: Final = Scope(YEARS[-1], KANWILS[16])


def rows(place: Place) -> list[Row]:
    """Measure on SQLite and on a PostgreSQL that is started for it."""
    with place.scored_evaluation("hub") as (services, id_), postgresql() as server:
        answer_until(services, id_, EVENTS)
        maker = EvaluationMaker(services, id_)
        small, large = open_store(server.url("sedikit"), make=True), open_store(server.url("banyak"), make=True)
        office = open_store(str(place.folder / "gabungan.db"), make=True)
        try:
            return [
                *_asked("PostgreSQL", filled(large, _SATKERS)),
                *_asked("SQLite", filled(office, _SATKERS)),
                *_ingested(maker, filled(small, _FEW), large, place.folder),
                *_appended(maker, office, place.folder),
                _scanned(maker, large),
            ]
        finally:
            for store in (small, large, office):
                store.close()


def _asked(kind: str, store: HubStore) -> list[Row]:
    """Measure what the window asks."""
    asking = Consolidated(store)
    middle = asking.page(_SCOPE, ("MU-05000", ""))[0].key
    page, one, everybody = in_turn(
        _ROUNDS,
        _WARM_UPS,
        lambda: milliseconds(lambda: asking.page(_SCOPE, middle)),
        lambda: milliseconds(lambda: _figures(asking, _KANWIL)),
        lambda: milliseconds(lambda: _figures(asking, _SCOPE)),
    )
    return [
        Row(f"satu halaman dari {_SATKERS} satker, {kind}", page, 100),
        Row(f"semua angka satu Kanwil, {kind}", one, 200),
        Row(f"semua angka kementerian, {kind}", everybody, None),
    ]


def _figures(asking: Consolidated, scope: Scope) -> None:
    asking.figures(scope)
    asking.weakest_areas(scope)
    asking.distribution(scope)
    asking.trend(scope.kanwil)


def _ingested(maker: EvaluationMaker, small: HubStore, large: HubStore, folder: Path) -> list[Row]:
    """Measure an evaluation from bundle to summary in both stores, against bare COPY of the same rows; then once more."""
    into_small, into_large = maker.ready(small), maker.ready(large)
    bare = bare_table(large)
    few, many, copied, again, together, at_once = in_turn(
        _ROUNDS,
        _WARM_UPS,
        lambda: _take(into_small, maker.bundle(folder), maker, folder),
        lambda: _take(into_large, maker.bundle(folder), maker, folder),
        lambda: _timed(bare, maker.lines()),
        lambda: _take(into_large, maker.last(folder), maker, folder),
        lambda: _take(into_large, maker.bundle(folder, _MANY), maker, folder) / _MANY,
        lambda: _timed(bare, [line for _ in range(_MANY) for line in maker.lines()]) / _MANY,
    )
    count = len(maker.lines())
    return [
        Row("satu evaluasi lagi di 20.000, PostgreSQL", many, 1.3, yardstick="di 2.000", yardsticks=few),
        Row(
            f"paket satu evaluasi, {count} catatan, sampai ringkasan", many, 1 / 0.15,
            yardstick="satu COPY satu evaluasi", yardsticks=copied,
        ),
        Row(
            f"paket {_MANY} evaluasi sampai ringkasan, tiap evaluasi", together, 1 / 0.15,
            yardstick=f"satu COPY {_MANY} evaluasi", yardsticks=at_once,
        ),
        Row("paket yang sudah ada, di hub", again, 15),
    ]  # fmt: skip


def _appended(maker: EvaluationMaker, store: HubStore, folder: Path) -> list[Row]:
    """Measure lines written to SQLite against ``executemany`` of the same rows into a table of the same shape."""
    plain = sqlite3.connect(folder / "polos.db", isolation_level=None)
    with store.reading() as connection:
        table = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'line'").scalar_one()
        pragmas = [
            f"PRAGMA {name} = {connection.exec_driver_sql(f'PRAGMA {name}').scalar_one()}"
            for name in ("page_size", "journal_mode", "synchronous")
        ]
    for statement in (*pragmas, table):
        plain.execute(statement)

    def bare(lines: Sequence[Event]) -> None:
        values = [row_of(each) for each in lines]
        plain.execute("BEGIN IMMEDIATE")
        plain.executemany(INSERT, values)
        plain.execute("COMMIT")

    def ours(lines: Sequence[Event]) -> None:
        with store.writing() as connection:
            hub_store.append(connection, lines)

    written, executed = in_turn(
        _ROUNDS,
        _WARM_UPS,
        lambda: _timed(ours, [line for _ in range(_MANY) for line in maker.lines()]),
        lambda: _timed(bare, [line for _ in range(_MANY) for line in maker.lines()]),
    )
    plain.close()
    return [Row("catatan masuk SQLite", written, 1 / 0.5, yardstick="executemany", yardsticks=executed)]


def _scanned(maker: EvaluationMaker, store: HubStore) -> Row:
    """Count the statements of ingest and questions that PostgreSQL would answer by reading all lines."""
    seen: dict[str, Any] = {}

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, executemany: bool) -> None:  # noqa: FBT001 (SQLAlchemy's signature)
        if statement.split(maxsplit=1)[0] in ("SELECT", "UPDATE", "DELETE", "INSERT"):
            seen.setdefault(statement, parameters[0] if executemany else parameters)

    with store.reading() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        ingest, segments = maker.ready(store), maker.segments()
        for _ in range(2):
            ingest.take(segments)
        HubIngest(store, lambda _: "orang").take_waiting()
        asking = Consolidated(store)
        for scope in (_SCOPE, _KANWIL):
            _figures(asking, scope)
            asking.page(scope)
            asking.recap(scope)
            next(asking.everything(scope.kanwil))
        asking.years()
        asking.kanwils()
        asking.counts()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    with store.reading() as connection:
        scans = [statement for statement, parameters in seen.items() if _scans(connection, statement, parameters)]
    return Row(f"dari {len(seen)} pernyataan, yang membaca semua catatan", [len(scans)], 0, unit="kali")


def _scans(connection: Connection, statement: str, parameters: Any) -> bool:
    plan = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters).scalar_one()
    found = plan if isinstance(plan, list) else json.loads(plan)
    return any(_reads_all(each["Plan"]) for each in found)


def _reads_all(node: Mapping[str, Any]) -> bool:
    own = node["Node Type"] == "Seq Scan" and node["Relation Name"] == hub_tables.line.name
    return own or any(map(_reads_all, node.get("Plans", ())))


def _take(ingest: HubIngest, bundle: Path, maker: EvaluationMaker, folder: Path) -> float:
    """Return how long a bundle takes from file to summary."""
    staging = folder / "hub-masuk"

    def act() -> None:
        ingest.take(open_bundle(bundle, staging, identities=maker.identities).segments)

    try:
        return milliseconds(act)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _timed(action: Callable[[Sequence[Event]], None], lines: Sequence[Event]) -> float:
    return milliseconds(lambda: action(lines))
