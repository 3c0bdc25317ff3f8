"""A satker's own folder tree mapped to items: ``1/i/a``, ``A.I.1.i.a``, ``1.1.a Tim Kerja``; what is not sure is not guessed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from zi_desktop.domain.instrument import Instrument

_BREAKS: Final = re.compile(r"[\s.\-_()\[\],]+")
_LABEL: Final = re.compile(r"[a-z]|[ivx]{1,4}|[0-9]{1,2}")
_INTRODUCING: Final = frozenset({"area", "butir", "folder", "indikator", "komponen", "no", "pilar", "poin"})
"""Words before a label that say nothing themselves."""
_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "pemenuhan": ("a", "i"), "reform": ("a", "ii"), "reformasi": ("a", "ii"), "hasil": ("b",),
}  # fmt: skip
"""Branches that folders call by their names."""
_SECTIONS: Final = ("a", "b")
_COMPONENTS: Final = (("i",), ("ii",))
_ROMAN: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_SUBCOMPONENT: Final = 3
"""Place of the sub-component in a code, often written as a number."""
_WHOLE: Final = 3
"""Labels from which on a file's own name says more than the folder it lies in."""
_DEEPEST: Final = 6
"""Labelled folders that are looked at, from the innermost outwards."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """Where a file goes: the item's code, or "" for the inbox; ``why`` is shown in the preview."""

    code: str
    why: str


class FolderMap:
    """Finds the item that a path names, in one edition of the worksheet."""

    def __init__(self, instrument: Instrument) -> None:
        spelled: dict[tuple[str, ...], set[str]] = {}
        for code, question in instrument.questions.items():
            names = {code}
            for parent in question.parents:
                if len([None for other in instrument.questions.values() if parent in other.parents]) == 1:
                    names.add(parent)
            for name in names:
                for spelling in _spellings(tuple(name.casefold().split("."))):
                    spelled.setdefault(spelling, set()).add(code)
        self._spelled = spelled

    def item_of(self, path: str) -> Mapped:
        """Return the item of a file by its path from the folder that was chosen, with ``/`` between the parts."""
        *folders, file = PurePosixPath(path).parts or ("",)
        own = _labels(PurePosixPath(file).stem)
        labelled = [labels for folder in folders if (labels := _labels(folder))][-_DEEPEST:]
        if len(own) >= _WHOLE and (found := self._found([own])):
            return _mapped(found, f"nama berkas {file}")
        if found := self._found(_readings(labelled, _branch(labelled))):
            return _mapped(found, f"folder {'/'.join(folders)}")
        if own and (found := self._found(_readings([*labelled, own], _branch(labelled)))):
            return _mapped(found, f"nama berkas {file}")
        return Mapped("", "butir tidak terbaca dari nama folder atau berkas")

    def _found(self, readings: Iterable[tuple[str, ...]]) -> frozenset[str]:
        return frozenset(code for reading in readings for code in self._spelled.get(reading, ()))


def _mapped(found: frozenset[str], source: str) -> Mapped:
    if len(found) > 1:
        return Mapped("", f"{source} dapat berarti {' atau '.join(sorted(found))}")
    (code,) = found
    return Mapped(code, f"dari {source}")


def _labels(name: str) -> tuple[str, ...]:
    """Return the labels with which a name begins; its other words are a title."""
    labels: list[str] = []
    for word in _BREAKS.split(name.casefold().strip()):
        if not labels and word in _NAMED:
            return _NAMED[word]
        if _LABEL.fullmatch(word):
            labels.append(word.lstrip("0") or "0")
        elif word and (labels or word not in _INTRODUCING):
            break
    return tuple(labels)


def _readings(labelled: Sequence[tuple[str, ...]], branch: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield what the folders may mean: each either goes on where the outer one ended, or repeats it in its own name.

    A ``branch`` of the worksheet that the outermost folder names holds for all within.
    """
    if not labelled:
        return
    *outer, last = labelled
    if not outer or (len(last) > 1 and last[0] in _SECTIONS):
        yield last
    elif len(last) > 1:
        yield (*branch, *last)
    for reading in _readings(outer, branch):
        yield (*reading, *last)


def _branch(labelled: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    names_one = labelled and (labelled[0][0] in _SECTIONS or labelled[0] in _COMPONENTS)
    return labelled[0] if names_one else ()


def _spellings(code: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield how a code is written: whole, without its section, without section and component (then *pemenuhan* is meant)."""
    written = [code]
    if len(code) > _SUBCOMPONENT and code[_SUBCOMPONENT] in _ROMAN:
        number = str(_ROMAN.index(code[_SUBCOMPONENT]))
        written.append((*code[:_SUBCOMPONENT], number, *code[_SUBCOMPONENT + 1 :]))
    for spelling in written:
        yield spelling
        if spelling[0] == "a":
            yield spelling[1:]
        if spelling[:2] == ("a", "i"):
            yield spelling[2:]
            yield ("a", *spelling[2:])
