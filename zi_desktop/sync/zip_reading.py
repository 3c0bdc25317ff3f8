"""Reading a ZIP from strangers: whatever is not spelled exactly as we spell it is refused before it is unpacked."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from zi_desktop.domain.errors import BundleRejected
from zi_desktop.sync.zip_format import (
    CHUNK,
    DEFLATED,
    END_SIZE,
    LARGEST,
    STORED,
    ZipEntry,
    directory,
    end_of,
    local_header,
    offsets,
    read_records,
)

_FREE: Final = 1024 * 1024
MOST_TIMES: Final = 200
"""How many times larger than what it takes an entry may be, beyond its first megabyte."""
_PIECE: Final = 64 * 1024
"""Bytes of packed data unpacked at a time."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry and where its data begins."""

    entry: ZipEntry
    start: int


def read_directory(file: BinaryIO) -> list[Placed]:
    """Read what a ZIP holds: entries one behind the other, nothing between, before, or after them.

    Entries that overlap, sizes that contradict each other, links, comments, other methods, encryption and ZIP64 all
    fail one comparison: headers and directory must be the bytes that we would have written for these entries.

    Raises:
        BundleRejected: it is spelled in any other way, names an entry twice, or asks for too much room.
    """
    size = file.seek(0, 2)
    if not END_SIZE <= size <= LARGEST:
        raise BundleRejected("ukurannya di luar batas")
    file.seek(size - END_SIZE)
    end = end_of(file.read(END_SIZE))
    if end is None or end[1] > size:
        raise BundleRejected("berkasnya terpotong atau bukan paket")
    count, start = end
    file.seek(start)
    tail = file.read(size - start) if size - start <= END_SIZE + count * 1024 else b""
    entries = read_records(tail, count)
    if entries is None or directory(entries) != tail or sum(entry.length for entry in entries) != start:
        raise BundleRejected("daftar isinya tidak sesuai berkasnya")
    placed = [
        Placed(each, offset + len(local_header(each))) for each, offset in zip(entries, offsets(entries), strict=True)
    ]
    for each in placed:
        _check(file, each)
    if len({entry.name for entry in entries}) != len(entries):
        raise BundleRejected("satu nama dipakai dua kali")
    return placed


def _check(file: BinaryIO, placed: Placed) -> None:
    entry, header = placed.entry, local_header(placed.entry)
    file.seek(placed.start - len(header))
    if file.read(len(header)) != header:
        raise BundleRejected("kepala suatu isi tidak sesuai daftarnya")
    if entry.method not in (STORED, DEFLATED) or (entry.method == STORED and entry.size != entry.packed):
        raise BundleRejected("cara penyimpanan suatu isi tidak dikenal")
    if entry.size > _FREE + MOST_TIMES * entry.packed:
        raise BundleRejected("suatu isi mengembang melebihi batas")


def chunks(file: BinaryIO, placed: Placed) -> Iterator[bytes]:
    """Yield the content of an entry; never more than its size, which ``read_directory`` capped, plus one chunk.

    Raises:
        BundleRejected: it cannot be unpacked, or is not of the size and CRC that were stated.
    """
    entry = placed.entry
    file.seek(placed.start)
    pieces = _raw(file, entry.packed)
    total = crc = 0
    for chunk in pieces if entry.method == STORED else _inflated(pieces):
        total += len(chunk)
        if total > entry.size:
            raise BundleRejected("suatu isi lebih besar dari yang disebut")
        crc = zlib.crc32(chunk, crc)
        yield chunk
    if (total, crc) != (entry.size, entry.crc):
        raise BundleRejected("berkas tidak utuh")


def _raw(file: BinaryIO, left: int) -> Iterator[bytes]:
    while left:
        chunk = file.read(min(left, CHUNK))
        if not chunk:
            raise BundleRejected("berkasnya terpotong")
        left -= len(chunk)
        yield chunk


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in pieces:
            for start in range(0, len(piece), _PIECE):
                yield from _unpacked(unpacking, piece[start : start + _PIECE])
        while not unpacking.eof and (chunk := unpacking.decompress(b"", CHUNK)):  # what it still holds back
            yield chunk
    except zlib.error as error:
        raise BundleRejected("suatu isi tidak dapat dibuka") from error
    if not unpacking.eof or unpacking.unused_data:
        raise BundleRejected("suatu isi tidak berakhir pada tempatnya")


def _unpacked(unpacking: "zlib._Decompress", waiting: bytes) -> Iterator[bytes]:
    while waiting and not unpacking.eof:
        chunk = unpacking.decompress(waiting, CHUNK)
        waiting = unpacking.unconsumed_tail
        if chunk:
            yield chunk
    if waiting:
        raise BundleRejected("suatu isi tidak berakhir pada tempatnya")
