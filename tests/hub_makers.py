"""An Inspectorate for tests: keys, a place of exchange, a consolidated store."""

import json
from typing import Self

from builders import open_services
from sqlalchemy import select

from zi_desktop.services.hub.worker import HubWorker, publish
from zi_desktop.storage import hub_tables
from zi_desktop.storage.hub_store import open_store
from zi_desktop.sync.hub_cards import hub_fingerprint


class Hub:
    """An Inspectorate: a workspace with keys, a place of exchange, a consolidated store."""

    def __init__(self, folder, address="", database=""):
        """Make a hub in a folder, with a stick and a SQLite file of its own where nothing else is named."""
        stick = folder / "stik"
        if not address:
            stick.mkdir(parents=True, exist_ok=True)
        self.services = open_services(folder / "pusat")
        self.services.settings.put("person.name", "Sari Percontohan")
        self.address, self.database, self.folder = (
            address or str(stick),
            database or str(folder / "gabungan.db"),
            folder,
        )
        self.card = self.services.hub_keys.make("Inspektorat Contoh", folder / "cadangan.kunci")
        self.fingerprint = hub_fingerprint(self.card)
        publish(self.card, self.transport())
        open_store(self.database, make=True).close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.services.close()

    def transport(self):
        return self.services.enrolment.transport(self.address)

    def ingest(self):
        with open_store(self.database) as store:
            return HubWorker(
                self.services.workspace, self.services.hub_keys, self.services.devices, self.transport(), store
            ).run()

    def accept_everybody(self):
        for shown in self.services.devices.cards():
            self.services.devices.accept(shown.card)

    def admit(self):
        """Take what lies there, accept whoever sent it, and take what waited for that; return what was taken then."""
        self.ingest()
        self.accept_everybody()
        return self.ingest()

    def confirm(self, laptop):
        """Let a laptop send all it has, take it, and let the laptop fetch the receipt; return what it fetched."""
        laptop.exchanging.push(self.address)
        self.admit()
        return laptop.exchanging.pull(self.address)

    def evaluations(self):
        with open_store(self.database) as store, store.reading() as connection:
            return {
                row.subject_id: json.loads(row.summary) for row in connection.execute(select(hub_tables.evaluation))
            }
