"""The order of names in lists: without regard to case and accents, numbers by their value (Contoh 2 before Contoh 10)."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_KNOWN: Final = 4096
"""Names that are not looked at again: a list is sorted each time it is shown."""
_NUMBERS: Final = re.compile(r"([0-9]+)")


@lru_cache(maxsize=_KNOWN)
def name_key(name: str) -> tuple[tuple[int, str], ...]:
    """Return what a name is sorted by: its words and numbers in turn, numbers as (how many digits, digits)."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))
    # Words stand at the even places and numbers at the odd ones: a word is compared with a word, a number with a number.
    parts = _NUMBERS.split(" ".join(plain.split()))
    return tuple(_number(part) if place % 2 else (0, part) for place, part in enumerate(parts))


def _number(digits: str) -> tuple[int, str]:
    """Return a number as it is compared, however many digits somebody wrote."""
    figures = digits.lstrip("0")
    return len(figures), figures
