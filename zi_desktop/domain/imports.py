"""Worksheets that were taken into a column: where they came from, what of them stands, what they changed too late."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from operator import is_

from zi_desktop.domain import cells
from zi_desktop.domain.cells import judgement
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.heads import Cell, Head
from zi_desktop.domain.instrument import Column


@dataclass(frozen=True, slots=True)
class Imported:
    """A worksheet taken into a column, and by whom; the opinions in it are the unit's or the national team's.

    Attributes:
        act: hash of the line.
        file: SHA-256 of the file.
        name: of the file.
        layout: ``lampiran3`` or ``portalrb``.
        sender: who sent it.
        channel: how it came ("surel").
        received: the day it came, ISO, or "".
        importer: id of the person who took it.
        wall: when, ISO with offset.
        cells: how many cells it filled.
    """

    act: str
    file: str
    name: str
    layout: str
    sender: str
    channel: str
    received: str
    importer: str
    wall: str
    cells: int


@dataclass(frozen=True, slots=True)
class Source:
    """A worksheet from which answers of a column come that stand now."""

    imported: Imported
    answers: int


@dataclass(frozen=True, slots=True)
class Derived:
    """The line that changed an item too late, "" where none did, and the cells from which that follows."""

    sources: tuple[Cell | None, ...]
    act: str


def imports(folded: Folded, column: Column) -> tuple[Imported, ...]:
    """Return the worksheets taken into a column: each after those that its taker had seen, else as they came."""
    return tuple(_imported(act) for act in sorted(_acts(folded, column), key=_age))


def sources(folded: Folded, column: Column, codes: Iterable[str]) -> tuple[Source, ...]:
    """Return the worksheets from which the answers of a column come; one file taken on two laptops is one."""
    taken = {item.act: item for item in imports(folded, column)}
    first = {item.file: item for item in reversed(taken.values())}
    counts: dict[str, int] = {}
    for code in codes:
        heads = folded.cell(cells.answer(column, code)).heads
        for file in {
            taken[head.hash].file for head in heads if head.hash in taken and head.value["answer"] is not None
        }:
            counts[file] = counts.get(file, 0) + 1
    return tuple(Source(item, counts[file]) for file, item in reversed(first.items()) if file in counts)


def changed_after_judged(folded: Folded, codes: Collection[str], known: dict[str, Derived]) -> Mapping[str, str]:
    """Return the items whose Mandiri a worksheet changed after TPI had judged them, with the line that did.

    A worksheet says of each item that it changed what stood in TPI. While that stands, nobody has judged the item anew;
    an item whose Mandiri is again what it was when TPI judged is not listed.

    Args:
        folded: the evaluation.
        codes: items of its edition; others are not listed.
        known: what an earlier fold told of each item, brought up to date: what nobody touched is not derived again.
    """
    judging: dict[str, list[Head]] = {}
    for act in _acts(folded, Column.MANDIRI):
        for code in filter(codes.__contains__, act.value["judged"]):
            judging.setdefault(code, []).append(act)
    taken = tuple(folded.below("import").values())
    for code, acts in judging.items():
        own = (folded.cells.get(cells.answer(column, code)) for column in (Column.TPI, Column.MANDIRI))
        sources = (*own, *taken)
        if code not in known or not _same(known[code].sources, sources):
            known[code] = Derived(sources, _late_act(folded, code, acts))
    return {code: known[code].act for code in sorted(judging) if known[code].act}


def _acts(folded: Folded, column: Column) -> Iterable[Head]:
    return (
        head for cell in folded.below("import").values() for head in cell.heads if head.value["column"] == column.value
    )


def _late_act(folded: Folded, code: str, judging: Iterable[Head]) -> str:
    standing = folded.cell(cells.answer(Column.TPI, code)).displayed
    acts = [act for act in judging if not set(act.value["judged"][code]).isdisjoint(standing)]
    return max(acts, key=_age).hash if acts and _differs(folded, code, acts) else ""


def _same(before: tuple[Cell | None, ...], now: tuple[Cell | None, ...]) -> bool:
    """Tell whether the same cells stand as before: a fold makes a cell anew exactly when something is stated in it."""
    return len(before) == len(now) and all(map(is_, before, now))


def _imported(act: Head) -> Imported:
    value = act.value
    return Imported(
        act=act.hash, file=value["file"], name=value["name"], layout=value["layout"], sender=value["sender"],
        channel=value["channel"], received=value["received"], importer=act.author, wall=act.wall,
        cells=len(value["cells"]),
    )  # fmt: skip


def _age(act: Head) -> tuple[int, str, str, str]:
    # A clock tells seconds only, and may have been set back: who has seen more came later.
    return len(act.edges), act.value["received"], act.wall, act.hash


def _differs(folded: Folded, code: str, acts: Iterable[Head]) -> bool:
    """Tell whether the Mandiri that stands is another than the one that stood before the first of these worksheets."""
    name, late = cells.answer(Column.MANDIRI, code), {act.hash: act for act in acts}
    before = {edge for act in late.values() for edge in act.value["replaces"].get(name, ())} - late.keys()
    stood = {judgement(head.value) for edge in before for head in folded.in_force(name, edge)}
    return not {judgement(head.value) for head in folded.cell(name).heads} <= stood
