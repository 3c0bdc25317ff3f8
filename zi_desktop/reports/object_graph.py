"""Comparing two PDFs by meaning: all that the trailer reaches, streams decoded, object numbers ignored."""

from collections.abc import Iterator
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.rw_common import PdfHandler

Path = tuple[str, ...]
Pair = tuple[Path, Any, Any]
_Number = tuple[int, int]

_TRAILER_KEYS: Final = frozenset(("/Root", "/Info", "/ID", "/Size", "/Prev"))
_SPELLING: Final = frozenset(("/Length", "/ByteRange"))
"""Keys that state lengths and offsets, which follow from the compression; the ranges are checked on their own."""


def first_difference(found: PdfHandler, expected: PdfHandler) -> Path | None:
    """Return where two documents first differ (names and indices from the trailer down), or None.

    The walk never goes deeper than ``expected``, which must be trusted: a hostile ``found`` costs no more time.
    """
    left, right = found.trailer_view, expected.trailer_view
    if not _TRAILER_KEYS.issuperset(left.keys()):
        return ("trailer",)
    pairing = _Pairing()
    waiting: list[Pair] = [((key,), _raw(left, key), _raw(right, key)) for key in ("/Root", "/Info")]
    while waiting:
        path, one, other = waiting.pop()
        if isinstance(one, generic.IndirectObject) or isinstance(other, generic.IndirectObject):
            if not pairing.agrees(one, other):
                return path
            if pairing.seen(one):
                continue
            # Asked of the document itself: a reference alone would lead to the newest revision of its file.
            one, other = found.get_object(one.reference), expected.get_object(other.reference)
        if not _alike(one, other):
            return (*path, *_odd_keys(one, other))
        waiting.extend(_parts(path, one, other))
    return None


class _Pairing:
    """Which object of one file stands for which of the other: one for one, in both directions."""

    def __init__(self) -> None:
        self._there: dict[_Number, _Number] = {}
        self._back: dict[_Number, _Number] = {}
        self._walked: set[_Number] = set()

    def agrees(self, one: Any, other: Any) -> bool:
        if not (isinstance(one, generic.IndirectObject) and isinstance(other, generic.IndirectObject)):
            return False
        here, there = _number(one), _number(other)
        return self._there.setdefault(here, there) == there and self._back.setdefault(there, here) == here

    def seen(self, one: generic.IndirectObject) -> bool:
        known = _number(one) in self._walked
        self._walked.add(_number(one))
        return known


def _number(link: generic.IndirectObject) -> _Number:
    return link.idnum, link.generation


def _alike(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, generic.DictionaryObject):
        if one.keys() != other.keys():
            return False
        return not isinstance(one, generic.StreamObject) or _same_data(one, other)
    if isinstance(one, generic.ArrayObject):
        return len(one) == len(other)
    if isinstance(one, generic.TextStringObject | generic.ByteStringObject):
        return bool(one.original_bytes == other.original_bytes)
    return bool(one == other)


def _odd_keys(one: Any, other: Any) -> list[str]:
    if isinstance(one, generic.DictionaryObject) and isinstance(other, generic.DictionaryObject):
        return sorted(one.keys() ^ other.keys())[:1]
    return []


def _same_data(one: generic.StreamObject, other: generic.StreamObject) -> bool:
    if one.encoded_data == other.encoded_data:
        return True
    # Only what the trusted side is packed with is unpacked: other filters are slow on hostile data.
    return bool(one.get("/Filter") == other.get("/Filter") and one.data == other.data)


def _parts(path: Path, one: Any, other: Any) -> Iterator[Pair]:
    if isinstance(one, generic.DictionaryObject):
        for key in sorted(one.keys() - _SPELLING):  # in an order, so that one file is always told the same way
            yield (*path, str(key)), _raw(one, key), _raw(other, key)
    elif isinstance(one, generic.ArrayObject):
        for index in range(len(one)):
            yield (*path, str(index)), _raw(one, index), _raw(other, index)


def _raw(container: Any, key: Any) -> Any:
    try:
        return container.raw_get(key)
    except (KeyError, IndexError):
        return None
