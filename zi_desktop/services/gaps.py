"""Which missing lines were said to be gone by somebody who proved it; only what follows those is taken without them."""

from sqlalchemy import Connection

from zi_desktop.domain.events import Event
from zi_desktop.domain.gaps import KIND, acts, gap_of
from zi_desktop.domain.identity import OFFICE_ID
from zi_desktop.services.provenance import provenance
from zi_desktop.storage import events


def declarations(connection: Connection) -> tuple[Event, ...]:
    """Return the acts that say so and whose authors are proven here, sorted; most workspaces have none."""
    if not events.of_kind(connection, OFFICE_ID, KIND):
        return ()
    proof = provenance(connection, [OFFICE_ID])
    return tuple(act for act in acts(events.load(connection, [OFFICE_ID])) if proof.proven(act.hash, act.author))


def gone(connection: Connection, subject_id: str) -> frozenset[str]:
    """Return the hashes of the lines of a subject that are gone."""
    found = map(gap_of, declarations(connection))
    return frozenset(gap.previous for gap in found if gap.subject.id == subject_id)
