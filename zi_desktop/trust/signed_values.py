"""Values that a device signed: canonical JSON that carries its kind, its version and the signature over both."""

from collections.abc import Mapping
from typing import Final

from zi_desktop.domain.canonical import Json, decode, encode
from zi_desktop.domain.errors import LineError
from zi_desktop.trust import spelling
from zi_desktop.trust.device_keys import DeviceKey, is_signature, signed_by

VERSION: Final = 1


class UnprovenError(Exception):
    """What was read is not such a value; ``str(error)`` says in a few words why ("berkasnya …")."""


def sign_value(kind: str, fields: Mapping[str, Json], key: DeviceKey) -> str:
    """Return the signature (hexadecimal) of a kind of value with these fields."""
    return key.sign(_message(kind, _full(kind, fields))).hex()


def value_bytes(kind: str, fields: Mapping[str, Json], signature: str) -> bytes:
    """Spell a signed value."""
    return encode({**_full(kind, fields), "signature": signature})


def read_value(data: bytes, kind: str, names: frozenset[str], signer: str, largest: int) -> dict[str, Json]:
    """Read a signed value; the field ``signer`` names the device that must have signed it.

    Args:
        data: what was received; line ends and blanks around it are nothing.
        kind: which kind it must be.
        names: the fields that it must have, no more and no fewer, without kind, version and signature.
        signer: the one of them that holds the device.
        largest: more bytes than this are not looked at.

    Returns:
        Those fields and ``signature``. What they hold is not looked at.

    Raises:
        UnprovenError: not such a value, or altered.
    """
    if len(data) > largest or not spelling.is_moderate(data):
        raise UnprovenError("terlalu besar")
    try:
        value = decode(data.strip())
    except LineError as error:
        raise UnprovenError("tidak utuh") from error
    if not isinstance(value, dict) or value.pop("kind", None) != kind:
        raise UnprovenError("berisi hal lain")
    if type(value.get("v")) is not int or value.pop("v") != VERSION or value.keys() != {*names, "signature"}:
        raise UnprovenError("dibuat oleh versi program yang lain")
    signature = value.pop("signature")
    if not is_signature(signature) or not signed_by(
        value[signer], _message(kind, _full(kind, value)), bytes.fromhex(signature)
    ):
        raise UnprovenError("berubah sejak ditandatangani")
    return {**value, "signature": signature}


def _full(kind: str, fields: Mapping[str, Json]) -> dict[str, Json]:
    return {"kind": kind, "v": VERSION, **fields}


def _message(kind: str, full: Mapping[str, Json]) -> bytes:
    # What was signed as one kind can never be taken for another.
    return f"{kind}/{VERSION}\n".encode() + encode(full)
