"""The face of the paper: Source Sans Pro embedded from its package, and text broken into lines that it can show."""

from collections.abc import Iterator

import font_source_sans_pro
from reportlab import rl_config
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from zi_desktop.reports.wording import MISSING

REGULAR = "SourceSans"
STRONG = "SourceSans-Strong"
ELLIPSIS = "…"
LONGEST_LINE = 1000
"""Characters of which one line is made at most; no page is as wide."""

# Streams as they are: base 85 makes files a quarter larger, and comments tell a reader nothing.
rl_config.useA85 = 0
rl_config.pdfComments = 0


class _Glyphs(dict[int, int]):
    """A table for ``str.translate`` that learns which characters the face can show."""

    def __init__(self, known: dict[int, int]) -> None:
        super().__init__({ord("\n"): ord("\n"), ord("\t"): ord(" ")})
        self._known = known

    def __missing__(self, code: int) -> int:
        shown = self[code] = code if code in self._known else ord(MISSING)
        return shown


def _register() -> _Glyphs:
    faces = font_source_sans_pro.font_files_ttf
    regular = TTFont(REGULAR, faces["SourceSansPro"])
    registerFont(regular)
    registerFont(TTFont(STRONG, faces["SourceSansProSemibold"]))
    registerFontFamily(REGULAR, normal=REGULAR, bold=STRONG, italic=REGULAR, boldItalic=STRONG)
    return _Glyphs(regular.face.charToGlyph)


_GLYPHS = _register()


def printable(text: str) -> str:
    """Return the text with a plain box for each character that the face lacks."""
    return text.translate(_GLYPHS)


def width(text: str, face: str, size: float) -> float:
    """Return the width of a printable text in points."""
    return float(stringWidth(text, face, size))


def lines(text: str, face: str, size: float, available: float) -> list[str]:
    """Return the text broken into lines no wider than ``available`` points; a word that is wider is cut."""
    words = printable(text)
    # No character is wider than one em and a half: a short word cannot need cutting, and is not measured for it.
    suspicious = int(available / (1.5 * size))
    if max(map(len, words.split()), default=0) > suspicious:
        words = "\n".join(_cuttable(line, face, size, available, suspicious) for line in words.split("\n"))
    return list(simpleSplit(words, face, size, available))


def fitted(text: str, face: str, size: float, available: float) -> str:
    """Return the text in one line, cut with an ellipsis where it is wider than ``available`` points."""
    line = " ".join(printable(text[:LONGEST_LINE]).split())
    if width(line, face, size) <= available:
        return line
    return next(_cut(line, face, size, available - width(ELLIPSIS, face, size))).rstrip() + ELLIPSIS


def _cuttable(line: str, face: str, size: float, available: float, suspicious: int) -> str:
    pieces = ([word] if len(word) <= suspicious else _cut(word, face, size, available) for word in line.split())
    return " ".join(piece for word in pieces for piece in word)


def _cut(word: str, face: str, size: float, available: float) -> Iterator[str]:
    """Yield the pieces of a word that fit, at least one character each."""
    start, used = 0, 0.0
    for place, character in enumerate(word):
        wide = width(character, face, size)
        if used + wide > available and place > start:
            yield word[start:place]
            start, used = place, 0.0
        used += wide
    yield word[start:]
