"""Devices: this laptop's key and card, the cards of others, and what binds a person to a device."""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.workspace_errors import ReadOnlyWorkspaceError
from zi_desktop.services.exchange.registries import RegistryKeeping
from zi_desktop.services.people import People
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, exchange, files
from zi_desktop.storage.directory import Person
from zi_desktop.storage.exchange import KnownCard
from zi_desktop.trust.cards import LARGEST, Card, bind_device, card_bytes, card_fingerprint, make_card, read_card
from zi_desktop.trust.certificates import Credential
from zi_desktop.trust.device_keys import DeviceKey, device_key_bytes, new_device_key, read_device_key
from zi_desktop.trust.registry import SignedRegistry

KEY_FILE: Final = "perangkat.kunci"
OWN: Final = "own"
ACCEPTED: Final[Mapping[str, str]] = {
    "": "Belum diterima", OWN: "Laptop ini", "paper": "Sidik jari dicocokkan", "certificate": "Diikat sertifikat",
    "registry": "Tercantum di registri",
}  # fmt: skip
"""How a card stands, in words."""
_MAKING: Final = Lock()
"""Two threads make one key."""
_SHORTEST: Final = 8
"""Digits of a device that name it on the command line."""


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card and how it stands: ``accepted`` is a key of ``ACCEPTED``, ``at`` since when (ISO)."""

    card: Card
    accepted: str
    at: str

    @property
    def fingerprint(self) -> str:
        """Return what two people compare on paper."""
        return card_fingerprint(self.card)


class DeviceKeeping:
    """The key of this laptop, and whose other laptops are."""

    def __init__(self, workspace: Workspace, settings: Settings, people: People, registries: RegistryKeeping) -> None:
        self._workspace = workspace
        self._registries = registries
        self._settings = settings
        self._people = people
        self._key: DeviceKey | None = None

    def key(self) -> DeviceKey:
        """Return the key of this laptop; made when it is first needed.

        Raises:
            CredentialError: its file is damaged.
            ReadOnlyWorkspaceError: there is none yet, and nothing may be written.
        """
        if self._key is None:
            with _MAKING:
                self._key = self._stored_key() or self._new_key()
        return self._key

    def identities(self) -> tuple[str, ...]:
        """Return what opens bundles that were encrypted to this laptop; nothing where it has no key yet."""
        key = self._key or self._stored_key()
        return (key.identity,) if key else ()

    def card(self) -> Card:
        """Return the card of the person at this laptop.

        Raises:
            InvalidInputError: the person has no name yet.
        """
        person = self._settings.person()
        if not person.name:
            raise InvalidInputError(
                "Nama belum diisi. Belum ada kartu yang dibuat; isi nama dan NIP di Pengaturan dahulu."
            )
        key = self.key()
        with self._workspace.database.reading() as connection:
            kept = exchange.cards(connection).get(key.device)
            owners = directory.settings(connection).get("certificates", {})
        earlier = read_card(kept.data) if kept else None
        binding = earlier.binding if earlier and earlier.person == person.id else None
        own = {sha256 for sha256, owner in owners.items() if owner == person.id}
        certificates = tuple(sorted(own | ({binding.sha256} if binding else set())))
        stands = (person.id, person.name, person.nip, certificates)
        if earlier and (earlier.person, earlier.name, earlier.nip, earlier.certificates) == stands:
            return earlier
        made = make_card(
            key, person=person.id, name=person.name, nip=person.nip, roles=(), certificates=certificates,
            made=self._workspace.today, binding=binding,
        )  # fmt: skip
        self._keep(made, OWN)
        return made

    def bind(self, credential: Credential) -> Card:
        """Let the own signing certificate stand behind this laptop, so that nobody has to compare fingerprints."""
        card, key = self.card(), self.key()
        bound = make_card(
            key, person=card.person, name=card.name, nip=card.nip, roles=card.roles,
            certificates=tuple(sorted({*card.certificates, credential.sha256})), made=self._workspace.today,
            binding=bind_device(credential, card.person, key.device, key.recipient),
        )  # fmt: skip
        self._keep(bound, OWN)
        return bound

    def export_card(self, path: Path) -> Path:
        """Write the own card, to be given to colleagues; return where it stands.

        Raises:
            InvalidInputError: the person has no name yet.
            FileWriteError: the file cannot be written.
        """
        return files.write_whole(path, card_bytes(self.card()))

    def read_file(self, path: Path) -> Card:
        """Read a card that somebody handed over.

        Raises:
            FileReadError: the file cannot be read.
            CardError: it is no card, or an altered one.
        """
        return read_card(files.read_whole(path, LARGEST))

    def cards(self) -> tuple[ShownCard, ...]:
        """Return every card that came here, by name; the own one among them."""
        with self._workspace.database.reading() as connection:
            kept = exchange.cards(connection).values()
        shown = [ShownCard(read_card(each.data), each.accepted, each.at) for each in kept]
        return tuple(sorted(shown, key=lambda each: (each.card.name.casefold(), each.card.device)))

    def find(self, named: str) -> Card:
        """Return the card that came here of a device, named by the beginning of its key, or of a person.

        Raises:
            NotFoundError: there is none, or there are several.
        """
        wanted = named.strip().casefold()
        found = [
            each.card
            for each in self.cards()
            if wanted in (each.card.person, each.card.nip, each.card.name.casefold())
            or (len(wanted) >= _SHORTEST and each.card.device.startswith(wanted))
        ]
        if len(found) != 1:
            why = f"ada {len(found)}; sebut perangkatnya" if found else "tidak ada di ruang kerja ini"
            raise NotFoundError(f"Kartu {named[:60]} {why}. Tidak ada yang berubah; lihat daftarnya.")
        return found[0]

    def accepted(self, cards: Collection[Card] = ()) -> Mapping[str, str]:
        """Return the person (id) to whom each device is bound, those too whom ``offer`` would bind by these cards.

        A device that the registry says was lost is nobody's: what it sends waits.
        """
        with self._workspace.database.reading() as connection:
            bound = {each.device: each.person for each in exchange.cards(connection).values() if each.accepted}
        if self.identities():
            bound.setdefault(self.key().device, self._settings.person().id)
        bound = {card.device: card.person for card in cards if self._vouched(card)} | bound
        signed = self._registries.current()
        lost = {device for device in bound if signed and signed.registry.lost_since(device)}
        return {device: person for device, person in bound.items() if device not in lost}

    def offer(self, cards: Collection[Card]) -> None:
        """Keep cards that came along; one that a known certificate vouches for is accepted, the others wait."""
        with self._workspace.database.reading() as connection:
            kept = exchange.cards(connection)
        for card in cards:
            known = kept.get(card.device)
            if known and known.accepted and known.person != card.person:
                continue  # a device that was bound to somebody changes hands only by a person's decision
            how = known.accepted if known and known.accepted else self._vouched(card)
            if known is None or (known.data, known.accepted) != (card_bytes(card), how):
                self._keep(card, how)
            if how and not (known and known.accepted):
                self._people.recognise(Person(card.person, card.name, card.nip))

    def take_registry(self, data: bytes, root: str = "") -> SignedRegistry:
        """Take the Inspectorate's registry, and what it says of the cards that are here; see ``RegistryKeeping.take``."""
        found = self._registries.take(data, root)
        self.offer([each.card for each in self.cards() if each.accepted == ""])
        return found

    def accept(self, card: Card, how: str = "paper") -> None:
        """Bind a person to a device, after the fingerprints were compared.

        Raises:
            InvalidInputError: the Inspectorate's registry says that the device was lost.
        """
        signed = self._registries.current()
        if signed and (since := signed.registry.lost_since(card.device)):
            raise InvalidInputError(
                f"Perangkat {card.name} dilaporkan hilang sejak {since}. Kartunya tidak diterima; minta kartu perangkat yang baru."
            )
        if self.identities() and card.device == self.key().device:
            return
        self._keep(card, how)
        self._people.recognise(Person(card.person, card.name, card.nip))

    def _vouched(self, card: Card) -> str:
        """Return what binds the person to the device without anybody's comparing: the registry, a known certificate."""
        signed = self._registries.current()
        if signed:
            person = signed.registry.person_on(card.device)
            if person is not None:
                return (
                    "registry" if person.person == card.person and not signed.registry.lost_since(card.device) else ""
                )
        if card.binding is None:
            return ""
        pinned = signed.registry.person_of(card.binding.sha256) if signed else None
        if pinned:
            return "certificate" if pinned.person == card.person and not pinned.has_lost(card.binding.sha256) else ""
        with self._workspace.database.reading() as connection:
            owner = directory.settings(connection).get("certificates", {}).get(card.binding.sha256)
        return "certificate" if owner == card.person else ""

    def _keep(self, card: Card, accepted: str) -> None:
        if not self._workspace.database.writable:
            return  # who only looks keeps nothing
        at = self._workspace.now().isoformat(timespec="seconds")
        with self._workspace.database.writing() as connection:
            exchange.put_card(connection, KnownCard(card.device, card.person, card_bytes(card), accepted, at))

    def _stored_key(self) -> DeviceKey | None:
        path = self._workspace.folder / KEY_FILE
        return read_device_key(files.read_whole(path, LARGEST)) if path.exists() else None

    def _new_key(self) -> DeviceKey:
        if not self._workspace.database.writable:
            raise ReadOnlyWorkspaceError
        key, path = new_device_key(), self._workspace.folder / KEY_FILE
        part = files.write_part(path, device_key_bytes(key))
        os.chmod(part, 0o600)  # noqa: PTH101 (whoever reads it is this laptop)
        files.put_in_place(part, path)
        return key
