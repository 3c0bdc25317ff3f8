"""Canonical JSON and digests: one value has one spelling, so a digest means the value."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any, Final

from zi_desktop.domain.errors import LineError

Json = Any
"""A JSON value of the format: object, list, text, integer, true, false or null; never a float."""

MAX_DEPTH: Final = 8
"""Objects and lists stand in one another at most this deep, the outermost counted."""
MAX_INTEGER: Final = 2**53 - 1
"""The largest integer that every JSON reader keeps exactly."""
MAX_TEXT: Final = 100_000
"""Characters of one text of a line."""
MAX_LINE: Final = 512 * 1024
"""Bytes of one line."""

_parse: Final = json.JSONDecoder().raw_decode
_spell: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def encode(value: Json) -> bytes:
    """Spell a JSON value canonically: sorted keys, no spaces, UTF-8.

    Raises:
        LineError: the value holds a float, a lone surrogate, another type, or is deeper than the format allows.
    """
    _check(value, MAX_DEPTH)
    try:
        return _spell(value).encode()
    except UnicodeEncodeError as error:
        raise refusal("memuat teks yang tidak sah") from error


def decode(data: bytes) -> Json:
    """Read canonical JSON; anything that would be spelled differently is refused.

    Raises:
        LineError: not UTF-8, not JSON, duplicate keys, floats, or not canonical.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise refusal("tidak terbaca sebagai JSON") from error
    return read(text)


def read(text: str, depth: int = MAX_DEPTH) -> Json:
    """Read canonical JSON, or a part of it that stands in others: ``depth`` is what is left of the depth.

    Raises:
        LineError: as ``decode``.
    """
    try:
        value, _ = _parse(text)
    except (ValueError, RecursionError) as error:
        raise refusal("tidak terbaca sebagai JSON") from error
    _check(value, depth)
    if _spell(value) != text:
        raise refusal("tidak tertulis baku")
    return value


def digest(value: Json) -> str:
    """Return the SHA-256 of the canonical spelling, as 64 hexadecimal digits."""
    return hashlib.sha256(encode(value)).hexdigest()


def refusal(problem: str) -> LineError:
    """Return the failure that says what is wrong with a line."""
    return LineError(f"Catatan {problem}. Tidak ada yang diubah; periksa asalnya, lalu ulangi.")


def _check(value: Json, depth: int) -> None:
    if isinstance(value, str) or value is None:
        return
    if isinstance(value, dict):
        _check_all(value.values(), depth)
        for key in value:
            if not isinstance(key, str):
                raise refusal("berkunci bukan teks")
    elif isinstance(value, list):
        _check_all(value, depth)
    elif not isinstance(value, int):
        raise refusal("hanya boleh memuat teks, bilangan bulat, ya/tidak, dan kosong")
    elif abs(value) > MAX_INTEGER:
        raise refusal("memuat bilangan yang terlalu besar")


def _check_all(values: Iterable[Json], depth: int) -> None:
    if depth == 0:
        raise refusal("bersarang terlalu dalam")
    for value in values:
        if type(value) is not str:  # most are, and thousands of lines are read at once
            _check(value, depth - 1)
