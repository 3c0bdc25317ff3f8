"""Ctrl+K: found by words, done by Enter, without the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.commands import describe
from zi_desktop.ui.dialog_keys import DialogKeys
from zi_desktop.ui.palette.matching import Command, find
from zi_desktop.ui.palette.model import KEYS_ROLE, CommandModel
from zi_desktop.ui.palette.view import CommandPalette

TEXTS = ("Evaluasi baru", "Impor daftar satker", "Tinjau & tanda tangan", "Sembunyikan nilai", "Beranda")
COMMANDS = [Command(number, text) for number, text in enumerate(TEXTS)]


def found(typed):
    return [command.text for command in find(COMMANDS, typed)]


def test_without_words_everything_stands_in_its_order():
    assert found("") == list(TEXTS)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("eval", "Evaluasi baru"), ("baru eva", "Evaluasi baru"), ("SATKER", "Impor daftar satker"), ("ttd", "Tinjau & tanda tangan"),
        ("nilai", "Sembunyikan nilai"), ("imp sat", "Impor daftar satker"),
    ],
)  # fmt: skip
def test_words_are_found_whatever_their_order_and_case(typed, first):
    assert found(typed)[0] == first


def test_the_beginning_of_a_word_is_better_than_its_inside_and_that_better_than_letters():
    commands = [Command(0, "Taruh butir utama"), Command(1, "Terbaru"), Command(2, "Baru")]
    assert [command.number for command in find(commands, "baru")] == [2, 1]
    assert [command.number for command in find(commands, "tbu")] == [0, 1]


def test_another_word_for_a_command_finds_it_after_those_that_are_called_so():
    commands = [Command(0, "Periksa laporan", words="verifikasi pdf"), Command(1, "Verifikasi kunci")]
    assert [command.number for command in find(commands, "verif")] == [1, 0]
    assert [command.number for command in find(commands, "lap pdf")] == [0]
    assert find(commands, "ifikasi pdf") == []  # inside another word nobody looks for it


def test_what_has_not_every_word_is_not_found():
    assert found("evaluasi xyz") == []


def test_the_model_is_a_model(qtbot):
    model = CommandModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_commands([Command(0, "Beranda", "Ctrl+Home"), Command(1, "Bantuan")])
    assert model.index(0).data(KEYS_ROLE) == "Ctrl+Home"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Beranda, Ctrl+Home"
    model.show_commands([])
    assert model.rowCount() == 0


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    return window


def palette_of(window, *texts):
    done = []
    actions = [QAction(text, window) for text in texts]
    for text, action in zip(texts, actions, strict=True):
        action.triggered.connect(lambda _, text=text: done.append(text))
    actions[0].setShortcut(QKeySequence("Ctrl+Return"))
    return CommandPalette(actions, window), done


def test_typing_and_enter_do_what_is_chosen(qtbot, window):
    palette, done = palette_of(window, "Beranda", "Evaluasi baru…", "Evaluasi lama")
    palette.show()
    qtbot.keyClicks(palette.form.search, "evaluasi")
    qtbot.keyClick(palette.form.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.form.search, Qt.Key.Key_Return)
    assert done == ["Evaluasi lama"]
    assert not palette.isVisible()


def test_up_from_the_first_leads_to_the_last(qtbot, window):
    palette, done = palette_of(window, "Beranda", "Pengaturan", "Bantuan")
    palette.show()
    qtbot.keyClick(palette.form.search, Qt.Key.Key_Up)
    qtbot.keyClick(palette.form.search, Qt.Key.Key_Return)
    assert done == ["Bantuan"]


def test_esc_closes_and_does_nothing(qtbot, window):
    palette, done = palette_of(window, "Beranda")
    palette.show()
    qtbot.keyClicks(palette.form.search, "ber")
    qtbot.keyClick(palette.form.search, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert done == []


def test_nothing_found_is_said_and_enter_does_nothing(qtbot, window):
    palette, done = palette_of(window, "Beranda")
    palette.show()
    qtbot.keyClicks(palette.form.search, "xyz")
    assert palette.form.nothing.isVisible()
    qtbot.keyClick(palette.form.search, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert done == []
    palette.reject()


def test_keys_that_choose_are_told_only_while_there_is_something_to_choose(qtbot, window):
    palette, _ = palette_of(window, "Beranda")
    keys, told = DialogKeys(window), []
    keys.changed.connect(lambda: told.append([hint.keys for hint in keys.hints() or ()]))
    palette.open()
    qtbot.waitUntil(lambda: told[-1:] == [["↑ ↓", "Enter", "Esc"]])
    palette.form.search.setText("xyz")
    qtbot.waitUntil(lambda: told[-1] == ["Esc"])
    palette.form.search.setText("ber")
    qtbot.waitUntil(lambda: told[-1] == ["↑ ↓", "Enter", "Esc"])
    # As where no window manager gives the keyboard back.
    QGuiApplication.instance().focusWindowChanged.disconnect(keys._soon.start)
    palette.reject()
    qtbot.waitUntil(lambda: told[-1] == [])


def test_the_field_stays_where_it_is_whatever_is_found(qtbot, window):
    palette, _ = palette_of(window, *(f"Perintah {number}" for number in range(20)), "Bantuan")
    palette.show()
    places = []
    for words in ("", "bantuan", "xyz"):
        palette.form.search.setText(words)
        palette.form.column.activate()
        places.append(palette.form.search.geometry())
    assert places == [places[0]] * 3
    palette.reject()


def test_a_key_that_the_screen_answers_itself_stands_on_its_cap(window):
    action = QAction("Butir belum terisi berikutnya", window)
    describe(action, keys="Enter", words="lanjut")
    palette = CommandPalette([action], window)
    palette.form.search.setText("lanjut")
    index = palette.form.commands.model().index(0)
    assert (index.data(), index.data(KEYS_ROLE)) == ("Butir belum terisi berikutnya", "Enter")


def test_a_command_is_shown_with_its_key_and_without_dots(window):
    palette, _ = palette_of(window, "Ekspor…", "Beranda")
    index = palette.form.commands.model().index(0)
    assert (index.data(), index.data(KEYS_ROLE)) == ("Ekspor", "Ctrl+Enter")
