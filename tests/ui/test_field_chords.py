"""Which chords a field keeps: those everybody edits with, and undo only while the field has something to undo."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from zi_desktop.ui.field_chords import FieldChords


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def field(qtbot, request):
    window = QWidget()
    qtbot.addWidget(window)
    window.chords = FieldChords(window)
    window.field = request.param(window)
    QVBoxLayout(window).addWidget(window.field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.field)
    yield window.field
    window.close()


def acts(field, keys):
    """Press keys in the field; return how often an act of the window with these keys was done."""
    action, done = QAction(field.window()), []
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: done.append(keys))
    field.window().addAction(action)
    chord = QKeySequence(keys)[0]
    QTest.keyClick(field, chord.key(), chord.keyboardModifiers())
    field.window().removeAction(action)
    return len(done)


def text(field):
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@pytest.mark.parametrize(
    "keys", ["Ctrl+U", "Ctrl+E", "Ctrl+K", "Ctrl+D", "Ctrl+Shift+C", "Ctrl+Shift+Delete", "Ctrl+Y"]
)
def test_a_key_of_the_window_is_not_the_field_s(field, keys):
    QTest.keyClicks(field, "12")
    assert (acts(field, keys), text(field)) == (1, "12")


@pytest.mark.parametrize("keys", ["Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Left", "Ctrl+Shift+Right"])
def test_an_editing_key_stays_the_field_s(field, keys):
    QTest.keyClicks(field, "12")
    assert acts(field, keys) == 0


def test_to_the_beginning_is_a_motion_only_where_there_are_lines(field):
    assert acts(field, "Ctrl+Home") == isinstance(field, QLineEdit)


def test_undo_is_the_window_s_once_the_field_has_nothing_to_undo(field):
    assert acts(field, "Ctrl+Z") == 1
    QTest.keyClicks(field, "1")
    assert (acts(field, "Ctrl+Z"), text(field)) == (0, "")
    assert acts(field, "Ctrl+Z") == 1
