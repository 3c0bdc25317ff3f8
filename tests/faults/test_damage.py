import os
import random
import shutil
import sqlite3
from contextlib import closing

import pytest
from visits import ANSWERS, problems, state, stated

from zi_desktop.domain.workspace_errors import DamagedDatabaseError, NothingToRestoreError
from zi_desktop.services.backups import back_up, restore
from zi_desktop.services.checking import check
from zi_desktop.services.composition import open_services
from zi_desktop.storage.replacement import SET_ASIDE_FOLDER
from zi_desktop.storage.write_ahead import log_of

PAGE = 4096
SENTENCE = r"rusak\. Berkasnya tidak diubah, .* Pulihkan dengan perintah restore"


def spoil(path, at, length=PAGE):
    with path.open("r+b") as file:
        file.seek(at)
        file.write(random.Random(at).randbytes(length))


def spoil_root(folder, name):
    with closing(sqlite3.connect(folder / "zi.db")) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [name]).fetchone()
    spoil(folder / "zi.db", (root - 1) * PAGE)


DAMAGES = {
    "table": lambda folder: spoil_root(folder, "event"),
    "index": lambda folder: spoil_root(folder, "sqlite_autoindex_event_1"),
    "first page": lambda folder: spoil(folder / "zi.db", 0),
    "header": lambda folder: spoil(folder / "zi.db", 0, 60),
    "half": lambda folder: os.truncate(folder / "zi.db", (folder / "zi.db").stat().st_size // 2),
    "part of a page": lambda folder: os.truncate(folder / "zi.db", (folder / "zi.db").stat().st_size - 1000),
    "nothing": lambda folder: os.truncate(folder / "zi.db", 0),
    "garbage": lambda folder: (folder / "zi.db").write_bytes(b"bukan basis data " * 1000),
}


def content(folder):
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and not path.name.endswith("-shm")
    }


def numbers(folder, id_):
    with open_services(folder, write=False) as services:
        return stated(services, id_)


@pytest.fixture
def unclean(visit, tmp_path):
    """A workspace as a crash leaves it: thirty more answers stand in the log alone."""
    folder, id_ = visit
    with open_services(folder, write=True) as services:
        for number in range(ANSWERS, 2 * ANSWERS):
            state(services, id_, number)
        shutil.copytree(folder, tmp_path / "setelah mati")
    return tmp_path / "setelah mati", id_


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_database_is_refused_in_a_sentence_and_not_touched(visit, damage):
    folder, _ = visit
    damage(folder)
    before = content(folder)
    with pytest.raises(DamagedDatabaseError, match=SENTENCE):
        open_services(folder, write=True)
    after = content(folder)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) <= {"zi.db-wal"}
    assert after.get("zi.db-wal", b"") == b""


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_database_is_restored_from_a_backup_and_set_aside(visit, tmp_path, damage):
    folder, id_ = visit
    with open_services(folder, write=False) as services:
        made = back_up(services.workspace, tmp_path / "cadangan.db")
    damage(folder)
    damaged = (folder / "zi.db").read_bytes()
    done = restore(folder, made.file)
    assert done.gaps == 0
    assert (done.set_aside / "zi.db").read_bytes() == damaged
    assert problems(folder) == []
    assert numbers(folder, id_) == set(range(ANSWERS))
    with open_services(folder, write=True) as services:
        assert services.settings.person().name == "Umpama Contoh"
        state(services, id_, ANSWERS)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_without_a_backup_the_file_itself_gives_what_it_holds(visit, damage):
    folder, id_ = visit
    damage(folder)
    if b'"nonce"' not in (folder / "zi.db").read_bytes():
        with pytest.raises(NothingToRestoreError):
            restore(folder)
        assert not (folder / SET_ASIDE_FOLDER).exists()
        return
    restore(folder)
    left = numbers(folder, id_)
    assert left <= set(range(ANSWERS))
    assert len(left) >= ANSWERS // 3
    with open_services(folder, write=True) as services:
        state(services, id_, ANSWERS)


def test_what_sqlite_can_still_read_is_read(visit):
    folder, id_ = visit
    spoil_root(folder, "draft")
    with open_services(folder, write=False) as services:
        assert len(stated(services, id_)) == ANSWERS
        assert any("rusak" in problem for problem in check(services.workspace))


def test_a_flipped_bit_inside_a_line_is_found_by_its_hash(visit):
    folder, id_ = visit
    content = (folder / "zi.db").read_bytes()
    at = content.rindex(b'"text":"7 "')
    spoil(folder / "zi.db", at + 8, 1)
    with open_services(folder, write=True) as services:
        assert any("rusak" in problem for problem in check(services.workspace))
        with pytest.raises(DamagedDatabaseError):
            services.evaluations.open(id_)
    done = restore(folder)
    assert done.gaps == 1
    assert numbers(folder, id_) == set(range(ANSWERS)) - {7}
    assert [problem for problem in problems(folder) if "tidak bersambung" in problem]


@pytest.mark.parametrize("at", [8, 32 + 24 + 2000, 32 + 5 * (PAGE + 24) + 24])
def test_a_damaged_log_does_not_lose_answers_in_silence(unclean, at):
    folder, id_ = unclean
    spoil(log_of(folder / "zi.db"), at, 4)
    before = content(folder)
    with pytest.raises(DamagedDatabaseError, match=SENTENCE):
        open_services(folder, write=True)
    assert content(folder) == before
    assert any("rusak" in problem for problem in problems(folder))
    restore(folder)
    assert len(numbers(folder, id_)) >= 2 * ANSWERS - 3
    assert (next((folder / SET_ASIDE_FOLDER).iterdir()) / "zi.db-wal").read_bytes() == before["zi.db-wal"]


def test_a_damaged_summary_is_told_and_computed_again(visit):
    folder, id_ = visit
    content = (folder / "zi.db").read_bytes()
    with (folder / "zi.db").open("r+b") as file:
        file.seek(content.index(b'{"id": "' + id_.encode()))
        file.write(b"x")
    with pytest.raises(DamagedDatabaseError):
        open_services(folder, write=True)
    assert restore(folder).gaps == 0
    assert problems(folder) == []


def test_a_damaged_text_of_a_local_table_is_damage_and_no_bug(visit):
    folder, _ = visit
    content = (folder / "zi.db").read_bytes()
    at = content.index(b"Umpama Contoh")
    with (folder / "zi.db").open("r+b") as file:
        file.seek(at)
        file.write(b"\xff\xfe")
    with open_services(folder, write=False) as services, pytest.raises(DamagedDatabaseError):
        services.settings.person()
