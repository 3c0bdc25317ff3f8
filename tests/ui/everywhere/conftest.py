"""The real window over each of the workspaces, led to a screen in one of its states."""

from functools import partial

import pytest
from focus_walk import active
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid
from states import STATES
from worlds import busy, disputed, empty, later, listed, ministry, only_read, portfolio_file, sealed, sheet

from zi_desktop.ui.desktop import Desktop
from zi_desktop.ui.jobs import Job
from zi_desktop.ui.navigation import EVALUATION
from zi_desktop.ui.window_memory import WindowMemory

__all__ = [
    "busy", "disputed", "empty", "later", "listed", "ministry", "only_read", "portfolio_file", "sealed", "sheet",
]  # fmt: skip


@pytest.fixture
def arrived(request, qtbot, theme, tmp_path):
    """Lead the window to a state (by its name) and return it, settled; it goes before its workspace does."""

    def arrived(name):
        state = STATES[name]
        world = request.getfixturevalue(state.world)
        desktop = Desktop(world.services, theme, WindowMemory(world.services.preferences), lambda: tmp_path / "log")
        request.node.addfinalizer(partial(_leave, qtbot, desktop))  # before the workspace is closed
        desktop.show()
        desktop.go_on()
        desktop.window.showNormal()  # the platform without a screen believes in a small one, and fills that
        desktop.window.resize(1366, 768)
        with qtbot.waitActive(desktop.window):
            desktop.window.activateWindow()
        qtbot.waitUntil(lambda: EVALUATION in desktop.window._pages)  # made while nothing else is due
        state.come(desktop, world, request.getfixturevalue)
        qtbot.waitUntil(lambda: desktop.window.key() == state.place and not desktop.jobs.findChildren(Job))
        qtbot.waitUntil(lambda: active(desktop.window))
        return desktop

    return arrived


def _leave(qtbot, desktop):
    """Close what is open, the dialogs first, the one that was opened last before the others."""
    for dialog in reversed([each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]):
        if isValid(dialog) and dialog.isVisible():
            dialog.done(QDialog.DialogCode.Rejected)
    qtbot.waitUntil(lambda: not desktop.jobs.findChildren(Job))
    desktop.window.may_close = lambda: True  # what waits is the matter of other tests
    desktop.window.close()
    desktop.jobs.wait()
    desktop.problems.uninstall()
    desktop.window.deleteLater()
