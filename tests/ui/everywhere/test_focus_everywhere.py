"""Tab goes through every screen in each of its states: all of it is reached, once, and everything has a name."""

import pytest
from focus_walk import assert_all_reached
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from states import STATES


def test_every_screen_of_the_window_is_walked_through(arrived):
    assert set(arrived("bantuan").window._places) == {state.place for state in STATES.values()}


@pytest.mark.parametrize("name", STATES)
def test_tab_goes_through_a_screen(qtbot, arrived, name):
    window = arrived(name).window
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # from where single keys act to the first stop
    assert_all_reached(qtbot, window)
