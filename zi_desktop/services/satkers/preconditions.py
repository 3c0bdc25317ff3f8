"""Preconditions that an office asks for beside those of the worksheet: added, renamed, withdrawn, for all its evaluations."""

import secrets
from collections.abc import Sequence

from zi_desktop.domain import cells
from zi_desktop.domain.border import clean_line
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.instrument import Precondition
from zi_desktop.domain.precondition_terms import LEVELS
from zi_desktop.domain.preconditions import own_preconditions
from zi_desktop.domain.shapes import fits
from zi_desktop.services.settings import OFFICE, Settings
from zi_desktop.services.workspace import Workspace


class OwnPreconditions:
    """Keeps the lines. One that is withdrawn leaves every checklist; what was found of it stays among the events."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def all(self) -> Sequence[Precondition]:
        """Return the lines that stand, by level, then by title."""
        return own_preconditions(self._workspace.folded(OFFICE.id))

    def add(self, title: str, level: str = "unit", author: str = "") -> str:
        """Add a line and return its id (32 hexadecimal digits); ``level`` is a key of ``LEVELS``.

        Raises:
            InvalidInputError: no title, or an unknown level.
        """
        ident = secrets.token_hex(16)
        self.put(ident, title, level, author)
        return ident

    def rename(self, ident: str, title: str, author: str = "") -> None:
        """Give a line another title.

        Raises:
            NotFoundError: no such line.
            InvalidInputError: no title.
        """
        self.put(ident, title, self._line(ident).level, author)

    def withdraw(self, ident: str, author: str = "") -> None:
        """Take a line out of every checklist; ``put`` brings it back.

        Raises:
            NotFoundError: no such line.
        """
        self._state(self._line(ident).id, None, author)

    def put(self, ident: str, title: str, level: str, author: str = "") -> None:
        """Set a line whole, also one that was withdrawn.

        Raises:
            InvalidInputError: no title, or an unknown level.
        """
        value = {"title": clean_line(title), "level": level}
        if not value["title"] or not fits(cells.own_precondition(ident), value):
            raise InvalidInputError(
                f"Prasyarat memerlukan nama dan tingkat ({', '.join(LEVELS)}). Tidak ada yang tersimpan."
            )
        self._state(ident, value, author)

    def _line(self, ident: str) -> Precondition:
        found = next((line for line in self.all() if line.id == ident), None)
        if found is None:
            raise NotFoundError(
                f"Prasyarat {clean_line(ident)[:40]} bukan prasyarat tambahan. Tidak ada yang berubah; lihat daftarnya."
            )
        return found

    def _state(self, ident: str, value: Json, author: str) -> None:
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(OFFICE, {cells.own_precondition(ident): value})
