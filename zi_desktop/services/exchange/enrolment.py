"""Enrolment: which hub this laptop sends to, believed once by comparing a printed fingerprint, and never exchanged silently."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from zi_desktop.domain.errors import CardError, InvalidInputError, NotFoundError, TransportError
from zi_desktop.services.receipts import LOCAL, sent_rows
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, exchange
from zi_desktop.sync.hub_cards import HubCard, hub_card_bytes, hub_fingerprint, read_hub_card
from zi_desktop.sync.hub_places import CARDS
from zi_desktop.sync.patience import Heed
from zi_desktop.sync.transport import Transport
from zi_desktop.sync.transports import Keys, open_transport

_SETTING: Final = "hub"
_KEYS: Final = "hub_keys"
_ACCESS, _SECRET = "ZI_S3_ACCESS_KEY", "ZI_S3_SECRET_KEY"
_LARGEST: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The hub of this laptop: where things are put, and the card as it was seen last."""

    address: str
    card: HubCard


class Enrolment:
    """Keeps the hub of a workspace."""

    def __init__(self, workspace: Workspace, environment: Mapping[str, str] | None = None) -> None:
        self._workspace = workspace
        self._environment = os.environ if environment is None else environment

    def hub(self) -> Enrolled | None:
        """Return the hub that was believed, or None."""
        with self._workspace.database.reading() as connection:
            kept = directory.settings(connection).get(_SETTING)
        return Enrolled(kept["address"], read_hub_card(kept["card"].encode())) if kept else None

    def transport(self, address: str, heed: Heed | None = None) -> Transport:
        """Return the place of exchange at an address, entered with the keys of this laptop.

        Args:
            address: where.
            heed: is called while the place is waited for; what it raises gives it up.

        Raises:
            InvalidInputError: no address that this program knows.
        """
        return open_transport(address, self.keys(), heed)

    def is_reached(self, address: str, heed: Heed | None = None) -> bool:
        """Tell whether a hub's card lies at an address now; who does not answer at once is not there."""
        try:
            return bool(open_transport(address, self.keys(), heed, glance=True).names(CARDS))
        except (TransportError, InvalidInputError):
            return False

    def keys(self) -> Keys:
        """Return how a store is entered: from the environment, else as kept here."""
        if _ACCESS in self._environment:
            return Keys(self._environment[_ACCESS], self._environment.get(_SECRET, ""))
        with self._workspace.database.reading() as connection:
            kept = directory.settings(connection).get(_KEYS, {})
        return Keys(kept.get("access", ""), kept.get("secret", ""))

    def keep_keys(self, keys: Keys) -> None:
        """Keep how a store is entered, on this laptop only."""
        with self._workspace.database.writing() as connection:
            directory.put_setting(connection, _KEYS, {"access": keys.access, "secret": keys.secret})

    def found(self, address: str, heed: Heed | None = None) -> HubCard:
        """Return the newest card that lies at an address; nothing is believed by that.

        Raises:
            NotFoundError: there is no hub at that address, or it is not reached: nothing was exchanged with it yet.
            CardError: what lies there is no card.
        """
        try:
            return self._card(address, heed)
        except TransportError as failure:
            raise NotFoundError(
                f"{failure.where} tidak tercapai: {failure.reason}. Belum ada yang dikirim; periksa alamatnya, lalu cari lagi."
            ) from failure

    def _card(self, address: str, heed: Heed | None) -> HubCard:
        transport = self.transport(address, heed)
        names = transport.names(CARDS)
        if not names:
            raise NotFoundError(
                f"Di {transport.where} belum ada hub. Tidak ada yang dikirim; periksa alamatnya, atau minta Inspektorat menyiapkannya."
            )
        size = transport.size(names[-1]) or 0
        if size > _LARGEST:
            raise CardError("terlalu besar")
        return read_hub_card(b"".join(transport.chunks(names[-1])))

    def enrol(self, address: str, fingerprint: str, heed: Heed | None = None) -> Enrolled:
        """Believe the hub at an address, whose printed fingerprint a person compared or typed.

        What was sent to another hub before has to go to this one again.

        Raises:
            InvalidInputError: the fingerprint is another one's; nothing changes.
            NotFoundError, CardError: see ``found``.
        """
        card = self.found(address, heed)
        if _plain(fingerprint) != _plain(hub_fingerprint(card)):
            raise InvalidInputError(
                "Sidik hub tidak sama dengan yang tercetak. Tidak ada yang dikirim; periksa lembar dari Inspektorat."
            )
        known = self.hub()
        if known is not None and (known.card.hub, known.card.device) != (card.hub, card.device):
            self._send_again()
        return self._keep(address, card)

    def met(self, address: str, heed: Heed | None = None) -> Enrolled:
        """Return the hub that was believed, as its newest card at an address shows it.

        Raises:
            InvalidInputError: none was believed yet, or the one at the address is another.
            TransportError: the place is not reached.
            NotFoundError, CardError: see ``found``.
        """
        known, card = self.hub(), self._card(address, heed)
        if known is None:
            raise InvalidInputError(
                f"Hub {card.name} belum dikenal di laptop ini. Tidak ada yang dikirim; cocokkan sidiknya dengan lembar "
                f"dari Inspektorat, lalu sebut --fingerprint. Sidik yang terbaca: {hub_fingerprint(card)}"
            )
        if (card.hub, card.device) != (known.card.hub, known.card.device):
            raise InvalidInputError(
                "Hub di alamat itu bukan hub yang dikenal laptop ini. Tidak ada yang dikirim; tanyakan kepada Inspektorat."
            )
        if card.generation < known.card.generation:
            card = known.card  # an older card may still lie on a stick: its key is no longer used
        return self._keep(address, card) if (address, card) != (known.address, known.card) else known

    def _send_again(self) -> None:
        with self._workspace.database.writing() as connection:
            for row in sent_rows(exchange.exchanges(connection)):
                exchange.put_exchange(connection, replace(row, state=LOCAL))

    def _keep(self, address: str, card: HubCard) -> Enrolled:
        with self._workspace.database.writing() as connection:
            kept = {"address": address, "card": hub_card_bytes(card).decode()}
            directory.put_setting(connection, _SETTING, kept)
        return Enrolled(address, card)


def _plain(fingerprint: str) -> str:
    return "".join(fingerprint.split()).casefold()
