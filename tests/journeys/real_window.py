"""The real program on a screen of its own, pressed by real keys; what became of them is read from the workspace."""

import signal
import subprocess
import sys
import time
from contextlib import contextmanager

from processes import ROOT

from tools.screen import virtual_screen, wait_for_window, xdotool
from zi_desktop.services.composition import open_services

_PATIENCE = 120.0
"""Seconds until a wait is given up, for a machine that does other work as well."""
_BETWEEN_PRESSES = 0.5
"""Seconds between keys that are repeated: they must not pile up before a window that is busy."""
_BETWEEN_LOOKS = 0.02
_LIST_OPENS = 0.3
"""Seconds in which a list of suggestions has the keyboard after its first letter, of which nothing on the screen tells."""
_KEY_DELAY_MS = "6"


class RealWindow:
    """One workspace and the window over it, which may be killed and started again."""

    def __init__(self, folder, screen):
        self.folder = folder
        self._screen = screen
        self._process = None

    def start(self):
        xdotool(self._screen, "mousemove", "0", "0")  # no tooltip may come up under it and stand on top
        command = [sys.executable, str(ROOT / "main.py"), "--workspace", str(self.folder)]
        self._process = subprocess.Popen(command, env=self._screen, stderr=subprocess.PIPE)
        self.focus("ZI Desktop")

    def kill(self):
        """Take the process away as a power cut does."""
        self._process.send_signal(signal.SIGKILL)
        self._process.communicate()

    def end(self):
        """End the process; return what it wrote on standard error."""
        if self._process is None or self._process.stderr.closed:
            return ""
        self._process.terminate()
        return self._process.communicate()[1].decode()

    def focus(self, title):
        """Wait for a window of that title and give it the keyboard: this screen has no window manager to do so."""
        try:
            wait_for_window(self._screen, title)
        except (TimeoutError, subprocess.CalledProcessError) as error:
            error.add_note(f"the program said: {self.end()}")
            raise

    def press(self, *keys):
        xdotool(self._screen, "key", "--delay", _KEY_DELAY_MS, *keys)

    def type(self, text):
        xdotool(self._screen, "type", "--delay", _KEY_DELAY_MS, text)

    def let_list_open(self):
        """Wait as any hand does while a list of suggestions comes: Qt leads the keyboard back to a field left before."""
        time.sleep(_LIST_OPENS)

    def picture(self):
        """Write what the screen shows beside the workspace, for who reads of a failure; return the file."""
        file = self.folder.parent / "layar.png"
        subprocess.run(["import", "-window", "root", file], env=self._screen, check=True)
        return file

    def read(self, ask):
        """Ask the workspace something through services that only read."""
        with open_services(self.folder, write=False) as services:
            return ask(services)

    def until(self, ask, *keys):
        """Wait until the workspace answers with something true, and return it; press keys in between if any are given."""
        end = time.monotonic() + _PATIENCE
        pressed = -_BETWEEN_PRESSES
        while not (found := self.read(ask)):
            assert self._process.poll() is None, self._process.communicate()[1].decode()
            assert time.monotonic() < end, f"not within {_PATIENCE} s; seen then: {self.picture()}"
            if keys and time.monotonic() - pressed >= _BETWEEN_PRESSES:
                self.press(*keys)
                pressed = time.monotonic()
            time.sleep(_BETWEEN_LOOKS)
        return found


@contextmanager
def real_window(folder):
    """Give a window over a workspace on a screen of its own; it is gone afterwards."""
    with virtual_screen() as screen:
        window = RealWindow(folder, screen)
        try:
            yield window
        finally:
            said = window.end()
    assert "Traceback" not in said, said
