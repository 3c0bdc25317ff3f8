"""Waiting for somebody far away, so that it can be given up at any moment."""

import queue
import threading
from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

Heed = Callable[[], object]
"""Is called again and again while something is waited for; what it raises ends the waiting."""
_PAUSE: Final = 0.2


def patiently(call: Callable[[], T], heed: Heed) -> T:
    """Return what a call gives, or raise what it raises, or what ``heed`` raises meanwhile.

    What is given up goes on by itself until it ends or the program does: only what may be done twice is called so.
    """
    outcome: queue.SimpleQueue[tuple[T | None, BaseException | None]] = queue.SimpleQueue()

    def run() -> None:
        try:
            outcome.put((call(), None))
        except BaseException as error:  # noqa: BLE001 (raised again where it is waited for)
            outcome.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    while True:
        try:
            value, error = outcome.get(timeout=_PAUSE)
        except queue.Empty:
            heed()
            continue
        if error is not None:
            raise error
        return value  # type: ignore[return-value]  # None only where the call gives it
