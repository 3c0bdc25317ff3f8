"""What was done beyond somebody's right: never voided, always listed for the lead to acknowledge."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.instrument import Column, Instrument
from zi_desktop.domain.plan import Member

TITLES: Final = {
    "menimpa_rekan": "Menimpa rekan",
    "di_luar_pembagian": "Di luar pembagian",
    "tanpa_wewenang": "Diselesaikan tanpa wewenang",
    "belum_dibuktikan": "Diselesaikan penulis yang belum dibuktikan",
}


@dataclass(frozen=True, slots=True)
class Exceeded:
    """One act beyond a right: ``kind`` is a key of TITLES, ``act`` the hash to be acknowledged."""

    kind: str
    code: str
    author: str
    act: str


def exceeded(
    folded: Folded, team: Sequence[Member], leads: Collection[str], instrument: Instrument
) -> tuple[Exceeded, ...]:
    """List what the lead has yet to acknowledge; without a team nobody's right is bounded."""
    if not team:
        return ()
    areas = {member.person: member.areas for member in team}
    found: dict[tuple[str, str], Exceeded] = {}
    for code in instrument.questions:
        for item in _in_item(folded, code, areas, leads, instrument.area_of(code)):
            found[item.act, item.kind] = item
    return tuple(item for item in found.values() if not _acknowledged(folded, item.act, leads))


def _in_item(
    folded: Folded, code: str, areas: Mapping[str, tuple[str, ...]], leads: Collection[str], area: str
) -> Iterable[Exceeded]:
    name = cells.answer(Column.TPI, code)
    for head in folded.cell(name).heads:
        if head.author in leads or head.transcribed:
            continue
        if head.kind == "settle":
            yield Exceeded("tanpa_wewenang", code, head.author, head.hash)
        if head.author not in areas or (areas[head.author] and area not in areas[head.author]):
            yield Exceeded("di_luar_pembagian", code, head.author, head.hash)
    for later, earlier in folded.replaced(name):
        if later.author not in leads and later.kind != "settle" and not earlier.transcribed:
            yield Exceeded("menimpa_rekan", code, later.author, later.hash)


def _acknowledged(folded: Folded, act: str, leads: Collection[str]) -> bool:
    return any(head.author in leads for head in folded.cell(f"acknowledge/{act}").heads)
