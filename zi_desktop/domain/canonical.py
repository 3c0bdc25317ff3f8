"""Canonical JSON and digests: one value has one spelling, so a digest means the value."""

import hashlib
import json
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


def encode(value: Json) -> bytes:
    """Spell a JSON value canonically: sorted keys, no spaces, UTF-8.

    Raises:
        LineError: the value holds a float, a lone surrogate, another type, or is deeper than the format allows.
    """
    _check(value, MAX_DEPTH)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise refusal("memuat teks yang tidak sah") from error


def decode(data: bytes) -> Json:
    """Read canonical JSON; anything that would be spelled differently is refused.

    Raises:
        LineError: not UTF-8, not JSON, duplicate keys, floats, or not canonical.
    """
    try:
        value = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise refusal("tidak terbaca sebagai JSON") from error
    if encode(value) != data:
        raise refusal("tidak tertulis baku")
    return value


def digest(value: Json) -> str:
    """Return the SHA-256 of the canonical spelling, as 64 hexadecimal digits."""
    return hashlib.sha256(encode(value)).hexdigest()


def refusal(problem: str) -> LineError:
    """Return the failure that says what is wrong with a line."""
    return LineError(f"Catatan {problem}. Tidak ada yang diubah; periksa asalnya, lalu ulangi.")


def _check(value: Json, depth: int) -> None:
    if isinstance(value, dict | list):
        if depth == 0:
            raise refusal("bersarang terlalu dalam")
        if isinstance(value, dict) and not all(isinstance(key, str) for key in value):
            raise refusal("berkunci bukan teks")
        for item in value.values() if isinstance(value, dict) else value:
            _check(item, depth - 1)
    elif isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise refusal("memuat bilangan yang terlalu besar")
    elif value is not None and not isinstance(value, str):
        raise refusal("hanya boleh memuat teks, bilangan bulat, ya/tidak, dan kosong")
