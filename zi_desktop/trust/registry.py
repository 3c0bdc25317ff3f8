"""The Inspectorate's registry: which certificates and devices belong to which person, in which roles; plain PEM roots."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from zi_desktop.domain.canonical import Json, decode, encode
from zi_desktop.domain.errors import CredentialError, LineError, RegistryError
from zi_desktop.trust import spelling
from zi_desktop.trust.certificates import whole_certificate
from zi_desktop.trust.device_keys import DeviceKey, is_device
from zi_desktop.trust.signed_values import UnprovenError, read_value, sign_value, value_bytes

KIND: Final = "zi-registry"
VERSION: Final = 1
MAX_BYTES: Final = 8 * 1024 * 1024
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
SIGNED_KIND: Final = "zi-signed-registry"
_KEYS: Final = {"kind", "v", "number", "made", "demo", "persons", "structures", "hubs"}
_PERSON_KEYS: Final = {"person", "name", "nip", "roles", "certificates", "lost", "devices", "lost_devices"}
_SIGNED_KEYS: Final = frozenset({"root", "registry"})


@dataclass(frozen=True, slots=True)
class Lost:
    """A key reported lost; ``since`` is the day (ISO) from which it is out of its owner's hands."""

    certificate: str
    since: str


@dataclass(frozen=True, slots=True)
class LostDevice:
    """A laptop reported lost; what it signed from the day ``since`` (ISO) on proves nobody."""

    device: str
    since: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the Inspectorate knows, with permitted roles, certificates (SHA-256 in hexadecimal), and devices."""

    person: str
    name: str
    nip: str
    roles: tuple[str, ...]
    certificates: tuple[str, ...]
    lost: tuple[Lost, ...] = ()
    devices: tuple[str, ...] = ()
    lost_devices: tuple[LostDevice, ...] = ()

    def has_lost(self, certificate: str) -> bool:
        """Tell whether that key was reported lost."""
        return any(each.certificate == certificate for each in self.lost)


@dataclass(frozen=True, slots=True)
class Registry:
    """A numbered edition of the list, made on a day (ISO; empty where it does not say).

    ``structures`` are digests of worksheet structures approved beside ours, ``hubs`` the ids of the hubs it is for.
    """

    number: int
    demo: bool
    persons: tuple[Person, ...]
    structures: tuple[str, ...] = ()
    made: str = ""
    hubs: tuple[str, ...] = ()

    def person_of(self, certificate: str) -> Person | None:
        """Return the person to whom a certificate (SHA-256 in hexadecimal) is pinned."""
        return next((person for person in self.persons if certificate in person.certificates), None)

    def person_on(self, device: str) -> Person | None:
        """Return the person to whom a device is pinned, lost or not."""
        return next((person for person in self.persons if device in person.devices), None)

    def lost_since(self, device: str) -> str | None:
        """Return the day from which a device is out of its owner's hands, or None where nobody reported it."""
        days = [each.since for person in self.persons for each in person.lost_devices if each.device == device]
        return min(days, default=None)


@dataclass(frozen=True, slots=True)
class SignedRegistry:
    """A registry, and the key (64 hexadecimal digits) that signed it: its fingerprint is compared on paper once."""

    registry: Registry
    root: str


@dataclass(frozen=True, slots=True)
class Roots:
    """Certificates from a PEM: they vouch for a certificate but pin nobody to a person."""

    certificates: tuple[x509.Certificate, ...]


TrustSource = Registry | Roots


def read_trust(data: bytes) -> TrustSource:
    """Read a trust file: the Inspectorate's registry, signed or not, or a PEM of roots, told apart by content.

    Raises:
        RegistryError: neither of the two, or damaged.
    """
    if data.lstrip().startswith(b'{"kind":"%s"' % SIGNED_KIND.encode()):
        return read_signed_registry(data).registry
    if b"-----BEGIN CERTIFICATE-----" not in data[:MAX_BYTES]:
        return read_registry(data)
    try:
        found = x509.load_pem_x509_certificates(data)
        return Roots(tuple(whole_certificate(each.public_bytes(Encoding.DER)) for each in found))
    except (ValueError, CredentialError) as error:
        raise RegistryError("memuat sertifikat yang tidak terbaca") from error


def read_registry(data: bytes) -> Registry:
    """Read a registry (canonical JSON).

    Raises:
        RegistryError: not canonical, another kind or version, or two persons with one certificate.
    """
    if len(data) > MAX_BYTES:
        raise RegistryError("terlalu besar")
    try:
        value = decode(data.strip())
    except LineError as error:
        raise RegistryError("bukan daftar baku dan bukan sertifikat PEM") from error
    return _registry(value)


