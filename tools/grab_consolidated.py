"""A workspace that runs a hub, for the pictures of tools/grab: beside it a store of a ministry and signed portfolios."""

from pathlib import Path
from typing import Final

from tools.ministry import KANWILS, evaluations, satkers
from zi_desktop.services.composition import open_services
from zi_desktop.services.hub.consolidated import open_consolidated
from zi_desktop.services.hub.keys import HubKeys
from zi_desktop.services.hub.portfolio_file import write_portfolio_file
from zi_desktop.storage import hub_rows
from zi_desktop.storage.hub_store import open_store

_SATKERS: Final = 10_000
_YEARS: Final = (2025, 2026)


def gathered(folder: Path) -> None:
    """Make it: ``gabungan.db``, and one signed file of its own hub, one of a stranger's, one that was altered."""
    store = folder / "gabungan.db"
    own, other = folder, folder / "hub-lain"
    for place in (own, other):
        with open_services(place, write=True) as services:
            services.hub_keys.make("Inspektorat Contoh", place / "brankas.kunci")
    fill(store, _SATKERS)
    for place, name in ((own, "kanwil.ziport"), (other, "kanwil-asing.ziport")):
        with open_services(place, write=False) as services, open_consolidated(str(store)) as opened:
            keys = HubKeys(services.workspace)
            write_portfolio_file(opened, keys, KANWILS[0], services.workspace.now(), folder / name)
    whole = (folder / "kanwil.ziport").read_bytes()
    (folder / "kanwil-diubah.ziport").write_bytes(whole.replace(b'"WBK"', b'"WBX"', 1))


def fill(store: Path, count: int) -> None:
    """Make a store of a ministry in a SQLite file."""
    units = list(satkers(count))
    with open_store(str(store), make=True) as opened, opened.writing() as connection:
        hub_rows.put_satkers(connection, units)
        hub_rows.put_evaluations(connection, [(each.summary, each.shares) for each in evaluations(units, _YEARS)])
