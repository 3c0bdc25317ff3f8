"""Own keys: what they are made of, and what is refused."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from zi_desktop.domain.errors import CredentialError
from zi_desktop.trust.certificates import certificate_digest, fingerprint, load_credential
from zi_desktop.trust.keys import new_identity

NOW = datetime(2026, 11, 6, 3, 42, tzinfo=UTC)
NAME, NIP = "Rini Umpamasari, S.H., M.H.", "198304172006042001"


def test_own_key_is_p256_and_only_for_signing_documents():
    certificate = load_credential(new_identity(NAME, NIP, "kata sandi", NOW), "kata sandi", NOW).certificate
    key = certificate.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert key.curve.name == "secp256r1"
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.content_commitment
    assert not usage.value.digital_signature
    assert not usage.value.key_cert_sign
    certificate.verify_directly_issued_by(certificate)


def test_certificate_names_person_and_nip_for_two_years():
    certificate = load_credential(new_identity(NAME, NIP, "x", NOW), "x", NOW).certificate
    assert certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value == NAME
    assert certificate.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)[0].value == NIP
    assert certificate.not_valid_before_utc == NOW
    assert certificate.not_valid_after_utc == NOW + timedelta(days=730)


def test_person_without_nip_gets_a_certificate_without_number():
    certificate = load_credential(new_identity(NAME, "", "x", NOW), "x", NOW).certificate
    assert not certificate.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)


def test_two_identities_of_one_person_differ():
    first, second = (load_credential(new_identity(NAME, NIP, "x", NOW), "x", NOW) for _ in range(2))
    assert first.sha256 != second.sha256


def test_fingerprint_is_the_digest_in_groups_of_four():
    certificate = load_credential(new_identity(NAME, NIP, "x", NOW), "x", NOW).certificate
    printed = fingerprint(certificate)
    assert re.fullmatch(r"([0-9A-F]{4} ){15}[0-9A-F]{4}", printed)
    assert printed.replace(" ", "").lower() == certificate_digest(certificate)


def test_p12_is_encrypted_with_modern_algorithms():
    data = new_identity(NAME, NIP, "x", NOW)
    assert bytes.fromhex("060960864801650304012a") in data  # aes256-CBC
    assert bytes.fromhex("06092a864886f70d01050d") in data  # PBES2
    assert NAME.encode() not in data


@pytest.mark.parametrize(
    ("name", "passphrase"), [("", "x"), ("   ", "x"), ("a" * 65, "x"), ("é" * 40, "x"), (NAME, "")]
)
def test_missing_or_long_names_and_empty_passphrases_are_refused(name, passphrase):
    with pytest.raises(CredentialError, match="Belum ada kunci yang dibuat"):
        new_identity(name, NIP, passphrase, NOW)
