"""How many evaluations no receipt of the hub confirms: asked beside every screen, so it loads little."""

from typing import Final

from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, exchange, summaries

_HUB: Final = "hub"
"""The setting in which enrolment keeps the hub."""


def unsent(workspace: Workspace) -> int:
    """Return how many evaluations no receipt confirms as they stand; 0 while there is no hub to send them to."""
    with workspace.database.reading() as connection:
        if _HUB not in directory.settings(connection):
            return 0
        # The modules of encryption load only where something is sent.
        from zi_desktop.services.sent_bundles import SENT, sent_rows, standing  # noqa: PLC0415 (see above)

        rows = sent_rows(exchange.exchanges(connection))
        heads = {row.id: row.stamp.rpartition(":")[2] for row in summaries.evaluations(connection)}
    return sum(standing(id_, head, rows, ()).state != SENT for id_, head in heads.items())
