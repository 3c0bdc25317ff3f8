import os
import sys

import pytest
from visits import ANSWERS, problems

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions are set otherwise there")

REFUSED = "ReadOnlyWorkspaceError: Ruang kerja hanya dapat dibaca."


@pytest.fixture
def locked(shown):
    """A workspace that somebody else may only read; for who owns it the modes are taken away."""
    folder, id_ = shown

    def lock(*paths):
        if os.getuid() != 0:
            for path in paths:
                path.chmod(0o555 if path.is_dir() else 0o444)
        return folder, id_

    yield lock
    if os.getuid() != 0:
        folder.chmod(0o755)


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith("-shm")}


def test_a_folder_that_may_not_be_written_is_read(locked, shown, run):
    folder, id_ = locked(shown[0])
    before = content(folder)
    assert run("count", folder, id_, "--unprivileged") == str(ANSWERS)
    assert run("answer", folder, id_, 99, "--unprivileged").startswith(REFUSED)
    assert content(folder) == before


def test_a_file_that_may_not_be_written_is_read(locked, shown, run):
    folder, id_ = shown
    locked(folder / "zi.db")
    if os.getuid() == 0:
        folder.chmod(0o777)
        (folder / "zi.lock").chmod(0o666)
    before = (folder / "zi.db").read_bytes()
    assert run("count", folder, id_, "--unprivileged") == str(ANSWERS)
    assert run("answer", folder, id_, 99, "--unprivileged").startswith(REFUSED)
    assert (folder / "zi.db").read_bytes() == before
    assert problems(folder) == []


def test_a_workspace_in_use_is_read_by_somebody_who_may_not_write(locked, shown, run, running):
    folder, id_ = shown
    with running("hold", folder):
        locked(folder, folder / "zi.db")
        assert run("count", folder, id_, "--unprivileged") == str(ANSWERS)


def test_a_place_where_no_workspace_can_be_made_is_told(locked, shown, run):
    folder, id_ = locked(shown[0])
    assert run("answer", folder / "baru", id_, 1, "--unprivileged").startswith(REFUSED)


def test_a_folder_that_may_not_be_entered_is_told(locked, shown, run):
    folder, id_ = shown
    folder.chmod(0o700 if os.getuid() == 0 else 0)
    assert "tidak dapat dibaca: tidak ada izin" in run("count", folder, id_, "--unprivileged")
    assert run("answer", folder, id_, 1, "--unprivileged").startswith(REFUSED)
    locked(folder)
