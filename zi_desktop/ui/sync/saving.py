"""What is written for the team, to which file and for whom: the order, and what is said of the result."""

from dataclasses import dataclass
from pathlib import Path

from zi_desktop.domain.figures import size
from zi_desktop.services.bundling import ExportedBundle


@dataclass(frozen=True, slots=True)
class Saving:
    """A bundle to be written: evaluations (ids), where to, without evidence and reports, without encryption."""

    evaluations: tuple[str, ...]
    file: Path
    answers_only: bool
    plain: bool


def saved_words(done: ExportedBundle) -> str:
    """Return what was written, who can open it and who cannot."""
    words = f"Paket {done.file.name} tersimpan dan sudah dibaca ulang: {done.lines} catatan, {done.evidence} berkas, {size(done.size)}."
    if done.missing:
        words += f" {done.missing} data dukung tidak ikut."
    if done.readers:
        words += _ended(f" Dapat dibuka oleh {', '.join(done.readers)}")
    if done.left_out:
        words += _ended(f" Belum ada kartunya, jadi tidak dapat membukanya: {', '.join(done.left_out)}")
    return words


def _ended(words: str) -> str:
    """Return a sentence with its full stop; a name may end with one already."""
    return words if words.endswith(".") else f"{words}."
