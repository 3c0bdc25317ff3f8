"""New remarks while they are typed: durable at once on this laptop, never a line, forgotten when they are written down."""

import json
from collections.abc import Mapping
from typing import Final

from zi_desktop.domain.border import clean_text
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory

_FAMILY: Final = "remark/"


def draft_name(item: str) -> str:
    """Return the name under which a new remark about an item ("" = a free one) is kept while it is typed."""
    return f"{_FAMILY}{item}"


class RemarkDrafts:
    """Keeps one draft a person, an evaluation and an item."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def keep(self, id_: str, item: str, fields: Mapping[str, str], author: str = "") -> None:
        """Keep what is being typed, by field; nothing in any field forgets it."""
        person, typed = self._settings.author(author), {name: clean_text(text) for name, text in fields.items() if text}
        with self._workspace.database.writing() as connection:
            if typed:
                wall = self._workspace.now().isoformat(timespec="seconds")
                text = json.dumps(typed, ensure_ascii=False)
                directory.put_draft(connection, id_, draft_name(item), person, text, wall)
            else:
                directory.drop_drafts(connection, id_, [draft_name(item)], person)

    def of(self, id_: str, author: str = "") -> Mapping[str, Mapping[str, str]]:
        """Return what a person was typing in an evaluation: by item ("" = a free remark), then by field."""
        person = self._settings.author(author)
        with self._workspace.database.reading() as connection:
            found = directory.drafts(connection, id_)
        return {
            name.removeprefix(_FAMILY): json.loads(text)
            for (name, by), text in found.items()
            if by == person and name.startswith(_FAMILY)
        }
