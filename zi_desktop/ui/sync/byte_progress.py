"""How far work with a bundle is, in MB."""

from collections.abc import Callable
from typing import Final

from zi_desktop.services.exchange.incoming import TAKING
from zi_desktop.ui.jobs import Progress

_MEGABYTE: Final = 1024 * 1024


def in_megabytes(progress: Progress) -> Callable[[str, int, int], None]:
    """Return a way to tell progress in bytes: in MB, and without figures where it is less than one."""

    def tell(sentence: str, done: int, whole: int) -> None:
        if sentence == TAKING:
            progress.tell(sentence, done, whole)
        elif whole < _MEGABYTE:
            progress.tell(sentence)
        else:
            progress.tell(f"{sentence}, MB", done // _MEGABYTE, whole // _MEGABYTE)

    return tell
