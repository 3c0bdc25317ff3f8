"""The key of a laptop: it vouches for what leaves the laptop without asking anybody, and opens what was encrypted to it."""

import re
from dataclasses import dataclass, field
from typing import Final

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from zi_desktop.domain.canonical import decode, encode
from zi_desktop.domain.errors import CredentialError, LineError

KIND: Final = "zi-device-key"
VERSION: Final = 1
_HEX: Final = re.compile(r"[0-9a-f]{64}")
_SIGNATURE: Final = re.compile(r"[0-9a-f]{128}")
_RECIPIENT: Final = re.compile(r"age1[0-9a-z]{58}")


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """Two secrets of one laptop: the seed of an Ed25519 key (signs) and an age identity (decrypts)."""

    seed: bytes = field(repr=False)
    identity: str = field(repr=False)

    @property
    def device(self) -> str:
        """Return the public key, 64 hexadecimal digits: the name of the device everywhere."""
        return self._key().public_key().public_bytes_raw().hex()

    @property
    def recipient(self) -> str:
        """Return what others encrypt to: ``age1…``."""
        return str(pyrage.x25519.Identity.from_str(self.identity).to_public())

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message, 64 bytes; messages begin with what they are (``zi-segment/1``)."""
        return self._key().sign(message)

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def new_device_key() -> DeviceKey:
    """Make a key."""
    return DeviceKey(Ed25519PrivateKey.generate().private_bytes_raw(), str(pyrage.x25519.Identity.generate()))


def device_key_bytes(key: DeviceKey) -> bytes:
    """Spell a key for its file; whoever reads that file is this laptop."""
    return encode({"kind": KIND, "v": VERSION, "seed": key.seed.hex(), "identity": key.identity})


def read_device_key(data: bytes) -> DeviceKey:
    """Read the file of a key.

    Raises:
        CredentialError: it is damaged or something else.
    """
    try:
        value = decode(data)
        if value.keys() != {"kind", "v", "seed", "identity"} or (value["kind"], value["v"]) != (KIND, VERSION):
            raise _unreadable()
        if not _HEX.fullmatch(value["seed"]):
            raise _unreadable()
        return DeviceKey(bytes.fromhex(value["seed"]), str(pyrage.x25519.Identity.from_str(value["identity"])))
    except (LineError, AttributeError, TypeError, pyrage.IdentityError) as error:
        raise _unreadable() from error


def signed_by(device: str, message: bytes, signature: bytes) -> bool:
    """Tell whether a device signed a message; whatever is no key or no signature did not."""
    if not is_device(device):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(device)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_device(text: object) -> bool:
    """Tell whether a text is spelled as the name of a device."""
    return isinstance(text, str) and _HEX.fullmatch(text) is not None


def is_signature(text: object) -> bool:
    """Tell whether a text is spelled as a signature, in hexadecimal digits."""
    return isinstance(text, str) and _SIGNATURE.fullmatch(text) is not None


def is_recipient(text: object) -> bool:
    """Tell whether something can be encrypted to."""
    if not isinstance(text, str) or not _RECIPIENT.fullmatch(text):
        return False
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def _unreadable() -> CredentialError:
    return CredentialError(
        "Kunci perangkat tidak terbaca. Tidak ada yang ditandatangani dan tidak ada yang berubah; "
        "kembalikan berkas kunci itu dari cadangan, atau sisihkan agar kunci baru dibuat."
    )
