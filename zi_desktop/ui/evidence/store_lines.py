"""The kept files of the whole workspace as lines ready to paint: what nothing speaks of any more, what is not as it was."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.services.evidence.checking import STATES, CheckedFile
from zi_desktop.services.evidence.cleaning import LetGo, Removable
from zi_desktop.services.evidence.places import Where
from zi_desktop.ui import dates
from zi_desktop.ui.evidence.lines import size_words

_SHOWN: Final = 12
"""Digits of a digest that stand for a file without a name."""
_FEW: Final = 2
"""So many places of a file are written out."""
_MARKS: Final[Mapping[str, tuple[str, str]]] = {
    "received": ("cloud", "text2"), "missing": ("cross-circle", "bad"), "changed": ("warning", "bad"), "elsewhere": ("package", "warn"),
}  # fmt: skip
"""Icon and ink of evidence that is listed, in the order of the list; what is whole or only noted is counted."""
_TO_DO: Final[Mapping[str, str]] = {
    "missing": "tambahkan lagi berkas yang sama, atau pulihkan cadangan",
    "changed": "tambahkan lagi berkas aslinya, atau pulihkan cadangan",
    "received": "isinya dapat diminta kembali dari Inspektorat",
    "elsewhere": "isinya datang dengan paket dari yang menambahkannya",
}


@dataclass(frozen=True, slots=True)
class StoreLine:
    """One file: ``key`` names it in the store, ``details`` stand below its name, ``mark`` is an icon and its ink."""

    key: str
    name: str
    details: str
    size: int
    mark: tuple[str, str] = ("circle", "text2")

    @property
    def words(self) -> str:
        """Return the row as it is read aloud."""
        return f"{self.name}, {size_words(self.size)}, {self.details.replace(' · ', ', ')}"


@dataclass(frozen=True, slots=True)
class Checkup:
    """What a check found: the lines to look at, and everything counted in a sentence.

    ``faulty``: something is not as it was; ``cleanable``: there are bytes that nothing speaks of.
    """

    lines: tuple[StoreLine, ...]
    sentence: str
    faulty: bool
    cleanable: bool


def removable_line(found: Removable, where: Where) -> StoreLine:
    """Return how a file is shown that may go: where it was taken away last, and when."""
    told = [found.why[:1].upper() + found.why[1:]]
    if found.held:
        told = [f"Ada di Inspektorat sejak {_recorded(found.held)}", "catatan dan tanda terimanya tetap"]
    if found.last is not None:
        told = [f"Dilepas dari {where(found.last.evaluation, found.last.place)}", _moment(found.last)]
    return StoreLine(found.file, ", ".join(found.names) or _nameless(found.file), " · ".join(told), found.size)


def checkup(found: Sequence[CheckedFile], orphans: Sequence[Removable], where: Where) -> Checkup:
    """Return what a check found as it is shown; ``orphans`` tell more of those without a line."""
    order = list(_MARKS)
    wanting = sorted((file for file in found if file.state in order), key=lambda file: order.index(file.state))
    counts = Counter(file.state for file in found)
    told = [f"{counts[state]} {STATES[state].lower()}" for state in STATES if counts[state]]
    sentence = f"{len(found)} berkas diperiksa: {', '.join(told)}." if told else "Belum ada data dukung."
    lines = [_checked_line(file, where) for file in wanting]
    lines += [removable_line(each, where) for each in orphans]
    return Checkup(tuple(lines), sentence, any(file.fault for file in found), bool(orphans))


def _checked_line(file: CheckedFile, where: Where) -> StoreLine:
    named = [where(*place) for place in file.places[:_FEW]]
    if len(file.places) > _FEW:
        named.append(f"{len(file.places) - _FEW} tempat lain")
    told = [STATES[file.state], *(["; ".join(named)] if named else []), _TO_DO[file.state]]
    return StoreLine(file.sha256, file.name or _nameless(file.sha256), " · ".join(told), file.size, _MARKS[file.state])


def _nameless(file: str) -> str:
    return f"Tanpa nama ({file.removeprefix('.').removesuffix('.part')[:_SHOWN]}…)"


def _moment(last: LetGo) -> str:
    return _recorded(last.at)


def _recorded(at: str) -> str:
    try:
        return dates.recorded(dt.datetime.fromisoformat(at))
    except ValueError:
        return at
