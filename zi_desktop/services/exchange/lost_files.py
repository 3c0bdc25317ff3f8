"""Files that are nowhere known: let go here because the hub held them, and no longer named by its last receipt."""

from collections.abc import Iterable, Mapping
from typing import Final

from zi_desktop.services.evidence.checking import evaluations, files_named
from zi_desktop.services.receipts import held, once_confirmed
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage.evidence_files import EvidenceStore

LOST_WAY: Final = "Ambil dari paket atau cadangan, atau tambahkan lagi berkasnya"
"""What can be done about such files, without a full stop."""


def lost_files(workspace: Workspace) -> Mapping[str, frozenset[str]]:
    """Return the digests of such files, by the evaluation that names them still. It may fold evaluations: for a worker."""
    here = EvidenceStore(workspace.folder).sizes().keys()
    with workspace.database.reading() as connection:
        gone = once_confirmed(connection) - here
        if gone:
            gone -= held(connection)
        if not gone:
            return {}
        named = files_named(connection, dict(evaluations(connection)))
    found = {id_: frozenset(each.file.sha256 for each in files) & gone for id_, files in named.items()}
    return {id_: digests for id_, digests in found.items() if digests}


def lost_of(lost: Mapping[str, frozenset[str]], members: Iterable[str]) -> int:
    """Return how many files of an evaluation and its twins (ids) are nowhere known, each once."""
    return len(frozenset[str]().union(*(lost.get(id_, frozenset()) for id_ in members)))
