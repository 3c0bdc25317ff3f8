"""The registry: what it takes, what it refuses, whom it knows."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from zi_desktop.domain.canonical import decode, encode
from zi_desktop.domain.errors import RegistryError
from zi_desktop.trust.certificates import load_credential
from zi_desktop.trust.keys import new_identity
from zi_desktop.trust.registry import Lost, Person, Registry, Roots, read_registry, read_trust, registry_bytes

ONE, TWO, THREE = "1" * 64, "2" * 64, "3" * 64
RINI = Person("0b5f", "Rini Umpamasari", "1983", ("ketua_tim",), (ONE, TWO), (Lost(ONE, "2026-10-01"),))
SITI = Person("77aa", "Siti Misalwati", "", ("anggota", "ketua_tim"), (THREE,))
REGISTRY = Registry(4, demo=False, persons=(RINI, SITI), structures=("a" * 64,))


def test_what_is_written_is_read():
    assert read_registry(registry_bytes(REGISTRY)) == REGISTRY
    assert read_trust(registry_bytes(REGISTRY) + b"\n") == REGISTRY


def test_certificates_lead_to_their_person():
    assert REGISTRY.person_of(TWO) == RINI
    assert REGISTRY.person_of(THREE) == SITI
    assert REGISTRY.person_of("4" * 64) is None
    assert RINI.has_lost(ONE)
    assert not RINI.has_lost(TWO)


def test_pem_gives_roots():
    now = datetime(2026, 11, 6, tzinfo=UTC)
    certificate = load_credential(new_identity("Akar", "", "x", now), "x", now).certificate
    pem = certificate.public_bytes(Encoding.PEM)
    assert read_trust(b"akar percobaan\n" + pem + pem) == Roots((certificate, certificate))
    with pytest.raises(RegistryError, match="sertifikat yang tidak terbaca"):
        read_trust(pem.replace(b"MII", b"AAA"))


def changed(**changes):
    return encode(decode(registry_bytes(REGISTRY)) | changes)


def changed_person(**changes):
    value = decode(registry_bytes(REGISTRY))
    value["persons"][0] |= changes
    return encode(value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"bukan daftar",
        b" " * 9_000_000,
        registry_bytes(REGISTRY).replace(b",", b", ", 1),
        changed(kind="zi-report"),
        changed(v=2),
        changed(extra=1),
        changed(number="4"),
        changed(number=True),
        changed(persons=None),
        changed(persons=[{}]),
        changed(persons=[[]]),
        changed(structures=["A" * 64]),
        changed_person(certificates=["1" * 63]),
        changed_person(certificates=[7]),
        changed_person(certificates=[THREE]),
        changed_person(name=None),
        changed_person(issuers=[]),
        changed_person(lost=[{"certificate": ONE}]),
        changed_person(roles=7),
    ],
)
def test_anything_else_is_refused_in_a_sentence(data):
    with pytest.raises(RegistryError, match="Tidak ada yang diubah"):
        read_registry(data)


@pytest.mark.parametrize("mark", [True, None, "tidak", 0])
def test_whatever_is_not_plainly_real_is_for_practice(mark):
    assert read_registry(changed(demo=mark)).demo


def test_practice_lists_are_marked():
    assert read_registry(registry_bytes(replace(REGISTRY, demo=True))).demo
