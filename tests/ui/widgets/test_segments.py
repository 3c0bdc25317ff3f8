"""Choices side by side of which none may be chosen."""

import pytest
from PySide6.QtCore import Qt

from zi_desktop.ui.widgets.segments import SegmentedControl

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def control(qtbot):
    control = SegmentedControl()
    qtbot.addWidget(control)
    control.optional = True
    control.set_choices([("a", "Cukup"), ("b", "Sebagian")])
    control.set_current("")
    control.heard = []
    control.chosen.connect(control.heard.append)
    with qtbot.waitExposed(control):
        control.show()
    return control


def test_the_chosen_one_pressed_again_is_given_back(control, qtbot):
    first, second = control.stops()
    assert control.current() == ""
    for segment in (second, second, first, second, second):
        qtbot.mouseClick(segment, LEFT)
    assert control.heard == ["b", "", "a", "b", ""]
    assert control.current() == ""


def test_without_leave_one_stays_chosen(control, qtbot):
    control.optional = False
    for _ in range(2):
        qtbot.mouseClick(control.stops()[0], LEFT)
    assert control.heard == ["a"]
    assert control.current() == "a"


def test_tab_stops_at_one_segment(control):
    def stopping():
        return [segment.focusPolicy() == Qt.FocusPolicy.TabFocus for segment in control.stops()]

    assert stopping() == [True, False]
    control.set_current("b")
    assert stopping() == [False, True]
    control.set_current("")
    assert stopping() == [True, False]
