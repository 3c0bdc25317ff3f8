"""A satker: one identity, while its codes, names and parents change with dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.fold import Folded

ATTRIBUTES = ("code", "name", "kind", "parent", "other_code")
"""Dated attributes; each stands in the cell ``<attribute>/<first day, ISO>``."""

KINDS: Mapping[str, str] = {
    "lapas": "Lapas", "rutan": "Rutan", "bapas": "Bapas", "lpka": "LPKA", "kanim": "Kantor Imigrasi",
    "rudenim": "Rudenim", "kanwil": "Kantor Wilayah", "lainnya": "Lainnya",
}  # fmt: skip
"""Kinds of satker with the word on screen; a list may bring others, which are kept as written."""


@dataclass(frozen=True, slots=True)
class Parent:
    """Where a satker belongs: agency, eselon I, Kanwil."""

    agency: str = ""
    eselon1: str = ""
    kanwil: str = ""


@dataclass(frozen=True, slots=True)
class HeldPredicate:
    """A predicate that a satker got in a year; ``code`` is WBK or WBBM."""

    code: str
    year: int


@dataclass(frozen=True, slots=True)
class Satker:
    """A satker as it was on a day."""

    id: str
    code: str
    name: str
    kind: str = ""
    parent: Parent = field(default_factory=Parent)
    other_code: str = ""
    predicates: tuple[HeldPredicate, ...] = ()
    archived: bool = False

    @property
    def predicate(self) -> HeldPredicate | None:
        """Return the predicate held last, if any."""
        return self.predicates[-1] if self.predicates else None

    @property
    def next_target(self) -> str:
        """Return what the satker works for: none → WBK, WBK → WBBM, WBBM → WBBM (kept by pemantauan)."""
        return "WBBM" if self.predicate else "WBK"

    @property
    def next_activity(self) -> str:
        """Return the activity that follows the predicate: pemantauan for WBBM, else evaluasi."""
        return "pemantauan" if self.predicate and self.predicate.code == "WBBM" else "evaluasi"


def satker_on(satker_id: str, folded: Folded, day: str) -> Satker:
    """Return the satker as it was on ``day`` (ISO); before its first date it has its first attributes."""
    values = {name: _on(folded, name, day) for name in ATTRIBUTES}
    parent = values["parent"] or {}
    return Satker(
        id=satker_id,
        code=values["code"] or "",
        name=values["name"] or "",
        kind=values["kind"] or "",
        parent=Parent(parent.get("agency", ""), parent.get("eselon1", ""), parent.get("kanwil", "")),
        other_code=values["other_code"] or "",
        predicates=tuple(
            HeldPredicate(cell.value, int(year))
            for year, cell in folded.below("predicate").items()
            if cell.value and year <= day[:4]
        ),
        archived=bool(folded.cell("archived").value),
    )


def _on(folded: Folded, attribute: str, day: str) -> Json:
    dated = {start: cell.value for start, cell in folded.below(attribute).items() if cell.heads}
    if not dated:
        return None
    begun = [start for start in dated if start <= day]
    return dated[max(begun) if begun else min(dated)]
