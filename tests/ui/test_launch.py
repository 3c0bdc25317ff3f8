"""The program as a process: the window opens, says when it is painted, and why it cannot."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from zi_desktop.app import WindowRequest, window_request
from zi_desktop.domain.workspace_errors import DamagedDatabaseError
from zi_desktop.ui.opening import CLOSE
from zi_desktop.ui.start_clock import milliseconds_since_start
from zi_desktop.ui.theme import ThemeChoice
from zi_desktop.ui.tokens import DARK, LIGHT
from zi_desktop.ui.window_memory import WindowMemory

ROOT = Path(__file__).parent.parent.parent
LATE = ("alembic", "reportlab", "pyhanko", "openpyxl", "cryptography", "PySide6.QtPdf", "PySide6.QtTest", "click")


@pytest.mark.parametrize(
    ("arguments", "request_"),
    [
        ([], WindowRequest()),
        (["--workspace", "ruang"], WindowRequest(Path("ruang"))),
        (["--exit-after-paint", "--workspace", "ruang"], WindowRequest(Path("ruang"), ends_after_paint=True)),
        (["demo", "ruang"], None),
        (["--help"], None),
        (["--workspace"], None),
        (["satker", "list", "--workspace", "ruang"], None),
    ],
)
def test_without_a_command_the_window_opens(arguments, request_):
    assert window_request(arguments) == request_


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
    )  # fmt: skip


def test_the_window_is_painted_and_ends_when_that_is_all_that_is_asked(tmp_path):
    finished = run("main.py", "--workspace", str(tmp_path / "ruang kerja"), "--exit-after-paint")
    assert finished.returncode == 0, finished.stderr
    assert json.loads(finished.stdout)["painted_ms"] > 0
    assert (tmp_path / "ruang kerja" / "zi.db").exists()


def test_the_first_screen_imports_nothing_that_it_does_not_need(fresh):
    folder = fresh.workspace.folder
    fresh.close()
    code = (
        "import sys; from pathlib import Path; from zi_desktop import paths; from zi_desktop.ui.launch import run;"
        f"run(Path({str(folder)!r}), paths.log_file, ends_after_paint=True);"
        f"print(*(name for name in {LATE!r} if name in sys.modules))"
    )
    finished = run("-c", code)
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.splitlines()[1:] == [""]


def test_without_a_screen_there_is_a_sentence(tmp_path):
    if sys.platform != "linux":
        return
    environment = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    finished = run("main.py", "--workspace", str(tmp_path), **environment)
    assert finished.returncode == 2
    assert finished.stderr.startswith("Tidak ada layar")


@pytest.fixture
def launch(monkeypatch, qapp):
    """The module that launches, over the application of the tests."""
    from zi_desktop.ui import launch

    monkeypatch.setattr(launch, "make_application", lambda _: qapp)
    return launch


def test_a_workspace_open_elsewhere_is_told_and_nothing_opens_when_that_is_enough(fresh, launch, monkeypatch):
    told = []
    # The dialog waits for its reader; that it shows a sentence and its ways is tested where it lives.
    monkeypatch.setattr(launch, "ask_way", lambda sentence: told.append(sentence) or CLOSE)
    assert launch.run(fresh.workspace.folder, lambda: fresh.workspace.folder / "log") == 2
    assert [sentence[:33] for sentence in told] == ["Ruang kerja sudah terbuka di jend"]


@pytest.mark.parametrize("dark", [True, False])
def test_what_is_told_before_the_workspace_is_open_has_the_look_of_the_window(fresh, launch, theme, monkeypatch, dark):
    WindowMemory(fresh.preferences).theme = ThemeChoice.DARK if dark else ThemeChoice.LIGHT
    shown = []
    monkeypatch.setattr(launch, "ask_way", lambda _: shown.append(theme.tokens) or CLOSE)
    launch.run(fresh.workspace.folder, lambda: fresh.workspace.folder / "log")
    assert shown == [DARK if dark else LIGHT]


def test_a_damaged_workspace_too_as_far_as_it_can_be_read(fresh, launch, theme, monkeypatch):
    WindowMemory(fresh.preferences).theme = ThemeChoice.DARK
    folder = fresh.workspace.folder
    fresh.close()
    with closing(sqlite3.connect(folder / "zi.db")) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'event'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with (folder / "zi.db").open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"rusak" * (size // 5))
    before = (folder / "zi.db").read_bytes()
    shown = []
    monkeypatch.setattr(launch, "tell_and_end", lambda failure, _: shown.append((type(failure), theme.tokens)))
    assert launch.run(folder, lambda: folder / "log") == 2
    assert shown == [(DamagedDatabaseError, DARK)]
    assert (folder / "zi.db").read_bytes() == before


def test_what_is_no_workspace_is_told_and_left_as_it_is(tmp_path, launch, monkeypatch):
    told = []
    monkeypatch.setattr(launch, "tell_and_end", lambda failure, _folder: told.append(f"{failure}"))
    (tmp_path / "zi.db").write_bytes(b"bukan basis data" * 20)
    assert launch.run(tmp_path, lambda: tmp_path / "log") == 2
    assert [sentence[:29] for sentence in told] == ["Basis data ruang kerja rusak."]
    assert (tmp_path / "zi.db").read_bytes() == b"bukan basis data" * 20


def test_the_age_of_the_process_grows():
    first = milliseconds_since_start()
    assert 0 < first <= milliseconds_since_start()
