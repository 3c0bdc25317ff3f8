"""A screen of its own with real keys: Xvfb and xdotool, for pictures, journeys and measures of the real program."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_PATIENCE = 20.0


@contextmanager
def virtual_screen(size: str = "1366x768") -> Iterator[dict[str, str]]:
    """Run a screen and give the environment in which a program appears on it.

    Raises:
        FileNotFoundError: there is no Xvfb here.
    """
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
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
    """Wait until a window of that name is seen, give it the keyboard, and return its number."""
    found = xdotool(environment, "search", "--sync", "--onlyvisible", "--name", name)
    window = found.split()[0]
    xdotool(environment, "windowfocus", "--sync", window)
    return window


def keep_focus(environment: Mapping[str, str]) -> None:
    """Give the keyboard to the topmost window where a window that is gone had it, as a window manager does."""
    seen = xdotool(environment, "search", "--onlyvisible", "--name", ".").split()
    if seen and xdotool(environment, "getwindowfocus", "-f").strip() not in seen:
        xdotool(environment, "windowfocus", "--sync", seen[-1])
