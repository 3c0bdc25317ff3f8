"""Navigation by mouse and keys; screens made at their first use."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout

from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.main_window import MainWindow, Place
from zi_desktop.ui.page import Heading, KeyHint, Page, Tab
from zi_desktop.ui.rail import RailButton
from zi_desktop.ui.tab_button import TabButton
from zi_desktop.ui.widgets.buttons import action_button, shortcut_action
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import KeyCap


class Sheet(Page):
    """A screen with two fields, tabs, one action and one tool."""

    def __init__(self, title):
        super().__init__()
        self.title, self.tab, self.activated, self.done = title, "one", 0, []
        self.fields = [QLineEdit(), QLineEdit()]
        column = QVBoxLayout(self)
        for field in self.fields:
            column.addWidget(field)
        self.action = shortcut_action(self, "Evaluasi baru…", "Ctrl+N")
        self.action.triggered.connect(lambda: self.done.append(self.title))
        self.tool = action_button(self.action, "primary", "plus")

    def heading(self):
        tabs = (Tab("one", "Penilaian"), Tab("two", "Catatan", 7))
        return Heading(self.title, "menuju WBK", tabs, self.tab)

    def tools(self):
        return [self.tool]

    def key_hints(self):
        return (KeyHint("Ctrl+N", "Evaluasi baru"),)

    def panes(self):
        return self.fields

    def choose_tab(self, key):
        self.tab = key
        self.heading_changed.emit()

    def activate(self):
        self.activated += 1
        self.fields[0].setFocus()


@pytest.fixture
def made():
    return []


@pytest.fixture
def window(qtbot, made):
    def make(title):
        made.append(title)
        return Sheet(title)

    window = MainWindow([
        Place("beranda", "Beranda", "home", lambda: make("Beranda"), "Ctrl+Home; Alt+Home"),
        Place("evaluasi", "Evaluasi", "evaluation", lambda: make("Lapas Contoh")),
        Place("pengaturan", "Pengaturan", "settings", lambda: make("Pengaturan"), "Ctrl+,", below=True),
    ])  # fmt: skip
    qtbot.addWidget(window)
    window.show_page("beranda")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return window


def rail(window):
    return window.findChildren(RailButton)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_screen_is_made_when_it_is_first_shown_and_then_kept(window, made):
    assert made == ["Beranda"]
    first = window.show_page("pengaturan")
    window.show_page("beranda")
    assert window.show_page("pengaturan") is first
    assert made == ["Beranda", "Pengaturan"]
    assert first.activated == 2


def test_the_rail_shows_where_one_is(qtbot, window):
    qtbot.mouseClick(rail(window)[1], Qt.MouseButton.LeftButton)
    assert window.page().title == "Lapas Contoh"
    assert [button.isChecked() for button in rail(window)] == [False, True, False]
    qtbot.mouseClick(rail(window)[1], Qt.MouseButton.LeftButton)
    assert [button.isChecked() for button in rail(window)] == [False, True, False]


def test_keys_lead_to_screens(qtbot, window):
    press(qtbot, Qt.Key.Key_Comma, CTRL)
    assert window.page().title == "Pengaturan"
    assert window.windowTitle() == "Pengaturan – ZI Desktop"


def test_in_a_text_field_the_home_key_belongs_to_the_field(qtbot, window):
    window.show_page("pengaturan")
    press(qtbot, Qt.Key.Key_Home, CTRL)
    assert window.page().title == "Pengaturan"
    press(qtbot, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert window.page().title == "Beranda"
    window.show_page("pengaturan")
    rail(window)[0].setFocus()
    press(qtbot, Qt.Key.Key_Home, CTRL)
    assert window.page().title == "Beranda"


def test_the_window_knows_where_one_came_from(window):
    assert window.key_before == ""
    window.show_page("evaluasi")
    window.show_page("pengaturan")
    window.show_page("pengaturan")
    assert (window.key_before, window.key()) == ("evaluasi", "pengaturan")


def test_the_window_stays_open_while_that_is_asked(qtbot, window):
    window.may_close = lambda: False
    with qtbot.assertNotEmitted(window.closing):
        window.close()
    assert window.isVisible()
    window.may_close = lambda: True
    with qtbot.waitSignal(window.closing):
        window.close()


def test_tabs_follow_keys_and_clicks(qtbot, window):
    press(qtbot, Qt.Key.Key_2, CTRL)
    assert window.page().tab == "two"
    qtbot.mouseClick(window.findChildren(TabButton)[0], Qt.MouseButton.LeftButton)
    assert window.page().tab == "one"
    press(qtbot, Qt.Key.Key_5, CTRL)
    assert window.page().tab == "one"
    assert window.findChildren(TabButton)[1].accessibleName() == "Catatan, 7"


def test_f6_goes_through_the_panes_and_round(qtbot, window):
    page, places = window.page(), []
    for _ in range(5):
        places.append(QApplication.focusWidget())
        press(qtbot, Qt.Key.Key_F6)
    assert places[:2] == page.fields
    assert window._top.isAncestorOf(places[2])
    assert isinstance(places[3], RailButton)
    assert places[4] is page.fields[0]
    press(qtbot, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is page.fields[0]


def test_tab_reaches_everything_and_comes_back(qtbot, window):
    start, reached = QApplication.focusWidget(), []
    while not reached or QApplication.focusWidget() is not start:
        reached.append(QApplication.focusWidget())
        press(qtbot, Qt.Key.Key_Tab)
        assert len(reached) < 50
    page = window.page()
    assert {*page.fields, page.tool, *rail(window), *window.findChildren(TabButton)} <= set(reached)


def test_an_action_of_a_screen_acts_only_in_that_screen(qtbot, window):
    first = window.page()
    second = window.show_page("evaluasi")
    press(qtbot, Qt.Key.Key_N, CTRL)
    assert (first.done, second.done) == ([], ["Lapas Contoh"])
    assert first.tool.isHidden() or not first.tool.isVisible()
    assert second.tool.isVisible()


def test_commands_are_those_of_the_screen_and_the_window(window):
    texts = [action.text() for action in window.commands()]
    assert texts[0] == "Evaluasi baru…"
    assert {"Beranda", "Pengaturan", "Panel berikutnya"} <= set(texts)
    assert "Catatan" in texts  # the tab that is not open
    assert "Penilaian" not in texts  # the one that is
    assert "Tutup pesan" not in texts
    window.page().action.setEnabled(False)
    assert "Evaluasi baru…" not in [action.text() for action in window.commands()]


def test_commands_are_those_of_the_parts_that_can_be_seen(window):
    action = shortcut_action(window.page().fields[1], "Kosongkan isian")
    assert action in window.commands()
    window.page().fields[1].hide()
    assert action not in window.commands()


def told_keys(window):
    """Return the keys in the status bar, each with what it does."""
    caps = [cap for cap in window.status.findChildren(KeyCap) if cap.isVisible()]
    return {cap.text(): cap.parentWidget().layout().itemAt(1).widget().text() for cap in caps}


def test_while_a_dialog_is_open_its_keys_are_told(qtbot, window):
    own = told_keys(window)
    assert "Ctrl+N" in own
    dialog = DialogFrame("Tinjau && simpan", "Simpan && lanjut…", window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: told_keys(window) == {"Ctrl+Enter": "Simpan & lanjut", "Esc": "Batal"})
    dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(lambda: told_keys(window) == own)


def test_a_dialog_that_can_only_be_closed_tells_no_key_that_confirms(qtbot, window):
    dialog = DialogFrame("Riwayat", "", window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: told_keys(window) == {"Esc": "Tutup"})
    dialog.reject()


def test_the_palette_and_the_next_evaluation_are_asked_for(qtbot, window):
    with qtbot.waitSignal(window.palette_requested):
        press(qtbot, Qt.Key.Key_K, CTRL)
    with qtbot.waitSignal(window.next_evaluation_requested):
        press(qtbot, Qt.Key.Key_Tab, CTRL)


def test_a_message_stands_until_esc_and_gives_the_focus_back(qtbot, window):
    window.show_message("Ruang penyimpanan penuh. Isian terakhir belum tersimpan.")
    assert window._message.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not window._message.isVisible()
    assert QApplication.focusWidget() is window.page().fields[0]


def test_esc_closes_a_message_only_where_nothing_inside_wants_it(qtbot, window, monkeypatch):
    window.show_message("Paket diterima.")
    page, wanted = window.page(), []
    monkeypatch.setattr(page, "keyPressEvent", lambda event: wanted.append(event.key()))
    press(qtbot, Qt.Key.Key_Escape)
    assert (wanted, window._message.isVisible()) == ([Qt.Key.Key_Escape], True)


def test_closing_a_message_leaves_the_keyboard_where_it_is(qtbot, window):
    second = window.page().fields[1]
    second.setFocus()
    for close in (lambda: press(qtbot, Qt.Key.Key_Escape), window._message._close.click):
        window.show_message("Paket diterima.")
        close()
        assert not window._message.isVisible()
        assert QApplication.focusWidget() is second
    window.show_message("Paket diterima.")
    window._message._close.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.page().fields[0]


def test_nothing_can_be_changed_while_an_exclusive_job_runs(qtbot, window):
    window.take_input(allowed=False)
    assert not window.page().fields[0].isEnabled()
    assert window.commands() == [window.page().action] or window.page().action not in window.commands()
    window.take_input(allowed=True)
    assert window.page().fields[0].isEnabled()
    assert QApplication.focusWidget() is window.page().fields[0]
    assert "Tutup pesan" not in [action.text() for action in window.commands()]


def test_the_focus_comes_back_where_it_was_after_an_exclusive_job(window):
    second = window.page().fields[1]
    second.setFocus()
    window.take_input(allowed=False)
    window.take_input(allowed=True)
    assert QApplication.focusWidget() is second
    window.take_input(allowed=False)
    second.hide()
    window.take_input(allowed=True)
    assert QApplication.focusWidget() is window.page().fields[0]


def test_work_is_shown_only_when_it_takes_long_and_can_be_stopped(qtbot, window):
    import threading

    jobs, go = Jobs(), threading.Event()
    jobs.started.connect(window.status.follow)

    def work(progress):
        progress.tell("Membuka paket", 37, 120)
        go.wait(10)
        progress.tell("Membuka paket", 38, 120)

    job = jobs.start(work, done=lambda _: None, cancellable=True)
    assert not window.status._work.isVisible()
    qtbot.waitUntil(window.status._work.isVisible)
    assert window.status._work._words.text() == "Membuka paket… 37 dari 120"
    stop = window.status._work.findChild(QPushButton)
    with qtbot.waitSignals([job.cancelled, job.finished]):
        stop.click()
        go.set()
    assert not window.status._work.isVisible()
    jobs.wait()


def test_a_button_outlives_neither_its_action_nor_the_other_way_round(qtbot):
    action = QAction("Simpan")
    button = action_button(action)
    qtbot.addWidget(button)
    assert not button.isVisible()
    action.setEnabled(False)
    assert not button.isEnabled()
    button.deleteLater()
    action.setText("Terapkan")


def test_the_rail_marks_the_screen_in_front_also_when_another_cannot_be_made(qtbot, window):
    def refuse():
        raise ZeroDivisionError

    window._places["evaluasi"] = replace(window._places["evaluasi"], make=refuse)
    with qtbot.captureExceptions() as risen:
        rail(window)[1].click()
    assert [kind for kind, *_ in risen] == [ZeroDivisionError]
    assert [button.text() for button in rail(window) if button.isChecked()] == ["Beranda"]
    assert window.key() == "beranda"
