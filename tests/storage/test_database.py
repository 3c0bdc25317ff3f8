import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy.exc import IntegrityError
from workspaces import SUBJECT, filled, record

from zi_desktop.domain.workspace_errors import (
    DamagedDatabaseError,
    ForeignDatabaseError,
    LockedDatabaseError,
    NewerWorkspaceError,
    ReadOnlyWorkspaceError,
    WorkspaceBusyError,
    WorkspaceLocationError,
    WorkspaceMissingError,
)
from zi_desktop.storage import directory, events, tables
from zi_desktop.storage.database import APPLICATION_ID, DATABASE_FILE, Database


@pytest.fixture
def database(tmp_path):
    opened = Database(tmp_path / "ruang kerja", write=True)
    yield opened
    opened.close()


def pragma(database, name):
    with database.reading() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000), ("trusted_schema", 0),
        ("recursive_triggers", 1), ("application_id", APPLICATION_ID),
    ],
)  # fmt: skip
def test_every_connection_has_the_settings_that_keep_answers(database, name, value):
    with database.reading() as first, database.reading() as second:
        found = {connection.exec_driver_sql(f"PRAGMA {name}").scalar() for connection in (first, second)}
    assert found == {value}


def test_a_reader_has_them_too(tmp_path):
    filled(tmp_path)
    reader = Database(tmp_path, write=False)
    assert [pragma(reader, name) for name in ("synchronous", "foreign_keys", "trusted_schema")] == [2, 1, 0]
    reader.close()


def test_all_tables_are_strict(database):
    with database.reading() as connection:
        listed = connection.exec_driver_sql("PRAGMA table_list").mappings().all()
    ours = {row["name"]: row["strict"] for row in listed if row["name"] in tables.metadata.tables}
    assert ours == dict.fromkeys(tables.metadata.tables, 1)


@pytest.mark.parametrize(("table", "row"), [("person", (1.5, b"x", "", "")), ("setting", ("k", b"\x00"))])
def test_a_strict_table_takes_no_other_type(database, table, row):
    places = ",".join("?" * len(row))
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({places})", row)


HOSTILE_TO_THE_LOG = {
    "update": "UPDATE event SET line = x'00'",
    "update or ignore": "UPDATE OR IGNORE event SET seq = seq + 1",
    "delete": "DELETE FROM event",
    "insert or replace": "INSERT OR REPLACE INTO event SELECT * FROM event",
    "replace": "REPLACE INTO event SELECT * FROM event LIMIT 1",
    "upsert": "INSERT INTO event SELECT * FROM event WHERE true ON CONFLICT DO UPDATE SET line = x'00'",
}


@pytest.mark.parametrize("statement", HOSTILE_TO_THE_LOG.values(), ids=HOSTILE_TO_THE_LOG)
def test_the_log_only_grows(database, statement):
    made = record(database, "satu", "dua")
    with pytest.raises(IntegrityError, match="append-only"), database.writing() as connection:
        connection.exec_driver_sql(statement)
    with database.reading() as connection:
        assert sorted(item.line for item in events.load(connection, [SUBJECT.id])) == sorted(item.line for item in made)


def test_a_line_is_read_back_byte_for_byte(database):
    made = record(database, "satu", "ayam “kampung” ✓ ١٢٣\n\tbaris")
    with database.reading() as connection:
        assert {(e.hash, e.line) for e in events.load(connection, [SUBJECT.id])} == {(e.hash, e.line) for e in made}
        assert events.subjects(connection) == [SUBJECT]


def test_a_line_that_was_changed_behind_the_program_is_noticed(tmp_path):
    filled(tmp_path)
    with closing(sqlite3.connect(tmp_path / DATABASE_FILE)) as connection, connection:
        connection.execute("DROP TRIGGER event_no_update")
        connection.execute("UPDATE event SET line = CAST(replace(CAST(line AS TEXT), 'dua', 'dia') AS BLOB)")
    reader = Database(tmp_path, write=False)
    with pytest.raises(DamagedDatabaseError), reader.reading() as connection:
        events.load(connection, [SUBJECT.id])
    reader.close()


def test_what_raises_inside_a_transaction_leaves_nothing(database):
    def give_up():
        with database.writing() as connection:
            directory.put_setting(connection, "a", 1)
            raise KeyError("a bug")

    with pytest.raises(KeyError):
        give_up()
    with database.reading() as connection:
        assert directory.settings(connection) == {}


