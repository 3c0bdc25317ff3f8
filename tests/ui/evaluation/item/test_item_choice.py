"""Options are answered by one key, cleared by the same, and never chosen by moving about."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from zi_desktop.domain.answers import Chosen
from zi_desktop.ui.panes import first_focus

KEYPAD = Qt.KeyboardModifier.KeypadModifier


def focused():
    return QApplication.focusWidget()


def buttons(stage):
    return stage.view.form.options.buttons()


@pytest.mark.parametrize(
    ("key", "modifier", "answer"),
    [
        ("2", None, "B"),
        ("2", KEYPAD, "B"),
        ("b", None, "B"),
        ("4", None, "D"),
        ("D", Qt.KeyboardModifier.ShiftModifier, "D"),
    ],
)
def test_a_key_answers_and_the_same_key_clears(stage, qtbot, key, modifier, answer):
    modifier = modifier or Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(focused(), key, modifier)
    assert stage.answer() == Chosen(answer)
    assert [button.isChecked() for button in buttons(stage)].count(True) == 1
    qtbot.keyClick(focused(), key, modifier)
    assert stage.answer() is None
    assert not any(button.isChecked() for button in buttons(stage))


@pytest.mark.parametrize(("key", "answer"), [("y", "Ya"), ("t", "Tidak"), ("1", "Ya"), ("2", "Tidak")])
def test_yes_and_no_have_their_letters(stage, qtbot, key, answer):
    stage.show("A.I.1.i.a")
    qtbot.keyClick(focused(), key)
    assert stage.answer() == Chosen(answer)


@pytest.mark.parametrize("key", ["5", "9", "0", "x", "e"])
def test_a_key_without_an_option_does_nothing(stage, qtbot, key):
    qtbot.keyClick(focused(), key)
    assert stage.answer() is None


def test_keys_with_control_or_alt_are_not_answers(stage, qtbot):
    qtbot.keyClick(focused(), "1", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(focused(), "a", Qt.KeyboardModifier.AltModifier)
    assert stage.answer() is None


def test_arrows_move_and_the_space_bar_chooses(stage, qtbot):
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() is buttons(stage)[1]
    assert stage.answer() is None
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert stage.answer() == Chosen("B")
    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    assert focused() is buttons(stage)[0]
    assert stage.answer() == Chosen("B")


def test_a_click_chooses(stage, qtbot):
    qtbot.mouseClick(buttons(stage)[2], Qt.MouseButton.LeftButton)
    assert stage.answer() == Chosen("C")


def test_enter_asks_to_go_on_and_with_shift_back(stage, qtbot):
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Enter, KEYPAD)
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert stage.requests == ["next", "next", "previous"]


def test_a_closed_evaluation_takes_no_answer_and_shows_no_caps(stage, qtbot):
    stage.read_only = True
    stage.refresh()
    qtbot.keyClick(focused(), "1")
    qtbot.mouseClick(buttons(stage)[0], Qt.MouseButton.LeftButton)
    assert stage.answer() is None
    assert not any(button.isEnabled() for button in buttons(stage))
    assert stage.view.form.notes.form.note.isReadOnly()
    assert not stage.view.form.heading.form.mark.isEnabled()


def test_options_say_what_they_are(stage):
    assert (
        buttons(stage)[1].accessibleName()
        == "B. UPG sudah dibentuk dan upaya pengendalian mulai dijalankan, nilai 0,67"
    )
    stage.hidden = True
    stage.refresh()
    assert buttons(stage)[1].accessibleName() == "B. UPG sudah dibentuk dan upaya pengendalian mulai dijalankan"


def test_the_keyboard_reaches_the_answer_first_and_the_head_last(stage, qtbot):
    form = stage.view.form
    assert first_focus(stage.view) is buttons(stage)[0]
    stage.show("A.II.4.i.a")
    assert first_focus(stage.view) is form.counts.table.fields()[0]
    stage.show("B.I.a")
    assert first_focus(stage.view) is form.index.table.fields()[0]
    stage.show("A.I.5.i.b")
    qtbot.waitUntil(form.notes.form.internal.isVisible)
    way = [first_focus(stage.view)]
    way[0].setFocus()
    for _ in range(13):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        way.append(focused())
    names = (
        form.evidence.form.add,
        form.evidence.form.more,
        form.evidence.form.level.stops()[0],
        form.notes.form.note,
        form.notes.form.internal,
        form.actions.form.previous,
        form.actions.form.next,
    )
    assert way[:4] == buttons(stage)
    assert tuple(way[4:11]) == names
    assert way[11:] == [form.heading.form.guidance, form.heading.form.mark, form.heading.form.crumbs.links[0]]


def test_mark_breadcrumb_guidance_and_bar_say_what_was_asked(stage, qtbot):
    form = stage.view.form
    stage.view.toggle_mark()
    assert form.heading.form.mark.isChecked()
    qtbot.mouseClick(form.heading.form.mark, Qt.MouseButton.LeftButton)
    assert not form.heading.form.mark.isChecked()
    qtbot.mouseClick(form.heading.form.guidance, Qt.MouseButton.LeftButton)
    assert form.guidance.isVisible()
    stage.view.toggle_guidance()
    assert form.guidance.isHidden()
    qtbot.mouseClick(form.heading.form.crumbs.links[2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.actions.form.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.actions.form.previous, Qt.MouseButton.LeftButton)
    assert stage.requests == ["A.I.5", "next", "previous"]
    assert form.actions.form.open_items.text() == "113 butir belum terisi"


def _held(moment):
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, "2")
    event.setTimestamp(moment)
    return event


def test_a_key_that_is_held_down_or_bounces_takes_nothing_back(stage):
    for moment in (1000, 1660, 1700, 1740, 2400):
        QApplication.sendEvent(focused(), _held(moment))
    assert stage.answer() == Chosen("B")
    QApplication.sendEvent(focused(), _held(4000))
    assert stage.answer() is None


def test_the_same_key_on_the_next_item_is_an_answer_of_its_own(stage):
    QApplication.sendEvent(focused(), _held(1000))
    stage.show("A.I.1.ii.a")
    stage.view.take_focus()
    QApplication.sendEvent(focused(), _held(1100))
    assert stage.answer() is not None
