"""How the window names the words in which an edition is shown, and where an edition comes from."""

from typing import Final

from zi_desktop.domain.instrument import Instrument
from zi_desktop.services.editions import BUILT_IN, Editions, TakenWording, shipped
from zi_desktop.ui.dates import whole_day

OWN_WORDS: Final = "Bawaan program"


def wording_words(edition: Instrument) -> str:
    """Return whose words an edition is shown in: ``Resmi, dari lampiran.xlsx, diambil 5 Nov 2026``."""
    source = edition.wording_source
    return f"Resmi, dari {source.name}, diambil {whole_day(source.taken)}" if source else OWN_WORDS


def choice_words(taken: TakenWording) -> str:
    """Return a wording that can be chosen."""
    return f"{taken.source.name} · diambil {whole_day(taken.source.taken)}"


def wording_choices(editions: Editions, structure: str) -> list[tuple[str, str]]:
    """Return (digest, words) of every wording that can be chosen for an edition, the built-in one first."""
    return [(BUILT_IN, OWN_WORDS), *((each.digest, choice_words(each)) for each in editions.wordings(structure))]


def origin_words(edition: Instrument, editions: Editions) -> str:
    """Return where an edition comes from and from when it counts."""
    structure = edition.structure_digest
    if structure in shipped():
        return "Bawaan program"
    since = f"berlaku mulai {editions.year(structure)}"
    return f"Dikesampingkan, {since}" if editions.is_retired(structure) else f"Ditambahkan, {since}"


def edition_name(edition: Instrument) -> str:
    """Return what an edition is called."""
    return f"Edisi {edition.edition}"
