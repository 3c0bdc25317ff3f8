import datetime as dt
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from visits import ANSWERS, ROOT, begin, problems, state, stated

from zi_desktop.cli.program import run
from zi_desktop.domain.errors import FileReadError, FileWriteError, InvalidInputError
from zi_desktop.domain.workspace_errors import (
    ForeignDatabaseError,
    LockedDatabaseError,
    NewerWorkspaceError,
    WorkspaceBusyError,
)
from zi_desktop.services.backups import back_up, restore
from zi_desktop.services.composition import open_services
from zi_desktop.storage import files, replacement

NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)


@pytest.fixture
def backup(visit, tmp_path):
    with open_services(visit[0], write=False) as services:
        return back_up(services.workspace, tmp_path / "cadangan.db").file


def numbers(folder, id_):
    with open_services(folder, write=False) as services:
        return stated(services, id_)


def go_on(folder, id_, *answers):
    with open_services(folder, write=True) as services:
        for number in answers:
            state(services, id_, number)


def test_a_backup_is_one_whole_file_made_while_somebody_writes(visit, tmp_path):
    folder, id_ = visit
    target = tmp_path / "cadangan harian.db"
    with open_services(folder, write=True) as services:
        state(services, id_, ANSWERS)
        made = back_up(services.workspace, target)
        state(services, id_, ANSWERS + 1)
    assert made.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert {path.name for path in tmp_path.iterdir()} == {folder.name, target.name}
    (tmp_path / "lain").mkdir()
    shutil.copy(target, tmp_path / "lain" / "zi.db")
    assert numbers(tmp_path / "lain", id_) == set(range(ANSWERS + 1))


def test_a_backup_never_overwrites_the_database(visit):
    folder, _ = visit
    with (
        open_services(folder, write=False) as services,
        pytest.raises(InvalidInputError, match="basis data itu sendiri"),
    ):
        back_up(services.workspace, folder / "zi.db")


def test_a_backup_into_nowhere_is_told(visit, tmp_path):
    with open_services(visit[0], write=False) as services, pytest.raises(FileWriteError):
        back_up(services.workspace, tmp_path / "tidak ada" / "cadangan.db")


def test_restoring_an_old_backup_takes_nothing_away(visit, backup):
    folder, id_ = visit
    go_on(folder, id_, *range(ANSWERS, ANSWERS + 5))
    with open_services(folder, write=True) as services:
        services.settings.put("person.name", "Umpama Baru")
        services.answering.keep_draft(id_, "note/tpi/A.I.1.i.a", "sedang diketik")
        drafts = services.answering.drafts(id_)
    done = restore(folder, backup)
    assert done.gaps == 0
    assert numbers(folder, id_) == set(range(ANSWERS + 5))
    assert problems(folder) == []
    with open_services(folder, write=False) as services:
        assert services.settings.person().name == "Umpama Baru"
        assert services.answering.drafts(id_) == drafts != {}


def test_two_workspaces_of_one_visit_become_one(visit, tmp_path):
    folder, id_ = visit
    shutil.copytree(folder, tmp_path / "laptop lain")
    go_on(folder, id_, 100)
    go_on(tmp_path / "laptop lain", id_, 200)
    restore(folder, tmp_path / "laptop lain" / "zi.db")
    assert numbers(folder, id_) == {*range(ANSWERS), 100, 200}
    assert problems(folder) == []


def test_a_new_machine_starts_from_a_backup(visit, backup, tmp_path):
    done = restore(tmp_path / "laptop baru", backup)
    assert done.set_aside is None
    assert numbers(tmp_path / "laptop baru", visit[1]) == set(range(ANSWERS))
    assert problems(tmp_path / "laptop baru") == []


