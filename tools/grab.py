"""Starts the real program under Xvfb, presses real keys and takes pictures: `python -m tools.grab --help`.

Needs Xvfb, xdotool and ImageMagick. Steps are done in order: key:ctrl+k, type:text, click:X,Y, shot:name, and
glance:name for what is seen only for a moment. In a text {folder} stands for the workspace. Each step waits until the
program has nothing to do any more, but for one before a glance.
The workspace is copied first, so that nothing of it changes. Pictures go to the ignored folder build/grabs.
`--all` takes every screen and state (tools/grab_scenes.py) in every size and theme; names after it choose some scenes,
--size, --scale, --theme and --text some looks.
"""

import argparse
import itertools
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from tools.grab_scenes import DAMAGED, HELD, SCENES
from tools.grab_workspaces import make_workspace
from tools.quiet import is_working
from tools.screen import keep_focus, virtual_screen, wait_for_window, xdotool
from zi_desktop.services.composition import open_services

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "build" / "grabs"
_PATIENCE = 60.0
_PAUSE = 0.15
"""Seconds that the program does nothing before the next key."""
_REST = 0.6
"""Before a picture: longer than what waits a little in the window (work that is silent at first, a draft) does so."""
_BETWEEN_LOOKS = 0.02
_KEY_DELAY_MS = "12"
_MOMENT = 1.0
"""Longer than what is quick stays silent, shorter than what is slow takes."""


@dataclass(frozen=True)
class Look:
    """How the window is shown: size of the screen, its scale, theme, text size."""

    size: str
    scale: str
    theme: str
    text: str = "normal"

    def __str__(self) -> str:
        """Return it as the end of a picture's name."""
        return f"{self.size}@{self.scale}-{self.theme}" + ("-large" if self.text == "large" else "")


_SIZES = (("1366x768", "1"), ("1366x688", "1"), ("1366x768", "1.25"), ("1366x768", "1.5"))
_LOOKS = (
    *(Look(size, scale, theme) for (size, scale), theme in itertools.product(_SIZES, ("light", "dark"))),
    Look("1366x768", "1", "light", "large"),
)


def main() -> int:
    """Do the steps that were asked for, or take every picture."""
    asked = _arguments()
    PICTURES.mkdir(parents=True, exist_ok=True)
    if asked.all:
        _take_all(asked.steps or list(SCENES), [look for look in _LOOKS if _is_asked(look, asked)])
    else:
        look = Look(asked.size or "1366x768", asked.scale or "1", asked.theme or "light", asked.text or "normal")
        _take(asked.workspace, look, asked.steps or ["shot:window"], held=asked.held)
    return 0


def _is_asked(look: Look, asked: argparse.Namespace) -> bool:
    """Tell whether a look has everything that was named."""
    wanted = ((getattr(asked, part), getattr(look, part)) for part in ("size", "scale", "theme", "text"))
    return all(named in (None, had) for named, had in wanted)


def _take_all(names: list[str], looks: list[Look]) -> None:
    for name in names:
        kind, steps = SCENES[name]
        with tempfile.TemporaryDirectory(prefix="zi-grab-") as folder:
            workspace = Path(folder) / "asal"
            make_workspace(kind, workspace)
            for look in looks:
                named = [_named(step, name, look) for step in steps]
                _take(workspace, look, named, held=name in HELD, damaged=name in DAMAGED)


def _named(step: str, scene: str, look: Look) -> str:
    """Return a step in which a picture is called after its scene and its look."""
    kind, _, what = step.partition(":")
    return f"{kind}:{scene}-{what}-{look}" if kind in ("shot", "glance") else step


