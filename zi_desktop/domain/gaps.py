"""Gaps: a part of a stream that did not come; where a named person says that it is gone, what stands behind it counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.events import Event, Subject
from zi_desktop.domain.shapes import understood

KIND: Final = "gap"
"""Stands in the statements of the office, so that it reaches whoever may have what is behind the gap."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The line with the hash ``previous`` is not there; ``before`` is the number of the line that follows it."""

    subject: Subject
    stream: str
    before: int
    previous: str


def cell_of(gap: Gap) -> str:
    """Return the cell that says that what is missing is gone."""
    return f"{KIND}/{gap.subject.id}/{gap.stream}/{gap.previous}"


def act_value(gap: Gap, reason: str) -> Json:
    """Return what says that what is missing is gone: why, and where it stood."""
    return {"reason": reason, "subject": gap.subject.kind, "before": gap.before}


def gap_of(act: Event) -> Gap:
    """Return the gap that an act (of ``acts``) is about."""
    _, subject, stream, previous = act.cell.split("/")
    return Gap(Subject(act.value["subject"], subject), stream, act.value["before"], previous)


def acts(office: Iterable[Event]) -> tuple[Event, ...]:
    """Return the lines of the office that say of a gap that what is missing is gone, sorted."""
    found = (event for event in office if event.kind == KIND and understood(event.kind, event.cell, event.value))
    return tuple(sorted(found, key=lambda event: (event.cell, event.wall, event.hash)))


def gaps_in(known: Mapping[str, Event]) -> tuple[Gap, ...]:
    """Return the gaps in lines (by hash), by stream and place, whether somebody spoke of them or not."""
    found = {
        Gap(event.subject, event.stream, event.seq, event.previous)
        for event in known.values()
        if event.seq > 1 and event.previous not in known
    }
    return tuple(sorted(found, key=lambda gap: (gap.subject.id, gap.stream, gap.before, gap.previous)))
