"""Redaction: a line loses its content for good; its digest stays, and the chain holds (the law is design/events.md)."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from zi_desktop.domain import shapes
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.events import Event, Subject, read_redacted, redacted_line
from zi_desktop.domain.plan import LEAD
from zi_desktop.domain.remark_terms import TEXTS

KIND: Final = "redact"
_WRITING: Final = frozenset({"set", "add"})
"""Kinds that bring content; what settles, retracts or brings back only speaks of other lines."""
_FAMILIES: Final = frozenset({
    "note", "internal", "link", "comment", "evidence", "attachment", "followup", "attendance", "visit", "minutes",
    "meeting", "contact", "record",
})  # fmt: skip
"""First parts of the cells that hold what somebody wrote, and nothing that is scored, planned or signed."""


def act_value(event: Event, reason: str) -> Json:
    """Return what takes the content of a line away: why, and what the line did to others, which stays done."""
    return {"reason": reason, "cell": event.cell, "edges": list(event.edges), "author": event.author}


def redactable(event: Event) -> bool:
    """Tell whether a line may lose its content: free text, files and people; never a judgement, a plan or a seal."""
    return event.kind in _WRITING and _holds_writing(event.cell)


def entitled(person: str, author: str, subject: Subject, leads: Collection[str]) -> bool:
    """Tell whether a person may take the content of a line: its author, a lead of the team; of a profile, anybody."""
    return person == author or subject.kind != "evaluation" or person in leads


def leads(events: Iterable[Event]) -> frozenset[str]:
    """Return everybody whom any plan ever named lead: so a right that was used once is never lost again."""
    return frozenset(
        member["person"]
        for event in events
        if event.cell == "plan/team" and event.kind == "set" and shapes.understood(event.kind, event.cell, event.value)
        for member in event.value
        if member["role"] == LEAD
    )


def redacted_by(known: Mapping[str, Event]) -> Mapping[str, tuple[Event, ...]]:
    """Return the lines that have no content any more, by hash, with the acts that say so, sorted.

    A line that is here whole shows whether an act says the truth of it. Of one whose digest alone is here the act is
    believed; should the line come whole after all, it is looked at again.

    Args:
        known: all lines of a subject (or of several that an alias makes one) by hash.
    """
    acts = sorted((event for event in known.values() if event.kind == KIND), key=lambda event: event.hash)
    if not acts:
        return {}
    named = leads(known.values())
    found: dict[str, tuple[Event, ...]] = {}
    for act in acts:
        target = known.get(act.cell.rpartition("/")[2])
        if target is not None and shapes.understood(act.kind, act.cell, act.value) and _takes(act, target, named):
            found[target.hash] = (*found.get(target.hash, ()), act)
    return found


def without_content(event: Event) -> Event:
    """Return what is left of a line."""
    return read_redacted(redacted_line(event.line), event.previous, event.subject, event.stream, event.seq)


def _takes(act: Event, target: Event, named: Collection[str]) -> bool:
    cell, edges, author = act.value["cell"], act.value["edges"], act.value["author"]
    if not _holds_writing(cell) or not entitled(act.author, author, act.subject, named):
        return False
    return target.redacted or (
        redactable(target) and (target.cell, list(target.edges), target.author) == (cell, edges, author)
    )


def _holds_writing(cell: str) -> bool:
    family, _, path = cell.partition("/")
    return class_of(cell) is not CellClass.JUDGEMENT and (
        family in _FAMILIES or (family == "remark" and path.rpartition("/")[2] in TEXTS)
    )
