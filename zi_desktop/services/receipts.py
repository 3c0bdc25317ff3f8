"""What the receipts of the hub say: how bundles stand towards it, and which files it holds."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from sqlalchemy import Connection

from zi_desktop.storage import directory, exchange
from zi_desktop.storage.exchange import OUT, Exchange

LOCAL, STORED, SENT = "lokal", "disimpan", "terkirim"
"""States of what goes to the hub: made here; put at the place of exchange; confirmed by a receipt."""
TAKEN_BACK: Final = "ditarik"
"""A receipt had confirmed it and a later one no longer does: it goes again."""

_HUB: Final = "hub"
"""The setting in which enrolment keeps the hub."""


def sent_rows(rows: Iterable[Exchange]) -> list[Exchange]:
    """Return the bundles that were put at a place for the hub."""
    from zi_desktop.sync.manifests import BundleKind  # noqa: PLC0415 (loads cryptography)

    return [row for row in rows if row.direction == OUT and row.kind == BundleKind.HUB and "key" in row.detail]


def confirmed(connection: Connection) -> Mapping[str, str]:
    """Return since when the hub confirms each file (ISO), by digest; only what its last receipt still names."""
    names = held(connection)
    if not names:
        return {}
    return {sha256: at for sha256, at in _receipts(connection, {SENT}).items() if sha256 in names}


def once_confirmed(connection: Connection) -> frozenset[str]:
    """Return every file that a receipt ever confirmed, by digest: its bytes may have been let go since."""
    return frozenset(_receipts(connection, ()))


def held(connection: Connection) -> frozenset[str]:
    """Return every file that the hub's last receipt names, by digest."""
    known = directory.settings(connection).get(_HUB)
    if not known:
        return frozenset()
    from zi_desktop.sync.hub_cards import read_hub_card  # noqa: PLC0415 (loads cryptography)
    from zi_desktop.sync.receipts import read_receipt  # noqa: PLC0415 (as above)

    hub = read_hub_card(known["card"].encode())
    found = exchange.last_receipt(connection, hub.hub)
    if found is None:
        return frozenset()
    last = read_receipt(found.data)
    return frozenset(last.evidence) if last.device == hub.device else frozenset()


def _receipts(connection: Connection, states: Collection[str]) -> Mapping[str, str]:
    """Return when a receipt first confirmed each file (ISO), of the bundles that stand so; of all where none is named."""
    since: dict[str, str] = {}
    for row in sent_rows(exchange.exchanges(connection)):
        at = row.detail.get("receipt")
        if at and (not states or row.state in states):
            for sha256 in row.detail["evidence"]:
                since[sha256] = min(at, since.get(sha256, at))
    return since
