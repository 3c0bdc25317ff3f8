"""The registry: what it takes, what it refuses, whom it knows."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from zi_desktop.domain.canonical import decode, encode
from zi_desktop.domain.errors import RegistryError
from zi_desktop.trust.certificates import load_credential
from zi_desktop.trust.device_keys import new_device_key
from zi_desktop.trust.keys import new_identity
from zi_desktop.trust.registry import (
    Lost,
    LostDevice,
    Person,
    Registry,
    Roots,
    read_registry,
    read_signed_registry,
    read_trust,
    refuse_older,
    registry_bytes,
    sign_registry,
)

ONE, TWO, THREE = "1" * 64, "2" * 64, "3" * 64
RINI = Person("0b5f", "Rini Umpamasari", "1983", ("ketua_tim",), (ONE, TWO), (Lost(ONE, "2026-10-01"),))
DEVICE, LOST, SPARE = "d" * 64, "e" * 64, "f" * 64
HUB = "5f0c3a52-0000-5000-8000-00000000000c"
SITI = Person(
    "77aa",
    "Siti Misalwati",
    "",
    ("anggota", "ketua_tim"),
    (THREE,),
    (),
    (DEVICE, LOST),
    (LostDevice(LOST, "2026-09-01"),),
)
REGISTRY = Registry(4, demo=False, persons=(RINI, SITI), structures=("a" * 64,), made="2026-11-06", hubs=(HUB,))
ROOT = new_device_key()


def test_what_is_written_is_read():
    assert read_registry(registry_bytes(REGISTRY)) == REGISTRY
    assert read_trust(registry_bytes(REGISTRY) + b"\n") == REGISTRY


def test_certificates_lead_to_their_person():
    assert REGISTRY.person_of(TWO) == RINI
    assert REGISTRY.person_of(THREE) == SITI
    assert REGISTRY.person_of("4" * 64) is None
    assert RINI.has_lost(ONE)
    assert not RINI.has_lost(TWO)


def test_devices_lead_to_their_person_also_when_lost():
    assert REGISTRY.person_on(DEVICE) == REGISTRY.person_on(LOST) == SITI
    assert REGISTRY.person_on(SPARE) is None
    assert REGISTRY.lost_since(LOST) == "2026-09-01"
    assert REGISTRY.lost_since(DEVICE) is None


def test_a_signed_registry_says_who_signed_it():
    data = sign_registry(REGISTRY, ROOT)
    found = read_signed_registry(data + b"\n")
    assert (found.registry, found.root) == (REGISTRY, ROOT.device)
    assert read_trust(data) == REGISTRY


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        registry_bytes(REGISTRY),
        sign_registry(REGISTRY, ROOT)[:-1],
        sign_registry(REGISTRY, ROOT).replace(b'"number":4', b'"number":5'),
        sign_registry(REGISTRY, ROOT).replace(ROOT.device.encode(), new_device_key().device.encode()),
    ],
    ids=range(6),
)
def test_an_altered_signed_registry_is_refused(data):
    with pytest.raises(RegistryError, match="Tidak ada yang diubah"):
        read_signed_registry(data)


def test_only_a_later_registry_of_the_same_root_takes_the_place_of_one():
    def edition(number, key=ROOT, **changes):
        return read_signed_registry(sign_registry(replace(REGISTRY, number=number, **changes), key))

    known = edition(4)
    refuse_older(known, edition(4))
    refuse_older(known, edition(5, persons=()))
    for found, said in (
        (edition(3), "lebih rendah"),
        (edition(4, persons=()), "isinya lain"),
        (edition(5, new_device_key()), "kunci lain"),
    ):
        with pytest.raises(RegistryError, match=said):
            refuse_older(known, found)


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
        changed(made=7),
        changed(made="kemarin"),
        changed(hubs=["pusat"]),
        changed(hubs=None),
        changed_person(devices=["d"]),
        changed_person(devices=[LOST]),
        changed_person(lost_devices=[{"device": LOST}]),
        changed_person(lost_devices=[{"device": "e", "since": "2026-09-01"}]),
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
