"""The real window in this process, driven by key events: what one press costs until it is durable and painted."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from zi_desktop.services.composition import Services, open_services
from zi_desktop.ui.desktop import Desktop, make_application
from zi_desktop.ui.evaluation.page import EvaluationPage
from zi_desktop.ui.page import Page
from zi_desktop.ui.theme import TextSize, Theme, ThemeChoice
from zi_desktop.ui.window_memory import WindowMemory

_SIZE: Final = (1366, 768)
_PATIENCE: Final = 60.0
_READING: Final = 1.0
"""Seconds between Beranda and the first choice there: the least that a person needs."""
_ROUNDS: Final = 3
_shown: list[tuple[QApplication, Theme]] = []
"""The application, which lives as long as its process, and its theme."""


class PaintCount(QObject):
    """Counts how often a widget, or a part of it, is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.paints = 0
        for part in (widget, *widget.findChildren(QWidget)):
            part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt calls it so)
        """Count."""
        self.paints += event.type() == QEvent.Type.Paint
        return False


class RealWindow:
    """An open window; ``screen`` is the one in front."""

    def __init__(self, desktop: Desktop, services: Services) -> None:
        self.services = services
        self.window = desktop.window
        self.jobs = desktop.jobs
        self._desktop = desktop

    def screen(self) -> Page:
        """Return the screen in front."""
        return self.window.page()

    def scoring(self) -> EvaluationPage:
        """Return Penilaian, which is in front."""
        page = self.screen()
        assert isinstance(page, EvaluationPage)
        return page

    def wait_like_a_person(self) -> None:
        """Let the window do what it does while somebody reads Beranda and decides."""
        self._desktop.go_on()
        end = time.monotonic() + _READING
        self.wait_until(lambda: time.monotonic() > end)

    def evaluation(self, id_: str, code: str = "") -> None:
        """Bring an evaluation to the front, as Beranda does."""
        self._desktop.navigation.open_evaluation(id_, code)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is, and let everything be painted that follows from it."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        paint()

    def wait_until(self, true: Callable[[], bool]) -> None:
        """Let the window go on until something is so.

        Raises:
            SystemExit: it does not come.
        """
        end = time.monotonic() + _PATIENCE
        while not true():
            if time.monotonic() > end:
                raise SystemExit("Jendela tidak mencapai keadaan yang diukur.")
            QApplication.processEvents()


def paint() -> None:
    """Let the window handle what is due, its painting included."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def rest() -> None:
    """Let the window come to rest, so that nothing of one step is counted with the next."""
    for _ in range(_ROUNDS):
        paint()


@contextmanager
def real_window(folder: Path) -> Iterator[RealWindow]:
    """Open the window over a workspace, with Beranda painted; without a screen unless one was chosen."""
    theme = _theme()
    services = open_services(folder, write=True)
    log = Path(tempfile.gettempdir()) / "zi-bench.log"
    desktop = Desktop(services, theme, WindowMemory(services.preferences), lambda: log)
    try:
        desktop.show()
        desktop.window.showNormal()  # the platform without a screen believes in a small one, and fills that
        desktop.window.resize(*_SIZE)
        desktop.window.activateWindow()
        paint()
        yield RealWindow(desktop, services)
    finally:
        desktop.window.close()
        desktop.window.deleteLater()
        desktop.close()
        paint()


def _theme() -> Theme:
    """Return the theme of the one Qt application of this process."""
    if not _shown:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = make_application(["zi-desktop"])
        theme = Theme(application)
        theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)
        _shown.append((application, theme))
    return _shown[0][1]
