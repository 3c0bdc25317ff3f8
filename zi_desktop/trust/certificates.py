"""Signing certificates: opening a .p12, what a certificate says, and whether it may sign documents."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from zi_desktop.domain.errors import CredentialError

SigningKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

_MIN_RSA_BITS = 2048
_CURVES = ("secp256r1", "secp384r1", "secp521r1")
_DER_SEQUENCE = 0x30
_P12_VERSION = b"\x02\x01\x03"
"""DER of the integer 3, with which every PKCS #12 begins (RFC 7292, section 4)."""
_PARTS = (
    "subject", "issuer", "serial_number", "version", "not_valid_before_utc", "not_valid_after_utc", "extensions",
    "signature_algorithm_oid", "signature_hash_algorithm", "public_key_algorithm_oid",
)  # fmt: skip
_SAFE = "Tidak ada yang ditandatangani; "


@dataclass(frozen=True)
class Credential:
    """A key with its certificate, opened for one signature; ``chain`` leads to a self-signed root or is empty."""

    certificate: x509.Certificate
    key: SigningKey = field(repr=False)
    chain: tuple[x509.Certificate, ...] = ()

    @property
    def name(self) -> str:
        """Return the name that the certificate states."""
        return subject_name(self.certificate)

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the certificate, as 64 hexadecimal digits."""
        return certificate_digest(self.certificate)


def load_credential(data: bytes, passphrase: str, now: datetime) -> Credential:
    """Open a .p12 (PKCS #12) for signing at ``now`` (with a zone).

    Raises:
        CredentialError: no P12, wrong passphrase, no key, no certificate, or a certificate that may not sign now.
    """
    if not _is_p12(data):
        raise CredentialError(
            f"Berkas kunci yang dipilih bukan berkas .p12 yang utuh. {_SAFE}pilih berkas .p12 yang benar."
        )
    bundle = _open(data, passphrase)
    if bundle.key is None:
        raise CredentialError(
            f"Berkas .p12 ini tidak memuat kunci. {_SAFE}pilih berkas .p12 yang dibuat bersama kuncinya."
        )
    if bundle.cert is None:
        raise CredentialError(
            f"Berkas .p12 ini tidak memuat sertifikat untuk kuncinya. {_SAFE}mintalah berkas .p12 yang lengkap."
        )
    certificate, key = bundle.cert.certificate, bundle.key
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) or not _strong(certificate):
        raise CredentialError(
            f"Jenis kunci dalam berkas .p12 ini tidak didukung. {_SAFE}gunakan kunci RSA (2048 bit ke atas) atau EC."
        )
    check_certificate(certificate, now)
    others = [each.certificate for each in bundle.additional_certs]
    return Credential(certificate, key, tuple(_chain(certificate, others)))


def check_certificate(certificate: x509.Certificate, at: datetime) -> None:
    """Refuse a certificate that may not sign a document at that moment.

    Raises:
        CredentialError: not yet valid, expired, or made for another use.
    """
    if at < certificate.not_valid_before_utc:
        raise CredentialError(
            f"Sertifikat ini baru berlaku mulai {_day(certificate.not_valid_before_utc)}. "
            f"{_SAFE}periksa jam komputer atau gunakan sertifikat lain."
        )
    if at > certificate.not_valid_after_utc:
        raise CredentialError(
            f"Sertifikat ini sudah berakhir pada {_day(certificate.not_valid_after_utc)}. "
            f"{_SAFE}gunakan sertifikat yang masih berlaku."
        )
    if not may_sign(certificate):
        raise CredentialError(
            f"Sertifikat ini tidak dibuat untuk menandatangani dokumen. {_SAFE}gunakan sertifikat tanda tangan."
        )


def may_sign(certificate: x509.Certificate) -> bool:
    """Tell whether the key usage allows signing documents; a certificate without that extension is not limited."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    except (ValueError, x509.DuplicateExtension):
        return False
    return usage.content_commitment or usage.digital_signature


def certificate_digest(certificate: x509.Certificate) -> str:
    """Return the SHA-256 of a certificate, as 64 hexadecimal digits."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def fingerprint(certificate: x509.Certificate) -> str:
    """Return the SHA-256 of a certificate as it is written on paper: capitals in groups of four."""
    digits = certificate_digest(certificate).upper()
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def whole_certificate(der: bytes) -> x509.Certificate:
    """Read a certificate from outside, each part of it: the library itself reads a part only when it is asked for.

    Raises:
        CredentialError: a part cannot be read.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what the library only frowns upon (a negative number) nobody issued
            certificate = x509.load_der_x509_certificate(der)
            for part in _PARTS:
                getattr(certificate, part)
            certificate.public_key()
    except (
        Warning,
        ValueError,
        TypeError,
        UnsupportedAlgorithm,
        x509.InvalidVersion,
        x509.DuplicateExtension,
    ) as error:
        raise CredentialError(f"Sertifikat tidak terbaca. {_SAFE}minta sertifikat yang utuh.") from error
    return certificate


def subject_name(certificate: x509.Certificate) -> str:
    """Return the name that a certificate states for its holder, or its whole subject where there is no name."""
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else certificate.subject.rfc4514_string()


def issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Tell whether ``issuer`` really signed ``certificate`` (itself included)."""
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def chain_holds(certificate: x509.Certificate, chain: list[x509.Certificate]) -> bool:
    """Tell whether each certificate of a chain signed the one before it and the last one itself; empty holds."""
    if not chain:
        return True
    links = zip([certificate, *chain], [*chain, chain[-1]], strict=True)
    return all(issued_by(lower, upper) for lower, upper in links)


def _open(data: bytes, passphrase: str) -> pkcs12.PKCS12KeyAndCertificates:
    # "from None": what lies below may show the passphrase in a traceback.
    try:
        return pkcs12.load_pkcs12(data, passphrase.encode())
    except UnsupportedAlgorithm:
        raise CredentialError(
            f"Berkas .p12 ini disandikan dengan cara lama yang tidak didukung. {_SAFE}ekspor ulang berkas .p12 itu."
        ) from None
    except ValueError:
        raise CredentialError(f"Passphrase tidak cocok. {_SAFE}perhatikan huruf besar.").at("passphrase") from None


def _is_p12(data: bytes) -> bool:
    if len(data) < 2 or data[0] != _DER_SEQUENCE:  # noqa: PLR2004 - a DER header: tag and length
        return False
    width = data[1] & 0x7F if data[1] & 0x80 else 0
    length = int.from_bytes(data[2 : 2 + width]) if width else data[1]
    body = 2 + width
    return len(data) == body + length and data[body : body + len(_P12_VERSION)] == _P12_VERSION


def _strong(certificate: x509.Certificate) -> bool:
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        return key.key_size >= _MIN_RSA_BITS
    return isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in _CURVES


def _chain(certificate: x509.Certificate, others: list[x509.Certificate]) -> Iterator[x509.Certificate]:
    # A chain that stops short of a self-signed root is left out: the bytes of its last certificate would be
    # protected by nothing, and a report must not hold a byte that can be changed unseen.
    found: list[x509.Certificate] = []
    current = certificate
    while not issued_by(current, current):
        above = next((each for each in others if each not in found and issued_by(current, each)), None)
        if above is None:
            return
        found.append(above)
        current = above
    yield from found


def _day(moment: datetime) -> str:
    return f"{moment:%d-%m-%Y}"
