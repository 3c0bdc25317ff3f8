"""Writing a ZIP as a stream: sizes and checksums are known before, so nothing is ever written twice or kept in clear."""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from zi_desktop.domain.errors import FileReadError
from zi_desktop.domain.refusals import reason
from zi_desktop.sync.zip_format import CHUNK, DEFLATED, STORED, ZipEntry, directory, local_header
from zi_desktop.sync.zip_reading import MOST_TIMES

_LEVEL = 6
_WORTH = MOST_TIMES // 2
"""What packs better than this is stored: no reader believes it."""


@dataclass(frozen=True, slots=True)
class Content:
    """An entry with its SHA-256 and where its bytes come from: from memory as stored in the ZIP, or from a file."""

    entry: ZipEntry
    sha256: str
    source: bytes | Path


def in_memory(name: str, data: bytes, *, pack: bool = True) -> Content:
    """Make an entry of bytes, packed where that is worth it."""
    entry = ZipEntry(name, STORED, zlib.crc32(data), len(data), len(data))
    sha256 = hashlib.sha256(data).hexdigest()
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush() if pack else data
    if len(packed) < len(data) <= _WORTH * len(packed):
        return Content(ZipEntry(name, DEFLATED, entry.crc, len(packed), len(data)), sha256, packed)
    return Content(entry, sha256, data)


def from_file(name: str, path: Path, sha256: str, progress: Callable[[int], None]) -> Content:
    """Make an entry of a file, stored as it is; ``progress`` gets the bytes of each step and may raise.

    Raises:
        FileReadError: it cannot be read, or is not the one of that SHA-256.
    """
    digest, crc, size = hashlib.sha256(), 0, 0
    for chunk in _chunks(path):
        digest.update(chunk)
        crc = zlib.crc32(chunk, crc)
        size += len(chunk)
        progress(len(chunk))
    if digest.hexdigest() != sha256:
        raise FileReadError(path.name, "isinya tidak sama dengan sidiknya")
    return Content(ZipEntry(name, STORED, crc, size, size), sha256, path)


def zip_chunks(contents: Sequence[Content]) -> Iterator[bytes]:
    """Yield the bytes of a ZIP.

    Raises:
        FileReadError: a file cannot be read any more, or changed after its entry was made.
    """
    for content in contents:
        yield local_header(content.entry)
        if isinstance(content.source, bytes):
            yield content.source
        else:
            yield from _file_chunks(content.entry, content.source)
    yield directory([content.entry for content in contents])


class ChunkReader:
    """What ``zip_chunks`` yields, to be read like a file."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._waiting = memoryview(b"")

    def read(self, size: int, /) -> bytes:
        """Return at most that many bytes, none at the end."""
        while not self._waiting:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._waiting = memoryview(chunk)
        part, self._waiting = self._waiting[:size], self._waiting[size:]
        return bytes(part)


def file_size(path: Path) -> int:
    """Return the size of a file in bytes.

    Raises:
        FileReadError: it is not there.
    """
    try:
        return path.stat().st_size
    except OSError as error:
        raise FileReadError(path.name, reason(error)) from error


def _file_chunks(entry: ZipEntry, path: Path) -> Iterator[bytes]:
    crc = size = 0
    for chunk in _chunks(path):
        crc = zlib.crc32(chunk, crc)
        size += len(chunk)
        yield chunk
    if (crc, size) != (entry.crc, entry.size):
        raise FileReadError(path.name, "isinya berubah selagi dibaca")


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk
    except OSError as error:
        raise FileReadError(path.name, reason(error)) from error
