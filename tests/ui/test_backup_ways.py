"""Cadangkan sekarang by its key in the real window: a backup that restores, and refusals that say what to do."""

import shutil

import pytest
from builders import CHOICE, open_services
from evidence_makers import photo
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QToolButton

from zi_desktop.domain.workspace_errors import DiskFullError
from zi_desktop.services.backups import restore
from zi_desktop.services.composition import open_services as open_for_reading
from zi_desktop.ui.commands import words_of
from zi_desktop.ui.desktop import Desktop
from zi_desktop.ui.last_folders import Shelf, folders_over
from zi_desktop.ui.navigation import HELP, HOME, SETTINGS, SYNC
from zi_desktop.ui.palette.matching import Command, find
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.window_memory import WindowMemory

CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window_over(qtbot, theme, tmp_path, request):
    """Open the real window over services."""

    def window_over(services):
        made = Desktop(services, theme, WindowMemory(services.preferences), lambda: tmp_path / "log")
        request.node.addfinalizer(lambda: leave(made))  # before the services are closed
        made.show()
        made.window.showNormal()
        made.window.resize(1366, 768)
        with qtbot.waitActive(made.window):
            made.window.activateWindow()
        return made

    return window_over


def leave(made):
    made.window.may_close = lambda: True
    made.window.close()
    made.jobs.wait()
    made.problems.uninstall()
    made.window.deleteLater()


@pytest.fixture
def stick(tmp_path):
    stick = tmp_path / "flashdisk"
    stick.mkdir()
    return stick


def lines(services, id_):
    return {event.hash for event in services.evaluations.open(id_).state.folded.events}


def said(desktop):
    return desktop.window.findChild(MessageBar).text()


def back_up_to(qtbot, desktop, file):
    """Press the key, type where to into the dialog, Enter; return which name it proposed."""
    proposed, timer = [], QTimer()

    def type_it():
        dialog = next((each for each in desktop.window.findChildren(QFileDialog) if each.isVisible()), None)
        if dialog is None:
            return
        timer.stop()
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        proposed.append(name.text())
        if not file:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            return
        name.setText(str(file))
        box = dialog.findChild(QDialogButtonBox)
        next(each for each in box.buttons() if box.buttonRole(each) == QDialogButtonBox.ButtonRole.AcceptRole).click()

    timer.timeout.connect(type_it)
    timer.start(5)
    with qtbot.waitActive(desktop.window):  # not every platform gives the keyboard back after a dialog
        desktop.window.activateWindow()
    QTest.keyClick(QApplication.focusWidget() or desktop.window, Qt.Key.Key_S, CHORD)
    qtbot.waitUntil(lambda: bool(proposed))
    return proposed[0]


def test_a_key_writes_a_backup_that_restores_and_says_what_was_written(qtbot, window_over, scored, stick, tmp_path):
    scored.services.evidence.add(scored.id, [photo(tmp_path / "papan.jpg")], CHOICE)
    desktop = window_over(scored.services)
    name = back_up_to(qtbot, desktop, stick / "cadangan.db")
    assert name.startswith("Cadangan ZI 20")
    assert name.endswith(".db")
    qtbot.waitUntil(lambda: "tersimpan" in said(desktop))
    assert said(desktop).startswith(f"cadangan.db tersimpan di {stick} dan sudah diperiksa (")
    assert "cadangan.berkas di sebelahnya (1 berkas baru)" in said(desktop)
    assert folders_over(desktop.window).begin(Shelf.BACKUPS) == stick
    assert folders_over(desktop.window).begin(Shelf.BUNDLES) != stick
    brought = restore(tmp_path / "pulih", stick / "cadangan.db")
    assert (brought.gaps, brought.files) == (0, 1)
    with open_services(tmp_path / "pulih") as services:
        assert lines(services, scored.id) == lines(scored.services, scored.id)


def test_every_screen_has_it_and_the_palette_finds_it(qtbot, window_over, scored):
    window = window_over(scored.services).window
    for key in (HOME, SYNC, SETTINGS, HELP):
        window.show_page(key)
        known = [Command(0, action.text(), "", words_of(action)) for action in window.commands()]
        for asked in ("cadangkan", "salinan", "simpan salinan", "flashdisk aman"):
            assert "Cadangkan sekarang…" in [command.text for command in find(known, asked)]


def test_a_file_inside_the_workspace_is_refused(qtbot, window_over, scored):
    folder = scored.services.workspace.folder
    desktop = window_over(scored.services)
    back_up_to(qtbot, desktop, folder / "cadangan.db")
    qtbot.waitUntil(lambda: "bagian dari ruang kerja" in said(desktop))
    assert not (folder / "cadangan.db").exists()


def test_a_full_stick_is_told_and_the_window_goes_on(qtbot, window_over, scored, stick, monkeypatch):
    desktop = window_over(scored.services)

    def full(_database, _target):
        raise DiskFullError

    monkeypatch.setattr(type(scored.services.workspace.database), "copy_to", full)
    back_up_to(qtbot, desktop, stick / "cadangan.db")
    qtbot.waitUntil(lambda: "ruang penyimpanan penuh. Tidak ada yang hilang" in said(desktop))
    assert not list(stick.iterdir())
    monkeypatch.undo()
    back_up_to(qtbot, desktop, stick / "cadangan.db")
    qtbot.waitUntil(lambda: "sudah diperiksa" in said(desktop))


def test_nothing_is_written_where_the_dialog_is_left(qtbot, window_over, scored, stick):
    desktop = window_over(scored.services)
    back_up_to(qtbot, desktop, None)
    assert desktop.backups._running is None
    assert said(desktop) == ""


def test_a_window_that_only_reads_backs_up_too(qtbot, window_over, scored, stick):
    with open_for_reading(scored.services.workspace.folder, write=False) as services:
        desktop = window_over(services)
        back_up_to(qtbot, desktop, stick / "cadangan.db")
        qtbot.waitUntil(lambda: "sudah diperiksa" in said(desktop))
        leave(desktop)
    assert restore(stick / "pulih", stick / "cadangan.db").lines


def test_stopped_between_two_files_it_says_how_it_is_completed(
    qtbot, window_over, scored, stick, tmp_path, monkeypatch
):
    files = [photo(tmp_path / "satu.jpg"), tmp_path / "dua.txt"]
    files[1].write_text("dua")
    scored.services.evidence.add(scored.id, files, CHOICE)
    desktop = window_over(scored.services)
    copy = shutil.copyfile

    def stop(source, target):
        desktop.backups._running.cancel()
        return copy(source, target)

    monkeypatch.setattr(shutil, "copyfile", stop)
    back_up_to(qtbot, desktop, stick / "cadangan.db")
    qtbot.waitUntil(lambda: "dengan nama cadangan.db" in said(desktop))
    assert len([path for path in (stick / "cadangan.berkas").rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize("width", [1366, 900])
def test_the_disk_stands_at_the_right_end_of_every_screen(qtbot, window_over, scored, width):
    desktop = window_over(scored.services)
    desktop.window.resize(width, 768)
    disk = next(each for each in desktop.window._top.findChildren(QToolButton) if "Ctrl+Alt+S" in each.toolTip())
    assert disk.accessibleName() == "Cadangkan sekarang…"
    assert disk.isVisible()  # Beranda's own tools give up room in a small window
    desktop.navigation.open_evaluation(scored.id)
    assert disk.isVisible()
    assert all(each.width() >= each.sizeHint().width() for each in desktop.window._top._tabs)
