"""What nobody has yet but this laptop, counted: asked beside every screen, so it loads little until there is a hub."""

from dataclasses import dataclass
from typing import Final

from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import attestations, directory, events, exchange, summaries

_HUB: Final = "hub"
"""The setting in which enrolment keeps the hub."""
_TEAM: Final = "team"


@dataclass(frozen=True, slots=True)
class Unsent:
    """How many evaluations wait: for the ``hub``, else to be given to the team on a stick.

    ``stored`` of them lie at the hub's place and only their receipt has not come. ``since`` is when this laptop last exchanged anything with anybody (ISO), or "".
    """

    count: int
    hub: bool
    since: str
    stored: int = 0


def hub_address(workspace: Workspace) -> str:
    """Return where the hub of this laptop is met, or "" where none was believed."""
    with workspace.database.reading() as connection:
        return str((directory.settings(connection).get(_HUB) or {}).get("address", ""))


def unsent(workspace: Workspace) -> Unsent:
    """Return how many evaluations wait to be sent. The first time with a hub it loads much: for a worker."""
    with workspace.database.reading() as connection:
        rows = exchange.exchanges(connection)
        known = _HUB in directory.settings(connection)
        heads = {row.id: row.stamp.rpartition(":")[2] for row in summaries.evaluations(connection)}
    since = max((row.at for row in rows), default="")
    if not known:
        return Unsent(len(undelivered(workspace)), hub=False, since=since)
    from zi_desktop.services.exchange.sent_bundles import standing  # noqa: PLC0415 (loads encryption)
    from zi_desktop.services.receipts import SENT, STORED, sent_rows  # noqa: PLC0415 (loads encryption)

    sent = sent_rows(rows)
    states = [standing(id_, head, sent, ()).state for id_, head in heads.items()]
    waiting = sum(state != SENT for state in states)
    return Unsent(waiting, hub=True, since=since, stored=states.count(STORED))


def undelivered(workspace: Workspace) -> frozenset[str]:
    """Return the evaluations that are exchanged in the team, with lines of this laptop in no bundle for it yet."""
    with workspace.database.reading() as connection:
        rows = [row for row in exchange.exchanges(connection) if row.kind == _TEAM and "tips" in row.detail]
        shared = {subject for row in rows for subject in row.detail["tips"]} & set(summaries.evaluation_ids(connection))
        foreign = {(each.subject.id, each.stream) for each in attestations.attestations(connection, shared)}
        own = {
            (subject, stream): seq
            for (subject, stream), seq in events.lengths(connection, shared).items()
            if (subject, stream) not in foreign
        }
    given: dict[tuple[str, str], int] = {}
    for row in rows:
        if row.direction == "out":
            for subject, tips in row.detail["tips"].items():
                for stream, seq, _ in tips:
                    given[subject, stream] = max(seq, given.get((subject, stream), 0))
    return frozenset(subject for (subject, stream), seq in own.items() if seq > given.get((subject, stream), 0))
