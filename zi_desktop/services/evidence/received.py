"""Evidence that the hub holds: what its last receipt confirms, and which bytes may therefore go from this laptop."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from zi_desktop.services.evidence.checking import evaluations, files_named
from zi_desktop.services.evidence.cleaning import Removable
from zi_desktop.services.receipts import confirmed
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage.evidence_files import EvidenceStore

GRACE_DAYS: Final = 30
"""So long bytes stay here after the hub confirmed them: a hub that is restored from a backup may lose what it had."""


def releasable(workspace: Workspace) -> tuple[Removable, ...]:
    """Return the bytes that the hub has held for long enough: their lines, digests and receipts stay. For a worker."""
    sizes = EvidenceStore(workspace.folder).sizes()
    with workspace.database.reading() as connection:
        since = {sha256: at for sha256, at in confirmed(connection).items() if sha256 in sizes}
        if not since:
            return ()
        named = files_named(connection, dict(evaluations(connection)))
    names: dict[str, set[str]] = {}
    for files in named.values():
        for each in files:
            names.setdefault(each.file.sha256, set()).add(each.file.name)
    grace = workspace.now() - dt.timedelta(days=GRACE_DAYS)
    found = [
        Removable(sha256, tuple(sorted(names[sha256])), sizes[sha256], "ada di Inspektorat", held=at)
        for sha256, at in since.items()
        if sha256 in names and dt.datetime.fromisoformat(at) <= grace
    ]
    return tuple(sorted(found, key=lambda item: (item.names, item.file)))


def release(workspace: Workspace, chosen: Sequence[Removable]) -> int:
    """Remove bytes that the hub holds, and holds still by its last receipt; return the bytes set free.

    Raises:
        FileWriteError: the system refused.
    """
    store = EvidenceStore(workspace.folder)
    free = {item.file for item in releasable(workspace)}
    going = [item for item in chosen if item.file in free]
    for item in going:
        store.remove(item.file)
    return sum(item.size for item in going)
