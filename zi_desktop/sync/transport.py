"""What a place of exchange must be able to do, and how its keys are spelled; it is dumb on purpose."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, Protocol

CHUNK: Final = 1024 * 1024
"""Bytes handed on at a time."""
_KEY: Final = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}(/[a-z0-9][a-z0-9.-]{0,63}){0,5}")
_ENDING: Final = re.compile(r".*\.(part|tmp)$")


class Transport(Protocol):
    """A place where objects are put once and read by anybody who may; never changed, never deleted by us.

    Every method raises ``TransportError`` where the place cannot be reached or refuses.
    """

    @property
    def where(self) -> str:
        """Return the place as a person names it; no secret is part of it."""

    def put_new(self, key: str, source: bytes | Path) -> bool:
        """Put an object; return whether it is there now as it was given: False where another one has that key."""

    def names(self, prefix: str, after: str = "") -> Sequence[str]:
        """Return the keys directly below a prefix, sorted, behind ``after`` (a whole key)."""

    def folders(self, prefix: str) -> Sequence[str]:
        """Return the prefixes directly below a prefix, sorted."""

    def size(self, key: str) -> int | None:
        """Return the size of an object in bytes, or None where there is none."""

    def chunks(self, key: str, start: int = 0) -> Iterator[bytes]:
        """Yield the bytes of an object from a place on."""


def is_key(name: str) -> bool:
    """Tell whether a name can be a key everywhere: lower case, short, nothing that a file system reads otherwise."""
    return bool(_KEY.fullmatch(name)) and not _ENDING.fullmatch(name) and ".." not in name


def checked(key: str) -> str:
    """Return a key.

    Raises:
        ValueError: it is none; keys are made by this program, never by people or from what others sent.
    """
    if not is_key(key):
        raise ValueError(f"not a key: {key}")
    return key


def fetch(transport: Transport, key: str, into: Path, progress: Callable[[int], None] = lambda _: None) -> Path:
    """Bring an object into a file, going on behind what an earlier try brought; whoever reads it judges its content.

    Args:
        transport: where the object lies.
        key: which one.
        into: the file; its beginning may be there already.
        progress: gets the number of bytes that are here, after each chunk; may raise to break off.

    Raises:
        TransportError: the connection ended; the bytes that came stay for the next try.
    """
    with into.open("ab") as file:
        start = file.tell()
        for chunk in transport.chunks(key, start):
            file.write(chunk)
            start += len(chunk)
            progress(start)
    return into
