"""Ctrl+K in the real window: what leads elsewhere is found by the plain words of what somebody wants there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from whole_desktop import whole_desktop

from zi_desktop.services.composition import open_services
from zi_desktop.services.samples.visit import prepare_sample
from zi_desktop.ui.jobs import Job
from zi_desktop.ui.navigation import EVALUATION, HELP, HOME, REMARKS, REMARKS_TAB, SIGNING, SYNC, VISIT
from zi_desktop.ui.palette.view import CommandPalette
from zi_desktop.ui.worksheets.export_dialog import ExportDialog

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def services(tmp_path):
    with open_services(tmp_path / "ruang kerja", write=True) as services:
        yield services


@pytest.fixture
def desktop(qtbot, theme, services, tmp_path):
    with whole_desktop(qtbot, services, theme, tmp_path, prepare_sample(services)) as desktop:
        yield desktop


def found(desktop, words):
    palette = CommandPalette(desktop.window.commands(), desktop.window)
    palette.form.search.setText(words)
    model = palette.form.commands.model()
    texts = [model.index(row).data() for row in range(model.rowCount())]
    palette.deleteLater()
    return texts


@pytest.mark.parametrize("words", ["cetak", "pdf laporan", "kertas kerja"])
def test_from_penilaian_the_paper_is_found(desktop, words):
    assert "Tinjau & tanda tangan" in found(desktop, words)[:2]


def test_from_beranda_the_paper_is_found_by_way_of_its_evaluation(desktop):
    desktop.window.show_page(HOME)
    assert "Buka evaluasi" in found(desktop, "cetak")


@pytest.mark.parametrize("screen", [HOME, EVALUATION, REMARKS, SYNC, HELP])
def test_from_everywhere_the_own_name_is_found_and_the_way_out(desktop, screen):
    desktop.window.show_page(screen)
    assert "Pengaturan" in found(desktop, "ganti nama")[:2]
    assert found(desktop, "nama saya")[0] == "Pengaturan"
    assert found(desktop, "keluar")[0] == "Keluar"


@pytest.mark.parametrize("tab", [SIGNING, VISIT, REMARKS_TAB])
def test_from_every_tab_of_an_evaluation_its_worksheet_is_taken_in_and_written(qtbot, desktop, tab, monkeypatch):
    id_ = desktop.window.page().stage.presenter.id
    asked = []
    monkeypatch.setattr(desktop.imports, "choose", asked.append)
    desktop.navigation.show_tab(tab, id_)
    assert set(found(desktop, "lembar kerja")[:2]) == {"Impor LKE", "Ekspor LKE"}
    acts = {action.text(): action for action in desktop.window.commands()}
    acts["Impor LKE…"].trigger()
    assert asked == [id_]
    acts["Ekspor LKE…"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not desktop.jobs.findChildren(Job))


@pytest.mark.parametrize("screen", [HOME, EVALUATION, SYNC])
def test_the_size_of_the_text_is_found_by_what_it_is_called(desktop, screen):
    desktop.window.show_page(screen)
    assert "Pengaturan" in found(desktop, "ukuran teks")[:2]


def test_warnings_are_accepted_and_a_seal_is_cancelled_by_plain_words(desktop):
    desktop.navigation.show_tab(SIGNING, desktop.window.page().stage.presenter.id)
    acts = desktop.window.page().acts
    for action, words in ((acts.weigh, "perhatian"), (acts.cancel_seal, "segel")):
        action.setVisible(True)
        action.setEnabled(True)
        assert action.text().removesuffix("…") in found(desktop, words)


def test_the_key_of_the_way_out_closes_as_the_window_does(qtbot, desktop):
    desktop.window.may_close = lambda: False
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Q, CTRL)
    assert desktop.window.isVisible()
    desktop.window.may_close = lambda: True
    with qtbot.waitSignal(desktop.window.closing):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Q, CTRL)
    assert not desktop.window.isVisible()