def sign_registry(registry: Registry, key: DeviceKey) -> bytes:
    """Spell a registry with the signature of the Inspectorate's root key."""
    fields = {"root": key.device, "registry": decode(registry_bytes(registry))}
    return value_bytes(SIGNED_KIND, fields, sign_value(SIGNED_KIND, fields, key))


def read_signed_registry(data: bytes) -> SignedRegistry:
    """Read a signed registry; whether its root is the Inspectorate's is for a person to compare.

    Raises:
        RegistryError: not one, or altered.
    """
    try:
        value = read_value(data, SIGNED_KIND, _SIGNED_KEYS, "root", MAX_BYTES)
    except UnprovenError as error:
        raise RegistryError(str(error)) from error
    return SignedRegistry(_registry(value["registry"]), value["root"])


def refuse_older(known: SignedRegistry, found: SignedRegistry) -> None:
    """Let a registry in the place of the one that is known only if it is a later one of the same root, or the same.

    Raises:
        RegistryError: another root, a lower number, or another content under the same number.
    """
    if found.root != known.root:
        raise RegistryError("ditandatangani kunci lain daripada daftar yang sudah dipakai")
    if found.registry.number < known.registry.number:
        raise RegistryError("bernomor lebih rendah daripada daftar yang sudah dipakai")
    if found.registry.number == known.registry.number and found.registry != known.registry:
        raise RegistryError("bernomor sama dengan daftar yang sudah dipakai tetapi isinya lain")


def _registry(value: Json) -> Registry:
    if not isinstance(value, dict) or value.get("kind") != KIND:
        raise RegistryError("bukan daftar penanda tangan")
    if value.get("v") != VERSION or value.keys() != _KEYS:
        raise RegistryError("dibuat oleh versi program yang lain")
    try:
        registry = Registry(
            number=_integer(value["number"]),
            demo=value["demo"] is not False,
            persons=tuple(_person(each) for each in value["persons"]),
            structures=tuple(_digest(each) for each in value["structures"]),
            made=_day(value["made"]),
            hubs=tuple(_hub(each) for each in value["hubs"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise RegistryError("memuat isian yang tidak lengkap") from error
    _refuse_shared(registry)
    return registry


def registry_bytes(registry: Registry) -> bytes:
    """Spell a registry as canonical JSON, as ``read_registry`` takes it."""
    return encode(
        {
            "kind": KIND,
            "v": VERSION,
            "number": registry.number,
            "made": registry.made,
            "demo": registry.demo,
            "persons": [_spelled(person) for person in registry.persons],
            "structures": list(registry.structures),
            "hubs": list(registry.hubs),
        }
    )


def _spelled(person: Person) -> dict[str, Any]:
    return {
        "person": person.person,
        "name": person.name,
        "nip": person.nip,
        "roles": list(person.roles),
        "certificates": list(person.certificates),
        "lost": [{"certificate": each.certificate, "since": each.since} for each in person.lost],
        "devices": list(person.devices),
        "lost_devices": [{"device": each.device, "since": each.since} for each in person.lost_devices],
    }


def _person(value: Mapping[str, Any]) -> Person:
    if value.keys() != _PERSON_KEYS:
        raise RegistryError("memuat orang dengan isian yang tidak dikenal")
    return Person(
        person=_text(value["person"]),
        name=_text(value["name"]),
        nip=_text(value["nip"]),
        roles=tuple(_text(each) for each in value["roles"]),
        certificates=tuple(_digest(each) for each in value["certificates"]),
        lost=tuple(Lost(_digest(each["certificate"]), _text(each["since"])) for each in value["lost"]),
        devices=tuple(_device(each) for each in value["devices"]),
        lost_devices=tuple(LostDevice(_device(each["device"]), _text(each["since"])) for each in value["lost_devices"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise RegistryError("memuat isian yang bukan teks")
    return value


def _integer(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise RegistryError("tidak bernomor")
    return value


def _digest(value: object) -> str:
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise RegistryError("memuat sidik sertifikat yang tidak sah")
    return value


def _device(value: object) -> str:
    if not is_device(value):
        raise RegistryError("memuat perangkat yang tidak sah")
    return str(value)


def _day(value: object) -> str:
    if value != "" and not spelling.is_day(value):
        raise RegistryError("tidak bertanggal sah")
    return str(value)


def _hub(value: object) -> str:
    if not spelling.is_uuid(value):
        raise RegistryError("memuat pusat data yang tidak sah")
    return str(value)


def _refuse_shared(registry: Registry) -> None:
    # One certificate, or one device, for two persons would let either sign as the other.
    for pinned, what in (
        ([each for person in registry.persons for each in person.certificates], "sertifikat"),
        ([each for person in registry.persons for each in person.devices], "perangkat"),
    ):
        if len(pinned) != len(set(pinned)):
            raise RegistryError(f"mengikat satu {what} pada dua orang")
