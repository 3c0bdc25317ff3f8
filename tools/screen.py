"""A screen of its own with real keys: Xvfb and xdotool, for pictures, journeys and measures of the real program."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_PATIENCE = 120.0
"""Seconds until a wait is given up: far beyond what a loaded machine needs, for every wait ends with its condition."""
_BETWEEN_LOOKS = 0.02


@contextmanager
def virtual_screen(size: str = "1366x768") -> Iterator[dict[str, str]]:
    """Run a screen and give the environment in which a program appears on it.

    Raises:
        FileNotFoundError: there is no Xvfb here.
    """
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as named:
            environment = os.environ | {"DISPLAY": f":{named.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        environment.pop("WAYLAND_DISPLAY", None)
        yield environment
    finally:
        server.terminate()
        server.wait()


def xdotool(environment: Mapping[str, str], *words: str) -> str:
    """Let xdotool do something on a screen; return what it prints.

    Raises:
        subprocess.CalledProcessError: it could not.
    """
    done = subprocess.run(["xdotool", *words], env=environment, check=True, capture_output=True, text=True,
                          timeout=_PATIENCE)  # fmt: skip
    return done.stdout


def wait_for_window(environment: Mapping[str, str], name: str = "ZI Desktop") -> str:
    """Wait until the topmost window has that in its name, give it the keyboard, and return its number.

    A dialog that is about to close would take the keys meant for the window below it, so being seen is not enough.
    A window that goes away while the screen is searched ends xdotool with a failure of its own (it does not catch
    X errors), so only a search that goes on failing counts.

    Raises:
        subprocess.CalledProcessError: the screen could not be searched in time.
        TimeoutError: no such window was on top in time.
    """
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            window = xdotool(environment, "search", "--onlyvisible", "--name", ".").split()[-1]
            title = xdotool(environment, "getwindowname", window).strip()
            if name in title:
                xdotool(environment, "windowfocus", "--sync", window)
                return window
        except subprocess.CalledProcessError:
            if time.monotonic() > end:
                raise
        else:
            if time.monotonic() > end:
                raise TimeoutError(f"{title!r} stays on top, {name!r} was awaited")
        time.sleep(_BETWEEN_LOOKS)


def keep_focus(environment: Mapping[str, str]) -> None:
    """Give the keyboard to the topmost window where a window that is gone had it, as a window manager does.

    Between a dialog and the window after it there may be none for a while: it is waited for.

    Raises:
        subprocess.CalledProcessError: no window came in time.
    """
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            seen = xdotool(environment, "search", "--onlyvisible", "--name", ".").split()
            break
        except subprocess.CalledProcessError:
            if time.monotonic() > end:
                raise
        time.sleep(_BETWEEN_LOOKS)
    if xdotool(environment, "getwindowfocus", "-f").strip() not in seen:
        xdotool(environment, "windowfocus", "--sync", seen[-1])
