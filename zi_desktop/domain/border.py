"""What comes in is cleaned here, once, before it becomes part of a line."""

import re
import unicodedata
from typing import Final

from zi_desktop.domain.canonical import MAX_TEXT, Json
from zi_desktop.domain.errors import ZiError

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SUSPECT: Final = re.compile(r"[\x7f-\x9f]|\\[bfru]")
"""In JSON that keeps Unicode as it is: control characters, as they are or escaped; and a few innocent texts."""
_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")


class TextTooLongError(ZiError):
    """A text over the limit of the format."""

    def __init__(self, length: int) -> None:
        super().__init__(
            f"Teks terlalu panjang: {length:_} karakter, paling banyak {MAX_TEXT:_}. ".replace("_", ".")
            + "Tidak ada yang tersimpan; ringkas teksnya, lalu ulangi."
        )


def clean_text(text: str) -> str:
    """Return the text as the format keeps it: NFC, line ends as LF, no control characters but LF and TAB.

    A lone surrogate becomes U+FFFD (SQLite would take it, PostgreSQL and JSON would not).

    Raises:
        TextTooLongError: more than 100,000 characters remain.
    """
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", text))
    if len(text) > MAX_TEXT:
        raise TextTooLongError(len(text))
    return text


def clean_line(text: str) -> str:
    """Return a text for one line (name, number): cleaned, inner white space single, none at the ends."""
    return " ".join(clean_text(text).split())


def is_clean(value: Json) -> bool:
    """Tell whether every text in a JSON value, keys included, is as ``clean_text`` leaves it."""
    if isinstance(value, str):
        return len(value) <= MAX_TEXT and clean_text(value) == value
    if isinstance(value, dict):
        return all(is_clean(key) and is_clean(item) for key, item in value.items())
    return not isinstance(value, list) or all(is_clean(item) for item in value)


def is_surely_clean(spelled: str) -> bool:
    """Tell whether every text in canonical JSON is clean, without reading it; False where it must be looked at.

    NFC is closed under taking parts, so what holds for the whole spelling holds for each text in it.
    """
    if len(spelled) > MAX_TEXT:
        return False
    if spelled.isascii() and "\\" not in spelled and "\x7f" not in spelled:  # nearly every line
        return True
    return _SUSPECT.search(spelled) is None and unicodedata.is_normalized("NFC", spelled)
