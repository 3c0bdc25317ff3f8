"""Makes what the outbox shows, without a workspace."""

import datetime as dt

from zi_desktop.services.exchange.overview import ExchangeOverview, OutboxItem
from zi_desktop.services.receipts import SENT
from zi_desktop.ui.sync.shown import SyncShown

NOW = dt.datetime(2026, 11, 5, 9, tzinfo=dt.UTC)


def item(name, state=SENT, **more):
    plain = {"since": NOW.isoformat(), "lines": 0, "files": 0, "size": 0, "saved": "", "taken_back": False}
    return OutboxItem(evaluation=name, satker=f"Lapas {name}", year=2026, state=state, **plain | more)


def outbox(*items):
    return SyncShown(ExchangeOverview(items, (), (), (), (), "", ""), "Inspektorat Contoh", "x", NOW, writable=True)
