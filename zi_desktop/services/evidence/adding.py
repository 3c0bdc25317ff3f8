"""What one call that adds evidence has done so far: files whose bytes are kept and whose lines are yet to be written."""

from dataclasses import dataclass
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.border import clean_text
from zi_desktop.domain.evidence import EvidenceFile, EvidenceLink
from zi_desktop.services.evidence.intake import Failed
from zi_desktop.storage.evidence_files import StoredFile
from zi_desktop.storage.recorder import Statement

_BATCH: Final = 8
"""Files whose lines are written in one transaction …"""
_BATCH_BYTES: Final = 64 * 1024 * 1024
"""… or fewer, where they are this large together."""


@dataclass(frozen=True, slots=True)
class AddResult:
    """What adding did: links made, files that were there already, files that were not taken."""

    added: tuple[EvidenceFile, ...]
    same: tuple[str, ...]
    failed: tuple[Failed, ...]


class Adding:
    """Collects what became of each file; ``waiting`` are files whose bytes are kept and whose lines are not."""

    def __init__(self) -> None:
        self.added: list[EvidenceFile] = []
        self.same: list[str] = []
        self.failed: list[Failed] = []
        self.waiting: list[tuple[EvidenceFile, str]] = []

    @property
    def full(self) -> bool:
        """Tell whether it is time to write lines."""
        return len(self.waiting) >= _BATCH or sum(file.size for file, _ in self.waiting) >= _BATCH_BYTES

    @property
    def result(self) -> AddResult:
        """Return what was done."""
        return AddResult(tuple(self.added), tuple(self.same), tuple(self.failed))

    def take(self, outcome: StoredFile | Failed, place: str) -> None:
        """Take what became of one file."""
        if isinstance(outcome, Failed):
            self.failed.append(outcome)
        else:
            self.waiting.append((_as_file(outcome), place))


def _as_file(file: StoredFile) -> EvidenceFile:
    return EvidenceFile(file.sha256, file.name, file.size, file.type, file.kept, file.taken, file.original)


def addition(place: str, file: EvidenceFile) -> Statement:
    """Return what is stated when a file is put at an item or into the inbox."""
    value = {
        "name": file.name, "size": file.size, "type": file.type, "kept": file.kept, "taken": file.taken,
        "original": file.original,
    }  # fmt: skip
    return Statement("add", cells.evidence(place, file.sha256), value)


def retraction(link: EvidenceLink, reason: str) -> Statement:
    """Return what is stated when a file is taken away from its place."""
    value = {"retracts": list(link.adds), "reason": clean_text(reason).strip()}
    return Statement("retract", cells.evidence(link.place, link.file.sha256), value, link.adds)
