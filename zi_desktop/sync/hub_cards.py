"""The card of a hub: what laptops encrypt to, whose receipts they believe; compared once with a printed sheet."""

import hashlib
from dataclasses import dataclass, replace
from typing import Final

from zi_desktop.domain.canonical import Json, encode
from zi_desktop.domain.errors import CardError
from zi_desktop.trust import spelling
from zi_desktop.trust.device_keys import DeviceKey, is_recipient
from zi_desktop.trust.signed_values import UnprovenError, read_value, sign_value, value_bytes

KIND: Final = "zi-hub-card"
LARGEST: Final = 64 * 1024
"""Bytes of a card."""
_NAMES: Final = frozenset({"hub", "name", "generation", "device", "recipient", "escrow", "made"})


@dataclass(frozen=True, slots=True)
class HubCard:
    """A hub: its id (UUID), its name, and its keys.

    ``generation`` rises each time the keys to encrypt to change, or the store was restored; ``device`` is the key that
    signs (64 hexadecimal digits) and stays; ``recipient`` is the active key, ``escrow`` the one that lies in a safe;
    ``made`` is a day (ISO).
    """

    hub: str
    name: str
    generation: int
    device: str
    recipient: str
    escrow: str
    made: str
    signature: str


def make_hub_card(key: DeviceKey, *, hub: str, name: str, generation: int, escrow: str, made: str) -> HubCard:
    """Make the card of a hub that works with this key."""
    card = HubCard(hub, name, generation, key.device, key.recipient, escrow, made, "")
    return replace(card, signature=sign_value(KIND, _spelled(card), key))


def hub_card_bytes(card: HubCard) -> bytes:
    """Spell a card as canonical JSON, as ``read_hub_card`` takes it."""
    return value_bytes(KIND, _spelled(card), card.signature)


def read_hub_card(data: bytes) -> HubCard:
    """Read a card; its own signature is checked, not whether anybody compared it with the printed sheet.

    Raises:
        CardError: no card, or altered.
    """
    try:
        value = read_value(data, KIND, _NAMES, "device", LARGEST)
    except UnprovenError as error:
        raise CardError(str(error)) from error
    if not _well_typed(value):
        raise CardError("memuat isian yang tidak sah")
    return HubCard(**value)


def hub_fingerprint(card: HubCard) -> str:
    """Return what stands on the printed sheet: the hub and the key that signs for it, capitals in groups of four."""
    return fingerprint_of(card.hub, card.device)


def fingerprint_of(hub: str, device: str) -> str:
    """Return the same of a hub (UUID) of which only the key that signs is known."""
    return spelling.grouped(hashlib.sha256(encode({"hub": hub, "device": device})).hexdigest())


def _spelled(card: HubCard) -> dict[str, Json]:
    return {
        "hub": card.hub, "name": card.name, "generation": card.generation, "device": card.device,
        "recipient": card.recipient, "escrow": card.escrow, "made": card.made,
    }  # fmt: skip


def _well_typed(value: dict[str, Json]) -> bool:
    return (
        spelling.is_uuid(value["hub"])
        and spelling.is_label(value["name"])
        and spelling.is_number(value["generation"], 1)
        and is_recipient(value["recipient"])
        and is_recipient(value["escrow"])
        and spelling.is_day(value["made"])
    )
