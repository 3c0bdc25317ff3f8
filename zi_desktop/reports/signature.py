"""Signing a report: all fields first, then one signature after another, each only on a report that stands."""

from dataclasses import dataclass
from datetime import datetime

from zi_desktop.domain.errors import SigningRefusedError
from zi_desktop.reports.reading import open_report, read_record
from zi_desktop.reports.signature_container import make_container, read_container, reserved
from zi_desktop.reports.signature_fields import SignatureFacts, prepare, slots, write_signature
from zi_desktop.reports.verification import Instruments, Verdict, Verification, verify
from zi_desktop.trust.certificates import Credential, certificate_digest, check_certificate, subject_name

__all__ = ["SignedField", "prepare", "read_record", "sign", "signed_fields"]

_NOTHING = "Tidak ada yang ditandatangani; "


@dataclass(frozen=True, slots=True)
class SignedField:
    """A signature field: who signed it (SHA-256 of the certificate, its name, clock time), or nobody yet."""

    field: str
    certificate: str = ""
    name: str = ""
    at: datetime | None = None


def sign(
    pdf: bytes,
    credential: Credential,
    position: int,
    at: datetime,
    *,
    instruments: Instruments,
    reason: str = "",
    location: str = "",
) -> bytes:
    """Make the next signature of a report, in the order of its signers.

    Args:
        pdf: the report as prepared, with the signatures before this one.
        credential: the opened key of the signer.
        position: the signer's place in the record's list, from 0.
        at: the computer's clock, with its zone.
        instruments: the worksheets known here, by structure digest.
        reason: reason of signing, kept in the signature.
        location: place of signing, kept in the signature.

    Raises:
        SigningRefusedError: not this signer's turn, signed already, or the report does not verify as it stands.
        CredentialError: the certificate may not sign at that moment.
    """
    check_certificate(credential.certificate, at)
    found = verify(pdf, instruments=instruments)
    _refuse(found, credential, position)
    slot = slots(found.record["signers"])[position]
    facts = SignatureFacts(credential.name, at.replace(microsecond=0), reason, location)
    room = reserved([credential.certificate, *credential.chain])
    return write_signature(pdf, slot, facts, room, lambda digest: make_container(credential, digest))


def signed_fields(pdf: bytes) -> tuple[SignedField, ...]:
    """Return the signature fields of a report in order, with who signed them; unverified, for display.

    Raises:
        UnreadableReportError: not a report of this program.
        AlteredReportError: a report that cannot be read.
    """
    file = open_report(pdf)
    signed = {}
    for mark in file.marks:
        certificate = read_container(mark.contents).certificate
        signed[mark.field] = SignedField(
            mark.field, certificate_digest(certificate), subject_name(certificate), mark.at
        )
    return tuple(signed.get(name, SignedField(name)) for name in file.fields)


def _refuse(found: Verification, credential: Credential, position: int) -> None:
    if found.verdict in (Verdict.ALTERED, Verdict.UNREADABLE):
        raise SigningRefusedError(f"Laporan ini tidak dapat ditandatangani. {found.problems[0]}")
    if not found.rebuilt:
        raise SigningRefusedError(
            f"Laporan ini dibuat oleh versi program yang lain. {_NOTHING}tandatangani dengan versi yang membuatnya."
        )
    made = len(found.signatures)
    if made == found.expected:
        raise SigningRefusedError(f"Semua tanda tangan pada laporan ini sudah lengkap. {_NOTHING}tidak perlu diulang.")
    if position != made:
        turn = found.record["signers"][made]["name"]
        raise SigningRefusedError(f"Giliran tanda tangan berikutnya adalah {turn}. {_NOTHING}ikuti urutannya.")
    if credential.sha256 in {signature.certificate for signature in found.signatures}:
        raise SigningRefusedError(
            f"Sertifikat ini sudah dipakai menandatangani laporan ini. {_NOTHING}gunakan kunci penanda tangan berikutnya."
        )
