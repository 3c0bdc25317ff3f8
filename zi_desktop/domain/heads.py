"""What stands in a cell: everything stated there, weighed by the class of the cell; the law is design/events.md."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.cells import CellClass, class_of, judgement

_REACHING: Final = frozenset({"restore", "retract", "seal.cancel"})
"""Kinds that speak of other statements of their cell and state nothing themselves."""


@dataclass(frozen=True, slots=True)
class Head:
    """What one line states in one cell; it stands while nobody who saw it has replaced it.

    ``act`` is what was done: two imports of the same file are one act. ``transcribed``: the author copied somebody
    else's opinion (a worksheet), it is not the author's own. ``edges`` are the heads that it takes the place of.
    """

    hash: str
    act: str
    author: str
    wall: str
    kind: str
    value: Json
    edges: tuple[str, ...]
    transcribed: bool

    @property
    def register(self) -> str:
        """Return whose text this is: the author's, or that of the column whoever copied it."""
        return "" if self.transcribed else self.author


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands. ``displayed`` are the hashes that the next line of this cell must name as its edges."""

    name: str
    heads: tuple[Head, ...]
    displayed: tuple[str, ...]

    @property
    def conflicted(self) -> bool:
        """Tell whether people disagree and none of them has seen the others (judgements, metadata, seals)."""
        if len(self.heads) < 2:  # noqa: PLR2004 (one alone agrees with itself)
            return False
        if class_of(self.name) in (CellClass.JUDGEMENT, CellClass.METADATA):
            return len({judgement(head.value) for head in self.heads}) > 1
        return self.name.startswith("seal/")

    @property
    def value(self) -> Json:
        """Return the value that stands, or None; of several, one that does not depend on order (look at ``heads``)."""
        return self.heads[0].value if self.heads else None

    @property
    def flagged(self) -> bool:
        """Tell whether any head says so (class flag)."""
        return any(head.value for head in self.heads)


def numbered(heads: Iterable[Head], own: str) -> Iterator[tuple[int, Head]]:
    """Yield versions with the numbers by which a person names them, the same in the window and on the command line.

    The person's own judgements come first (a worksheet that the person copied is none), then one author after the other,
    each with the oldest first: a version that arrives later never comes before one's own.

    Args:
        heads: of one cell, in any order.
        own: id of the person at this laptop, or "".
    """
    ordered = sorted(
        heads, key=lambda head: (head.transcribed or head.author != own, head.author, head.wall, head.hash)
    )
    return enumerate(ordered, start=1)


def resolve(name: str, stated: Sequence[Head]) -> Cell:
    """Return a cell in which these statements were made, in any order."""
    if len(stated) == 1 and stated[0].kind not in _REACHING:  # nearly every cell of thousands: nothing to weigh
        return Cell(name, tuple(stated), (stated[0].hash,))
    rule = class_of(name)
    known = {head.hash: head for head in stated}
    gone = {edge for head in stated for edge in _names(rule, head, known)}
    standing = sorted((head for head in stated if head.hash not in gone), key=lambda head: head.hash)
    if len(standing) > 1:
        standing = [head for head in standing if not (head.transcribed and _twin_replaced(rule, head, known))]
    heads = {
        head.hash: head
        for act in standing
        for head in in_force(act, known)
        if rule is not CellClass.TEXT or head.register == act.register
    }
    return Cell(name, tuple(heads.values()), tuple(head.hash for head in standing))


def _names(rule: CellClass, head: Head, known: Mapping[str, Head]) -> Iterable[str]:
    """Return what a statement takes the place of: in a set only what it retracts, in a text only its own register."""
    if rule is CellClass.SET:
        return head.value["retracts"] if head.kind in ("retract", "seal.cancel") else ()
    if rule is CellClass.TEXT:
        return [edge for edge in head.edges if edge in known and known[edge].register == head.register]
    return head.edges


def _twin_replaced(rule: CellClass, head: Head, known: Mapping[str, Head]) -> bool:
    """Tell whether somebody replaced the same act, done unseen on another laptop, knowing all that this one replaced.

    Who imports a file again after having seen it replaced decides anew: that is not the same act.
    """
    own_past = _past(head, known)
    return any(
        known[edge].act == head.act and edge not in own_past and _past(other, known).issuperset(head.edges)
        for other in known.values()
        for edge in _names(rule, other, known)
        if edge in known
    )


def _past(head: Head, known: Mapping[str, Head]) -> set[str]:
    """Return the hashes of a statement and of all that its author had seen in the cell."""
    past: set[str] = set()
    waiting = [head.hash]
    while waiting:
        current = waiting.pop()
        if current not in past:
            past.add(current)
            waiting.extend(known[current].edges if current in known else ())
    return past


def in_force(act: Head, known: Mapping[str, Head]) -> Iterator[Head]:
    """Yield the statements that an act puts in force: a restore brings back earlier heads with their authors."""
    waiting, seen = [act], {act.hash}
    while waiting:
        current = waiting.pop()
        if current.kind == "restore":
            targets = [target for target in current.value["heads"] if target in known and target not in seen]
            seen.update(targets)
            waiting.extend(known[target] for target in targets)
        elif current.kind not in ("retract", "seal.cancel"):
            yield current
