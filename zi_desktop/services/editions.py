"""The editions of the worksheet that this program ships, by the digest of their structure."""

from collections.abc import Mapping
from functools import cache

from zi_desktop import paths
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.instrument import Instrument
from zi_desktop.domain.instrument_loader import load_instrument
from zi_desktop.scoring.calculator import Calculator

CURRENT = "permenpanrb-90-2021"


@cache
def shipped() -> Mapping[str, Instrument]:
    """Return the shipped editions by structure digest."""
    editions = [load_instrument(file.read_bytes()) for file in sorted(paths.instruments().glob("*.json"))]
    return {edition.structure_digest: edition for edition in editions}


def current() -> Instrument:
    """Return the edition that a new evaluation begins with."""
    return next(edition for edition in shipped().values() if edition.id == CURRENT)


def known(structure: str) -> Instrument | None:
    """Return the edition of that structure, if this program has it."""
    return shipped().get(structure)


def edition(structure: str) -> Instrument:
    """Return the edition of that structure.

    Raises:
        NotFoundError: the evaluation began with an edition that this program does not have.
    """
    found = known(structure)
    if found is None:
        raise NotFoundError(
            "Edisi lembar kerja evaluasi ini belum dikenal. Tidak ada yang berubah; perbarui program, lalu buka lagi."
        )
    return found


@cache
def calculator(structure: str) -> Calculator:
    """Return the calculator of an edition."""
    return Calculator(edition(structure))
