"""What the screen of a consolidated store has open: a store, or the signed portfolio of a Kanwil with its worth."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zi_desktop.services.hub.consolidated import Consolidated
    from zi_desktop.sync.portfolio_files import PortfolioFile


@dataclass(frozen=True, slots=True)
class Origin:
    """What is open: its place as a person names it, its years and Kanwil; of a signed file also the file and its worth."""

    where: str
    years: tuple[int, ...]
    kanwils: tuple[str, ...]
    file: "PortfolioFile | None" = None
    trusted: bool = False
    fingerprint: str = ""


def open_origin(address: str, hubs: frozenset[tuple[str, str]]) -> "tuple[Consolidated, Origin]":
    """Open a store (path of a file, ``postgresql://…``) or a signed file; in the worker.

    ``hubs`` are id and signing key of each hub that is believed.

    Raises:
        InvalidInputError: no address of a database.
        HubStoreError: not reached, not made yet, or of a later layout.
        PortfolioFileError: altered, or no such file.
        FileReadError: the file cannot be read.
    """
    from zi_desktop.services.hub.consolidated import open_consolidated  # noqa: PLC0415 (loads when it is asked for)
    from zi_desktop.services.hub.portfolio_file import (  # noqa: PLC0415 (as above)
        is_portfolio_file,
        is_trusted,
        opened_portfolio,
        read_portfolio,
    )
    from zi_desktop.sync.portfolio_files import ENDING, portfolio_fingerprint  # noqa: PLC0415 (as above)

    path = Path(address)
    signed = is_portfolio_file(path) or path.suffix.casefold() == ENDING
    file = read_portfolio(path) if signed else None
    store = opened_portfolio(file) if file else open_consolidated(address)
    try:
        years, kanwils = tuple(store.years()), tuple(store.kanwils())
    except BaseException:
        store.close()
        raise
    if file is None:
        return store, Origin(store.where, years, kanwils)
    return store, Origin(store.where, years, kanwils, file, is_trusted(file, hubs), portfolio_fingerprint(file))
