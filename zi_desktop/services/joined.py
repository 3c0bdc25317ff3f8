"""Which subjects fold as one: satker that are one by an alias, and with them their evaluations of the same round."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from zi_desktop.domain.aliases import KIND, NO_ALIASES, Aliases, aliases_of
from zi_desktop.domain.events import Event
from zi_desktop.domain.fold import Folded, fold
from zi_desktop.domain.identity import OFFICE_ID, evaluation_id
from zi_desktop.domain.shapes import understood
from zi_desktop.storage import events

_Round = tuple[str, int, str, int]
"""The satker (standing id), year, activity and round of an evaluation."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What is one: ``aliases`` of satker and persons, ``twins`` of evaluations, as ``Aliases.groups``."""

    aliases: Aliases
    twins: Mapping[str, tuple[str, ...]]

    def standing(self, id_: str) -> str:
        """Return the id under which a subject is shown."""
        return self.members(id_)[0]

    def members(self, id_: str) -> tuple[str, ...]:
        """Return the ids of all subjects that fold with one, the standing one first."""
        return self.twins.get(id_) or self.aliases.members(id_)

    def folded(self, connection: Connection, id_: str) -> Folded:
        """Return a subject with those that fold with it, as a connection sees them."""
        lines = events.load(connection, self.members(id_))
        return fold(lines if id_ == OFFICE_ID else map(self.aliases.renamed, lines))


SEPARATE: Final = Joined(NO_ALIASES, {})


def joined(connection: Connection, office: Folded) -> Joined:
    """Return what is one by the statements of the office."""
    aliases = aliases_of(office)
    if not aliases:
        return SEPARATE
    return Joined(aliases, twins_of(aliases, events.beginnings(connection, aliases.groups)))


def twins_of(aliases: Aliases, beginnings: Iterable[Event]) -> Mapping[str, tuple[str, ...]]:
    """Return the evaluations that are one because their satker are, from the lines that began them."""
    by_round: dict[_Round, set[str]] = {}
    for line in beginnings:
        value = line.value
        key = aliases.standing(value["satker"]), value["year"], value["activity"], value["round"]
        by_round.setdefault(key, set()).add(line.subject.id)
    found: dict[str, tuple[str, ...]] = {}
    for key, ids in by_round.items():
        if len(ids) > 1:
            own = evaluation_id(*key)
            members = tuple(sorted(ids, key=lambda id_: (id_ != own, id_)))
            found |= dict.fromkeys(ids, members)
    return found


def mentioned(office: Folded, about: str) -> frozenset[str]:
    """Return every id that was ever called an alias, or had one, whether that stands or was taken back."""
    said = [line for line in office.events if line.kind == KIND and line.cell.startswith(f"{KIND}/{about}/")]
    named = {line.cell.rpartition("/")[2] for line in said}
    return frozenset(named | {line.value["same"] for line in said if understood(line.kind, line.cell, line.value)})


def says_who_is_one(line: Event) -> bool:
    """Tell whether a line says, or takes back, that two ids are one."""
    return line.subject.id == OFFICE_ID and line.cell.partition("/")[0] == KIND
