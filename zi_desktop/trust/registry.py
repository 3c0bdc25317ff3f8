"""The Inspectorate's registry: which certificate belongs to which person, in which roles; and plain PEM roots."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from zi_desktop.domain.canonical import decode, encode
from zi_desktop.domain.errors import CredentialError, LineError, RegistryError
from zi_desktop.trust.certificates import whole_certificate

KIND: Final = "zi-registry"
VERSION: Final = 1
MAX_BYTES: Final = 8 * 1024 * 1024
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_KEYS: Final = {"kind", "v", "number", "demo", "persons", "structures"}
_PERSON_KEYS: Final = {"person", "name", "nip", "roles", "certificates", "lost"}


@dataclass(frozen=True, slots=True)
class Lost:
    """A key reported lost; ``since`` is the day (ISO) from which it is out of its owner's hands."""

    certificate: str
    since: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the Inspectorate knows, with permitted roles and certificates (SHA-256 in hexadecimal)."""

    person: str
    name: str
    nip: str
    roles: tuple[str, ...]
    certificates: tuple[str, ...]
    lost: tuple[Lost, ...] = ()

    def has_lost(self, certificate: str) -> bool:
        """Tell whether that key was reported lost."""
        return any(each.certificate == certificate for each in self.lost)


@dataclass(frozen=True, slots=True)
class Registry:
    """A numbered edition of the list; ``structures`` are digests of worksheet structures approved beside ours."""

    number: int
    demo: bool
    persons: tuple[Person, ...]
    structures: tuple[str, ...] = ()

    def person_of(self, certificate: str) -> Person | None:
        """Return the person to whom a certificate (SHA-256 in hexadecimal) is pinned."""
        return next((person for person in self.persons if certificate in person.certificates), None)


@dataclass(frozen=True, slots=True)
class Roots:
    """Certificates from a PEM: they vouch for a certificate but pin nobody to a person."""

    certificates: tuple[x509.Certificate, ...]


TrustSource = Registry | Roots


def read_trust(data: bytes) -> TrustSource:
    """Read a trust file: the Inspectorate's registry or a PEM of roots, told apart by content.

    Raises:
        RegistryError: neither of the two, or damaged.
    """
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
            "demo": registry.demo,
            "persons": [_spelled(person) for person in registry.persons],
            "structures": list(registry.structures),
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


def _refuse_shared(registry: Registry) -> None:
    # One certificate for two persons would let either sign as the other.
    pinned = [certificate for person in registry.persons for certificate in person.certificates]
    if len(pinned) != len(set(pinned)):
        raise RegistryError("mengikat satu sertifikat pada dua orang")
