"""What was begun about each beda penilaian of one evaluation; reasons outlive the program as drafts."""

from collections.abc import Iterable
from dataclasses import replace

from zi_desktop.services.composition import Services
from zi_desktop.ui.settling.entry import NOTHING, OTHER, Entry


class Entries:
    """Holds an entry a matter, and keeps its reason where the workspace can be written."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._id = ""
        self._begun: dict[str, Entry] = {}

    def turn_to(self, id_: str) -> None:
        """Begin with another evaluation; of this one everything stays."""
        if id_ != self._id:
            self._id, self._begun = id_, {}

    def of(self, matter_id: str) -> Entry:
        """Return what was begun about a matter, at least the reason of an earlier run of the program."""
        return self._begun.get(matter_id) or Entry(reason=self._draft(matter_id))

    def chosen(self, matter_id: str) -> bool:
        """Tell whether something was chosen for a matter."""
        return self._begun.get(matter_id, Entry()).choice != NOTHING

    def begun(self, matter_id: str) -> bool:
        """Tell whether there is something to be stated about a matter already: a form without a value is nothing."""
        entry = self._begun.get(matter_id, Entry())
        return entry.choice != NOTHING and (entry.choice != OTHER or entry.other is not None)

    def put(self, matter_id: str, entry: Entry) -> None:
        """Hold what the person is about to state."""
        self._begun[matter_id] = entry

    def overtake(self, matter_ids: Iterable[str]) -> None:
        """Choose nothing any more where other versions came: a number could name another one now. Reasons stay."""
        for id_ in matter_ids:
            if self.chosen(id_):
                self.put(id_, replace(self._begun[id_], choice=NOTHING, overtaken=True))

    def keep_reason(self, matter_id: str) -> None:
        """Make what was typed as a reason durable."""
        if self.of(matter_id).reason != self._draft(matter_id):
            self._services.answering.keep_draft(self._id, _draft_of(matter_id), self.of(matter_id).reason)

    def forget(self, matter_id: str) -> None:
        """Hold nothing about a matter any more: it is stated."""
        self._services.answering.keep_draft(self._id, _draft_of(matter_id), "")
        self._begun.pop(matter_id, None)

    def _draft(self, matter_id: str) -> str:
        if not self._id or not self._services.workspace.database.writable:
            return ""
        return self._services.answering.drafts(self._id).get(_draft_of(matter_id), "")


def _draft_of(matter_id: str) -> str:
    return f"settle/{matter_id}"
