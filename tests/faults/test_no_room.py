import sys

import pytest
from visits import ANSWERS, problems, state, stated

from zi_desktop.domain.errors import FileWriteError
from zi_desktop.domain.workspace_errors import DiskFullError
from zi_desktop.services.backups import back_up
from zi_desktop.services.composition import open_services
from zi_desktop.storage import events

LONG = "contoh " * 10_000


def limit(services, pages):
    with services.workspace.database.reading() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")


def streams(services, id_):
    with services.workspace.database.reading() as connection:
        return {event.stream for event in events.load(connection, [id_])}


def test_a_full_disk_undoes_the_answer_and_work_goes_on_in_a_new_stream(visit):
    folder, id_ = visit
    with open_services(folder, write=True) as services:
        state(services, id_, ANSWERS)
        before = streams(services, id_)
        limit(services, 1)  # SQLite takes the present size for less
        for _ in range(2):
            with pytest.raises(DiskFullError, match="kosongkan ruang"):
                state(services, id_, ANSWERS + 1, LONG)
            assert stated(services, id_) == set(range(ANSWERS + 1))
        limit(services, 2**30)
        state(services, id_, ANSWERS + 1, LONG)
        assert stated(services, id_) == set(range(ANSWERS + 2))
        assert len(streams(services, id_) - before) == 1
    assert problems(folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no RLIMIT_FSIZE")
def test_a_file_that_may_not_grow_undoes_the_answer(visit, run):
    folder, id_ = visit
    assert run("answer", folder, id_, ANSWERS, "--limited").startswith("DiskFaultError: Media penyimpanan gagal")
    with open_services(folder, write=True) as services:
        assert stated(services, id_) == set(range(ANSWERS + 1))
        state(services, id_, ANSWERS + 1)
    assert problems(folder) == []


def test_a_backup_that_does_not_fit_leaves_nothing(visit, tmp_path, monkeypatch):
    folder, _ = visit
    target = tmp_path / "cadangan.db"

    def full(_target):  # a disk that is full for the copy alone
        raise DiskFullError

    with open_services(folder, write=False) as services:
        monkeypatch.setattr(services.workspace.database, "copy_to", full)
        with pytest.raises(FileWriteError, match=r"cadangan\.db tidak dapat ditulis: ruang penyimpanan penuh"):
            back_up(services.workspace, target)
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]
