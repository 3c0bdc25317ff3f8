"""Joining at the hub: satker and evaluations that are one are summed up as one, under the id that stands for them."""

from collections.abc import Iterable

from sqlalchemy import Connection

from zi_desktop.domain.aliases import SATKER, Aliases
from zi_desktop.domain.events import Event, Subject
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.identity import evaluation_id
from zi_desktop.services.joined import mentioned, says_who_is_one
from zi_desktop.storage import hub_joining, hub_store


def together(
    connection: Connection, aliases: Aliases, subject: Subject, folded: Folded
) -> tuple[Subject, list[Event]] | None:
    """Return under which subject a subject is summed up and from which lines; None where no alias touches it.

    The standing one is locked. Nobody who holds it waits for another of them, so that two workers never wait for each
    other.
    """
    if not aliases:
        return None
    candidates = _candidates(aliases, subject, folded)
    found = {each.id for each in hub_store.begun(connection, [Subject(subject.kind, id_) for id_ in candidates])}
    ids = [id_ for id_ in candidates if id_ in found]
    if len(ids) == 1 and all(aliases.renamed(line) is line for line in folded.events):
        return None
    standing = Subject(subject.kind, ids[0])
    if len(ids) > 1:
        hub_store.locked(connection, standing)
        hub_joining.drop_summaries(connection, ids[1:])
    lines = [line for id_ in ids for line in hub_store.lines_of(connection, Subject(subject.kind, id_))]
    return standing, [aliases.renamed(line) for line in lines]


def to_renew(connection: Connection, office: Folded) -> list[Subject]:
    """Return every subject that is, or was, one with another by the statements of the office, sorted."""
    ids = mentioned(office, SATKER)
    rounds = hub_joining.rounds_of(connection, ids)
    evaluations = {Subject("evaluation", evaluation_id(id_, *each)) for id_ in ids for each in rounds}
    found = hub_store.begun(connection, evaluations | {Subject("satker", id_) for id_ in ids})
    return sorted(found, key=lambda each: (each.kind != "satker", each.id))


def changes_who_is_one(lines: Iterable[Event]) -> bool:
    """Tell whether any of these lines says, or takes back, that two ids are one."""
    return any(map(says_who_is_one, lines))


def _candidates(aliases: Aliases, subject: Subject, folded: Folded) -> tuple[str, ...]:
    """Return the ids under which the same may have been begun, the standing one first."""
    if subject.kind == "satker":
        return aliases.members(subject.id)
    identity = folded.cell("identity").value
    if subject.kind != "evaluation" or identity is None:
        return (subject.id,)
    members = aliases.members(identity["satker"])
    own, *others = (evaluation_id(id_, identity["year"], identity["activity"], identity["round"]) for id_ in members)
    return own, *sorted({*others, subject.id} - {own})
