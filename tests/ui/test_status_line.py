"""The status bar has room for work in progress also in a narrow window."""

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from zi_desktop.ui.jobs import Jobs, Step
from zi_desktop.ui.page import KeyHint, SaveState
from zi_desktop.ui.status_line import StatusLine

HINTS = [KeyHint("1–5", "Pilih"), KeyHint("Enter", "Butir belum terisi"), KeyHint("Ctrl+K", "Perintah")]


@pytest.fixture
def status(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    status = StatusLine()
    window.setStatusBar(status)
    status.show_person("Rini Umpamasari, S.H., M.H. · Auditor Ahli Muda")
    status.show_hints(HINTS)
    window.resize(1366, 200)
    window.show()
    yield status
    window.close()


def widen(status, width):
    status.window().resize(width, 200)
    assert status.width() == width


def hints(status):
    return [part.isVisible() for part in status._hint_parts]


def test_keys_that_have_no_room_go_before_the_person_the_one_that_lists_all_last(status):
    for width, keys, named in (
        (1366, [True, True, True], True),
        (740, [True, False, True], True),
        (600, [False, False, True], True),
        (500, [True, False, True], False),
        (1366, [True, True, True], True),
    ):
        widen(status, width)
        assert (hints(status), status._person.isVisible()) == (keys, named)


def test_keys_make_room_for_work_and_for_what_could_not_be_saved(status):
    widen(status, 860)
    status._work.show()
    assert hints(status) == [False, False, True]
    status._work.hide()
    assert hints(status) == [True, True, True]
    status.show_save_state(SaveState("Gagal menyimpan: isian terakhir belum tersimpan", "invalid", "bad"))
    assert hints(status) == [True, False, True]
    assert status._row.minimumSizeHint().width() <= status.width()


def test_figures_of_work_are_written_as_everywhere(qtbot, status):
    jobs = Jobs()
    job = jobs.start(lambda _: None, done=lambda _: None)
    status.follow(job)
    with qtbot.waitSignal(job.finished):
        job.progressed.emit(Step("Membaca besar.csv", 7180, 20000))
        assert status._work._words.text() == "Membaca besar.csv… 7.180 dari 20.000"
    jobs.wait()


def test_words_of_work_are_never_cut(qtbot, status):
    widen(status, 760)
    jobs = Jobs()
    job = jobs.start(lambda _: None, done=lambda _: None)
    status.follow(job)
    with qtbot.waitSignal(job.finished):
        status._work.show()
        job.progressed.emit(Step("Membaca daftar-satker-panjang.csv", 7180, 20000))
        QApplication.processEvents()
        assert status._work._words.width() >= status._work._words.sizeHint().width()
    jobs.wait()


def test_the_usual_words_come_back_where_a_screen_has_nothing_more_to_say(status):
    status.show_unsaved(2)
    status.show_save_state(SaveState("1 satker baru, 0 berubah"))
    assert status._save._words.text() == "1 satker baru, 0 berubah"
    status.show_save_state(SaveState(""))
    assert status._save._words.text() == "2 isian belum disimpan"
