"""The assessor's own key, for those to whom the agency gave none: made here, kept in a .p12, pinned by fingerprint."""

from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID

from zi_desktop.domain.errors import CredentialError

VALIDITY: Final = timedelta(days=730)
MAX_NAME: Final = 64
"""Bytes of a common name (X.520, ub-common-name)."""
_KDF_ROUNDS: Final = 200_000


def new_identity(name: str, nip: str, passphrase: str, now: datetime) -> bytes:
    """Make a key (EC P-256) with a self-signed certificate for document signatures, valid two years from ``now``.

    Returns:
        A .p12 (PKCS #12, PBES2 with AES-256 and SHA-256). The certificate names the person (CN) and, where
        there is one, the NIP (serialNumber).

    Raises:
        CredentialError: no name, a name over 64 bytes of UTF-8, or no passphrase.
    """
    if not name.strip() or len(name.encode()) > MAX_NAME:
        raise CredentialError(
            f"Nama untuk kunci wajib diisi, paling panjang {MAX_NAME} huruf. Belum ada kunci yang dibuat; perbaiki nama."
        )
    if not passphrase:
        raise CredentialError("Passphrase kunci belum diisi. Belum ada kunci yang dibuat; isi passphrase, lalu ulangi.")
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(key, _subject(name, nip), now)
    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(_KDF_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase.encode())
    )
    return pkcs12.serialize_key_and_certificates(name.encode(), key, certificate, None, encryption)


def _subject(name: str, nip: str) -> x509.Name:
    attributes = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
    if nip:
        attributes.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, nip))
    return x509.Name(attributes)


def _certificate(key: ec.EllipticCurvePrivateKey, subject: x509.Name, now: datetime) -> x509.Certificate:
    public = key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + VALIDITY)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_only_content_commitment(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, hashes.SHA256())
    )


def _only_content_commitment() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=False,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
