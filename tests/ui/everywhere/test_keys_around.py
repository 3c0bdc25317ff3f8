"""The keys of a screen act while the keyboard is in the top bar or the rail, and the status bar names no others there."""

import pytest
from key_presses import Recorder
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from states import STATES

from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.panes import first_focus
from zi_desktop.ui.whereabouts import beside_field, is_field, with_palette


def around(window):
    """Return the first stop of the top bar, where there is one, and of the rail."""
    return [each for each in map(first_focus, (window._top, window._rail)) if each is not None]


def of_the_screen(window):
    """Return every act with a key in sight, but for those of a list, whose keys act in the list alone."""
    page = window.page()
    found = [each for each in page.findChildren(QAction) if isinstance(each.parent(), QWidget) and each.shortcuts()]
    return [
        each
        for each in dict.fromkeys((*page.actions(), *found))
        if each.shortcuts() and each.parent().isVisible() and each.isVisible() and not _of_a_row(each)
    ]


def _of_a_row(action):
    alone = action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut
    return alone or isinstance(action.parent(), QAbstractItemView)


@pytest.mark.parametrize("name", STATES)
def test_every_key_of_a_screen_acts_from_around_it(qtbot, arrived, name):
    window = arrived(name).window
    everything = of_the_screen(window)
    recorder = Recorder([*everything, *window.actions()])
    for action in everything:
        action.setEnabled(True)  # nothing is done
    for focus in around(window):
        focus.setFocus()
        for action in everything:
            recorder.got.clear()
            chord = action.shortcuts()[0][0]
            QTest.keyClick(focus, chord.key(), chord.keyboardModifiers())
            told = [(act.text(), ambiguous) for act, ambiguous in recorder.got]
            assert told == [(action.text(), False)], (key_text(action.shortcut()), type(focus).__name__)


@pytest.mark.parametrize("name", STATES)
def test_the_status_bar_names_only_keys_that_act_around_a_screen(qtbot, arrived, name):
    window = arrived(name).window
    begin, inside = QApplication.focusWidget(), window.status._hints_shown
    told = with_palette(window.page().key_hints())
    assert [*inside] == [*(beside_field(told) if is_field(begin) else told)]
    recorder = Recorder([*window.commands(), *window.actions()])
    for focus in around(window):
        focus.setFocus()
        hints = window.status._hints_shown
        assert hints[-1].keys == "F6"
        for hint in hints:
            recorder.got.clear()
            chord = QKeySequence(hint.keys)[0]
            QTest.keyClick(focus, chord.key(), chord.keyboardModifiers())
            assert [ambiguous for _, ambiguous in recorder.got] == [False], hint
        assert "Ctrl+K" in [hint.keys for hint in hints]
    begin.setFocus()
    assert window.status._hints_shown == inside
