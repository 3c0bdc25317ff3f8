"""Evidence against its bytes: what is missing, changed, or belongs to nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from zi_desktop.domain import canonical
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.evidence import Evidence, EvidenceFound
from zi_desktop.domain.fold import Folded, fold
from zi_desktop.domain.remarks import Remarks
from zi_desktop.domain.visit import VisitDay
from zi_desktop.services.evidence_intake import Tell, untold
from zi_desktop.services.provenance import provenance
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, events, exchange
from zi_desktop.storage.evidence_files import EvidenceStore

STATES: Final[Mapping[str, str]] = {
    "whole": "Utuh", "noted": "Dicatat tanpa disalin", "elsewhere": "Di laptop lain",
    "missing": "Hilang", "changed": "Berubah", "orphan": "Tanpa tautan",
}  # fmt: skip
"""How a file may stand; missing and changed are faults."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file and how it stands: ``state`` is a key of ``STATES``, ``size`` in bytes.

    ``places`` are where it is evidence: the id of an evaluation and the place in it.
    """

    sha256: str
    name: str
    size: int
    state: str
    places: tuple[tuple[str, str], ...] = ()

    @property
    def fault(self) -> str:
        """Return what is wrong with it in a sentence, or ""."""
        words = {"missing": "isinya tidak ada di ruang kerja ini", "changed": "berubah sejak ditambahkan"}
        return f"Data dukung {self.name} {words[self.state]}." if self.state in words else ""


def check_evidence(
    workspace: Workspace, evaluation_id: str | None = None, tell: Tell = untold
) -> tuple[CheckedFile, ...]:
    """Return every file of one evaluation (or of all) with how it stands, and what belongs to no evaluation.

    Each kept file is hashed: for the worker. What ``tell`` raises stops it.
    """
    store = EvidenceStore(workspace.folder)
    with workspace.database.reading() as connection:
        folds = dict(evaluations(connection))
        needed = needed_files(connection, folds.values())
        elsewhere = _elsewhere(connection, folds)
    asked = folds if evaluation_id is None else {evaluation_id: folds[evaluation_id]}
    found_links = [(id_, link) for id_, folded in asked.items() for link in Evidence(folded).links]
    links = {link.file.sha256: link.file for _, link in found_links}
    kept = {link.file.sha256 for _, link in found_links if link.file.kept}
    places: dict[str, list[tuple[str, str]]] = {}
    for id_, link in found_links:
        places.setdefault(link.file.sha256, []).append((id_, link.place))
    sizes = store.sizes()
    whole, done = sum(size for sha256, size in sizes.items() if sha256 in kept), [0]

    def went(count: int) -> None:
        done[0] += count
        tell("Memeriksa data dukung", done[0], whole)

    found = []
    for sha256, file in sorted(links.items(), key=lambda item: (item[1].name.casefold(), item[0])):
        if sha256 in sizes:
            state = "whole" if sizes[sha256] == file.size and store.digest(sha256, went) == sha256 else "changed"
        else:
            state = "elsewhere" if sha256 in elsewhere else "missing" if sha256 in kept else "noted"
        found.append(CheckedFile(sha256, file.name, file.size, state, tuple(places[sha256])))
    found += [CheckedFile(name, "", size, "orphan") for name, size in sizes.items() if name not in needed]
    found += [CheckedFile("", name, size, "orphan") for name, size in store.leftovers().items()]
    return tuple(found)


def find_listed(record: Json, workspace: Path) -> EvidenceFound | None:
    """Compare the evidence that a report lists with what lies in a workspace; None where it keeps no evidence."""
    store = EvidenceStore(workspace)
    if not store.folder.is_dir():
        return None
    listed = {item["sha256"] for item in record["evidence"]}
    present = listed & store.sizes().keys()
    mismatched = tuple(sorted(sha256 for sha256 in present if store.digest(sha256, lambda _: None) != sha256))
    return EvidenceFound(len(present) - len(mismatched), mismatched)


def evaluations(connection: Connection) -> Iterator[tuple[str, Folded]]:
    """Yield every evaluation that is here, by its id."""
    for subject in events.subjects(connection):
        if subject.kind == "evaluation":
            yield subject.id, fold(events.load(connection, [subject.id]))


def needed_files(connection: Connection, folds: Iterable[Folded]) -> frozenset[str]:
    """Return the digests of the files that an evaluation or a report speaks of."""
    linked = {sha256 for folded in folds for sha256 in linked_files(folded)}
    records = (canonical.decode(document.record) for document in directory.documents(connection))
    return frozenset(linked | {item["sha256"] for record in records for item in record["evidence"]})


def linked_files(folded: Folded) -> Iterator[str]:
    """Yield the digests of the files of items and inbox, of follow-ups of remarks, and the signed copies of the minutes."""
    yield from Evidence(folded).places
    for remark in Remarks(folded).all:
        for entry in remark.follow_ups:
            yield from entry.files
    for scan in VisitDay(folded).scans:
        yield scan["sha256"]


def _elsewhere(connection: Connection, folds: Mapping[str, Folded]) -> frozenset[str]:
    """Return the files whose bytes never came here: others added them, and no bundle that was taken brought them."""
    here = {
        sha256
        for each in exchange.exchanges(connection)
        if each.direction == "in"
        for sha256 in each.detail["evidence"]
    }
    others: set[str] = set()
    for id_, folded in folds.items():
        found = provenance(connection, id_)
        for link in Evidence(folded).links:
            (others if found.vouched.keys() >= set(link.adds) else here).add(link.file.sha256)
    return frozenset(others - here)
