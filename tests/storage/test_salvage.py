import os
import random
import shutil
import sqlite3
from contextlib import closing

import pytest
from workspaces import NOON, SUBJECT, filled, record

from zi_desktop.storage import directory
from zi_desktop.storage.database import DATABASE_FILE, Database
from zi_desktop.storage.directory import Document, Person
from zi_desktop.storage.pages import Pages
from zi_desktop.storage.recorder import Recorder
from zi_desktop.storage.salvage import salvage
from zi_desktop.storage.write_ahead import log_of, read_log

PAGE, FRAME = 4096, 24 + 4096
LENGTHS = [1, 400, 3000, 4050, 4070, 8000, 100_000]
PERSON = Person("orang-1", "Umpama Contoh", "198001012005011001", "Auditor")
DOCUMENT = Document(SUBJECT.id, 1, "ab" * 32, b"x" * 20_000, "laporan/contoh.pdf", "cd" * 32)


def fill(database):
    with database.writing() as connection:
        directory.put_person(connection, PERSON)
        directory.put_setting(connection, "person", PERSON.id)
        directory.put_draft(connection, SUBJECT.id, "note/tpi/A", "orang-1", "sedang diketik", "2026-11-03")
        directory.put_document(connection, DOCUMENT)
    recorder = Recorder(lambda: NOON)
    return [event for n in LENGTHS * 8 for event in record(database, "é" * (n // 2), recorder=recorder)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A closed database of many pages, and the lines that were written to it."""
    folder = tmp_path_factory.mktemp("whole")
    database = Database(folder, write=True)
    made = fill(database)
    database.close()
    return folder / DATABASE_FILE, {event.hash: event for event in made}


@pytest.fixture(scope="module")
def unclean(tmp_path_factory):
    """A database as a crash leaves it: all of it still in the log."""
    folder = tmp_path_factory.mktemp("unclean")
    database = Database(folder / "asli", write=True)
    made = fill(database)
    shutil.copytree(folder / "asli", folder / "salinan")
    database.close()
    return folder / "salinan" / DATABASE_FILE, {event.hash: event for event in made}


@pytest.fixture
def copy(tmp_path):
    def make(file):
        for path in (file, log_of(file)):
            if path.exists():
                shutil.copy(path, tmp_path)
        return tmp_path / file.name

    return make


def damage(path, at, data):
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def test_a_whole_database_gives_all_that_it_holds(whole):
    file, made = whole
    before = file.read_bytes()
    remains = salvage(file)
    assert remains.lines == made
    assert remains.missing == frozenset()
    assert remains.revision == "0001"
    assert {name: len(rows) for name, rows in remains.rows.items()} == {
        "person": 1,
        "setting": 1,
        "draft": 1,
        "document": 1,
        **dict.fromkeys(("segment", "withheld", "pending", "card", "exchange", "receipt"), 0),
    }
    assert remains.rows["document"][0]["record"] == DOCUMENT.record
    assert file.read_bytes() == before
    assert not log_of(file).exists()


def test_what_stands_in_the_log_alone_is_found(unclean):
    file, made = unclean
    assert len(read_log(log_of(file)).frames) > 100
    assert salvage(file).lines == made
    assert salvage(file).rows["person"] == [
        {"id": "orang-1", "name": "Umpama Contoh", "nip": PERSON.nip, "position": "Auditor"}
    ]


def test_one_bad_page_costs_only_the_lines_on_it(whole, copy):
    file, made = whole
    size = file.stat().st_size
    rng = random.Random(20261103)
    for number in rng.sample(range(size // PAGE), 25):
        target = copy(file)
        damage(target, number * PAGE, rng.randbytes(PAGE))
        remains = salvage(target)
        lost = made.keys() - remains.lines.keys()
        assert len(lost) <= 15
        assert lost == remains.missing, "each missing line is known by its hash"
        assert all(made[key] == line for key, line in remains.lines.items())


def test_any_flipped_bit_costs_at_most_one_line_or_nothing(whole, copy):
    file, made = whole
    target = copy(file)
    rng = random.Random(7)
    content = file.read_bytes()
    for at in rng.sample(range(len(content)), 40):
        damage(target, at, bytes([content[at] ^ 1 << rng.randrange(8)]))
        remains = salvage(target)
        assert all(made[key] == line for key, line in remains.lines.items())
        assert len(made.keys() - remains.lines.keys()) <= 15
        damage(target, at, content[at : at + 1])


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_the_beginning_of_a_cut_off_file_is_read(whole, copy, part):
    file, made = whole
    target = copy(file)
    os.truncate(target, int(file.stat().st_size * part))
    with closing(sqlite3.connect(target)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT count(*) FROM event").fetchone()
    remains = salvage(target)
    assert len(remains.lines) >= len(made) * (part - 0.1) * 0.5
    assert remains.lines.items() <= made.items()


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\0", b"\0" * 10_000, bytes(range(256)) * 64])
def test_garbage_holds_nothing(tmp_path, content):
    (tmp_path / "zi.db").write_bytes(content)
    remains = salvage(tmp_path / "zi.db")
    assert remains.lines == {}
    assert remains.revision is None
    assert set(remains.rows.values()) == {None}


def test_every_kind_of_value_is_read_as_sqlite_reads_it(tmp_path):
    file = tmp_path / "x.db"
    values = [
        (None, 0, 1, -1, 127, 300, -40_000, 5_000_000, -(2**40), 2**62, 1.5, "é" * n, b"b" * n)
        for n in (0, 5, 3000, 30_000)
    ]
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(f"CREATE TABLE t ({', '.join('abcdefghijklm')})")
        connection.executemany(f"INSERT INTO t VALUES ({','.join('?' * 13)})", values)
    found = [row.values for row in Pages(file.read_bytes(), {}).table_rows() if len(row.values) == 13]
    assert found == values


def test_a_broken_frame_in_the_log_hides_nothing_that_was_acknowledged(unclean, copy):
    file, made = unclean
    frames = read_log(log_of(file)).frames
    rng = random.Random(3)
    for number in rng.sample(range(len(frames) // 2), 8):
        target = copy(file)
        damage(log_of(target), 32 + number * FRAME + 24 + rng.randrange(PAGE), b"\xa5")
        log = read_log(log_of(target))
        if frames[number].data == log.frames[number].data:
            continue
        assert not log.whole
        remains = salvage(target)
        assert made.keys() - remains.lines.keys() <= remains.missing
        assert len(remains.lines) > len(made) // 2


@pytest.mark.parametrize("at", [0, 10, 17, 25])
def test_a_log_with_a_broken_header_is_still_read(unclean, copy, at):
    file, made = unclean
    target = copy(file)
    damage(log_of(target), at, b"\xff\xff")
    assert not read_log(log_of(target)).whole
    assert len(salvage(target).lines) >= len(made) - 15


def test_a_tail_that_was_never_acknowledged_is_no_damage(unclean, copy):
    file, made = unclean
    frames = read_log(log_of(file)).frames
    commits = [place for place, frame in enumerate(frames) if frame.commit]
    last, before = commits[-1], commits[-2]
    for end in (last * FRAME + 32, last * FRAME + 32 + 10, (last + 1) * FRAME + 31):
        target = copy(file)
        os.truncate(log_of(target), end)
        assert read_log(log_of(target)).whole
        assert len(salvage(target).lines) < len(made)
    target = copy(file)
    damage(log_of(target), (before + 1) * FRAME + 32 + 24, b"\xa5" * 9)  # as a power cut writes out of order
    assert read_log(log_of(target)).whole


def test_lines_of_an_earlier_round_of_the_log_are_no_damage(tmp_path):
    database = Database(tmp_path, write=True)
    for _ in range(5):
        record(database, *["x" * 3000] * 5)
    with closing(sqlite3.connect(database.file, isolation_level=None)) as other:
        assert other.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()[0] == 0
    record(database, "sesudahnya")
    log = read_log(log_of(database.file))
    assert log.whole
    assert any(not frame.valid for frame in log.frames)
    database.close()


def test_sqlite_agrees_on_where_the_log_ends(unclean, copy):
    file, _ = unclean
    target = copy(file)
    frames = read_log(log_of(target)).frames
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[1] == len(frames)


def test_an_empty_or_missing_log_is_whole(tmp_path):
    filled(tmp_path)
    log_of(tmp_path / DATABASE_FILE).write_bytes(b"")
    assert read_log(log_of(tmp_path / DATABASE_FILE)).whole
    assert read_log(tmp_path / "tidak ada").whole
