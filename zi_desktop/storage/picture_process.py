"""Pictures made small in a process of their own: one that takes too long, or too much memory, is killed with it."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from zi_desktop import paths

_PATIENCE: Final = 8
"""Seconds that a batch may take; a single picture of an assessor's camera takes a tenth of one."""
_MEMORY: Final = 2 * 1024**3
"""Bytes that the process may ask for, where the system can be told so; the pixel cap needs far less."""
_LENGTH: Final = 4
_HIDDEN: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def made_small(pictures: Sequence[Path], side: int, patience: float = _PATIENCE) -> Mapping[Path, bytes]:
    """Return pictures as PNG with no side longer than ``side`` pixels; what is none, or harms the process, is left out.

    For the worker: it waits. A batch in which the process ends badly is gone through one by one.
    """
    found = _ask(pictures, side, patience)
    if found is not None:
        return found
    if len(pictures) == 1:
        return {}
    alone = [(_ask([picture], side, patience) or {}) for picture in pictures]
    return {path: data for made in alone for path, data in made.items()}


def _ask(pictures: Sequence[Path], side: int, patience: float) -> Mapping[Path, bytes] | None:
    """Return what a process made of pictures, or None where it did not come to its end."""
    asked = json.dumps({"side": side, "pictures": [str(path) for path in pictures]}).encode()
    try:
        done = subprocess.run(  # noqa: S603 (this program itself; paths go in as text)
            [*paths.program(), paths.PICTURE_PROCESS], input=asked, capture_output=True, timeout=patience, check=True,
            creationflags=_HIDDEN,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    made, rest = {}, done.stdout
    for path in pictures:
        size = int.from_bytes(rest[:_LENGTH], "big")
        data, rest = rest[_LENGTH : _LENGTH + size], rest[_LENGTH + size :]
        if data:
            made[path] = data
    return made


def main() -> int:
    """Read what is asked from standard input, write each picture with its length before it (0 = there is none), return 0."""
    from zi_desktop.domain.errors import PictureError  # noqa: PLC0415 (only the process needs it)
    from zi_desktop.storage.pictures import thumbnail  # noqa: PLC0415 (as above)

    _limit_memory()
    asked = json.loads(sys.stdin.buffer.read())
    for path in asked["pictures"]:
        try:
            data = thumbnail(Path(path), asked["side"])
        except PictureError:
            data = b""
        sys.stdout.buffer.write(len(data).to_bytes(_LENGTH, "big") + data)
    return 0


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 (not on every system)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
