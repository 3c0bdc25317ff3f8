"""Keeps None, True and False alive on Python 3.11: PySide6 6.12 returns them as if they were immortal, as from 3.12 on.

Each call that returns one of them takes a reference away; without this the process dies after some thousand calls
("Fatal Python error: none_dealloc"). To be removed with Python 3.11, or with a PySide6 that counts again.
"""

import sys
from typing import Final

_MANY: Final = 1 << 60


def keep_singletons() -> None:
    """Give the singletons more references than a process can use up; nothing to do from Python 3.12 on."""
    if sys.version_info >= (3, 12):
        return
    import ctypes  # noqa: PLC0415 (only the one version pays for it)

    for singleton in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(singleton))  # an object of CPython begins with its count
        if count.value < _MANY:
            count.value += _MANY
