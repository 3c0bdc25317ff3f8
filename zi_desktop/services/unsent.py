"""How many evaluations no receipt of the hub confirms: asked beside every screen, so it loads little until there is a hub."""

from typing import Final

from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, exchange, summaries

_HUB: Final = "hub"
"""The setting in which enrolment keeps the hub."""


def has_hub(workspace: Workspace) -> bool:
    """Tell whether there is a hub to send to."""
    with workspace.database.reading() as connection:
        return _HUB in directory.settings(connection)


def unsent(workspace: Workspace) -> int:
    """Return how many evaluations no receipt confirms as they stand; 0 while there is no hub. The first time loads much."""
    if not has_hub(workspace):
        return 0
    from zi_desktop.services.sent_bundles import SENT, sent_rows, standing  # noqa: PLC0415 (loads encryption)

    with workspace.database.reading() as connection:
        rows = sent_rows(exchange.exchanges(connection))
        heads = {row.id: row.stamp.rpartition(":")[2] for row in summaries.evaluations(connection)}
    return sum(standing(id_, head, rows, ()).state != SENT for id_, head in heads.items())
