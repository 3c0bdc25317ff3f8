"""The write-ahead log beside a database, read without SQLite: whether it is whole, and which pages it holds.

SQLite drops everything behind the first bad frame without a word. After a crash that is right: the tail was never
acknowledged. After damage it is not: what was acknowledged would vanish. The two are told apart here.
Source of the layout: sqlite.org/fileformat2.html, section 4.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.storage.pages import PAGE_SIZE

_HEADER: Final = struct.Struct(">8I")
_FRAME: Final = struct.Struct(">6I")
_BIG_ENDIAN_MAGIC: Final = 0x377F0683
_MASK: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Frame:
    """One page as a transaction left it; ``commit``: the transaction ends here. ``valid``: its checksum holds."""

    page: int
    commit: bool
    valid: bool
    data: bytes


@dataclass(frozen=True, slots=True)
class Log:
    """A log's frames since it was begun anew; ``whole``: no acknowledged transaction is behind a bad frame."""

    frames: Sequence[Frame]
    whole: bool

    def settled(self) -> Mapping[int, bytes]:
        """Return the newest pages by number as SQLite sees them: up to the last commit before the first bad frame."""
        return _newest(self.frames[: _first_bad(self.frames)])

    def committed(self) -> Mapping[int, bytes]:
        """Return the newest good pages by number of all transactions that came to their end."""
        return _newest(self.frames)


def log_of(file: Path) -> Path:
    """Return where the log of a database lies."""
    return Path(f"{file}-wal")


def read_log(path: Path) -> Log:
    """Read a log; a missing or empty one is whole."""
    data = path.read_bytes() if path.exists() else b""
    if len(data) < _HEADER.size:
        return Log((), whole=True)
    magic, _, _, _, *salts_and_sums = _HEADER.unpack_from(data)
    order = ">" if magic == _BIG_ENDIAN_MAGIC else "<"
    salts, sums = tuple(salts_and_sums[:2]), tuple(salts_and_sums[2:])
    good = _checksum(order, data[:24], (0, 0)) == sums
    if not good:
        salts = _FRAME.unpack_from(data, _HEADER.size)[2:4] if len(data) >= _HEADER.size + _FRAME.size else salts
    frames = _frames(data, salts, sums, order)
    return Log(frames, whole=good and _unread_commits(frames) < 2)  # noqa: PLR2004 (see there)


def _frames(data: bytes, salts: tuple[int, ...], sums: tuple[int, ...], order: str) -> list[Frame]:
    frames = []
    for start in range(_HEADER.size, len(data) - _FRAME.size - PAGE_SIZE + 1, _FRAME.size + PAGE_SIZE):
        page, size_after, *rest = _FRAME.unpack_from(data, start)
        body = data[start + _FRAME.size : start + _FRAME.size + PAGE_SIZE]
        own = tuple(rest[:2]) == salts
        # Frames of an earlier round of the log carry other salts; a sum over them would only cost time.
        valid = own and _checksum(order, data[start : start + 8] + body, sums) == tuple(rest[2:])
        sums = tuple(rest[2:])
        frames.append(Frame(page, own and size_after > 0, valid, body))
    return frames


def _unread_commits(frames: Sequence[Frame]) -> int:
    """Count the commits that SQLite would not see.

    A crash leaves at most one: the transaction that it cut off. A second one was begun after the first was durable.
    """
    return sum(frame.commit for frame in frames[_first_bad(frames) :])


def _first_bad(frames: Sequence[Frame]) -> int:
    return next((place for place, frame in enumerate(frames) if not frame.valid), len(frames))


def _newest(frames: Sequence[Frame]) -> Mapping[int, bytes]:
    ended = max((place for place, frame in enumerate(frames) if frame.commit), default=-1) + 1
    return {frame.page: frame.data for frame in frames[:ended] if frame.valid}


def _checksum(order: str, data: bytes, start: tuple[int, ...]) -> tuple[int, int]:
    first, second = start
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for one, two in zip(words, words, strict=True):
        first = (first + one + second) & _MASK
        second = (second + two + first) & _MASK
    return first, second
