"""The keys of a hub, in the workspace of whoever runs it: one that signs and stays, one a generation that decrypts."""

import os
import uuid
from pathlib import Path
from typing import Final

from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import files
from zi_desktop.sync.hub_cards import LARGEST, HubCard, hub_card_bytes, make_hub_card, read_hub_card
from zi_desktop.trust.device_keys import DeviceKey, device_key_bytes, new_device_key, read_device_key

FOLDER: Final = "hub"
_CARD: Final = "kartu.json"
_KEY: Final = "kunci-{:04d}"
_FIRST: Final = 1


class HubKeys:
    """Makes, keeps and changes the keys of a hub; every earlier one stays, to open what was encrypted to it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._folder = workspace.folder / FOLDER

    def exist(self) -> bool:
        """Tell whether this workspace runs a hub."""
        return (self._folder / _CARD).exists()

    def make(self, name: str, escrow: Path) -> HubCard:
        """Make a hub; the key that lies in a safe is written to ``escrow`` and kept nowhere else.

        Raises:
            InvalidInputError: there is one already, it has no name, or ``escrow`` exists.
            FileWriteError: a key cannot be written; there is no hub then.
        """
        if self.exist():
            raise InvalidInputError(
                "Ruang kerja ini sudah mengelola sebuah hub. Tidak ada yang berubah; pakai hub itu."
            )
        if not name.strip():
            raise InvalidInputError("Hub memerlukan nama. Tidak ada yang dibuat; sebut --name, lalu ulangi.")
        if escrow.exists():
            raise InvalidInputError(
                f"Berkas {escrow.name} sudah ada. Tidak ada yang ditimpa; sebut berkas baru untuk kunci cadangan."
            )
        reserve, key = new_device_key(), new_device_key()
        self._folder.mkdir(exist_ok=True)
        _write_secret(escrow, device_key_bytes(reserve))
        self._keep(_FIRST, key)
        return self._publish(key, str(uuid.uuid4()), name.strip(), _FIRST, reserve.recipient)

    def renew(self) -> HubCard:
        """Begin a new generation: laptops encrypt to a new key from now on; the key that signs stays.

        Raises:
            NotFoundError: this workspace runs no hub.
        """
        card, key = self.card(), self.key()
        renewed = DeviceKey(key.seed, new_device_key().identity)
        self._keep(card.generation + 1, renewed)
        return self._publish(renewed, card.hub, card.name, card.generation + 1, card.escrow)

    def card(self) -> HubCard:
        """Return the card of the hub.

        Raises:
            NotFoundError: this workspace runs no hub.
            CardError: its file is damaged.
        """
        if not self.exist():
            raise NotFoundError(
                "Ruang kerja ini tidak mengelola hub. Tidak ada yang berubah; siapkan dengan hub init, atau sebut ruang kerja lain."
            )
        return read_hub_card(files.read_whole(self._folder / _CARD, LARGEST))

    def key(self) -> DeviceKey:
        """Return the key of the present generation.

        Raises:
            NotFoundError: this workspace runs no hub.
            CredentialError: its file is damaged.
        """
        return self._stored(self.card().generation)

    def identities(self) -> tuple[str, ...]:
        """Return what opens bundles to this hub, the newest first."""
        last = self.card().generation
        return tuple(self._stored(generation).identity for generation in range(last, 0, -1))

    def _publish(self, key: DeviceKey, hub: str, name: str, generation: int, escrow: str) -> HubCard:
        card = make_hub_card(key, hub=hub, name=name, generation=generation, escrow=escrow, made=self._workspace.today)
        files.write_whole(self._folder / _CARD, hub_card_bytes(card))
        return card

    def _stored(self, generation: int) -> DeviceKey:
        return read_device_key(files.read_whole(self._folder / _KEY.format(generation), LARGEST))

    def _keep(self, generation: int, key: DeviceKey) -> None:
        _write_secret(self._folder / _KEY.format(generation), device_key_bytes(key))


def _write_secret(path: Path, data: bytes) -> None:
    part = files.write_part(path, data)
    os.chmod(part, 0o600)  # noqa: PTH101 (nobody else reads it)
    files.put_in_place(part, path)
