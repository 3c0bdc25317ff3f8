"""The cap of an action: shown and greyed as the button beside it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zi_desktop.ui.widgets.buttons import ActionCap, action_button


def test_a_cap_follows_its_action_as_the_button_does(qtbot):
    panel = QWidget()
    qtbot.addWidget(panel)
    action = QAction("Hapus", panel, shortcut="Ctrl+D")
    action.setEnabled(False)
    cap, button = ActionCap(action), action_button(action)
    row = QHBoxLayout(panel)
    for part in (button, cap):
        row.addWidget(part)
    panel.show()
    assert cap.text() == "Ctrl+D"
    for enabled, visible in ((False, True), (True, True), (False, False), (True, True)):
        action.setEnabled(enabled)
        action.setVisible(visible)
        assert [part.isVisible() for part in (cap, button)] == [visible] * 2
        assert [part.isEnabled() for part in (cap, button)] == [enabled and visible] * 2


def test_a_cap_of_what_is_hidden_does_not_open_a_window(qtbot):
    action = QAction("Hapus", shortcut="Ctrl+D")
    cap = ActionCap(action)
    qtbot.addWidget(cap)
    action.setEnabled(False)
    assert not cap.isVisible()
