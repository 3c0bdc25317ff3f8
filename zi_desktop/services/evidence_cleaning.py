"""The clean-up of evidence: lists the bytes that nothing speaks of any more, and takes away what was chosen of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zi_desktop.domain.fold import Folded
from zi_desktop.domain.shapes import understood
from zi_desktop.services.evidence_checking import evaluations, needed_files
from zi_desktop.services.evidence_intake import Tell, untold
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

    ``last`` is None where it was never evidence, or never taken away.
    """

    file: str
    names: tuple[str, ...]
    size: int
    why: str
    last: LetGo | None = None


def removable(workspace: Workspace) -> tuple[Removable, ...]:
    """Return the bytes that a clean-up would remove: what no evaluation and no signed report speaks of any more."""
    store = EvidenceStore(workspace.folder)
    with workspace.database.reading() as connection:
        folds = dict(evaluations(connection))
        needed = needed_files(connection, folds.values())
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
    """Return every name that a file ever had, retracted or not."""
    names: dict[str, set[str]] = {}
    for folded in folds:
        for event in folded.events:
            if (
                event.cell.startswith("evidence/")
                and event.kind == "add"
                and understood("add", event.cell, event.value)
            ):
                names.setdefault(event.cell.rpartition("/")[2], set()).add(event.value["name"])
    return names


def _last(folds: Mapping[str, Folded]) -> Mapping[str, LetGo]:
    """Return where each file was taken away last, by the clocks of those who did."""
    found: dict[str, LetGo] = {}
    for id_, folded in folds.items():
        for event in folded.events:
            if event.kind == "retract" and event.cell.startswith("evidence/"):
                place, _, sha256 = event.cell.removeprefix("evidence/").rpartition("/")
                if sha256 not in found or found[sha256].at <= event.wall:
                    found[sha256] = LetGo(id_, place, event.wall)
    return found


def _why(sha256: str, names: Mapping[str, set[str]]) -> str:
    return "sudah dilepas dari semua butir" if sha256 in names else "tidak pernah tercatat"
