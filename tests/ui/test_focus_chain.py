"""Tab reaches everything on the screens and in the dialogs of Beranda, Pengaturan and Bantuan, and everything has a name."""

import pytest
from builders import write_list
from focus_walk import assert_all_reached
from PySide6.QtWidgets import QApplication, QDialog
from whole_desktop import whole_desktop

from zi_desktop.ui.home.import_dialog import ImportDialog
from zi_desktop.ui.navigation import HELP, HOME, SETTINGS

LIST = "kode,nama,jenis,predikat,tahun predikat\nC-1,Lapas Contohrejo,lapas,,\nC-2,Rutan Misalan,rutan,WBK,2023\n"


@pytest.fixture
def services(fresh, tmp_path):
    fresh.satkers.import_list(write_list(tmp_path / "satker.csv", LIST))
    fresh.evaluations.create("C-1", fresh.workspace.now().year)
    return fresh


@pytest.fixture
def desktop(qtbot, theme, services, tmp_path):
    with whole_desktop(qtbot, services, theme, tmp_path) as desktop:
        yield desktop


@pytest.mark.parametrize("screen", [HOME, SETTINGS, HELP])
def test_tab_goes_through_a_screen(qtbot, desktop, screen):
    desktop.window.show_page(screen)
    assert_all_reached(qtbot, desktop.window)


def opened(qtbot, desktop, kind=QDialog):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in desktop.window.findChildren(kind)))
    dialog = next(each for each in desktop.window.findChildren(kind) if each.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or desktop.window))
    return dialog


@pytest.mark.parametrize("act", ["begin", "add", "edit", "archive_satker", "archive_evaluation"])
def test_tab_goes_through_a_dialog(qtbot, desktop, act):
    getattr(desktop.window.screen_of(HOME).keys, act).trigger()
    dialog = opened(qtbot, desktop)
    assert_all_reached(qtbot, dialog)
    dialog.reject()


def test_tab_goes_through_the_preview_of_a_list(qtbot, desktop, tmp_path):
    listed = write_list(tmp_path / "baru.csv", "kode,nama\nC-9,Bapas Umpama\n,Tanpa Kode\n")
    desktop.window.screen_of(HOME).errands.preview(listed)
    dialog = opened(qtbot, desktop, ImportDialog)
    assert_all_reached(qtbot, dialog)
    dialog.reject()
