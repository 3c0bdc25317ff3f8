"""The CMS of a signature: made in one spelling only, so that no byte of it can be changed unseen."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from asn1crypto import cms
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.general import find_unique_cms_attribute
from pyhanko.sign.signers.pdf_cms import ExternalSigner
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from zi_desktop.domain.errors import AlteredReportError, CredentialError
from zi_desktop.trust.certificates import Credential, chain_holds, whole_certificate

_STEP = 4096
_ROOM = 2048
"""Bytes that a CMS needs beside its certificates: attributes, names and a signature of up to 4096 bits."""
_BROKEN = "Tanda tangan elektronik di dalam laporan rusak atau diubah. Minta laporan asli dari pembuatnya."


@dataclass(frozen=True)
class Container:
    """A CMS that was read: the signer's certificate, its chain, and what was signed."""

    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    info: cms.SignerInfo
    der: bytes

    def holds(self, digest: bytes) -> bool:
        """Tell whether this is a valid signature over bytes with that SHA-256."""
        try:
            find_unique_cms_attribute(self.info["signed_attrs"], "signing_certificate_v2")
            intact, valid = validate_sig_integrity(
                self.info, _asn1(self.certificate), expected_content_type="data", actual_digest=digest
            )
        except (SignatureValidationError, ValueError, TypeError, KeyError, NotImplementedError):
            return False
        return intact and valid


def reserved(certificates: Sequence[x509.Certificate]) -> int:
    """Return the bytes to reserve for a CMS with these certificates: a step, so that the room tells nothing."""
    needed = _ROOM + sum(len(_der(certificate)) for certificate in certificates)
    return -(-needed // _STEP) * _STEP


def make_container(credential: Credential, digest: bytes) -> bytes:
    """Sign the SHA-256 of a document (PAdES baseline B-B) and return the CMS as DER."""
    certificate = _asn1(credential.certificate)
    signer = ExternalSigner(signing_cert=certificate, cert_registry=None)
    attributes = asyncio.run(signer.signed_attrs(digest, "sha256", use_pades=True))
    data = attributes.dump()
    key = credential.key
    if isinstance(key, ec.EllipticCurvePrivateKey):
        signature = key.sign(data, ec.ECDSA(hashes.SHA256()))
    else:
        signature = key.sign(data, padding.PKCS1v15(), hashes.SHA256())
    return _pack([credential.certificate, *credential.chain], attributes, signature)


def read_container(contents: bytes) -> Container:
    """Read the CMS at the start of a signature's reserved room.

    Raises:
        AlteredReportError: it is no CMS, holds anything that we do not write, or is spelled in any other way.
    """
    try:
        content = cms.ContentInfo.load(contents)
        der = content.dump()
        data = content["content"]
        (info,) = data["signer_infos"]
        certificates = [whole_certificate(each.chosen.dump()) for each in data["certificates"]]
        signer = next(each for each in certificates if _identifies(info, each))
        chain = _in_order(signer, [each for each in certificates if each != signer])
        packed = _pack([signer, *chain], info["signed_attrs"].untag(), info["signature"].native)
    except (ValueError, TypeError, KeyError, AttributeError, StopIteration, RecursionError, CredentialError) as error:
        raise AlteredReportError(_BROKEN) from error
    # Padding, unsigned attributes, another order or spelling: none of it is under the signature, so none is allowed.
    if packed != der or contents != der.ljust(reserved(certificates), b"\0") or not chain_holds(signer, chain):
        raise AlteredReportError(_BROKEN)
    return Container(signer, tuple(chain), info, der)


def _pack(certificates: Sequence[x509.Certificate], attributes: cms.CMSAttributes, signature: bytes) -> bytes:
    signer = ExternalSigner(signing_cert=_asn1(certificates[0]), cert_registry=None)
    info = signer.signer_info("sha256", attributes, signature)
    content = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [info["digest_algorithm"]],
            "encap_content_info": {"content_type": "data"},
            "certificates": [cms.CertificateChoices("certificate", _asn1(each)) for each in certificates],
            "signer_infos": [info],
        }
    )
    der: bytes = cms.ContentInfo({"content_type": "signed_data", "content": content}).dump()
    return der


def _identifies(info: cms.SignerInfo, certificate: x509.Certificate) -> bool:
    named = info["sid"].chosen
    parsed = _asn1(certificate)
    return bool(named["serial_number"].native == parsed.serial_number and named["issuer"] == parsed.issuer)


def _in_order(signer: x509.Certificate, others: list[x509.Certificate]) -> list[x509.Certificate]:
    chain: list[x509.Certificate] = []
    current = signer
    while rest := [each for each in others if each not in chain]:
        current = next(each for each in rest if each.subject == current.issuer)
        chain.append(current)
    return chain


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(_der(certificate))


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)
