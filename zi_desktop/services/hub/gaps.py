"""Gaps of a consolidated store: whoever runs the hub may call a missing part gone where its team no longer can."""

from zi_desktop.domain import gaps
from zi_desktop.services.exchange.devices import DeviceKeeping
from zi_desktop.services.exchange.gap_declaring import state
from zi_desktop.services.exchange.gap_finding import FoundGap, gaps_of, named
from zi_desktop.services.gaps import declarations
from zi_desktop.services.hub.keys import HubKeys
from zi_desktop.services.settings import OFFICE, Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import hub_rows, hub_store
from zi_desktop.storage.hub_store import HubStore
from zi_desktop.sync.segments import Segment, read_segment


class HubGaps:
    """Shows what waits in a store behind a part that did not come, and calls such a part gone."""

    def __init__(self, workspace: Workspace, settings: Settings, devices: DeviceKeeping, keys: HubKeys) -> None:
        self._workspace = workspace
        self._settings = settings
        self._devices = devices
        self._keys = keys

    def all(self, store: HubStore) -> tuple[FoundGap, ...]:
        """Return the gaps in a store, by subject; those too of which somebody spoke, whether they closed or not.

        Raises:
            HubStoreError: the database failed.
        """
        with self._workspace.database.reading() as connection:
            acts = declarations(connection)
        with store.reading() as connection:
            office = hub_store.lines_of(connection, OFFICE)
            acts = gaps.acts({act.hash: act for act in (*acts, *office)}.values())
            found = [each for each in hub_rows.all_waiting(connection) if each.why == "gap"]
            waiting = {each.subject: list[Segment]() for each in found}
            for each in found:
                waiting[each.subject].append(read_segment(each.segment))
            subjects = {*waiting, *(gaps.gap_of(act).subject for act in acts)}
            return tuple(
                found
                for subject in sorted(subjects, key=lambda each: (each.kind, each.id))
                for found in gaps_of(
                    {line.hash: line for line in hub_store.lines_of(connection, subject)},
                    waiting.get(subject, ()),
                    acts,
                )
            )

    def declare(self, store: HubStore, name: str, reason: str) -> FoundGap:
        """State in the hub's workspace that what is missing never comes; the next ``ingest`` acts on it.

        Raises:
            NotFoundError: no such gap, or this workspace runs no hub.
            InvalidInputError: no reason, said already, or the person here has no name.
            HubStoreError: the database failed.
        """
        self._keys.card()
        found = named(self.all(store), name)
        state(self._workspace, self._settings, self._devices, found, reason)
        return found
