"""Starts the real program under Xvfb, presses real keys and takes pictures: `python -m tools.grab --help`.

Needs Xvfb, xdotool and ImageMagick. Steps are done in order: key:ctrl+k, type:text, click:X,Y, shot:name.
The workspace is copied first, so that nothing of it changes. Pictures go to the ignored folder build/grabs.
`--all` takes every screen and state (tools/grab_scenes.py) in every size and theme; names after it choose some.
"""

import argparse
import itertools
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.grab_scenes import SCENES, make_workspace
from tools.screen import keep_focus, virtual_screen, wait_for_window, xdotool
from zi_desktop.services.composition import open_services

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "build" / "grabs"
_SETTLING = 3.0
_BETWEEN_LOOKS = 0.15


_SIZES = (("1366x768", "1"), ("1366x688", "1"), ("1366x768", "1.25"), ("1366x768", "1.5"))


@dataclass(frozen=True)
class Look:
    """How the window is shown: size of the screen, its scale, theme, text size."""

    size: str
    scale: str
    theme: str
    text: str = "normal"

    def __str__(self) -> str:
        """Return it as the end of a picture's name."""
        return f"{self.size}@{self.scale}-{self.theme}"


def main() -> int:
    """Do the steps that were asked for, or take every picture."""
    asked = _arguments()
    PICTURES.mkdir(parents=True, exist_ok=True)
    if asked.all:
        _take_all(asked.steps or list(SCENES))
    else:
        look = Look(asked.size, asked.scale, asked.theme, asked.text)
        _take(asked.workspace, look, asked.steps or ["shot:window"])
    return 0


def _take_all(names: list[str]) -> None:
    for name in names:
        kind, steps = SCENES[name]
        with tempfile.TemporaryDirectory(prefix="zi-grab-") as folder:
            workspace = Path(folder) / "asal"
            make_workspace(kind, workspace)
            for (size, scale), theme in itertools.product(_SIZES, ("light", "dark")):
                look = Look(size, scale, theme)
                _take(workspace, look, [_named(step, name, look) for step in steps])


def _named(step: str, scene: str, look: Look) -> str:
    """Return a step in which a picture is called after its scene and its look."""
    kind, _, what = step.partition(":")
    return f"{kind}:{scene}-{what}-{look}" if kind == "shot" else step


def _take(workspace: Path | None, look: Look, steps: list[str]) -> None:
    with virtual_screen(look.size) as screen, tempfile.TemporaryDirectory(prefix="zi-grab-") as place:
        environment = screen | {"QT_SCALE_FACTOR": look.scale}
        folder = Path(place) / "ruang-kerja"
        if workspace:
            shutil.copytree(workspace, folder)
        _choose(folder, look)
        with _program(folder, environment):
            for step in steps:
                _do(step, environment)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "steps", nargs="*", help="key:ctrl+k  type:text  click:X,Y  shot:name; with --all names of scenes"
    )
    parser.add_argument("--all", action="store_true", help="every screen and state")
    parser.add_argument("--workspace", type=Path, help="copied; without it an empty one is made")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--scale", default="1", help="1, 1.25, 1.5")
    parser.add_argument("--theme", default="light", choices=["light", "dark"])
    parser.add_argument("--text", default="normal", choices=["normal", "large"])
    return parser.parse_args()


def _choose(folder: Path, look: Look) -> None:
    with open_services(folder, write=True) as services:
        services.preferences.put("theme", look.theme)
        services.preferences.put("text_size", look.text)


@contextmanager
def _program(folder: Path, environment: dict[str, str]) -> Iterator[None]:
    """Run the program until the steps are done; what it wrote on standard error is shown."""
    command = [sys.executable, str(ROOT / "main.py"), "--workspace", str(folder)]
    with subprocess.Popen(command, env=environment) as program:
        try:
            xdotool(environment, "mousemove", "0", "0")
            wait_for_window(environment)
            _settled(environment)
            yield
        finally:
            program.terminate()


def _do(step: str, environment: dict[str, str]) -> None:
    kind, _, what = step.partition(":")
    keep_focus(environment)
    match kind:
        case "key":
            xdotool(environment, "key", what)
        case "type":
            xdotool(environment, "type", "--delay", "5", what)
        case "click":
            xdotool(environment, "mousemove", *what.split(","), "click", "1")
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


if __name__ == "__main__":
    sys.exit(main())