def test_both_may_be_damaged_where_the_other_is_whole(visit, backup):
    folder, id_ = visit
    size = backup.stat().st_size
    for file, part in ((folder / "zi.db", range(size // 2)), (backup, range(size // 2 + 4096 * 3, size))):
        with file.open("r+b") as opened:
            opened.seek(part.start)
            opened.write(b"\xa5" * len(part))
    assert restore(folder, backup).gaps <= 30
    assert len(numbers(folder, id_)) >= ANSWERS - 15


def test_what_is_no_backup_is_refused_and_nothing_changes(visit, tmp_path):
    folder, id_ = visit
    with closing(sqlite3.connect(tmp_path / "asing.db")) as connection, connection:
        connection.execute("CREATE TABLE resep (nama)")
    (tmp_path / "teks.db").write_text("bukan basis data")
    (tmp_path / "kosong.db").write_bytes(b"")
    for name in ("asing.db", "teks.db", "kosong.db"):
        with pytest.raises(ForeignDatabaseError, match=name):
            restore(folder, tmp_path / name)
    for name in ("tidak ada.db", "."):
        with pytest.raises(FileReadError):
            restore(folder, tmp_path / name)
    assert {path.name for path in folder.iterdir()} == {"zi.db", "zi.lock"}
    assert numbers(folder, id_) == set(range(ANSWERS))


def test_a_backup_of_a_newer_program_is_refused(visit, backup):
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerWorkspaceError):
        restore(visit[0], backup)


def test_a_workspace_in_use_is_not_restored(visit, backup, running):
    with running("hold", visit[0]), pytest.raises(WorkspaceBusyError):
        restore(visit[0], backup)


def test_restoring_again_and_again_sets_aside_each_time(visit, backup):
    folder, id_ = visit
    aside = [restore(folder, backup, now=lambda: NOON).set_aside.name for _ in range(3)]
    assert aside == ["20261103-120000", "20261103-120000-2", "20261103-120000-3"]
    assert numbers(folder, id_) == set(range(ANSWERS))


STEPS = ["_read", "_build", "replacement.set_aside", "replacement.put_in_place", "replacement.finish"]
DIE_AT = """
import os, sys
from pathlib import Path
from zi_desktop.services import backups
from zi_desktop.storage import replacement
step, moment, folder, backup = sys.argv[1:]
owner = replacement if step.startswith("replacement.") else backups
name = step.rpartition(".")[2]
real, calls = getattr(owner, name), []
def dying(*arguments):
    calls.append(name)
    if moment == "before" and len(calls) == (2 if name == "finish" else 1):
        os._exit(9)
    real(*arguments)
    if moment == "after" and (name != "finish" or len(calls) == 2):
        os._exit(9)
setattr(owner, name, dying)
backups.restore(Path(folder), Path(backup))
"""


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_a_second_run_completes(visit, backup, tmp_path, step, moment):
    folder, id_ = visit
    go_on(folder, id_, 100)
    spoiled = bytearray((folder / "zi.db").read_bytes())
    spoiled[20 * 4096 : 21 * 4096] = b"\xa5" * 4096
    (folder / "zi.db").write_bytes(spoiled)
    shutil.copytree(folder, tmp_path / "tanpa mati")
    restore(tmp_path / "tanpa mati", backup)
    expected = numbers(tmp_path / "tanpa mati", id_)
    assert expected == {*range(ANSWERS), 100}
    died = subprocess.run(
        [sys.executable, "-c", DIE_AT, step, moment, folder, backup],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert died.returncode == 9, died.stderr
    restore(folder, backup)
    assert numbers(folder, id_) == expected
    assert problems(folder) == []
    assert not {".sedang-dipulihkan", "zi.db.pulih"} & {path.name for path in folder.iterdir()}
    kept = [path / "zi.db" for path in (folder / replacement.SET_ASIDE_FOLDER).iterdir()]
    assert bytes(spoiled) in [path.read_bytes() for path in kept]


@pytest.mark.parametrize("write", [True, False])
def test_a_decided_restore_is_finished_by_whoever_opens_next(visit, backup, tmp_path, write):
    folder, id_ = visit
    other = tmp_path / "lain"
    restore(other, backup)
    with open_services(folder, write=True) as services:
        state(services, id_, 100)
        log = (folder / "zi.db-wal").read_bytes()
    (other / "zi.db").rename(folder / "zi.db.pulih")
    (folder / "zi.db-wal").write_bytes(log)
    with open_services(folder, write=write) as services:
        assert stated(services, id_) == set(range(ANSWERS))
    assert problems(folder) == []
    assert not (folder / "zi.db.pulih").exists()


def test_a_held_database_is_told_and_replaced_later(visit, backup, monkeypatch):
    folder, id_ = visit

    def held(_part, _path):  # a double of Windows, where a reader keeps a file from being replaced
        raise PermissionError(13, "held")

    with monkeypatch.context() as windows:
        windows.setattr(files, "replace_held", held)
        with pytest.raises(LockedDatabaseError):
            restore(folder, backup)
    assert numbers(folder, id_) == set(range(ANSWERS))
    assert problems(folder) == []


def test_an_empty_workspace_has_a_backup_too(tmp_path):
    with open_services(tmp_path / "a", write=True) as services:
        made = back_up(services.workspace, tmp_path / "kosong.db")
    assert restore(tmp_path / "b", made.file).lines == 0
    begin(tmp_path / "b")


def test_the_commands_say_what_was_kept(visit, tmp_path, capsys):
    folder, target = visit[0], tmp_path / "cadangan.db"
    assert run(["backup", "-o", str(target), "--workspace", str(folder), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made == {
        "file": str(target.resolve()),
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "files": 0,
    }
    assert run(["restore", str(target), "--workspace", str(folder), "--json"]) == 0
    done = json.loads(capsys.readouterr().out)
    assert sorted(done) == ["files", "gaps", "lines", "set_aside"]
    assert (done["gaps"], Path(done["set_aside"]).is_dir()) == (0, True)
    assert run(["restore", "--workspace", str(folder)]) == 0
    assert capsys.readouterr().out.startswith(f"{done['lines']} catatan dipulihkan, tidak ada celah. Basis data lama")
    assert run(["restore", str(tmp_path / "tidak ada"), "--workspace", str(folder)]) == 2
    assert "tidak ditemukan" in capsys.readouterr().err


def test_evidence_and_reports_go_with_the_backup_and_come_back(signed, tmp_path):
    folder, id_, report = signed
    photo = tmp_path / "foto.txt"
    photo.write_text("isi bukti")
    with open_services(folder, write=True) as services:
        other = services.evaluations.create(services.evaluations.summary(id_)["satker"], 2027)
        services.evidence.add(other, [photo])
        first = back_up(services.workspace, tmp_path / "cadangan.db")
        again = back_up(services.workspace, tmp_path / "cadangan.db")
    kept = files_below(folder, "bukti") | files_below(folder, "laporan")
    assert kept == files_below(tmp_path / "cadangan.berkas", ".")
    assert (first.files, again.files) == (len(kept), 0)

    there = tmp_path / "laptop baru"
    assert restore(there, tmp_path / "cadangan.db").files == len(kept)
    assert files_below(there, "bukti") | files_below(there, "laporan") == kept
    assert problems(there) == []
    changed = there / report.relative_to(folder)
    changed.write_bytes(b"milik laptop ini")
    assert restore(there, tmp_path / "cadangan.db").files == 0
    assert changed.read_bytes() == b"milik laptop ini"


def files_below(folder, part):
    return {(path.name, path.read_bytes()) for path in (folder / part).rglob("*") if path.is_file()}


def test_a_report_that_was_signed_once_more_is_backed_up_again(signed, tmp_path):
    folder, _, report = signed
    with open_services(folder, write=False) as services:
        back_up(services.workspace, tmp_path / "cadangan.db")
        size = report.stat().st_size
        report.write_bytes(report.read_bytes()[:-1] + b"x")
        assert report.stat().st_size == size
        assert back_up(services.workspace, tmp_path / "cadangan.db").files == 1
