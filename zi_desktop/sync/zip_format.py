"""How a bundle is spelled as a ZIP: one way only, so that a reader can compare instead of interpret."""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

STORED: Final = 0
DEFLATED: Final = 8
LONGEST_NAME: Final = 200
MOST_ENTRIES: Final = 16_384
LARGEST: Final = 2**32 - 2
"""Bytes of a whole bundle: no ZIP64, and a stick with FAT32 takes it."""
CHUNK: Final = 1024 * 1024
"""Bytes handled at a time."""

_VERSION: Final = 20
_DATE: Final = 0x21
"""1 January 1980: the format wants a date, and a bundle says nothing of when its files were made."""
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
END_SIZE: Final = _END.size
_END_SIGNATURE: Final = b"PK\x05\x06"
START: Final = b"PK\x03\x04"
"""What every ZIP of ours begins with."""


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """An entry: how it is stored (``method``), the CRC-32 and size of its content, and the size that it takes."""

    name: str
    method: int
    crc: int
    packed: int
    size: int

    @property
    def length(self) -> int:
        """Return the bytes from the beginning of its header to the end of its data."""
        return _LOCAL.size + len(self.name) + self.packed


def local_header(entry: ZipEntry) -> bytes:
    """Return what stands before the data of an entry."""
    name = entry.name.encode("ascii")
    return (
        _LOCAL.pack(
            START, _VERSION, 0, entry.method, 0, _DATE, entry.crc, entry.packed, entry.size, len(name), 0
        )
        + name
    )  # fmt: skip


def directory(entries: Sequence[ZipEntry]) -> bytes:
    """Return what stands behind the data of all entries."""
    records = b"".join(_central(entry, offset) for entry, offset in zip(entries, offsets(entries), strict=False))
    start = sum(entry.length for entry in entries)
    return records + _END.pack(_END_SIGNATURE, 0, 0, len(entries), len(entries), len(records), start, 0)


def offsets(entries: Iterable[ZipEntry]) -> Iterator[int]:
    """Yield where the header of each entry begins: each right behind the one before."""
    offset = 0
    for entry in entries:
        yield offset
        offset += entry.length


def end_of(tail: bytes) -> tuple[int, int] | None:
    """Read the last ``END_SIZE`` bytes of a file: (entries, where the directory begins), or None: no ZIP ends so."""
    signature, _, _, _, count, size, start, _ = _END.unpack(tail)
    if signature != _END_SIGNATURE or count > MOST_ENTRIES or size > count * (_CENTRAL.size + LONGEST_NAME):
        return None
    return count, start


def read_records(records: bytes, count: int) -> list[ZipEntry] | None:
    """Read that many records of a directory; None where they are no such records."""
    entries: list[ZipEntry] = []
    place = 0
    for _ in range(count):
        if place + _CENTRAL.size > len(records):
            return None
        fields = _CENTRAL.unpack_from(records, place)
        place += _CENTRAL.size
        name = records[place : place + fields[10]]
        place += fields[10]
        if not name.isascii() or len(name) > LONGEST_NAME:
            return None
        entries.append(ZipEntry(name.decode("ascii"), fields[4], fields[7], fields[8], fields[9]))
    return entries


def _central(entry: ZipEntry, offset: int) -> bytes:
    name = entry.name.encode("ascii")
    return (
        _CENTRAL.pack(
            b"PK\x01\x02", _VERSION, _VERSION, 0, entry.method, 0, _DATE, entry.crc, entry.packed, entry.size,
            len(name), 0, 0, 0, 0, 0, offset,
        )
        + name
    )  # fmt: skip
