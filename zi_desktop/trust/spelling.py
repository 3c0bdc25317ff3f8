"""How identities, digests, days and numbers are spelled in what travels; anything else is refused."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

from zi_desktop.domain.border import is_clean
from zi_desktop.domain.canonical import MAX_INTEGER, Json

UUID: Final = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
STREAM: Final = r"[0-9a-f]{32}"
DIGEST: Final = r"[0-9a-f]{64}"
LONGEST_LABEL: Final = 200
"""Characters of a name, a number, a role."""
_UUID: Final = re.compile(UUID)
_STREAM: Final = re.compile(STREAM)
_DIGEST: Final = re.compile(DIGEST)
_LONGEST_MOMENT: Final = len("2026-03-02T09:15:00.123456+07:00")
_MOST_VALUES: Final = 200_000
_KIND: Final = re.compile(r"[a-z]{1,32}")


def is_moderate(data: bytes) -> bool:
    """Tell whether JSON holds few enough values to be read: millions of empty lists take seconds and much memory."""
    return data.count(b",") <= _MOST_VALUES


def is_uuid(value: Json) -> bool:
    """Tell whether a value names a subject, a person, a hub or an installation."""
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def is_stream(value: Json) -> bool:
    """Tell whether a value names a stream."""
    return isinstance(value, str) and _STREAM.fullmatch(value) is not None


def is_digest(value: Json) -> bool:
    """Tell whether a value is a SHA-256 in hexadecimal digits."""
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def is_kind(value: Json) -> bool:
    """Tell whether a value names a kind of subject."""
    return isinstance(value, str) and _KIND.fullmatch(value) is not None


def is_subject(value: Json) -> bool:
    """Tell whether a value is a subject: its kind and its id."""
    return (
        isinstance(value, dict) and value.keys() == {"kind", "id"} and is_kind(value["kind"]) and is_uuid(value["id"])
    )


def is_number(value: Json, least: int = 0, most: int = MAX_INTEGER) -> bool:
    """Tell whether a value is an integer (not true or false) between two."""
    return type(value) is int and least <= value <= most


def is_label(value: Json, longest: int = LONGEST_LABEL) -> bool:
    """Tell whether a value is a clean text of one line, possibly empty: a name, a number, a role."""
    return isinstance(value, str) and len(value) <= longest and "\n" not in value and is_clean(value)


def is_day(value: Json) -> bool:
    """Tell whether a value is a day (``2026-03-02``)."""
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_moment(value: Json) -> bool:
    """Tell whether a value is a time with its zone (ISO)."""
    try:
        return isinstance(value, str) and len(value) <= _LONGEST_MOMENT and _zoned(value)
    except ValueError:
        return False


def is_list(value: Json, each: Callable[[Json], bool], most: int) -> bool:
    """Tell whether a value is a list of at most so many of a kind."""
    return isinstance(value, list) and len(value) <= most and all(each(item) for item in value)


def grouped(digest: str) -> str:
    """Return a digest as it is written on paper: capitals in groups of four."""
    digits = digest.upper()
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def _zoned(text: str) -> bool:
    return dt.datetime.fromisoformat(text).tzinfo is not None
