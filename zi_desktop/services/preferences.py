"""What the window remembers on this laptop: theme, text size, what was open last and where."""

from collections.abc import Sequence
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory

_MOST_RECENT: Final = 12


class Preferences:
    """Local, mutable, never synchronised. In a workspace that is only read they last as long as the window."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._unkept: dict[str, Json] = {}

    def get(self, key: str, default: Json = None) -> Json:
        """Return a preference, or the default where none was set."""
        if key in self._unkept:
            return self._unkept[key]
        with self._workspace.database.reading() as connection:
            return directory.settings(connection).get(f"window.{key}", default)

    def put(self, key: str, value: Json) -> None:
        """Remember a preference."""
        if not self._workspace.database.writable:
            self._unkept[key] = value
            return
        with self._workspace.database.writing() as connection:
            directory.put_setting(connection, f"window.{key}", value)

    def opened(self) -> Sequence[Json]:
        """Return the evaluations opened last, newest first: ``id``, ``code`` (the item one was at), ``at`` (ISO)."""
        found: Sequence[Json] = self.get("opened", [])
        return found

    def remember_opened(self, evaluation_id: str, code: str) -> None:
        """Remember that an evaluation is open at an item."""
        now = self._workspace.now()
        entry = {"id": evaluation_id, "code": code, "at": now.isoformat(timespec="seconds")}
        rest = [item for item in self.opened() if item["id"] != evaluation_id]
        self.put("opened", [entry, *rest][:_MOST_RECENT])
