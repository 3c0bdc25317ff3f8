"""Windows in tests: no screen is needed, the theme is light, and a test leaves no window, thread or timer behind."""

import os
import threading

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from zi_desktop.ui.desktop import make_application
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.theme import TextSize, Theme, ThemeChoice


@pytest.fixture(scope="session")
def qapp_cls():
    """The program's own application: its face, its Indonesian, its locale."""

    class Application:
        def __new__(cls, arguments):
            return make_application(arguments)

    return Application


@pytest.fixture(scope="session")
def theme(qapp):
    """The theme of the session, light at first."""
    theme = Theme(qapp)
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)
    return theme


@pytest.fixture
def dark(theme):
    """The dark theme for one test."""
    theme.apply(ThemeChoice.DARK, TextSize.NORMAL)
    yield theme
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


@pytest.fixture
def jobs(qapp):
    """The one worker."""
    jobs = Jobs()
    yield jobs
    jobs.wait()


@pytest.fixture(autouse=True)
def _nothing_stays(qtbot, theme):
    """Fail a test that leaves a window, a thread or a running timer."""
    windows, threads = set(QApplication.topLevelWidgets()), _threads()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    left = {window for window in QApplication.topLevelWidgets() if window not in windows and window.parent() is None}
    assert not left, f"close and delete (qtbot.addWidget): {left}"
    assert _threads() <= threads
    assert QThreadPool.globalInstance().activeThreadCount() == 0
    assert not [timer for timer in QApplication.instance().findChildren(QTimer) if timer.isActive()]


@pytest.fixture(autouse=True)
def _no_bug_is_shown(monkeypatch):
    """Fail a test in which a bug would show its log: that dialog waits for ever for somebody to close it."""
    logs = []
    monkeypatch.setattr("zi_desktop.ui.desktop.show_log", lambda log, *_: logs.append(log))
    yield
    assert not logs, "\n".join(logs)


def _threads():
    """Return the threads of Python; of those that Qt's pool runs it keeps a dummy for ever once one asked its name."""
    return {thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)}
