"""Identity cards: what they say, who signed them, and what is refused."""

import base64
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from zi_desktop.domain.canonical import decode, encode
from zi_desktop.domain.errors import CardError
from zi_desktop.trust.cards import (
    LARGEST,
    CertificateBinding,
    bind_device,
    card_bytes,
    card_fingerprint,
    make_card,
    read_card,
)
from zi_desktop.trust.certificates import Credential, load_credential
from zi_desktop.trust.device_keys import new_device_key
from zi_desktop.trust.keys import new_identity
from zi_desktop.trust.signed_values import sign_value, value_bytes

KEY, OTHER = new_device_key(), new_device_key()
NOW = datetime(2026, 11, 6, 3, 42, tzinfo=UTC)
PERSON = "5f0c3a52-0000-5000-8000-00000000000a"
OWN = load_credential(new_identity("Rini Umpamasari", "", "x", NOW), "x", NOW)


def card(key=KEY, **changes):
    fields = {
        "person": PERSON, "name": "Rini Umpamasari, S.H.", "nip": "198304172006042001", "roles": ["ketua_tim"],
        "certificates": ["1" * 64], "made": "2026-11-06",
    }  # fmt: skip
    return make_card(key, **{**fields, **changes})


def bound(credential, key=KEY, person=PERSON):
    return card(key, binding=bind_device(credential, person, key.device, key.recipient))


def credential_of(key):
    """Return a credential whose certificate carries another kind of key."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Rini Umpamasari")])
    algorithm = None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(7)
        .not_valid_before(NOW).not_valid_after(NOW.replace(year=2028)).sign(key, algorithm)
    )  # fmt: skip
    return Credential(certificate, key)


def test_what_is_written_is_read():
    made = card()
    assert read_card(card_bytes(made)) == made
    assert read_card(card_bytes(made) + b"\n") == made
    assert (made.device, made.recipient, made.binding) == (KEY.device, KEY.recipient, None)


def test_a_card_shows_no_secret():
    assert KEY.seed.hex().encode() not in card_bytes(card())
    assert b"AGE-SECRET-KEY" not in card_bytes(card())


@pytest.mark.parametrize("kind", ["ec", "rsa"])
def test_the_own_certificate_stands_behind_the_device(kind):
    credential = OWN if kind == "ec" else credential_of(rsa.generate_private_key(65537, 2048))
    made = bound(credential)
    assert read_card(card_bytes(made)) == made
    assert made.binding.sha256 == credential.sha256


def test_a_binding_of_another_person_device_or_encryption_key_is_refused():
    for person, device, recipient in (
        ("seseorang", KEY.device, KEY.recipient),
        (PERSON, OTHER.device, KEY.recipient),
        (PERSON, KEY.device, OTHER.recipient),
    ):
        made = card(binding=bind_device(OWN, person, device, recipient))
        with pytest.raises(CardError, match="ikatan sertifikat yang tidak sah"):
            read_card(card_bytes(made))


def test_a_binding_by_what_cannot_sign_is_refused():
    key = ed25519.Ed25519PrivateKey.generate()
    binding = CertificateBinding(credential_of(key).certificate.public_bytes(Encoding.DER), key.sign(b"apa saja"))
    for each in (binding, replace(binding, certificate=b"bukan sertifikat")):
        with pytest.raises(CardError, match="ikatan sertifikat yang tidak sah"):
            read_card(card_bytes(card(binding=each)))


def test_the_fingerprint_means_person_device_and_encryption_key():
    printed = card_fingerprint(card())
    assert re.fullmatch(r"([0-9A-F]{4} ){15}[0-9A-F]{4}", printed)
    assert card_fingerprint(card(name="Rini U.", roles=[], made="2027-01-01")) == printed
    others = [card(OTHER), card(person="lain"), replace(card(), recipient=OTHER.recipient)]
    assert printed not in [card_fingerprint(each) for each in others]


def signed(**changes):
    """Return a card of another shape, properly signed."""
    fields = {
        name: value for name, value in (decode(card_bytes(card())) | changes).items()
        if name not in ("kind", "v", "signature")
    }  # fmt: skip
    return value_bytes("zi-card", fields, sign_value("zi-card", fields, KEY))


def altered(**changes):
    return encode(decode(card_bytes(card())) | changes)


DER = base64.b64encode(OWN.certificate.public_bytes(Encoding.DER)).decode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tidak utuh"),
        (b"[]", "hal lain"),
        (b"{}", "hal lain"),
        (b" " * (LARGEST + 1), "terlalu besar"),
        (card_bytes(card())[:-1], "tidak utuh"),
        (altered(kind="zi-hub-card"), "hal lain"),
        (altered(v=2), "versi program yang lain"),
        (altered(v=True), "versi program yang lain"),
        (altered(extra=1), "versi program yang lain"),
        (altered(name="Orang Lain"), "berubah sejak ditandatangani"),
        (altered(device=OTHER.device), "berubah sejak ditandatangani"),
        (altered(device=7), "berubah sejak ditandatangani"),
        (altered(signature="00"), "berubah sejak ditandatangani"),
        (altered(signature=None), "berubah sejak ditandatangani"),
        (signed(extra=1), "versi program yang lain"),
        (signed(person=""), "isian yang tidak sah"),
        (signed(person=7), "isian yang tidak sah"),
        (signed(name="dua\nbaris"), "isian yang tidak sah"),
        (signed(name="x" * 201), "isian yang tidak sah"),
        (signed(nip="nol\x00"), "isian yang tidak sah"),
        (signed(roles="ketua_tim"), "isian yang tidak sah"),
        (signed(roles=["a"] * 33), "isian yang tidak sah"),
        (signed(recipient="age1x"), "isian yang tidak sah"),
        (signed(certificates=["A" * 64]), "isian yang tidak sah"),
        (signed(made="kemarin"), "isian yang tidak sah"),
        (signed(made="20261106"), "isian yang tidak sah"),
        (signed(made=None), "isian yang tidak sah"),
        (signed(binding=[]), "ikatan sertifikat yang tidak terbaca"),
        (signed(binding={}), "ikatan sertifikat yang tidak terbaca"),
        (signed(binding={"certificate": 7, "signature": ""}), "ikatan sertifikat yang tidak terbaca"),
        (signed(binding={"certificate": "*", "signature": ""}), "ikatan sertifikat yang tidak terbaca"),
        (signed(binding={"certificate": DER, "signature": "AB=="}), "tidak tertulis baku"),
        (signed(binding={"certificate": DER, "signature": "AA==", "more": 1}), "tidak tertulis baku"),
        (signed(binding={"certificate": DER, "signature": "AA=="}), "ikatan sertifikat yang tidak sah"),
    ],
    ids=range(34),
)
def test_anything_else_is_refused_in_a_sentence(data, said):
    with pytest.raises(CardError, match=f"{said}.*Tidak ada yang diubah"):
        read_card(data)
