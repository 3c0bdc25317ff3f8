"""Aliases: two ids that are one satker or one person fold as one; what was written stays under the id it was written with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.events import Event
from zi_desktop.domain.fold import Folded

KIND: Final = "alias"
SATKER, PERSON = "satker", "person"
"""What an alias may be about; it stands in the statements of the office, in the cell ``alias/<about>/<id>``."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """Which ids are one: ``groups`` gives each such id all ids of its group, the one that stands for them first."""

    groups: Mapping[str, tuple[str, ...]]

    def __bool__(self) -> bool:
        return bool(self.groups)

    def standing(self, id_: str) -> str:
        """Return the id that stands for an id: itself where nobody said that it is another's."""
        return self.groups[id_][0] if id_ in self.groups else id_

    def members(self, id_: str) -> tuple[str, ...]:
        """Return all ids that are one with an id, the standing one first."""
        return self.groups.get(id_, (id_,))

    def renamed(self, event: Event) -> Event:
        """Return a line as if it had been written with the standing ids; its bytes and its hash stay."""
        if not self.groups:
            return event
        author, value = self.standing(event.author), self._renamed(event.value)
        if author == event.author and value == event.value:
            return event
        return replace(event, author=author, value=value)

    def _renamed(self, value: Json) -> Json:
        if isinstance(value, str):
            return self.standing(value)
        if isinstance(value, list):
            return [self._renamed(item) for item in value]
        if isinstance(value, dict):
            return {key: self._renamed(item) for key, item in value.items()}
        return value


NO_ALIASES: Final = Aliases({})


def cell_of(about: str, id_: str) -> str:
    """Return the cell that says of which other id an id is an alias."""
    return f"{KIND}/{about}/{id_}"


def aliases_of(office: Folded) -> Aliases:
    """Return the aliases that stand in the statements of the office.

    Of ids that are one, the one stands that nobody called an alias of another; of several, or in a circle, the smallest.
    """
    pairs = [
        (cell.name.rpartition("/")[2], head.value["same"])
        for cell in office.below(KIND).values()
        for head in cell.heads
    ]
    group: dict[str, set[str]] = {}
    for one, other in pairs:
        together = group.get(one, {one}) | group.get(other, {other})
        group |= dict.fromkeys(together, together)
    aliased = {one for one, other in pairs if one != other}
    return Aliases({id_: _ordered(members, aliased) for id_, members in group.items() if len(members) > 1})


def _ordered(members: Iterable[str], aliased: set[str]) -> tuple[str, ...]:
    return tuple(sorted(members, key=lambda id_: (id_ in aliased, id_)))
