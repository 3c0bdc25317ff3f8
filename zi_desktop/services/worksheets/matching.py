"""Which satker a worksheet belongs to: by its name or code, exactly; what only resembles is left to a person."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.canonical import Json

_SEPARATORS: Final = re.compile(r"[^0-9a-z]+")
_YEAR: Final = re.compile(r"20[0-9]{2}")
_SHORTEST: Final = 3
"""Letters or digits that a name or code in a file's name must have, unless it mixes both: a "2" names nobody."""
_CANDIDATES: Final = 3
_ALIKE: Final = 0.34
"""Part of its words that a satker's name must share with a file to be offered."""


@dataclass(frozen=True, slots=True)
class Known:
    """A satker that a worksheet may belong to."""

    id: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a worksheet belongs to: ``satker`` where that is certain, else whom it resembles, the likeliest first."""

    satker: Known | None
    candidates: tuple[Known, ...] = ()


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are one, but for case, accents, punctuation and spaces, and a place or code added to one."""
    first, second = _words(one), _words(other)
    return _holds(first, second) or _holds(second, first)


class SatkerNames:
    """The satker of a workspace, found by what a file says."""

    def __init__(self, rows: Iterable[Json]) -> None:
        """Take the rows of ``Satkers.list``; those in the archive are not matched."""
        self._known: list[tuple[Known, tuple[str, ...]]] = []
        self._by_name: dict[tuple[str, ...], set[Known]] = {}
        self._by_code: dict[tuple[str, ...], set[Known]] = {}
        for row in rows:
            if row["archived"]:
                continue
            known = Known(row["id"], row["code"], row["name"])
            self._known.append((known, _words(row["name"])))
            self._by_name.setdefault(_words(row["name"]), set()).add(known)
            for code in {row["code"], row["other_code"], *row["codes"]} - {""}:
                self._by_code.setdefault(_words(code), set()).add(known)

    def match(self, unit: str, stem: str) -> Match:
        """Return whom a worksheet belongs to.

        Args:
            unit: the satker's name as the sheet tells it, or "".
            stem: the file's name without its ending.
        """
        # Sheet and file may each name one: only where they name the same is it certain.
        found = self._exact(_words(unit)) | self._within(_words(stem))
        if len(found) == 1:
            return Match(next(iter(found)))
        if found:
            return Match(None, tuple(sorted(found, key=lambda known: known.code)))
        return Match(None, self._alike(frozenset((*_words(unit), *_words(stem)))))

    def _exact(self, words: tuple[str, ...]) -> set[Known]:
        return self._by_name.get(words, set()) | self._by_code.get(words, set()) if words else set()

    def _within(self, words: tuple[str, ...]) -> set[Known]:
        """Return the satker whose whole name or code stands in a file's name, word for word."""
        longest = max(map(len, (*self._by_name, *self._by_code)), default=0)
        spans = {
            (start, end): found
            for start in range(len(words))
            for end in range(start + 1, min(start + longest, len(words)) + 1)
            if _is_telling(words[start:end]) and (found := self._exact(words[start:end]))
        }
        # "Rutan Contoh" inside "Rutan Contoh Barat" names nobody of its own.
        whole = [
            found
            for (start, end), found in spans.items()
            if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans)
        ]
        return set().union(*whole)

    def _alike(self, words: frozenset[str]) -> tuple[Known, ...]:
        scored = [(len(words & set(name)) / len(set(name)), known) for known, name in self._known if name]
        likely = sorted(
            ((share, known) for share, known in scored if share >= _ALIKE), key=lambda item: (-item[0], item[1].code)
        )
        return tuple(known for _, known in likely[:_CANDIDATES])


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return tuple(word for word in _SEPARATORS.split(plain) if word)


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(whole[start : start + len(part)] == part for start in range(len(whole) - len(part) + 1))


def _is_telling(words: tuple[str, ...]) -> bool:
    text = "".join(words)
    return (len(text) >= _SHORTEST and not _YEAR.fullmatch(text)) or not (text.isdecimal() or text.isalpha())
