"""Whether a program works, so that no key is pressed and no picture taken in the middle of it (Linux)."""

from contextlib import suppress
from pathlib import Path
from typing import Final

import psutil

_WORKING: Final = frozenset("RD")
"""States of a thread in /proc: it runs or waits for its turn to; it waits for a disk."""


def is_working(process: int) -> bool:
    """Tell whether a thread of a process, or of one that it started, does anything: all of them sleep in one that waits for a key."""
    family = [process]
    with suppress(psutil.NoSuchProcess):
        family += [child.pid for child in psutil.Process(process).children(recursive=True)]
    return any(_state(task) in _WORKING for each in family for task in Path(f"/proc/{each}/task").glob("*/stat"))


def _state(task: Path) -> str:
    """Return the letter of a thread's state, "" for one that is gone."""
    with suppress(OSError):
        return task.read_text().rpartition(")")[2].split()[0]  # a name before it may hold anything
    return ""
