"""The clean-up of evidence: lists the bytes that nothing speaks of any more, and takes away what was chosen of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zi_desktop.domain.fold import Folded
from zi_desktop.domain.named_files import files_brought, taken_away
from zi_desktop.services.evidence.checking import evaluations, files_named
from zi_desktop.services.evidence.intake import Tell, untold
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage.evidence_files import EvidenceStore


@dataclass(frozen=True, slots=True)
class LetGo:
    """Where a file was taken away last: the evaluation, the place in it, and when (ISO)."""

    evaluation: str
    place: str
    at: str


@dataclass(frozen=True, slots=True)
class Removable:
    """Bytes that nothing needs any more: ``file`` in the store, the names it had, its bytes, and why it may go.

    ``last`` is None where it was never added, or never taken away. ``held`` is since when (ISO) the hub confirms that it
    holds them, "" for what nothing speaks of.
    """

    file: str
    names: tuple[str, ...]
    size: int
    why: str
    last: LetGo | None = None
    held: str = ""


def removable(workspace: Workspace) -> tuple[Removable, ...]:
    """Return the bytes that a clean-up would remove: what no evaluation and no signed report speaks of any more."""
    store = EvidenceStore(workspace.folder)
    with workspace.database.reading() as connection:
        folds = dict(evaluations(connection))
        named = files_named(connection, folds)
    needed = {each.file.sha256 for files in named.values() for each in files}
    names, last = _names(folds.values()), _last(folds)
    found = [
        Removable(sha256, tuple(sorted(names.get(sha256, ()))), size, _why(sha256, names), last.get(sha256))
        for sha256, size in store.sizes().items()
        if sha256 not in needed
    ]
    found += [Removable(name, (), size, "sisa penyalinan yang terputus") for name, size in store.leftovers().items()]
    return tuple(sorted(found, key=lambda item: (item.names, item.file)))


def clean_up(workspace: Workspace, listed: Sequence[Removable], tell: Tell = untold) -> int:
    """Remove what was listed, and what nothing needs still; return the bytes set free. It cannot be undone.

    Args:
        workspace: where they lie.
        listed: what was chosen.
        tell: gets a sentence, files done, files in all; what it raises stops the work between two files.

    Raises:
        FileWriteError: the system refused.
    """
    store = EvidenceStore(workspace.folder)
    free = {item.file for item in removable(workspace)}
    going = [item for item in listed if item.file in free]
    for done, item in enumerate(going):
        tell("Membersihkan data dukung", done, len(going))
        store.remove(item.file)
    return sum(item.size for item in going)


def _names(folds: Iterable[Folded]) -> Mapping[str, set[str]]:
    """Return every name that a file ever had, taken away or not."""
    names: dict[str, set[str]] = {}
    for folded in folds:
        for sha256, brought in files_brought(folded).items():
            names.setdefault(sha256, set()).update(brought.names)
    return names


def _last(folds: Mapping[str, Folded]) -> Mapping[str, LetGo]:
    """Return where each file was taken away last, by the clocks of those who did."""
    found: dict[str, LetGo] = {}
    for id_, folded in folds.items():
        for gone in taken_away(folded):
            if gone.sha256 not in found or found[gone.sha256].at <= gone.at:
                found[gone.sha256] = LetGo(id_, gone.place, gone.at)
    return found


def _why(sha256: str, names: Mapping[str, set[str]]) -> str:
    return "sudah dilepas dari semua tempat" if sha256 in names else "tidak pernah tercatat"
