"""Starts the real program under Xvfb, presses real keys and takes pictures: `python -m tools.grab --help`.

Needs Xvfb, xdotool and ImageMagick. Steps are done in order: key:ctrl+k, type:text, click:X,Y, shot:name.
The workspace is copied first, so that nothing of it changes. Pictures go to the ignored folder build/grabs.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from zi_desktop.services.composition import open_services

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "build" / "grabs"
_PATIENCE = 20.0
_SETTLING = 3.0
_BETWEEN_LOOKS = 0.15


def main() -> int:
    """Do the steps that were asked for."""
    asked = _arguments()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        environment = os.environ | {"DISPLAY": stack.enter_context(_screen(asked.size)), "QT_QPA_PLATFORM": "xcb"}
        environment["QT_SCALE_FACTOR"] = asked.scale
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="zi-grab-"))) / "ruang-kerja"
        if asked.workspace:
            shutil.copytree(asked.workspace, folder)
        _choose(folder, asked.theme, asked.text)
        stack.enter_context(_program(folder, environment))
        for step in asked.steps or ["shot:window"]:
            _do(step, environment)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("steps", nargs="*", help="key:ctrl+k  type:text  click:X,Y  shot:name")
    parser.add_argument("--workspace", type=Path, help="copied; without it an empty one is made")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--scale", default="1", help="1, 1.25, 1.5")
    parser.add_argument("--theme", default="light", choices=["light", "dark"])
    parser.add_argument("--text", default="normal", choices=["normal", "large"])
    return parser.parse_args()


@contextmanager
def _screen(size: str) -> Iterator[str]:
    """Run a screen of its own and give its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as named:
            yield f":{named.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _choose(folder: Path, theme: str, text: str) -> None:
    with open_services(folder, write=True) as services:
        services.preferences.put("theme", theme)
        services.preferences.put("text_size", text)


@contextmanager
def _program(folder: Path, environment: dict[str, str]) -> Iterator[None]:
    """Run the program until the steps are done; what it wrote on standard error is shown."""
    command = [sys.executable, str(ROOT / "main.py"), "--workspace", str(folder)]
    with subprocess.Popen(command, env=environment) as program:
        try:
            _xdotool(environment, "mousemove", "9999", "9999")
            _xdotool(environment, "search", "--sync", "--onlyvisible", "--name", "ZI Desktop", "windowfocus")
            _settled(environment)
            yield
        finally:
            program.terminate()


def _do(step: str, environment: dict[str, str]) -> None:
    kind, _, what = step.partition(":")
    match kind:
        case "key":
            _xdotool(environment, "key", what)
        case "type":
            _xdotool(environment, "type", "--delay", "5", what)
        case "click":
            _xdotool(environment, "mousemove", *what.split(","), "click", "1")
        case "shot":
            picture = PICTURES / f"{what}.png"
            picture.write_bytes(_settled(environment))
            print(picture.relative_to(ROOT))
        case _:
            raise SystemExit(f"unknown step: {step}")
    _settled(environment)


def _settled(environment: dict[str, str]) -> bytes:
    """Return a picture of the screen once it has stopped changing."""
    end, last = time.monotonic() + _SETTLING, b""
    while time.monotonic() < end:
        picture = _look(environment)
        if picture == last:
            return picture
        last = picture
        time.sleep(_BETWEEN_LOOKS)
    return last


def _look(environment: dict[str, str]) -> bytes:
    command = ["import", "-window", "root", "-define", "png:exclude-chunks=date,time", "png:-"]
    return subprocess.run(command, env=environment, check=True, capture_output=True).stdout


def _xdotool(environment: dict[str, str], *words: str) -> None:
    subprocess.run(["xdotool", *words], env=environment, check=True, stdout=subprocess.DEVNULL, timeout=_PATIENCE)


if __name__ == "__main__":
    sys.exit(main())
