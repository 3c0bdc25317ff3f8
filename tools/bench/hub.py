"""A ministry's store: pages and figures over 20,000 evaluations, what one more costs, ingest against bare COPY."""

import importlib.util
import json
import shutil
import sqlite3
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, event

from tools.bench.bundles import EVENTS, answer_until
from tools.bench.measuring import Row, in_turn, milliseconds
from tools.bench.place import ROOT, Place
from tools.ministry import KANWILS, evaluations, satkers
from zi_desktop.domain.events import GENESIS, Event, Subject, head_digest, write_line
from zi_desktop.services.composition import Services
from zi_desktop.services.hub.consolidated import Consolidated, Scope
from zi_desktop.services.hub.ingest import HubIngest
from zi_desktop.storage import events, hub_rows, hub_store, hub_tables
from zi_desktop.storage.hub_store import HubStore, open_store
from zi_desktop.sync.bundle_reading import open_bundle
from zi_desktop.sync.bundle_writing import BundleContents, write_bundle
from zi_desktop.sync.manifests import BundleKind, SubjectHead
from zi_desktop.sync.segments import Segment, sign_segments

if TYPE_CHECKING:
    from zi_desktop.trust.cards import Card
    from zi_desktop.trust.device_keys import DeviceKey

_SATKERS: Final = 10_000
_FEW: Final = 1_000
_YEARS: Final = (2025, 2026)
_LINES: Final = 5
"""Lines of each evaluation that only fills the store."""
_MANY: Final = 25
"""Evaluations that are written at once."""
_ROUNDS: Final = 15
_WARM_UPS: Final = 2
_SCOPE: Final = Scope(_YEARS[-1])
_KANWIL: Final = Scope(_YEARS[-1], KANWILS[16])
_WALL: Final = "2026-03-02T09:15:00+07:00"
_COLUMNS: Final = '"subject_id", "stream", "seq", "hash", "previous", "line"'

LineRow = tuple[str, str, int, str, str, bytes]