def _take(workspace: Path | None, look: Look, steps: list[str], *, held: bool = False, damaged: bool = False) -> None:
    with virtual_screen(look.size) as screen, tempfile.TemporaryDirectory(prefix="zi-grab-") as place:
        environment = screen | {"QT_SCALE_FACTOR": look.scale}
        folder = Path(place) / "ruang-kerja"
        if workspace:
            shutil.copytree(workspace, folder)
        _choose(folder, look)
        if damaged:
            _damage(folder)
        with _holding(folder) if held else nullcontext(), _program(folder, environment) as process:
            for step, after in zip(steps, [*steps[1:], ""], strict=True):
                _do(step.replace("{folder}", str(folder)), environment)
                if not after.startswith("glance:"):
                    _rest(environment, process, _REST if after.startswith("shot:") else _PAUSE)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "steps", nargs="*", help="key:ctrl+k  type:text  click:X,Y  shot:name; with --all names of scenes"
    )
    parser.add_argument("--all", action="store_true", help="every screen and state")
    parser.add_argument("--workspace", type=Path, help="copied; without it an empty one is made")
    parser.add_argument("--size", help="1366x768, if it is not named")
    parser.add_argument("--scale", help="1, 1.25, 1.5")
    parser.add_argument("--theme", choices=["light", "dark"])
    parser.add_argument("--held", action="store_true", help="another process holds the workspace")
    parser.add_argument("--text", choices=["normal", "large"])
    return parser.parse_args()


@contextmanager
def _holding(folder: Path) -> Iterator[None]:
    """Hold a workspace as another window would."""
    with open_services(folder, write=True):
        yield


def _choose(folder: Path, look: Look) -> None:
    with open_services(folder, write=True) as services:
        services.preferences.put("theme", look.theme)
        services.preferences.put("text_size", look.text)


def _damage(folder: Path) -> None:
    """Spoil the page with which what was stated begins; all else can still be read."""
    with closing(sqlite3.connect(folder / "zi.db")) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'event'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with (folder / "zi.db").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))


@contextmanager
def _program(folder: Path, environment: dict[str, str]) -> Iterator[int]:
    """Run the program until the steps are done, and give its number; what it wrote on standard error is shown."""
    command = [sys.executable, str(ROOT / "main.py"), "--workspace", str(folder)]
    with subprocess.Popen(command, env=environment) as program:
        try:
            wait_for_window(environment)
            xdotool(environment, "mousemove", "1", "1")  # it was in the middle, over whatever appeared there
            _rest(environment, program.pid, _REST)
            yield program.pid
        finally:
            program.terminate()


def _do(step: str, environment: dict[str, str]) -> None:
    kind, _, what = step.partition(":")
    keep_focus(environment)
    match kind:
        case "key":
            xdotool(environment, "key", what)
        case "type":
            xdotool(environment, "type", "--delay", _KEY_DELAY_MS, what)
        case "click":
            xdotool(environment, "mousemove", *what.split(","), "click", "1")
        case "shot":
            _keep(what, _settled(environment))
        case "glance":
            time.sleep(_MOMENT)
            _keep(what, _look(environment))
        case _:
            raise SystemExit(f"unknown step: {step}")


def _keep(name: str, picture: bytes) -> None:
    file = PICTURES / f"{name}.png"
    file.write_bytes(picture)
    print(file.relative_to(ROOT))


def _rest(environment: dict[str, str], process: int, rest: float) -> None:
    """Wait until the program has done nothing for so many seconds."""
    xdotool(environment, "getmouselocation")  # answered after what was pressed before
    end, since = time.monotonic() + _PATIENCE, time.monotonic()
    while (now := time.monotonic()) < end and now - since < rest:
        if is_working(process):
            since = now
        time.sleep(_BETWEEN_LOOKS)


def _settled(environment: dict[str, str]) -> bytes:
    """Return a picture of the screen that the next look shows again."""
    end, before, picture = time.monotonic() + _PATIENCE, b"", _look(environment)
    while picture != before and time.monotonic() < end:
        before, picture = picture, _look(environment)
    return picture


def _look(environment: dict[str, str]) -> bytes:
    command = ["import", "-window", "root", "-quality", "11", "-define", "png:exclude-chunks=date,time", "png:-"]
    return subprocess.run(command, env=environment, check=True, capture_output=True).stdout


if __name__ == "__main__":
    sys.exit(main())
