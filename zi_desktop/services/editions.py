"""The editions of the worksheet: those that this program ships, and those that an office added, each in its wording."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from zi_desktop import paths
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InstrumentError, NotFoundError
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.instrument import Instrument, Precondition, WordingSource
from zi_desktop.domain.instrument_loader import load_instrument
from zi_desktop.domain.instrument_wording import ItemWording, Wording, worded
from zi_desktop.domain.preconditions import own_preconditions
from zi_desktop.scoring.calculator import Calculator

CURRENT = "permenpanrb-90-2021"
BUILT_IN: Final = ""
"""The choice of the texts written for this program."""


@dataclass(frozen=True, slots=True)
class TakenWording:
    """An official wording that the office took for an edition; ``digest`` names it."""

    digest: str
    source: WordingSource
    items: Wording


@dataclass(frozen=True, slots=True)
class _Made:
    """An edition as it is shown, with what scores it; ``wording`` is the choice for which it was made."""

    wording: str
    instrument: Instrument
    calculator: Calculator


@cache
def documents() -> Mapping[str, bytes]:
    """Return the JSON of each shipped edition by structure digest."""
    return dict(zip(shipped(), _files(), strict=True))


@cache
def shipped() -> Mapping[str, Instrument]:
    """Return the shipped editions by structure digest, in the words written for this program."""
    return {edition.structure_digest: edition for edition in map(load_instrument, _files())}


def _files() -> list[bytes]:
    return [file.read_bytes() for file in sorted(paths.instruments().glob("*.json"))]


def current() -> Instrument:
    """Return the newest shipped edition."""
    return next(edition for edition in shipped().values() if edition.id == CURRENT)


def known(structure: str) -> Instrument | None:
    """Return the shipped edition of that structure, if there is one."""
    return shipped().get(structure)


@cache
def calculator(structure: str) -> Calculator:
    """Return the calculator of a shipped edition."""
    return Calculator(shipped()[structure])


class Editions:
    """The editions that a workspace knows. Made once for each choice of wording, then only looked up."""

    def __init__(self, office: Callable[[], Folded]) -> None:
        """Read from the statements of the office, as they stand whenever something is asked."""
        self._office = office
        self._made: dict[str, _Made] = {}
        self._added: dict[str, Instrument | None] = {}

    def known(self, structure: str) -> Instrument | None:
        """Return the edition of that structure in the wording that the office chose, or None where nobody brought it."""
        made = self._of(structure)
        return made.instrument if made else None

    def edition(self, structure: str) -> Instrument:
        """Return the edition of that structure in the wording that the office chose.

        Raises:
            NotFoundError: an evaluation of an edition that is not here.
        """
        return self._get(structure).instrument

    def calculator(self, structure: str) -> Calculator:
        """Return the calculator of an edition.

        Raises:
            NotFoundError: as ``edition``.
        """
        return self._get(structure).calculator

    def preconditions(self, structure: str) -> tuple[Precondition, ...]:
        """Return the preconditions of an edition, and after them those that the office asks for beside any edition.

        Raises:
            NotFoundError: as ``edition``.
        """
        return (*self.edition(structure).preconditions, *own_preconditions(self._office()))

    def for_year(self, year: int) -> Instrument:
        """Return the edition with which a new evaluation of a year begins.

        It is the newest added one that is not for a later year nor set aside; of one year, that which was taken last.
        """
        added = [
            (since, self.origin(structure)["source"]["taken"], structure)
            for structure, since in self._years()
            if since <= year and not self.is_retired(structure) and self.known(structure)
        ]
        return self.edition(max(added)[-1] if added else current().structure_digest)

    def all(self) -> tuple[Instrument, ...]:
        """Return every edition, the shipped ones first, then the added ones by year."""
        added = [structure for structure, _ in sorted(self._years(), key=lambda item: (item[1], item[0]))]
        found = [self.known(structure) for structure in dict.fromkeys((*shipped(), *added))]
        return tuple(edition for edition in found if edition)

    def year(self, structure: str) -> int | None:
        """Return the year from which an added edition counts; None for a shipped one."""
        return dict(self._years()).get(structure)

    def is_retired(self, structure: str) -> bool:
        """Tell whether an added edition was set aside: what began with it keeps it, nothing new begins with it."""
        return bool(self._office().cell(f"retired/{structure}").value)

    def origin(self, structure: str) -> Json:
        """Return what the office stated of an added edition (``source``, ``base``, ``notes``), or None."""
        return self._office().cell(f"worksheet/{structure}").value if structure not in shipped() else None

    def document(self, structure: str) -> bytes:
        """Return the JSON of an edition.

        Raises:
            NotFoundError: as ``edition``.
        """
        if structure in shipped():
            return documents()[structure]
        self._get(structure)
        return _document(self._office().cell(f"worksheet/{structure}").value)

    def wordings(self, structure: str) -> tuple[TakenWording, ...]:
        """Return the official wordings that the office took for an edition, the one taken last first."""
        below = self._office().below(f"wording/{structure}")
        found = [_taken(digest, cell.value) for digest, cell in below.items() if cell.heads]
        return tuple(sorted(found, key=lambda item: (item.source.taken, item.digest), reverse=True))

    def wording_in_use(self, structure: str) -> str:
        """Return the digest of the wording that the office chose, or BUILT_IN."""
        chosen = self._office().cell(f"wording_choice/{structure}").value or BUILT_IN
        return chosen if self._office().cell(f"wording/{structure}/{chosen}").heads else BUILT_IN

    def official(self, structure: str) -> Wording:
        """Return the official texts of an edition: those in use, else those taken last, else none."""
        taken, used = self.wordings(structure), self.wording_in_use(structure)
        chosen = [each for each in taken if each.digest == used] or list(taken)
        return chosen[0].items if chosen else {}

    def is_decided(self, structure: str) -> bool:
        """Tell whether the office has chosen a wording for an edition, be it the built-in one."""
        return bool(self._office().cell(f"wording_choice/{structure}").heads)

    def _get(self, structure: str) -> _Made:
        made = self._of(structure)
        if made is None:
            raise NotFoundError(
                "Edisi lembar kerja evaluasi ini belum dikenal. Tidak ada yang berubah; "
                "ambil berkas edisi itu atau perbarui program, lalu buka lagi."
            )
        return made

    def _of(self, structure: str) -> _Made | None:
        chosen = self.wording_in_use(structure)
        made = self._made.get(structure)
        if made is None or made.wording != chosen:
            plain = shipped().get(structure) or self._load(structure)
            if plain is None:
                return None
            shown = plain
            if chosen:
                taken = _taken(chosen, self._office().cell(f"wording/{structure}/{chosen}").value)
                shown = worded(plain, taken.items, taken.source)
            made = self._made[structure] = _Made(chosen, shown, Calculator(shown))
        return made

    def _load(self, structure: str) -> Instrument | None:
        """Return an added edition; one that is not what its name says is not believed."""
        cell = self._office().cell(f"worksheet/{structure}")
        if not cell.heads:
            return None
        if structure not in self._added:
            try:
                loaded = load_instrument(_document(cell.value))
            except InstrumentError:
                self._added[structure] = None
            else:
                self._added[structure] = loaded if loaded.structure_digest == structure else None
        return self._added[structure]

    def _years(self) -> Iterator[tuple[str, int]]:
        for structure, cell in self._office().below("worksheet").items():
            if cell.heads:
                yield structure, cell.value["year"]


def source_json(source: WordingSource) -> Json:
    """Return where the words of an edition come from, as records keep it."""
    return {"name": source.name, "digest": source.digest, "taken": source.taken, "missing": list(source.missing)}


def _document(value: Json) -> bytes:
    return "".join(value["document"]).encode()


def _taken(digest: str, value: Json) -> TakenWording:
    source = WordingSource(value["source"]["name"], value["source"]["digest"], value["source"]["taken"])
    items = {
        code: ItemWording(item["text"], item["explanation"], item["criteria"]) for code, item in value["items"].items()
    }
    return TakenWording(digest, source, items)
