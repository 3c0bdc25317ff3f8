"""Opens the workspace and its window, runs them to their end, and says in a dialog why it cannot."""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.composition import open_services
from zi_desktop.ui.desktop import Desktop, make_application
from zi_desktop.ui.first_paint import FirstPaint
from zi_desktop.ui.opening import open_workspace
from zi_desktop.ui.problems import ask_way, tell_and_end
from zi_desktop.ui.start_clock import milliseconds_since_start
from zi_desktop.ui.theme import TextSize, Theme, ThemeChoice
from zi_desktop.ui.window_memory import WindowMemory

_FAILED = 2


def run(folder: Path, log_file: Callable[[], Path], *, ends_after_paint: bool = False) -> int:
    """Show the window over a workspace, which is made where there is none; return the exit status."""
    if not _has_screen():
        sys.stderr.write("Tidak ada layar untuk membuka jendela. Jalankan di desktop, atau pakai perintah (--help).\n")
        return _FAILED
    application = make_application(sys.argv[:1])
    theme = Theme(application)
    try:
        services = open_workspace(folder, partial(_ask, theme, folder))
    except ZiError as reason:
        _dress(theme, folder)
        tell_and_end(reason, folder)
        return _FAILED
    if services is None:
        return _FAILED
    memory = WindowMemory(services.preferences)
    theme.apply(memory.theme, memory.text_size)
    desktop = Desktop(services, theme, memory, log_file)
    try:
        if ends_after_paint:
            FirstPaint(desktop.window).painted.connect(lambda: _report(application))
        desktop.show()
        if not ends_after_paint:
            desktop.go_on()
        return application.exec()
    finally:
        desktop.close()


def _ask(theme: Theme, folder: Path, sentence: str) -> str:
    _dress(theme, folder)
    return ask_way(sentence)


def _dress(theme: Theme, folder: Path) -> None:
    """Take the person's own look for a dialog before the workspace is open, where it can be read, else the system's."""
    choice, size = ThemeChoice.SYSTEM, TextSize.NORMAL
    with suppress(ZiError), open_services(folder, write=False) as services:
        memory = WindowMemory(services.preferences)
        choice, size = memory.theme, memory.text_size
    theme.apply(choice, size)


def _has_screen() -> bool:
    """Tell whether there is a screen: without one Qt would end the process without a word."""
    return sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def _report(application: QApplication) -> None:
    sys.stdout.write(json.dumps({"painted_ms": round(milliseconds_since_start(), 1)}) + "\n")
    application.quit()
