"""What a person is about to state about a beda penilaian, and what is still missing for it."""

from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.answers import Answer
from zi_desktop.services.settling.matters import Matter, MatterKind

OTHER: Final = -1
"""The choice of another value than any version."""
NOTHING: Final = 0
"""Nothing is chosen: so it is on opening, always."""
_LAST_DIGIT: Final = 9
_NO_CHOICE: Final = "Pilih salah satu versi atau isi nilai lain dahulu."
_OVERTAKEN: Final = "Versinya berubah sesudah dipilih: lihat lagi, lalu pilih. Alasan tetap ada."
_NO_REASON: Final = "Isi alasannya: alasan masuk riwayat butir."
_NO_VALUE: Final = "Isi nilai lain dahulu."


@dataclass(frozen=True, slots=True)
class Entry:
    """What the person is about to state: the number of a version, ``OTHER`` or ``NOTHING``; the other value; the reason.

    ``overtaken``: a version had been chosen, then other versions came; nothing is chosen until the person looks again.
    """

    choice: int = NOTHING
    other: Answer | None = None
    reason: str = ""
    overtaken: bool = False


def obstacle(matter: Matter, entry: Entry) -> str:
    """Return what is still to be done before an entry can be stated, or ""."""
    if matter.kind is MatterKind.BEYOND:
        return ""
    if entry.choice == NOTHING:
        return _OVERTAKEN if entry.overtaken else _NO_CHOICE
    if entry.choice == OTHER and entry.other is None:
        return _NO_VALUE
    return _NO_REASON if matter.kind is MatterKind.ANSWER and not entry.reason.strip() else ""


def other_digit(matter: Matter) -> str:
    """Return the digit of another value: the one after the last version, ``0`` where digits end."""
    following = len(matter.versions) + 1
    return str(following) if following <= _LAST_DIGIT else "0"


def choice_of(digit: str, matter: Matter) -> int:
    """Return what a digit chooses; ``0`` is always another value."""
    return OTHER if digit in ("0", other_digit(matter)) else int(digit)
