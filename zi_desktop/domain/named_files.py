"""Every file that the lines of an evaluation name: evidence, proof of follow-ups, signed copies of the berita acara.

The one place that knows them all: what is checked, what a bundle carries and what a clean-up leaves is asked here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.events import Event
from zi_desktop.domain.evidence import Evidence, EvidenceFile
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.shapes import understood

MINUTES: Final = "berita_acara"
"""Place of the signed copies of the berita acara, where that of evidence is an item."""
REMARK: Final = "catatan."
"""Begins the place of the proof of follow-ups; the id of the remark follows."""
_ATTACHED: Final = "attachment/"
_EVIDENCE: Final = "evidence/"


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file at a place of which lines speak.

    Attributes:
        place: that of evidence (item, inbox, precondition), ``MINUTES``, or ``REMARK`` and an id.
        file: as it was when it was added; only its digest is known where no line here brought it.
        lines: hashes of the lines that brought it into this evaluation, wherever it was taken away since.
    """

    place: str
    file: EvidenceFile
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """A file that was added to an evaluation, taken away since or not, under which names, by which lines (hashes)."""

    file: EvidenceFile
    names: frozenset[str]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenAway:
    """A file (by digest) that was taken away from a place, and when (ISO, the clock of whoever did)."""

    sha256: str
    place: str
    at: str


def named_files(folded: Folded) -> tuple[NamedFile, ...]:
    """Return each file at each place where it stands; those of a remark that was withdrawn too: it may be put back."""
    brought = files_brought(folded)
    found: dict[tuple[str, str], NamedFile] = {}
    for link in Evidence(folded).links:
        found[link.place, link.file.sha256] = NamedFile(link.place, link.file, brought[link.file.sha256].lines)
    for place, sha256, line in (*_attached(folded), *_followed_up(folded)):
        known = brought.get(sha256) or BroughtFile(EvidenceFile(sha256, "", 0, ""), frozenset(), (line,))
        found.setdefault((place, sha256), NamedFile(place, known.file, known.lines))
    return tuple(found.values())


def files_brought(folded: Folded) -> Mapping[str, BroughtFile]:
    """Return every file that was ever added, by digest: as the first line says that kept it, or the first that noted it."""
    adds: dict[str, list[Event]] = {}
    for event in folded.events:
        if event.kind == "add" and _brings(event):
            adds.setdefault(_file(event).sha256, []).append(event)
    return {sha256: _brought(sorted(events, key=_moment)) for sha256, events in adds.items()}


def taken_away(folded: Folded) -> Iterator[TakenAway]:
    """Yield where files were taken away: from items and inbox, and from follow-ups that were taken back."""
    lines = {event.hash: event for event in folded.events}
    for event in lines.values():
        if event.kind == "retract" and _brings(event):
            if event.cell.startswith(_EVIDENCE):
                place, _, sha256 = event.cell.removeprefix(_EVIDENCE).rpartition("/")
                yield TakenAway(sha256, place, event.wall)
                continue
            for line in event.value["retracts"]:
                taken = lines.get(line)
                if taken is not None and taken.kind == "add" and taken.cell == event.cell and _brings(taken):
                    yield TakenAway(taken.value["sha256"], _place(event.cell), event.wall)


def _brought(adds: Sequence[Event]) -> BroughtFile:
    files = [_file(event) for event in adds]
    file = next((file for file in files if file.kept), files[0])
    return BroughtFile(file, frozenset(file.name for file in files), tuple(event.hash for event in adds))


def _moment(event: Event) -> tuple[str, str]:
    return event.wall, event.hash


def _brings(event: Event) -> bool:
    return event.cell.startswith((_EVIDENCE, _ATTACHED)) and understood(event.kind, event.cell, event.value)


def _file(event: Event) -> EvidenceFile:
    told = event.value
    if event.cell.startswith(_ATTACHED):
        return EvidenceFile(told["sha256"], told["name"], told["size"], told["type"])
    sha256 = event.cell.rpartition("/")[2]
    return EvidenceFile(sha256, told["name"], told["size"], told["type"], told["kept"], told["taken"], told["original"])


def _attached(folded: Folded) -> Iterator[tuple[str, str, str]]:
    for name in folded.names_below("attachment"):
        for head in folded.cell(name).heads:
            yield _place(name), head.value["sha256"], head.hash


def _followed_up(folded: Folded) -> Iterator[tuple[str, str, str]]:
    for ident, cell in folded.below("followup").items():
        for head in cell.heads:
            yield from ((f"{REMARK}{ident}", sha256, head.hash) for sha256 in head.value["files"])


def _place(cell: str) -> str:
    return MINUTES if cell == cells.ATTACHED_MINUTES else f"{REMARK}{cell.removeprefix(_ATTACHED)}"
