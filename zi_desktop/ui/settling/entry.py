"""What a person is about to state about a beda penilaian."""

from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.answers import Answer

OTHER: Final = -1
"""The choice of another value than any version."""
NOTHING: Final = 0
"""Nothing is chosen: so it is on opening, always."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the person is about to state: the number of a version, ``OTHER`` or ``NOTHING``; the other value; the reason."""

    choice: int = NOTHING
    other: Answer | None = None
    reason: str = ""
