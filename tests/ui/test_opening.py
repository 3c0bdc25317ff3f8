"""A workspace that cannot be written now: tried again, only read, or left alone, as the person decides."""

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from zi_desktop.domain.workspace_errors import ReadOnlyWorkspaceError, WorkspaceMissingError
from zi_desktop.services.composition import open_services
from zi_desktop.ui.desktop import Desktop
from zi_desktop.ui.dialogs import WaysDialog
from zi_desktop.ui.opening import AGAIN, CLOSE, READ, WAYS, open_workspace, sentence_of
from zi_desktop.ui.window_memory import WindowMemory

ROOT = Path(__file__).parent.parent.parent
HOLD = (
    "import sys; from pathlib import Path; from zi_desktop.services.composition import open_services\n"
    "with open_services(Path(sys.argv[1]), write=True): print('held', flush=True); sys.stdin.readline()"
)


@contextmanager
def held_elsewhere(folder):
    """Let another process hold a workspace; gives what lets go of it."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def let_go():
            if process.poll() is None:
                process.communicate("\n")

        assert process.stdout.readline() == "held\n"
        try:
            yield let_go
        finally:
            let_go()


@pytest.fixture
def folder(fresh):
    folder = fresh.workspace.folder
    fresh.settings.put("person.name", "Rini Umpamasari")
    fresh.close()
    return folder


def test_a_workspace_that_is_free_opens_without_a_question(folder):
    with open_workspace(folder, pytest.fail) as services:
        assert services.workspace.database.writable


def test_trying_again_opens_what_another_process_let_go(folder):
    asked = []
    with held_elsewhere(folder) as let_go:

        def ask(sentence):
            asked.append(sentence)
            if len(asked) > 1:
                let_go()
            return AGAIN

        with open_workspace(folder, ask) as services:
            assert services.workspace.database.writable
    assert len(asked) == 2


def test_what_another_process_holds_can_be_read_and_is_not_written(folder):
    with held_elsewhere(folder), open_workspace(folder, lambda _: READ) as services:
        assert not services.workspace.database.writable
        assert services.settings.person().name == "Rini Umpamasari"
        with pytest.raises(ReadOnlyWorkspaceError):
            services.settings.put("person.name", "Ahmad Andaikan")
        services.preferences.put("theme", "dark")
        assert services.preferences.get("theme") == "dark"
    with open_services(folder, write=False) as services:
        assert services.preferences.get("theme") is None


@pytest.mark.parametrize("way", [CLOSE, ""])
def test_giving_up_opens_nothing(folder, way):
    with held_elsewhere(folder):
        assert open_workspace(folder, lambda _: way) is None


def test_a_folder_that_may_not_be_written_is_told_as_such_and_may_hold_nothing_to_read(tmp_path):
    (tmp_path / "zi.lock").mkdir()  # nobody, whoever runs this, can lock there
    told = []
    with pytest.raises(WorkspaceMissingError):
        open_workspace(tmp_path, lambda sentence: told.append(sentence) or READ)
    assert told == [sentence_of(ReadOnlyWorkspaceError(), tmp_path)]
    assert str(tmp_path) in told[0]


def test_the_window_says_that_it_only_reads(qtbot, theme, folder):
    services = open_services(folder, write=False)
    desktop = Desktop(services, theme, WindowMemory(services.preferences), lambda: folder / "log")
    qtbot.addWidget(desktop.window)
    try:
        desktop.show()
        assert "untuk dibaca saja" in desktop.window._message.text()
        desktop.window.show_page("pengaturan")
        assert desktop.window.status._save._words.text() == "Hanya dibaca"
    finally:
        desktop.window.close()
        desktop.close()


@pytest.mark.parametrize(("key", "way"), [(Qt.Key.Key_Return, AGAIN), (Qt.Key.Key_Escape, "")], ids=["enter", "esc"])
def test_enter_tries_again_and_esc_gives_up(qtbot, key, way):
    dialog = WaysDialog("Ruang kerja sudah terbuka.", WAYS)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, key)
    assert (dialog.isVisible(), dialog._chosen) == (False, way)
    assert [button.text() for button in dialog.buttons] == [READ, CLOSE, AGAIN]
