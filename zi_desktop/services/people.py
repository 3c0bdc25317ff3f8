"""People whom other laptops name: taken into the directory, and recognised under the id with which they write."""

from collections.abc import Iterable
from dataclasses import replace

from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory
from zi_desktop.storage.directory import Person


class People:
    """The directory of a workspace, as other laptops add to it."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def meet(self, named: Iterable[Person]) -> None:
        """Take people in as somebody else calls them: what is known here already stays as it is."""
        known = self._settings.people()
        completed = [_completed(known.get(each.id, each), each) for each in named if each.name]
        new = [each for each in completed if known.get(each.id) != each]
        if new:
            with self._workspace.database.writing() as connection:
                for each in new:
                    directory.put_person(connection, each)

    def recognise(self, person: Person) -> None:
        """Take in somebody whose device is proven; where the lead here planned with another id, theirs takes its place."""
        self.meet([person])
        own = self._settings.person().id
        for other in self._settings.people().values():
            if other.id not in (person.id, own) and other.nip and other.nip == person.nip:
                led = [view for view in self._settings.teams(other.id) if own in view.state.plan.leads]
                if led:
                    self._settings.rename(led, other.id, person.id, own)

    def is_known_otherwise(self) -> bool:
        """Tell whether somebody of the directory is the person at this laptop under another id."""
        own = self._settings.person()
        return any(each.id != own.id and _is_same(each, own) for each in self._settings.people().values())

    def adopt(self, team: Iterable[str]) -> bool:
        """Take the id under which a team knows the person at this laptop; tell whether it is theirs afterwards.

        Once something was judged under another id, only the lead can put that one into the team (by its card).
        """
        own, known = self._settings.person(), self._settings.people()
        same = [known[id_] for id_ in team if id_ in known and _is_same(known[id_], own)]
        if not same or same[0].id == own.id:
            return True
        if self._settings.has_judged(own.id):
            return False
        self._settings.become(_completed(replace(own, id=same[0].id), same[0]), own.id)
        return True


def _completed(known: Person, other: Person) -> Person:
    return replace(
        known, name=known.name or other.name, nip=known.nip or other.nip, position=known.position or other.position
    )


def _is_same(other: Person, own: Person) -> bool:
    """Tell whether a person of the team is the one at this laptop: by the NIP, else by the name."""
    if other.nip and own.nip:
        return other.nip == own.nip
    return bool(own.name) and other.name.casefold() == own.name.casefold()