def rows(place: Place) -> list[Row]:
    """Measure on SQLite and on a PostgreSQL that is started for it."""
    with place.scored_evaluation("hub") as (services, id_), _postgresql() as server:
        answer_until(services, id_, EVENTS)
        maker = _Maker(services, id_)
        small, large = open_store(server.url("sedikit"), make=True), open_store(server.url("banyak"), make=True)
        office = open_store(str(place.folder / "gabungan.db"), make=True)
        try:
            return [
                *_asked("PostgreSQL", _filled(large, _SATKERS)),
                *_asked("SQLite", _filled(office, _SATKERS)),
                *_ingested(maker, _filled(small, _FEW), large, place.folder),
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


def _ingested(maker: "_Maker", small: HubStore, large: HubStore, folder: Path) -> list[Row]:
    """Measure an evaluation from bundle to summary in both stores, against bare COPY of the same rows; then once more."""
    into_small, into_large = maker.ready(small), maker.ready(large)
    bare = _bare_table(large)
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


def _appended(maker: "_Maker", store: HubStore, folder: Path) -> list[Row]:
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
        values = [_row(each) for each in lines]
        plain.execute("BEGIN IMMEDIATE")
        plain.executemany(f"INSERT INTO line ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", values)  # noqa: S608 (our own names)
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


def _scanned(maker: "_Maker", store: HubStore) -> Row:
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


class _Maker:
    """Makes evaluations that are new each time: the lines of a scored one under another name, signed and in a bundle."""

    def __init__(self, services: Services, id_: str) -> None:
        self._services = services
        self._key: DeviceKey = services.devices.key()
        self._card: Card = services.devices.card()
        with services.workspace.database.reading() as connection:
            self._model = sorted(events.load(connection, [id_]), key=lambda each: each.seq)
            self._before = {
                each: sorted(events.load(connection, [each.id]), key=lambda line: line.seq)
                for each in events.subjects(connection)
                if each.id != id_
            }
        self._lines: list[Event] = []
        self._bundle = Path()

    def ready(self, store: HubStore) -> HubIngest:
        """Return what takes evaluations, with office and satker in place."""
        ingest = HubIngest(store, lambda _: "orang")
        ingest.take([each for lines in self._before.values() for each in sign_segments(lines, self._key)])
        assert ingest.editions.all()
        return ingest

    def lines(self) -> list[Event]:
        """Return the lines of a new evaluation."""
        subject, previous = Subject("evaluation", str(uuid.uuid4())), GENESIS
        stream, made, names = uuid.uuid4().hex, list[Event](), dict[str, str]()
        for seq, each in enumerate(self._model, start=1):
            line = write_line(
                subject, stream, seq, kind=each.kind, cell=each.cell, value=each.value,
                edges=[names[edge] for edge in each.edges if edge in names], author=each.author, wall=each.wall,
                nonce=uuid.uuid4().hex, previous=previous,
            )  # fmt: skip
            names[each.hash], previous = line.hash, line.hash
            made.append(line)
        self._lines = made
        return made

    def segments(self) -> tuple[Segment, ...]:
        """Return a new evaluation as it travels."""
        return tuple(sign_segments(self.lines(), self._key))

    def bundle(self, folder: Path, count: int = 1) -> Path:
        """Return new evaluations in a bundle, encrypted as it is sent."""
        segments, heads = list[Segment](), dict[str, SubjectHead]()
        self._bundle = folder / f"{uuid.uuid4().hex}.zib"
        for _ in range(count):
            segments += self.segments()
            last = self._lines[-1]
            tips = ((last.stream, last.seq, last.hash),)
            heads[last.subject.id] = SubjectHead("evaluation", tips, head_digest(tips))
        contents = BundleContents(
            kind=BundleKind.HUB, installation=str(uuid.uuid4()), number=1, made=_WALL, card=self._card,
            segments=tuple(segments), heads=heads,
        )  # fmt: skip
        write_bundle(self._bundle, contents, self._key, recipients=[self._key.recipient])
        return self._bundle

    def last(self, folder: Path) -> Path:
        """Return the bundle that was made last."""
        return self._bundle if self._bundle.exists() else self.bundle(folder)

    @property
    def identities(self) -> Sequence[str]:
        """Return what opens the bundles."""
        return self._services.devices.identities()


def _take(ingest: HubIngest, bundle: Path, maker: _Maker, folder: Path) -> float:
    """Return how long a bundle takes from file to summary."""
    staging = folder / "hub-masuk"

    def act() -> None:
        ingest.take(open_bundle(bundle, staging, identities=maker.identities).segments)

    try:
        return milliseconds(act)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _bare_table(store: HubStore) -> Callable[[Sequence[Event]], None]:
    """Make a table like that of the lines; return what copies rows into it, one transaction each time."""
    with store.writing() as connection:
        connection.exec_driver_sql('CREATE TABLE bare (LIKE "line" INCLUDING ALL)')

    def copy(lines: Sequence[Event]) -> None:
        values = [_row(each) for each in lines]
        with store.writing() as connection:
            _copy(connection, "bare", values)

    return copy


def _copy(connection: Connection, table: str, values: Sequence[LineRow]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table}" ({_COLUMNS}) FROM STDIN (FORMAT BINARY)') as copy:
        copy.set_types(("text", "text", "int4", "text", "text", "bytea"))
        for value in values:
            copy.write_row(value)


def _row(line: Event) -> LineRow:
    return line.subject.id, line.stream, line.seq, line.hash, line.previous, line.line


def _timed(action: Callable[[Sequence[Event]], None], lines: Sequence[Event]) -> float:
    return milliseconds(lambda: action(lines))


def _filled(store: HubStore, count: int) -> HubStore:
    """Fill a store with a ministry: satker, two years of evaluations, a few lines each; then let it be analysed."""
    units = list(satkers(count))
    found = list(evaluations(units, _YEARS))
    with store.writing() as connection:
        hub_rows.put_satkers(connection, units)
        hub_rows.put_evaluations(connection, [(each.summary, each.shares) for each in found])
        kinds = [("satker", each.id, 0) for each in units] + [("evaluation", each.summary.id, _LINES) for each in found]
        hub_store.put(
            connection,
            hub_tables.subject,
            [{"subject_id": id_, "kind": kind, "tips": "[]", "lines": lines} for kind, id_, lines in kinds],
        )
        values = list(_filling([each.summary.id for each in found]))
        if connection.dialect.name == "sqlite":
            connection.connection.driver_connection.executemany(  # type: ignore[union-attr]  # it is open
                f"INSERT INTO line ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608 (our own names)
                values,
            )
        else:
            _copy(connection, hub_tables.line.name, values)
    with store.writing() as connection:
        connection.exec_driver_sql("ANALYZE")
    return store


def _filling(ids: Sequence[str]) -> Iterator[LineRow]:
    text = b"isi yang tidak dibaca " * 12
    for number, id_ in enumerate(ids):
        for seq in range(1, _LINES + 1):
            yield id_, f"{number:032x}", seq, f"{number:056x}{seq:08x}", "0" * 64, text


@dataclass(frozen=True, slots=True)
class _Server:
    """A running PostgreSQL; ``url`` makes a database."""

    url: Callable[[str], str]


@contextmanager
def _postgresql() -> Iterator[_Server]:
    """Run the PostgreSQL that the tests run."""
    found = importlib.util.spec_from_file_location("servers", ROOT / "tests" / "servers.py")
    assert found is not None
    assert found.loader is not None
    servers = importlib.util.module_from_spec(found)
    sys.modules["servers"] = servers  # dataclasses look their module up
    found.loader.exec_module(servers)
    with servers.postgresql_server() as server:
        yield _Server(server.url)
