"""What is stated of a survey beside its index: how many answered, on which scale its index was measured."""

import re
from typing import Final

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.errors import AnswerError
from zi_desktop.domain.figures import parse_decimal

RESPONDENTS: Final = "jumlah_responden"
SCALE: Final = "skala_asal"
"""Keys of the details that are numbers; every other one is a text."""
_COUNT: Final = re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]{1,9}", re.ASCII)
_BETWEEN: Final = r"(?:[-‐‑–—−]|s\.?d\.?|s/d|sampai(?: dengan)?|hingga)"
_NUMBER: Final = r"([0-9]{1,3}(?:[.,][0-9]{1,2})?)"
_RANGE: Final = re.compile(rf"(?:skala )?{_NUMBER} ?{_BETWEEN} ?{_NUMBER}", re.ASCII | re.IGNORECASE)


def survey_detail(key: str, text: str) -> str:
    """Return a detail as it is kept: respondents as digits, a scale as ``0–4``, other texts in one clean line.

    Raises:
        AnswerError: no number of respondents, or no scale from one number to a larger one.
    """
    line = clean_line(text)
    if not line or key not in (RESPONDENTS, SCALE):
        return line
    return _respondents(line) if key == RESPONDENTS else _scale(line)


def _respondents(line: str) -> str:
    bare = line.casefold().removesuffix("responden").removesuffix("orang").strip()
    count = int(re.sub(r"[. ]", "", bare)) if _COUNT.fullmatch(bare) else 0
    if not count:
        raise AnswerError("Jumlah responden bukan bilangan dan belum tersimpan. Isi angka saja, misalnya 214.")
    return str(count)


def _scale(line: str) -> str:
    found = _RANGE.fullmatch(line)
    low, high = (each.replace(".", ",") for each in found.groups()) if found else ("", "")
    if not found or parse_decimal(low) >= parse_decimal(high):
        raise AnswerError("Skala asal bukan rentang angka dan belum tersimpan. Isi keduanya, misalnya 0–4 atau 0–100.")
    return f"{low}–{high}"
