"""What is typed in a dialog and not saved yet: durable at once on this laptop, never a line, forgotten when it is saved."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.border import clean_text
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.remarks import Remarks
from zi_desktop.domain.visit import VisitDay
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory

REMARK_CHANGE: Final = "remark"
FOLLOW_UP: Final = "follow_up"
REMARK_STATE: Final = "state"
FINDING: Final = "finding"
ABOUT_REMARKS: Final = frozenset({REMARK_CHANGE, FOLLOW_UP, REMARK_STATE, FINDING})
"""Kinds of drafts whose names end in the item and the id of a remark."""
EVIDENCE_REASON: Final = "reason"
"""Followed by place, digest and state."""
ENTRY: Final = "entry"
ENTRY_CLOSED: Final = "answer"
MEETING: Final = "meeting"
MINUTES: Final = "minutes"
ABOUT_THE_DAY: Final = frozenset({ENTRY, ENTRY_CLOSED, MEETING, MINUTES})
"""Kinds of drafts of Kunjungan; an entry's id follows, or ``NEW``."""
NEW: Final = "new"
_NEW_REMARK: Final = "remark/"
_TYPED: Final = "typed/"


def new_remark(item: str) -> str:
    """Return the name under which a new remark about an item ("" = a free one) is kept while it is typed."""
    return f"{_NEW_REMARK}{item}"


def typed(*parts: str) -> str:
    """Return the name under which anything else is kept: its kind, and which one it is (items and ids)."""
    return f"{_TYPED}{'/'.join(parts)}"


def kind_of(name: str) -> tuple[str, Sequence[str]]:
    """Return of which kind a draft is, and what follows in its name; "" for one of another family."""
    if not name.startswith(_TYPED):
        return "", ()
    kind, *which = name.removeprefix(_TYPED).split("/")
    return kind, which


def has_place(folded: Folded, name: str) -> bool:
    """Tell whether what a draft is about is there still: else nobody can come back to it."""
    kind, which = kind_of(name)
    if kind in (REMARK_CHANGE, FOLLOW_UP, REMARK_STATE):
        return Remarks(folded).get(which[-1]) is not None
    if kind == EVIDENCE_REASON:
        return bool(folded.cell(cells.evidence(which[0], which[1])).heads)
    if kind in (ENTRY, ENTRY_CLOSED):
        return which[0] == NEW or any(entry.id == which[0] for entry in VisitDay(folded).entries)
    return True


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed before, by field, and what keeps it from now on; keeping no field forgets it."""

    fields: Mapping[str, str]
    keep: Callable[[Mapping[str, str]], object]


class TypedDrafts:
    """Keeps one draft a person, an evaluation and a name."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings
        self.changed: Callable[[], object] = lambda: None
        """Called when a draft was kept or forgotten; set by whoever shows how many there are."""

    def draft(self, id_: str, name: str, author: str = "") -> Draft:
        """Return a draft as it stands, empty where nothing was typed."""
        return Draft(self._of(id_, author).get(name, {}), partial(self.keep, id_, name, author=author))

    def keep(self, id_: str, name: str, fields: Mapping[str, str], author: str = "") -> None:
        """Keep what is being typed, by field; no fields forget it."""
        person, cleaned = self._settings.author(author), {key: clean_text(text) for key, text in fields.items()}
        with self._workspace.database.writing() as connection:
            if cleaned:
                wall = self._workspace.now().isoformat(timespec="seconds")
                directory.put_draft(connection, id_, name, person, json.dumps(cleaned, ensure_ascii=False), wall)
            else:
                directory.drop_drafts(connection, id_, [name], person)
        self.changed()

    def names(self, id_: str, author: str = "") -> frozenset[str]:
        """Return under which names a person left anything half typed in an evaluation."""
        return frozenset(self._of(id_, author))

    def new_remarks(self, id_: str, author: str = "") -> frozenset[str]:
        """Return the items about which a person was typing a new remark ("" = a free one)."""
        found = (name for name in self.names(id_, author) if name.startswith(_NEW_REMARK))
        return frozenset(name.removeprefix(_NEW_REMARK) for name in found)

    def _of(self, id_: str, author: str) -> Mapping[str, Mapping[str, str]]:
        person = self._settings.author(author)
        with self._workspace.database.reading() as connection:
            found = directory.drafts(connection, id_)
        return {
            name: json.loads(text)
            for (name, by), text in found.items()
            if by == person and name.startswith((_NEW_REMARK, _TYPED))
        }
