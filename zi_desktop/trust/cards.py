"""Identity cards: who works on which device, what to encrypt to, and how that is proven; exchanged at enrolment."""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding

from zi_desktop.domain.canonical import Json, encode
from zi_desktop.domain.errors import CardError, CredentialError
from zi_desktop.trust import spelling
from zi_desktop.trust.certificates import Credential, whole_certificate
from zi_desktop.trust.device_keys import DeviceKey, is_device, is_recipient
from zi_desktop.trust.signed_values import UnprovenError, read_value, sign_value, value_bytes

KIND: Final = "zi-card"
SUFFIX: Final = ".kartu"
LARGEST: Final = 64 * 1024
"""Bytes of a card."""
_BINDING: Final = b"zi-binding/1\n"
_NAMES: Final = frozenset({
    "person", "name", "nip", "roles", "device", "recipient", "certificates", "made", "binding",
})  # fmt: skip
_MOST: Final = 32
"""Roles, and certificates, of one person."""


@dataclass(frozen=True, slots=True)
class CertificateBinding:
    """The proof that a person's own signing certificate stands behind a device: certificate (DER) and signature."""

    certificate: bytes
    signature: bytes

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the certificate, as 64 hexadecimal digits."""
        return hashlib.sha256(self.certificate).hexdigest()


@dataclass(frozen=True, slots=True)
class Card:
    """A person on a device. ``certificates`` are digests of the person's signing certificates; ``made`` is a day (ISO).

    The device signed all of it. That proves the device, not the person: a ``binding`` does, or a comparison on paper.
    """

    person: str
    name: str
    nip: str
    roles: tuple[str, ...]
    device: str
    recipient: str
    certificates: tuple[str, ...]
    made: str
    binding: CertificateBinding | None
    signature: str


def make_card(
    key: DeviceKey,
    *,
    person: str,
    name: str,
    nip: str,
    roles: Sequence[str],
    certificates: Sequence[str],
    made: str,
    binding: CertificateBinding | None = None,
) -> Card:
    """Make the card of a person on this device; a name that is longer than a card takes is cut."""
    label = slice(spelling.LONGEST_LABEL)
    card = Card(
        person, name[label], nip[label], tuple(roles), key.device, key.recipient, tuple(certificates), made, binding, "",
    )  # fmt: skip
    return replace(card, signature=sign_value(KIND, _spelled(card), key))


def bind_device(credential: Credential, person: str, device: str, recipient: str) -> CertificateBinding:
    """Let a person's signing certificate stand behind a device and what is encrypted to it."""
    message, key = _bound(person, device, recipient), credential.key
    if isinstance(key, rsa.RSAPrivateKey):
        signature = key.sign(message, padding.PKCS1v15(), hashes.SHA256())
    else:
        signature = key.sign(message, ec.ECDSA(hashes.SHA256()))
    return CertificateBinding(credential.certificate.public_bytes(Encoding.DER), signature)


def card_bytes(card: Card) -> bytes:
    """Spell a card as canonical JSON, as ``read_card`` takes it."""
    return value_bytes(KIND, _spelled(card), card.signature)


def read_card(data: bytes) -> Card:
    """Read a card; its own signature and its binding are checked, not whether anybody vouches for them.

    Raises:
        CardError: no card, altered, or with a binding that its certificate did not sign.
    """
    try:
        value = read_value(data, KIND, _NAMES, "device", LARGEST)
    except UnprovenError as error:
        raise CardError(str(error)) from error
    if not _well_typed(value):
        raise CardError("memuat isian yang tidak sah")
    card = Card(
        value["person"], value["name"], value["nip"], tuple(value["roles"]), value["device"], value["recipient"],
        tuple(value["certificates"]), value["made"], _read_binding(value["binding"]), value["signature"],
    )  # fmt: skip
    if card_bytes(card) != data.strip():
        raise CardError("tidak tertulis baku")
    if card.binding and not _holds(card, card.binding):
        raise CardError("memuat ikatan sertifikat yang tidak sah")
    return card


def card_fingerprint(card: Card) -> str:
    """Return what two people compare on paper: person, device and encryption key, capitals in groups of four."""
    return spelling.grouped(hashlib.sha256(_bound(card.person, card.device, card.recipient)).hexdigest())


def _bound(person: str, device: str, recipient: str) -> bytes:
    return _BINDING + encode({"person": person, "device": device, "recipient": recipient})


def _spelled(card: Card) -> dict[str, Json]:
    return {
        "person": card.person, "name": card.name, "nip": card.nip, "roles": list(card.roles), "device": card.device,
        "recipient": card.recipient, "certificates": list(card.certificates), "made": card.made,
        "binding": card.binding and {
            "certificate": b64encode(card.binding.certificate).decode(),
            "signature": b64encode(card.binding.signature).decode(),
        },
    }  # fmt: skip


def _well_typed(value: dict[str, Any]) -> bool:
    return (
        spelling.is_label(value["person"], 100)
        and value["person"] != ""
        and all(spelling.is_label(value[name]) for name in ("name", "nip"))
        and spelling.is_list(value["roles"], spelling.is_label, _MOST)
        and is_device(value["device"])
        and is_recipient(value["recipient"])
        and spelling.is_list(value["certificates"], spelling.is_digest, _MOST)
        and spelling.is_day(value["made"])
    )


def _read_binding(value: Json) -> CertificateBinding | None:
    if value is None:
        return None
    try:
        binding = CertificateBinding(*(b64decode(value[name], validate=True) for name in ("certificate", "signature")))
    except (KeyError, TypeError, ValueError) as error:
        raise CardError("memuat ikatan sertifikat yang tidak terbaca") from error
    return binding


def _holds(card: Card, binding: CertificateBinding) -> bool:
    try:
        key = whole_certificate(binding.certificate).public_key()
        _verify(key, binding.signature, _bound(card.person, card.device, card.recipient))
    except (CredentialError, InvalidSignature, UnsupportedAlgorithm, ValueError):
        return False
    return True


def _verify(key: CertificatePublicKeyTypes, signature: bytes, message: bytes) -> None:
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, message, ec.ECDSA(hashes.SHA256()))
    else:
        raise InvalidSignature
