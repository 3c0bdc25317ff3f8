"""The signed portfolio of a Kanwil: made by whoever runs the hub, opened at the Kanwil as if it were the store itself."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.services.hub.consolidated import Consolidated
from zi_desktop.services.hub.keys import HubKeys
from zi_desktop.storage import files, hub_rows
from zi_desktop.storage.hub_store import memory_store
from zi_desktop.storage.summaries import Summary
from zi_desktop.sync.portfolio_files import (
    LARGEST,
    START,
    EvaluationShares,
    PortfolioFile,
    make_portfolio_file,
    portfolio_file_bytes,
    read_portfolio_file,
)
from zi_desktop.trust.spelling import is_moderate


@dataclass(frozen=True, slots=True)
class Written:
    """A file on disk: how many satker and evaluations it holds."""

    file: Path
    satkers: int
    evaluations: int


def write_portfolio_file(store: Consolidated, keys: HubKeys, kanwil: str, at: dt.datetime, path: Path) -> Written:
    """Write the signed portfolio of a Kanwil.

    Raises:
        NotFoundError: this workspace runs no hub, or the store knows no such Kanwil.
        InvalidInputError: the store is another hub's, or there is too much for one file.
        FileWriteError: the file cannot be written.
    """
    card = keys.card()
    if store.hub() not in ("", card.hub):
        raise InvalidInputError(
            "Simpanan gabungan itu milik hub lain. Tidak ada yang ditulis; pakai ruang kerja yang mengelola hub itu."
        )
    if kanwil not in store.kanwils():
        raise InvalidInputError(
            f"Kanwil “{kanwil}” tidak ada di simpanan gabungan. Tidak ada yang ditulis; tulis namanya seperti di daftar satker."
        )
    satkers, evaluations = [], []
    for row, shares in store.everything(kanwil):
        satkers.append(row.satker)
        evaluations += [EvaluationShares(each, shares.get(each["id"], {})) for each in row.evaluations]
    data = portfolio_file_bytes(
        make_portfolio_file(
            keys.key(), hub=card.hub, name=card.name, kanwil=kanwil, at=at.isoformat(timespec="seconds"),
            satkers=satkers, evaluations=evaluations,
        )
    )  # fmt: skip
    if len(data) > LARGEST or not is_moderate(data):
        raise InvalidInputError(
            f"Portofolio {kanwil} terlalu besar untuk satu berkas. Tidak ada yang ditulis; beri Kanwil itu lembar xlsx."
        )
    read_portfolio_file(data)  # what the Kanwil could not read is never handed out
    return Written(files.write_whole(path, data), len(satkers), len(evaluations))


def is_portfolio_file(path: Path) -> bool:
    """Tell by its content whether a file is a signed portfolio, altered or not; what cannot be read is none."""
    try:
        with path.open("rb") as file:
            return file.read(len(START)) == START
    except OSError:
        return False


def read_portfolio(path: Path) -> PortfolioFile:
    """Read a signed portfolio.

    Raises:
        PortfolioFileError: altered, or no such file.
        FileReadError: it cannot be read.
    """
    return read_portfolio_file(files.read_whole(path, LARGEST + len(START)))


def opened_portfolio(file: PortfolioFile) -> Consolidated:
    """Return a portfolio as a store in memory, so that the same questions can be asked."""
    store = memory_store(file.kanwil)
    with store.writing() as connection:
        hub_rows.put_satkers(connection, [Summary(row["id"], row, file.at) for row in file.satkers])
        hub_rows.put_evaluations(
            connection,
            [(Summary(each.summary["id"], each.summary, file.at), each.shares_text) for each in file.evaluations],
        )
    return Consolidated(store)


def is_trusted(file: PortfolioFile, hubs: Collection[tuple[str, str]]) -> bool:
    """Tell whether a file is of one of these hubs: each its id and the key that signs, compared on paper once."""
    return (file.hub, file.device) in hubs
