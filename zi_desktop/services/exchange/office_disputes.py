"""What two laptops say differently of the office itself: side by side, until a person chooses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.cells import judgement
from zi_desktop.domain.identity import OFFICE_ID
from zi_desktop.services.settings import OFFICE, Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage.recorder import Statement

NAME, LETTERHEAD, LOGO, WORD = "agency/name", "agency/letterhead", "agency/logo", "agency/word"
TITLES: Final = {NAME: "Nama instansi", LETTERHEAD: "Kop surat", LOGO: "Logo", WORD: "Sebutan satker"}


@dataclass(frozen=True, slots=True)
class OfficeVersion:
    """One value, who stated it (name, or the beginning of an id) and when (ISO, the clock of whoever did)."""

    value: Json
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class OfficeDispute:
    """A setting with several values that nobody chose between; ``displayed`` are the heads that a choice closes."""

    cell: str
    versions: tuple[OfficeVersion, ...]
    displayed: tuple[str, ...]

    @property
    def title(self) -> str:
        """Return what the setting is called."""
        return TITLES[self.cell]


class OfficeDisputes:
    """Reads and closes them."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def all(self) -> Sequence[OfficeDispute]:
        """Return every setting about which laptops disagree, in the order of the screen of settings."""
        office, people = self._workspace.folded(OFFICE_ID), self._settings.people()
        found = []
        for name in TITLES:
            cell = office.cell(name)
            if not cell.conflicted:
                continue
            versions: dict[str, OfficeVersion] = {}
            for head in sorted(cell.heads, key=lambda head: (head.author, head.wall, head.hash)):
                person = people.get(head.author)
                author = person.name if person and person.name else head.author[:8]
                versions.setdefault(str(judgement(head.value)), OfficeVersion(head.value, author, head.wall))
            found.append(OfficeDispute(name, tuple(versions.values()), cell.displayed))
        return found

    def choose(self, dispute: OfficeDispute, version: OfficeVersion) -> None:
        """State one of the values in sight of all of them.

        Raises:
            StaleViewError: another one came meanwhile.
        """
        with self._workspace.writing(self._settings.author()) as transaction:
            transaction.state(OFFICE, [Statement("set", dispute.cell, version.value, dispute.displayed)])