def test_one_writer_at_a_time_in_one_process_too(database):
    with pytest.raises(WorkspaceBusyError, match="sudah terbuka di jendela lain"):
        Database(database.folder, write=True)
    Database(database.folder, write=False).close()


def test_a_reader_never_writes(tmp_path):
    filled(tmp_path)
    reader = Database(tmp_path, write=False)
    with pytest.raises(ReadOnlyWorkspaceError), reader.writing():
        raise AssertionError("unreachable")
    with pytest.raises(ReadOnlyWorkspaceError), reader.reading() as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES ('a', '1')")
    reader.close()


def test_a_reader_makes_no_workspace(tmp_path):
    with pytest.raises(WorkspaceMissingError):
        Database(tmp_path / "tidak ada", write=False)
    assert list(tmp_path.iterdir()) == []


def test_a_database_of_another_program_is_refused_untouched(tmp_path):
    file = tmp_path / DATABASE_FILE
    for number in (0, 7):
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute(f"PRAGMA application_id={number}")
            connection.execute("CREATE TABLE IF NOT EXISTS resep (nama)")
        before = file.read_bytes()
        for write in (True, False):
            with pytest.raises(ForeignDatabaseError):
                Database(tmp_path, write=write)
        assert file.read_bytes() == before


def test_a_workspace_of_a_newer_program_is_refused_untouched(tmp_path):
    filled(tmp_path)
    file = tmp_path / DATABASE_FILE
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()
    for write in (True, False):
        with pytest.raises(NewerWorkspaceError, match="lebih baru"):
            Database(tmp_path, write=write)
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_is_named(tmp_path):
    (tmp_path / "berkas").write_text("x")
    for folder in (tmp_path / "berkas", tmp_path / "berkas" / "folder", tmp_path / ("x" * 300)):
        with pytest.raises(WorkspaceLocationError, match="Tidak ada yang ditulis"):
            Database(folder, write=True)


@pytest.mark.parametrize("name", ["ruang kerja", "Pengayoman Ñandú – 100%", "a?b#c&d=e", "x" * 120 + "/" + "y" * 150])
def test_a_workspace_lives_under_any_name(tmp_path, name):
    filled(tmp_path / name)
    reader = Database(tmp_path / name, write=False)
    with reader.reading() as connection:
        assert len(events.load(connection, [SUBJECT.id])) == 3
    reader.close()


def test_a_new_workspace_appears_whole_or_not_at_all(tmp_path):
    left = tmp_path / f".{DATABASE_FILE}.baru"
    left.write_bytes(b"what a killed start left")
    (tmp_path / f"{left.name}-wal").write_bytes(b"likewise")
    filled(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"zi.db", "zi.lock"}


def test_a_log_without_its_database_is_not_thrown_away(tmp_path):
    (tmp_path / f"{DATABASE_FILE}-wal").write_bytes(b"x" * 5000)
    for _ in range(2):
        with pytest.raises(DamagedDatabaseError):
            Database(tmp_path, write=True)
    assert (tmp_path / f"{DATABASE_FILE}-wal").read_bytes() == b"x" * 5000


def test_somebody_elses_long_transaction_is_waited_for_and_then_told(tmp_path):
    filled(tmp_path)
    database = Database(tmp_path, write=True, busy_ms=1)
    with closing(sqlite3.connect(database.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedDatabaseError, match="dipakai program lain"):
            record(database, "empat")
        other.execute("ROLLBACK")
    record(database, "lima")
    database.close()


def test_in_one_moment_a_thread_reads_in_one_transaction_until_somebody_writes(database):
    def value_and_reader():
        with database.reading() as connection:
            return directory.settings(connection).get("a"), connection

    def write(value):
        with database.writing() as connection:
            directory.put_setting(connection, "a", value)

    with ThreadPoolExecutor(1) as other:
        with database.one_moment():
            _, first = value_and_reader()
            with database.one_moment():
                assert value_and_reader() == (None, first)
            assert other.submit(value_and_reader).result()[1] is not first
            other.submit(write, 1).result()
            assert value_and_reader()[0] == 1
            write(2)
            assert value_and_reader()[0] == 2
        assert value_and_reader()[0] == 2
