"""Receipts: what a hub says it holds, signed; only a receipt makes something "terkirim"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import BundleRejected
from zi_desktop.sync.manifests import is_tip
from zi_desktop.trust import spelling
from zi_desktop.trust.device_keys import DeviceKey
from zi_desktop.trust.signed_values import UnprovenError, read_value, sign_value, value_bytes

KIND: Final = "zi-receipt"
LARGEST: Final = 4 * 1024 * 1024
"""Bytes of a receipt."""
_NAMES: Final = frozenset({
    "hub", "device", "generation", "number", "installation", "heads", "evidence", "bundles", "at",
})  # fmt: skip
_MOST: Final = 65_536

Tips = tuple[tuple[str, int, str], ...]
"""(stream, seq, hash) of the last line of each stream that the hub holds."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a hub holds of what an installation sent.

    ``number`` rises with each receipt for that installation; ``heads`` are the tips of each subject, by its id;
    ``evidence`` and ``bundles`` are SHA-256; ``at`` is the hub's time with its zone.
    """

    hub: str
    device: str
    generation: int
    number: int
    installation: str
    heads: Mapping[str, Tips]
    evidence: tuple[str, ...]
    bundles: tuple[str, ...]
    at: str
    signature: str


def make_receipt(
    key: DeviceKey,
    *,
    hub: str,
    generation: int,
    number: int,
    installation: str,
    heads: Mapping[str, Tips],
    evidence: Sequence[str],
    bundles: Sequence[str],
    at: str,
) -> Receipt:
    """Sign what a hub holds."""
    receipt = Receipt(
        hub, key.device, generation, number, installation, heads, tuple(evidence), tuple(bundles), at, "",
    )  # fmt: skip
    return replace(receipt, signature=sign_value(KIND, _spelled(receipt), key))


def receipt_bytes(receipt: Receipt) -> bytes:
    """Spell a receipt as canonical JSON, as ``read_receipt`` takes it."""
    return value_bytes(KIND, _spelled(receipt), receipt.signature)


def read_receipt(data: bytes) -> Receipt:
    """Read a receipt; the caller holds ``hub`` and ``device`` against the card of its own hub.

    Raises:
        BundleRejected: no receipt, or altered.
    """
    try:
        value = read_value(data, KIND, _NAMES, "device", LARGEST)
    except UnprovenError as error:
        raise BundleRejected(f"tanda terimanya {error}") from error
    if not _well_typed(value):
        raise BundleRejected("tanda terimanya memuat isian yang tidak sah")
    heads = {
        subject: tuple((stream, seq, hash_) for stream, seq, hash_ in tips) for subject, tips in value["heads"].items()
    }
    return Receipt(
        value["hub"], value["device"], value["generation"], value["number"], value["installation"], heads,
        tuple(value["evidence"]), tuple(value["bundles"]), value["at"], value["signature"],
    )  # fmt: skip


def _spelled(receipt: Receipt) -> dict[str, Json]:
    return {
        "hub": receipt.hub, "device": receipt.device, "generation": receipt.generation, "number": receipt.number,
        "installation": receipt.installation,
        "heads": {subject: [list(tip) for tip in tips] for subject, tips in receipt.heads.items()},
        "evidence": list(receipt.evidence), "bundles": list(receipt.bundles), "at": receipt.at,
    }  # fmt: skip


def _well_typed(value: dict[str, Json]) -> bool:
    return (
        spelling.is_uuid(value["hub"])
        and spelling.is_number(value["generation"], 1)
        and spelling.is_number(value["number"], 1)
        and spelling.is_uuid(value["installation"])
        and isinstance(value["heads"], dict)
        and all(
            spelling.is_uuid(subject) and spelling.is_list(tips, is_tip, _MOST)
            for subject, tips in value["heads"].items()
        )
        and spelling.is_list(value["evidence"], spelling.is_digest, _MOST)
        and spelling.is_list(value["bundles"], spelling.is_digest, _MOST)
        and spelling.is_moment(value["at"])
    )
