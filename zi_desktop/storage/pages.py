"""Rows read out of SQLite's pages without SQLite: what a file still holds that SQLite refuses to read.

Source of the layout: sqlite.org/fileformat2.html, sections 1 and 2. Text is UTF-8, as this program writes it.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

Value = int | float | str | bytes | None

PAGE_SIZE: Final = 4096
"""Bytes of a page of every database of this program."""
_HEADER_SIZE: Final = 100
_INNER_INDEX, _LEAF_INDEX, _LEAF_TABLE = 0x02, 0x0A, 0x0D
_LONGEST: Final = 2 * 1024 * 1024
"""Bytes of one row; more is not a row of this program but damage."""
_INTEGERS: Final = range(1, 7)
_FLOAT: Final = 7
_SIZES: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, _FLOAT: 8}
_CONSTANTS: Final = {0: None, 8: 0, 9: 1}


@dataclass(frozen=True, slots=True)
class Row:
    """A row as stored; ``rowid`` is 0 in an index, whose last value is the row it points to."""

    rowid: int
    values: tuple[Value, ...]


class Pages:
    """The pages of a database file under those that its log has newer."""

    def __init__(self, data: bytes, newer: Mapping[int, bytes]) -> None:
        """Take a file's bytes, and the newer pages by number (from 1)."""
        self._data = data
        self._newer = newer
        self.count = max([1, -(-len(data) // PAGE_SIZE), *newer])

    def table_rows(self) -> Iterator[Row]:
        """Yield the rows of all tables that are still whole, in no particular order."""
        return self._rows(_LEAF_TABLE)

    def index_rows(self) -> Iterator[Row]:
        """Yield the entries of all indexes that are still whole."""
        yield from self._rows(_LEAF_INDEX)
        yield from self._rows(_INNER_INDEX)

    def as_database(self) -> bytes:
        """Return the pages as one file that SQLite opens as far as it can: with a sound header, and no log."""
        whole = bytearray(b"".join(self._page(number) for number in range(1, self.count + 1)))
        struct.pack_into(">16sH6B", whole, 0, b"SQLite format 3\0", PAGE_SIZE, 1, 1, 0, 64, 32, 32)
        struct.pack_into(">3I", whole, 28, self.count, 0, 0)  # as many pages as there are, none of them free
        struct.pack_into(">4I", whole, 44, 4, 0, 0, 1)  # schema format, cache, no auto-vacuum, UTF-8
        whole[92:96] = whole[24:28]  # the count of pages is of this change
        return bytes(whole)

    def _page(self, number: int) -> bytes:
        page = self._newer.get(number) or self._data[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        return page.ljust(PAGE_SIZE, b"\0")

    def _rows(self, kind: int) -> Iterator[Row]:
        for number in range(1, self.count + 1):
            page = self._page(number)
            start = _HEADER_SIZE if number == 1 else 0
            if page[start] == kind:
                yield from self._cells(page, start, kind)

    def _cells(self, page: bytes, start: int, kind: int) -> Iterator[Row]:
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        pointers = start + (12 if kind == _INNER_INDEX else 8)
        for place in range(pointers, min(pointers + 2 * count, PAGE_SIZE - 1), 2):
            try:
                yield self._row(page, int.from_bytes(page[place : place + 2], "big"), kind)
            except (ValueError, LookupError):
                continue  # a damaged cell; its neighbours may be whole

    def _row(self, page: bytes, at: int, kind: int) -> Row:
        length, at = _varint(page, at + (4 if kind == _INNER_INDEX else 0))
        rowid, at = _varint(page, at) if kind == _LEAF_TABLE else (0, at)
        if length > _LONGEST:
            raise ValueError
        local = self._local(length, kind)
        payload = page[at : at + local]
        if local < length:
            payload += self._overflow(page[at + local : at + local + 4], length - local)
        return Row(rowid, _record(payload))

    def _local(self, length: int, kind: int) -> int:
        """Return how many bytes of a payload lie on the page itself."""
        most = PAGE_SIZE - 35 if kind == _LEAF_TABLE else (PAGE_SIZE - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (PAGE_SIZE - 12) * 32 // 255 - 23
        kept = least + (length - least) % (PAGE_SIZE - 4)
        return kept if kept <= most else least

    def _overflow(self, pointer: bytes, missing: int) -> bytes:
        found = b""
        while len(found) < missing:
            number = int.from_bytes(pointer, "big")
            if not 1 < number <= self.count:
                raise ValueError
            page = self._page(number)
            pointer, found = page[:4], found + page[4:]
        return found[:missing]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:  # noqa: PLR2004 (the bit that says: more follows)
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def _record(payload: bytes) -> tuple[Value, ...]:
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        size = _size_of(kind)
        if end + size > len(payload):
            raise ValueError
        values.append(_value(kind, payload[end : end + size]))
        end += size
    return tuple(values)


def _size_of(kind: int) -> int:
    if kind >= 12:  # noqa: PLR2004 (from here on the kind holds the length)
        return (kind - 12) // 2
    return _SIZES.get(kind, 0)


def _value(kind: int, data: bytes) -> Value:
    if kind >= 12:  # noqa: PLR2004 (see above)
        return data.decode() if kind % 2 else data
    if kind in _INTEGERS:
        return int.from_bytes(data, "big", signed=True)
    return float(struct.unpack(">d", data)[0]) if kind == _FLOAT else _CONSTANTS[kind]
