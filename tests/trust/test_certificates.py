"""Opening a .p12: one sentence for each way in which it cannot be used."""

import traceback
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, NoEncryption, PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID

from zi_desktop.domain.errors import CredentialError
from zi_desktop.trust.certificates import chain_holds, issued_by, load_credential, subject_name
from zi_desktop.trust.keys import new_identity

NOW = datetime(2026, 11, 6, 3, 42, tzinfo=UTC)
SECRET = "jangan-pernah-tercetak"
OWN = new_identity("Contoh Satu", "", SECRET, NOW)


def name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def certificate(key, *, subject="Contoh", issuer=None, issuer_key=None, usage=None, start=NOW):
    built = (
        x509.CertificateBuilder()
        .subject_name(name(subject))
        .issuer_name(name(issuer or subject))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=30))
    )
    if usage:
        flags = dict.fromkeys(
            (
                "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
                "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
            ),
            False,
        )  # fmt: skip
        built = built.add_extension(x509.KeyUsage(**flags | {usage: True}), critical=True)
    signer = issuer_key or key
    return built.sign(signer, None if isinstance(signer, ed25519.Ed25519PrivateKey) else hashes.SHA256())


def p12(key, own, others=None):
    return pkcs12.serialize_key_and_certificates(b"x", key, own, others, BestAvailableEncryption(SECRET.encode()))


def refusal(data, passphrase=SECRET, now=NOW):
    with pytest.raises(CredentialError) as caught:
        load_credential(data, passphrase, now)
    printed = "".join(traceback.format_exception(caught.value))
    assert SECRET not in printed
    assert "Tidak ada yang ditandatangani" in str(caught.value)
    return str(caught.value)


def test_own_identity_opens():
    credential = load_credential(OWN, SECRET, NOW)
    assert credential.name == "Contoh Satu"
    assert credential.chain == ()
    assert SECRET not in repr(credential)
    assert "PrivateKey" not in repr(credential)


def test_wrong_passphrase_is_told_apart():
    assert "Passphrase" in refusal(OWN, "salah")


@pytest.mark.parametrize(
    "data", [b"", b"0", b"\x30\x03\x02\x01", b"bukan p12", b"%PDF-1.7 ...", OWN[:-1], OWN + b"\0", b"\x30" + OWN[2:]]
)
def test_other_and_cut_files_are_no_p12(data):
    assert "bukan berkas .p12 yang utuh" in refusal(data)


def test_p12_without_key():
    key = ec.generate_private_key(ec.SECP256R1())
    assert "tidak memuat kunci" in refusal(p12(None, None, [certificate(key)]))


def test_p12_without_certificate():
    assert "tidak memuat sertifikat" in refusal(p12(ec.generate_private_key(ec.SECP256R1()), None))


def test_expired_and_not_yet_valid():
    later = NOW + timedelta(days=731)
    assert "sudah berakhir pada 05-11-2028" in refusal(OWN, now=later)
    assert "baru berlaku mulai 06-11-2026" in refusal(OWN, now=NOW - timedelta(days=1))


@pytest.mark.parametrize("usage", ["key_encipherment", "key_cert_sign"])
def test_certificates_for_another_use_are_refused(usage):
    key = ec.generate_private_key(ec.SECP256R1())
    assert "tidak dibuat untuk menandatangani" in refusal(p12(key, certificate(key, usage=usage)))


@pytest.mark.parametrize("usage", ["digital_signature", "content_commitment", None])
def test_certificates_for_signing_open(usage):
    key = rsa.generate_private_key(65537, 2048)
    assert load_credential(p12(key, certificate(key, usage=usage)), SECRET, NOW).name == "Contoh"


@pytest.mark.parametrize(
    "key",
    [
        ed25519.Ed25519PrivateKey.generate(),
        rsa.generate_private_key(65537, 1024),
        ec.generate_private_key(ec.SECP192R1()),
    ],
)
def test_other_and_weak_keys_are_refused(key):
    assert "tidak didukung" in refusal(p12(key, certificate(key)))


def test_chain_is_kept_only_up_to_a_self_signed_root():
    root_key, middle_key, own_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    root = certificate(root_key, subject="Akar")
    middle = certificate(middle_key, subject="Antara", issuer="Akar", issuer_key=root_key)
    own = certificate(own_key, subject="Orang", issuer="Antara", issuer_key=middle_key)
    assert load_credential(p12(own_key, own, [root, middle]), SECRET, NOW).chain == (middle, root)
    assert load_credential(p12(own_key, own, [middle]), SECRET, NOW).chain == ()
    assert chain_holds(own, [middle, root])
    assert chain_holds(own, [])
    assert not chain_holds(own, [middle])
    assert not chain_holds(own, [root, middle])


def test_same_name_with_another_key_issued_nothing():
    real_key, false_key, own_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    own = certificate(own_key, subject="Orang", issuer="Akar", issuer_key=real_key)
    assert not issued_by(own, certificate(false_key, subject="Akar"))


def test_old_encryption_that_opens_nowhere_has_its_sentence():
    key = ec.generate_private_key(ec.SECP256R1())
    plain = pkcs12.serialize_key_and_certificates(b"x", key, certificate(key), None, NoEncryption())
    assert "Passphrase" in refusal(plain)
    old = (
        PrivateFormat.PKCS12.encryption_builder()
        .key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC)
        .hmac_hash(hashes.SHA1())
        .build(SECRET.encode())
    )
    data = pkcs12.serialize_key_and_certificates(b"x", key, certificate(key), None, old)
    assert load_credential(data, SECRET, NOW).name == "Contoh"


def test_subject_without_a_name_shows_the_whole_subject():
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Inspektorat Contoh")])
    built = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    built = built.serial_number(7).not_valid_before(NOW).not_valid_after(NOW + timedelta(days=1))
    assert subject_name(built.sign(key, hashes.SHA256())) == "O=Inspektorat Contoh"
