"""What the Inspectorate gives back to every laptop: the signed registry, and the satker and editions to work with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.services.exchange.bundling import Bundling
from zi_desktop.services.exchange.devices import OWN, DeviceKeeping
from zi_desktop.services.hub.keys import HubKeys
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, files
from zi_desktop.sync.hub_places import EVERYBODY, REGISTRY
from zi_desktop.sync.transport import Transport
from zi_desktop.trust.cards import Card
from zi_desktop.trust.registry import LostDevice, Person, Registry, SignedRegistry, read_signed_registry, sign_registry
from zi_desktop.trust.spelling import is_day

"""The box that every laptop reads; what lies there is encrypted to those whom it is for."""
_KEPT: Final = "hub/registri.json"
_LOST: Final = "lost_devices"
_MAX: Final = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Published:
    """What was put: the number of the registry, how many persons and devices it names, and the bundle's size in bytes."""

    number: int
    persons: int
    devices: int
    size: int


class HubPublishing:
    """Makes the registry from the cards that were accepted here, and publishes it with the reference data."""

    def __init__(self, workspace: Workspace, keys: HubKeys, devices: DeviceKeeping, bundling: Bundling) -> None:
        self._workspace = workspace
        self._keys = keys
        self._devices = devices
        self._bundling = bundling

    def report_lost(self, device: str, since: str) -> Card:
        """Note that a laptop was lost on a day (ISO); the next registry says so.

        Raises:
            NotFoundError: no such device is known here.
            InvalidInputError: no day.
        """
        card = self._devices.find(device)
        if not is_day(since):
            raise InvalidInputError("Tanggal hilang ditulis seperti 2026-11-05. Tidak ada yang berubah; perbaiki.")
        with self._workspace.database.writing() as connection:
            lost = directory.settings(connection).get(_LOST, {})
            directory.put_setting(connection, _LOST, {**lost, card.device: since})
        return card

    def publish(self, transport: Transport) -> Published:
        """Put the registry, and a bundle with satker and editions for everybody who is in it. For a worker.

        Raises:
            NotFoundError: this workspace runs no hub.
            InvalidInputError: the person at this laptop has no name yet.
            TransportError: the place is not reached.
        """
        self._devices.card()  # whoever runs the hub is in the registry too
        signed = self._renewed()
        number = signed.registry.number
        transport.put_new(f"{REGISTRY}/{number:08d}.json", files.read_whole(self._workspace.folder / _KEPT, _MAX))
        recipients = [card.recipient for card, how in self._cards() if how != OWN and not self.is_lost(card.device)]
        path = self._workspace.folder / "hub" / "acuan.zib"
        try:
            made = self._bundling.export_reference(path, encrypt_to=recipients)
            transport.put_new(f"{EVERYBODY}/{made.number:08d}-{made.sha256[:16]}.zib", path)
        finally:
            path.unlink(missing_ok=True)
        devices = sum(len(person.devices) for person in signed.registry.persons)
        return Published(number, len(signed.registry.persons), devices, made.size)

    def _renewed(self) -> SignedRegistry:
        """Return the registry as things stand: the last one, or one with the next number where something changed."""
        card, key, path = self._keys.card(), self._keys.key(), self._workspace.folder / _KEPT
        last = read_signed_registry(files.read_whole(path, _MAX)) if path.exists() else None
        number = last.registry.number if last else 0
        made = last.registry.made if last else ""
        found = Registry(number, demo=False, persons=tuple(self._persons()), made=made, hubs=(card.hub,))
        if last and found == last.registry:
            return last
        data = sign_registry(replace(found, number=number + 1, made=self._workspace.today), key)
        files.write_whole(path, data)
        return read_signed_registry(data)

    def _persons(self) -> Sequence[Person]:
        by_person: dict[str, list[Card]] = {}
        for card, _ in self._cards():
            by_person.setdefault(card.person, []).append(card)
        with self._workspace.database.reading() as connection:
            lost = directory.settings(connection).get(_LOST, {})
        return [
            Person(
                id_, cards[0].name, cards[0].nip, tuple(cards[0].roles),
                tuple(sorted({sha256 for card in cards for sha256 in card.certificates})),
                devices=tuple(sorted(card.device for card in cards)),
                lost_devices=tuple(
                    LostDevice(card.device, lost[card.device]) for card in cards if card.device in lost
                ),
            )
            for id_, cards in sorted(by_person.items())
        ]  # fmt: skip

    def _cards(self) -> Sequence[tuple[Card, str]]:
        return [(each.card, each.accepted) for each in self._devices.cards() if each.accepted]

    def is_lost(self, device: str) -> bool:
        """Tell whether a laptop was reported lost here."""
        with self._workspace.database.reading() as connection:
            return device in directory.settings(connection).get(_LOST, {})
