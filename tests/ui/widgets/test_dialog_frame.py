"""The frame of a dialog: which button a key presses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.pills import Tone

CTRL, KEYPAD, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier(0)
RETURN, ENTER = Qt.Key.Key_Return, Qt.Key.Key_Enter


@pytest.fixture
def dialog(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = DialogFrame("Tutup evaluasi?", "Lanjutkan", parent)
    made.line, made.tick, made.own, made.told = QLineEdit(), TickBox("Sudah dibaca"), QPushButton("Salin"), []
    for widget in (made.line, made.tick, made.own):
        made.body.addWidget(widget)
    made.own.clicked.connect(lambda: made.told.append("Salin"))
    made.accepted.connect(lambda: made.told.append("Lanjutkan"))
    made.rejected.connect(lambda: made.told.append("Batal"))
    made.line.setFocus()
    with qtbot.waitActive(made):
        made.open()
    told = made.told
    yield made
    if "Lanjutkan" not in told and "Batal" not in told:
        made.reject()


def go_to(qtbot, dialog, button):
    """Bring the keyboard to a button as a person does."""
    for _ in range(10):
        if QApplication.focusWidget() is button:
            return
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    pytest.fail("Tab does not reach the button")


@pytest.mark.parametrize(
    ("where", "key", "modifiers", "told"),
    [
        ("cancel_button", RETURN, PLAIN, "Batal"),
        ("cancel_button", ENTER, KEYPAD, "Batal"),
        ("own", RETURN, PLAIN, "Salin"),
        ("confirm_button", RETURN, PLAIN, "Lanjutkan"),
        ("line", RETURN, PLAIN, "Lanjutkan"),
        ("tick", RETURN, PLAIN, "Lanjutkan"),
        ("cancel_button", RETURN, CTRL, "Lanjutkan"),
        ("cancel_button", ENTER, CTRL | KEYPAD, "Lanjutkan"),
        ("own", RETURN, CTRL, "Lanjutkan"),
    ],
)
def test_enter_presses_the_button_that_has_the_keyboard_and_ctrl_enter_confirms(
    qtbot, dialog, where, key, modifiers, told
):
    go_to(qtbot, dialog, getattr(dialog, where))
    heard = dialog.told
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
    assert heard == [told]


def test_ctrl_enter_confirms_from_a_button_that_came_later(qtbot, dialog):
    dialog.message.show_message("Berkasnya sudah ada.", Tone.WARN, [("Ganti berkas", lambda: dialog.told.append("x"))])
    [way] = [each for each in dialog.message.findChildren(QPushButton) if each.isVisible()]
    heard = dialog.told
    go_to(qtbot, dialog, way)
    qtbot.keyClick(way, RETURN)
    assert heard == ["x"]
    qtbot.keyClick(way, RETURN, CTRL)
    assert heard == ["x", "Lanjutkan"]


@pytest.mark.parametrize("modifiers", [PLAIN, CTRL], ids=["enter", "ctrl"])
def test_what_may_not_be_confirmed_is_not(qtbot, dialog, modifiers):
    dialog.confirm_button.setEnabled(False)
    qtbot.keyClick(dialog.line, RETURN, modifiers)
    assert dialog.isVisible()
    assert dialog.told == []


def test_a_long_refusal_leaves_no_gaps_between_what_stands_above_it(qtbot, dialog):
    dialog.setFixedWidth(520)
    before = dialog.tick.y() - dialog.line.y()
    dialog.refuse("Pertukaran berhenti: folder atau berkasnya tidak ditemukan. " * 4)
    qtbot.waitUntil(lambda: dialog.message.height() > 60)
    assert dialog.message.height() == dialog.message.heightForWidth(dialog.message.width())
    assert dialog.tick.y() - dialog.line.y() == before


def test_a_ticked_box_shows_that_it_has_the_keyboard(qtbot, dialog):
    dialog.tick.setChecked(True)
    without = dialog.tick.grab().toImage()
    dialog.tick.setFocus()
    qtbot.waitUntil(dialog.tick.hasFocus)
    assert dialog.tick.grab().toImage() != without
