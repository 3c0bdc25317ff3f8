"""Evidence against its bytes: what is missing, changed, or belongs to nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from zi_desktop.domain import canonical
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.evidence import EvidenceFile, EvidenceFound
from zi_desktop.domain.fold import Folded, fold
from zi_desktop.domain.named_files import MINUTES, REMARK, BroughtFile, NamedFile, files_brought, named_files
from zi_desktop.services.evidence.intake import Tell, untold
from zi_desktop.services.provenance import provenance
from zi_desktop.services.receipts import held
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, events, exchange
from zi_desktop.storage.evidence_files import EvidenceStore

STATES: Final[Mapping[str, str]] = {
    "whole": "Utuh", "noted": "Dicatat tanpa disalin", "elsewhere": "Di laptop lain",
    "received": "Ada di Inspektorat",
    "missing": "Hilang", "changed": "Berubah", "orphan": "Tanpa tautan",
}  # fmt: skip
"""How a file may stand; missing and changed are faults."""
_SHOWN: Final = 12
"""Digits of a digest that stand for a file without a name."""


_WHAT: Final[Mapping[str, str]] = {MINUTES: "Salinan berita acara", REMARK: "Bukti tindak lanjut"}
"""What a file is called that is no evidence of an item."""
REPORT: Final = "laporan"
"""Place of a file of which only a signed report speaks still."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file and how it stands: ``state`` is a key of ``STATES``, ``size`` in bytes.

    ``name`` is "" where nothing here tells it. ``places`` are where it stands: the id of an evaluation and the place in
    it, as of a ``NamedFile``, or ``REPORT``.
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
        if self.state not in words:
            return ""
        kinds = {_WHAT.get(MINUTES if place == MINUTES else place[: len(REMARK)], "") for _, place in self.places}
        what = kinds.pop() if len(kinds) == 1 else ""
        return f"{what or 'Data dukung'} {self.name or self.sha256[:_SHOWN]} {words[self.state]}."


def check_evidence(
    workspace: Workspace, evaluation_id: str | None = None, tell: Tell = untold
) -> tuple[CheckedFile, ...]:
    """Return every file that one evaluation (or any) names with how it stands, and what belongs to nothing.

    Each kept file is hashed: for the worker. What ``tell`` raises stops it.
    """
    store = EvidenceStore(workspace.folder)
    with workspace.database.reading() as connection:
        named = files_named(connection, dict(evaluations(connection)))
        elsewhere, at_hub = _elsewhere(connection, named), held(connection)
    needed = {each.file.sha256 for files in named.values() for each in files}
    asked = named if evaluation_id is None else workspace.joined().members(evaluation_id)
    places: dict[str, list[tuple[str, NamedFile]]] = {}
    for id_ in asked:
        for each in named.get(id_, ()):
            places.setdefault(each.file.sha256, []).append((id_, each))
    sizes = store.sizes()
    whole, done = sum(sizes[sha256] for sha256 in places if sha256 in sizes), [0]

    def went(count: int) -> None:
        done[0] += count
        tell("Memeriksa data dukung", done[0], whole)

    found = []
    for sha256, standing in sorted(places.items(), key=_by_name):
        file = standing[0][1].file
        if sha256 in sizes:
            state = "whole" if store.digest(sha256, went) == sha256 else "changed"
        elif sha256 in at_hub:
            state = "received"
        elif sha256 in elsewhere:
            state = "elsewhere"
        else:
            state = "missing" if any(each.file.kept for _, each in standing) else "noted"
        found.append(
            CheckedFile(sha256, file.name, file.size, state, tuple((id_, each.place) for id_, each in standing))
        )
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


def files_named(connection: Connection, folds: Mapping[str, Folded]) -> Mapping[str, tuple[NamedFile, ...]]:
    """Return the files that evaluations name, by id: their lines, and the signed reports that list what no line names still."""
    found = {id_: named_files(folded) for id_, folded in folds.items()}
    for document in directory.documents(connection):
        id_ = document.evaluation_id
        standing = {each.file.sha256 for each in found.get(id_, ())}
        listed = {each["sha256"]: each for each in canonical.decode(document.record)["evidence"]}
        if listed.keys() <= standing:
            continue
        brought = files_brought(folds[id_]) if id_ in folds else {}
        found[id_] = (
            *found.get(id_, ()),
            *(_listed(each, brought) for each in listed.values() if each["sha256"] not in standing),
        )
    return found


def linked_files(folded: Folded) -> frozenset[str]:
    """Return the digests of the files that the lines of an evaluation name: what a bundle of it carries."""
    return frozenset(each.file.sha256 for each in named_files(folded))


def _listed(told: Json, brought: Mapping[str, BroughtFile]) -> NamedFile:
    """Return a file as a signed report lists it."""
    if known := brought.get(told["sha256"]):
        return NamedFile(REPORT, known.file, known.lines)
    return NamedFile(REPORT, EvidenceFile(told["sha256"], told["name"], told["size"], told["type"]), ())


def _by_name(item: tuple[str, list[tuple[str, NamedFile]]]) -> tuple[str, str]:
    sha256, standing = item
    return standing[0][1].file.name.casefold(), sha256


def _elsewhere(connection: Connection, named: Mapping[str, Iterable[NamedFile]]) -> frozenset[str]:
    """Return the files whose bytes never came here: others added them, and no bundle that was taken brought them."""
    here = {
        sha256
        for each in exchange.exchanges(connection)
        if each.direction == "in"
        for sha256 in each.detail["evidence"]
    }
    others: set[str] = set()
    for id_, files in named.items():
        found = provenance(connection, [id_])
        for each in files:
            (others if found.vouched.keys() >= set(each.lines) else here).add(each.file.sha256)
    return frozenset(others - here)
