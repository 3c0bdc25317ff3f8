"""After an update of the program: what another version of it summed up in a consolidated store is summed up anew."""

from zi_desktop.services.evidence.intake import Tell, untold
from zi_desktop.services.hub.ingest import HubIngest
from zi_desktop.services.summarising import VERSIONS
from zi_desktop.storage import hub_queries
from zi_desktop.storage.hub_store import HubStore


def renew_outdated(store: HubStore, ingest: HubIngest, tell: Tell = untold) -> int:
    """Sum up anew, one transaction a subject, and return how many; broken off anywhere, the next run goes on. For a worker.

    Raises:
        HubStoreError: the database failed.
    """
    with store.reading() as connection:
        found = hub_queries.outdated(connection, VERSIONS)
    for number, subject in enumerate(found):
        tell("Menghitung ulang isi simpanan", number, len(found))
        ingest.renew(subject)
    return len(found)
