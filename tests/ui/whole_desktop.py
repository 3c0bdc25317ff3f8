"""Opens the whole program in a test, as somebody has it in front of them, and leaves it without a trace."""

from contextlib import contextmanager

from focus_walk import active

from zi_desktop.ui.desktop import Desktop
from zi_desktop.ui.jobs import Job
from zi_desktop.ui.window_memory import WindowMemory


@contextmanager
def whole_desktop(qtbot, services, theme, folder, *place):
    """Yield the program in a window of 1366×768 that has the keyboard; ``place``: an evaluation, and a code in it, to open."""
    desktop = Desktop(services, theme, WindowMemory(services.preferences), lambda: folder / "log")
    qtbot.addWidget(desktop.window, before_close_func=_let_go)
    desktop.show()
    desktop.go_on()
    desktop.window.showNormal()  # the platform without a screen believes in a small one, and fills that
    desktop.window.resize(1366, 768)
    if place:
        desktop.navigation.open_evaluation(*place)
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    qtbot.waitUntil(lambda: active(desktop.window))
    yield desktop
    qtbot.waitUntil(lambda: not desktop.jobs.findChildren(Job))
    desktop.jobs.wait()
    desktop.problems.uninstall()


def _let_go(window):
    window.may_close = lambda: True  # what waits to be saved is the matter of other tests
