"""What is written for the team, to which file and for whom: the order, and what is said of the result."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zi_desktop.domain.figures import size
from zi_desktop.services.exchange.bundling import ExportedBundle


@dataclass(frozen=True, slots=True)
class Saving:
    """A bundle to be written: evaluations (ids), where to, without evidence and reports, without encryption."""

    evaluations: tuple[str, ...]
    file: Path
    answers_only: bool
    plain: bool


def saved_words(done: ExportedBundle) -> str:
    """Return what was written, who can open it and who cannot."""
    counts = ((done.evidence, "data dukung"), (done.reports, "laporan bertanda tangan"))
    files = "".join(f"{count} {what}, " for count, what in counts if count)
    words = f"Paket {done.file.name} tersimpan dan sudah dibaca ulang ({files}{size(done.size)})."
    if done.missing:
        words += f" {done.missing} data dukung tidak ikut."
    if done.readers:
        words += _ended(f" Dapat dibuka oleh {named(done.readers)}")
    if done.left_out:
        words += _ended(f" Belum ada kartunya, jadi tidak dapat membukanya: {named(done.left_out)}")
    return words


def named(people: Sequence[str]) -> str:
    """Return names in a row; they have commas themselves."""
    return " dan ".join(part for part in ("; ".join(people[:-1]), people[-1]) if part)


def _ended(words: str) -> str:
    """Return a sentence with its full stop; a name may end with one already."""
    return words if words.endswith(".") else f"{words}."
