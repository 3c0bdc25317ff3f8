"""The keys of a hub, in the workspace of whoever runs it: one that signs and stays, one a generation that decrypts."""

import os
import re
import uuid
from collections.abc import Callable
from contextlib import suppress
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
_KEPT: Final = re.compile(r"kunci-[0-9]{4,6}")
_FIRST: Final = 1

Publish = Callable[[HubCard], object]
"""Puts the card of a hub where laptops look for it; what it raises says that it is not there."""


def _nowhere(_card: HubCard) -> None:
    """Publish it later."""


class HubKeys:
    """Makes, keeps and changes the keys of a hub; every earlier one stays, to open what was encrypted to it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._folder = workspace.folder / FOLDER

    def exist(self) -> bool:
        """Tell whether this workspace runs a hub."""
        return (self._folder / _CARD).exists()

    def make(self, name: str, escrow: Path, publish: Publish = _nowhere) -> HubCard:
        """Make a hub; the key that lies in a safe is written to ``escrow`` and kept nowhere else.

        Args:
            name: what assessors read.
            escrow: a new file.
            publish: puts the card where laptops look; what it raises comes through.

        Raises:
            InvalidInputError: there is one already, it has no name, or ``escrow`` exists.
            FileWriteError: a key cannot be written.
        Whatever is raised, nothing is left behind: neither a key nor the file of the safe.
        """
        if self.exist():
            raise InvalidInputError(
                "Ruang kerja ini sudah mengelola sebuah hub. Tidak ada yang berubah; pakai hub itu."
            )
        if self._generations():
            raise InvalidInputError(
                "Kunci hub masih ada di ruang kerja ini, tetapi kartunya hilang. Tidak ada yang dibuat; kembalikan folder "
                f"{FOLDER} dari cadangan."
            )
        if not name.strip():
            raise InvalidInputError("Hub memerlukan nama. Tidak ada yang dibuat; sebut --name, lalu ulangi.")
        if escrow.exists():
            raise InvalidInputError(
                f"Berkas {escrow.name} sudah ada. Tidak ada yang ditimpa; sebut berkas baru untuk kunci cadangan."
            )
        reserve, key = new_device_key(), new_device_key()
        self._folder.mkdir(exist_ok=True)
        try:
            _write_secret(escrow, device_key_bytes(reserve))
            card = self._begin(key, str(uuid.uuid4()), name.strip(), _FIRST, reserve.recipient)
            publish(card)
        except BaseException:
            for path in (self._folder / _CARD, self._folder / _KEY.format(_FIRST), escrow):
                files.forget(path)
            with suppress(OSError):  # something else lies in it
                self._folder.rmdir()
            raise
        return card

    def renew(self, publish: Publish = _nowhere, *, above: int = 0) -> HubCard:
        """Begin a new generation: laptops encrypt to a new key from now on; the key that signs stays.

        Args:
            publish: as for ``make``; where it fails, the generation before stays the present one.
            above: the highest generation that laptops have seen: a restored workspace may know an earlier one.

        Raises:
            NotFoundError: this workspace runs no hub.
            FileWriteError: a key cannot be written.
        """
        card, key = self.card(), self.key()
        generation = max(card.generation, above, *self._generations()) + 1
        renewed = DeviceKey(key.seed, new_device_key().identity)
        try:
            new = self._begin(renewed, card.hub, card.name, generation, card.escrow)
            publish(new)
        except BaseException:
            files.write_whole(self._folder / _CARD, hub_card_bytes(card))
            files.forget(self._folder / _KEY.format(generation))
            raise
        return new

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
        """Return what opens bundles to this hub, the newest first.

        Raises:
            NotFoundError: this workspace runs no hub.
            CredentialError: a file is damaged.
        """
        self.card()
        return tuple(self._stored(generation).identity for generation in self._generations())

    def _begin(self, key: DeviceKey, hub: str, name: str, generation: int, escrow: str) -> HubCard:
        """Keep a key, and then the card that says so."""
        _write_secret(self._folder / _KEY.format(generation), device_key_bytes(key))
        card = make_hub_card(key, hub=hub, name=name, generation=generation, escrow=escrow, made=self._workspace.today)
        files.write_whole(self._folder / _CARD, hub_card_bytes(card))
        return card

    def _generations(self) -> list[int]:
        """Return the generations whose keys are here, the newest first."""
        names = [path.name for path in self._folder.glob("kunci-*")]
        return sorted((int(name.rpartition("-")[2]) for name in names if _KEPT.fullmatch(name)), reverse=True)

    def _stored(self, generation: int) -> DeviceKey:
        return read_device_key(files.read_whole(self._folder / _KEY.format(generation), LARGEST))


def read_escrow(path: Path) -> str:
    """Return what the key from the safe opens bundles with.

    Raises:
        FileReadError: it cannot be read.
        CredentialError: it is damaged, or something else.
    """
    return read_device_key(files.read_whole(path, LARGEST)).identity


def _write_secret(path: Path, data: bytes) -> None:
    part = files.write_part(path, data)
    with suppress(OSError):  # a stick for the safe knows no rights
        os.chmod(part, 0o600)  # noqa: PTH101 (nobody else reads it)
    files.put_in_place(part, path)
