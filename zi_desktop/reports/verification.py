"""Verifying a report from the file alone: who signed what, whether it changed, whether the score follows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from zi_desktop.domain.canonical import Json, decode
from zi_desktop.domain.errors import AlteredReportError, LineError, UnreadableReportError
from zi_desktop.domain.evidence import NOTHING_FOUND, EvidenceFound
from zi_desktop.domain.instrument import Instrument
from zi_desktop.reports.pdf import template_id
from zi_desktop.reports.reading import ReportFile, open_report
from zi_desktop.reports.recognition import Recognised, missing_roles, recognise
from zi_desktop.reports.rescoring import Rescored, rescore
from zi_desktop.reports.signature_fields import Slot, slots
from zi_desktop.reports.signature_rules import Inspection, SignatureState, inspect_signatures
from zi_desktop.reports.structure import Rebuild, difference, rebuilt, signed_again
from zi_desktop.trust.certificates import certificate_digest, subject_name
from zi_desktop.trust.registry import TrustSource


class Verdict(StrEnum):
    """The outcome, best first; a file gets the worst that any rule found."""

    TRUSTED = "trusted"
    UNKNOWN = "intact-unknown-identity"
    INCOMPLETE = "incomplete"
    ALTERED = "altered"
    UNREADABLE = "unreadable"


Instruments = Callable[[str], Instrument | None]
"""Gives the worksheet of a structure digest, or None where it is not known here."""

_WORSE: Final = {verdict: rank for rank, verdict in enumerate(Verdict)}
_RECORD_KEYS: Final = frozenset(("template", "demo", "signers", "instrument", "column", "answers", "score", "evidence"))


@dataclass(frozen=True, slots=True)
class CheckedSignature:
    """One signature as found; ``certificate`` is its SHA-256, ``at`` the signer's own clock."""

    field: str
    signer: str
    role: str
    certificate: str
    at: datetime
    intact: bool
    trusted: bool
    revoked: bool


@dataclass(frozen=True, slots=True)
class Flaw:
    """A finding in words for an assessor, and the best verdict that it leaves possible."""

    verdict: Verdict
    sentence: str


@dataclass(frozen=True)
class Verification:
    """What a report is worth. ``expected`` is the number of signatures it needs; ``record`` its data, if readable.

    ``rebuilt`` tells whether the pages could be compared with what this program makes of the record.
    """

    verdict: Verdict
    problems: tuple[str, ...]
    signatures: tuple[CheckedSignature, ...] = ()
    expected: int = 0
    rescored: Rescored | None = None
    rebuilt: bool = False
    currency: str = "unknown"
    record: Json = None
    evidence: EvidenceFound = NOTHING_FOUND
    doubts: frozenset[str] = frozenset()
    """Of ``problems`` those that leave open whether anything is wrong: a signer who is not known, a signature to come."""


def verify(
    pdf: bytes, *, instruments: Instruments, trust: Sequence[TrustSource] = (), currency: str = "unknown"
) -> Verification:
    """Verify a report by rules 0 to 6; never raises for what a file holds.

    Args:
        pdf: the file.
        instruments: the worksheets known here, by structure digest.
        trust: registries and roots that the caller believes.
        currency: ``latest`` or ``superseded`` where a workspace knows, else ``unknown``.
    """
    try:
        file = open_report(pdf)
        record = _record(file)
        places = slots(record["signers"])
    except UnreadableReportError as error:
        return Verification(Verdict.UNREADABLE, (str(error),))
    except AlteredReportError as error:
        return Verification(Verdict.ALTERED, (str(error),))
    return replace(_judge(file, record, places, instruments, trust), currency=currency)


def verification_json(verification: Verification) -> dict[str, Any]:
    """Return the outcome as ``verify --json`` prints it."""
    rescored = verification.rescored
    evidence = (verification.record or {}).get("evidence", [])
    return {
        "kind": "report",
        "verdict": verification.verdict.value,
        "currency": verification.currency,
        "signatures": [_signature_json(each) for each in verification.signatures],
        "rescored": {"matches": bool(rescored and rescored.matches), "total": rescored.total if rescored else None},
        "evidence": {
            "listed": len({item["sha256"] for item in evidence}), "present": verification.evidence.present,
            "mismatched": list(verification.evidence.mismatched),
        },
        "problems": list(verification.problems),
    }  # fmt: skip


def _judge(
    file: ReportFile,
    record: Mapping[str, Any],
    places: tuple[Slot, ...],
    instruments: Instruments,
    trust: Sequence[TrustSource],
) -> Verification:
    inspection = inspect_signatures(file, places)
    flaws = [Flaw(Verdict.ALTERED, problem) for problem in inspection.problems]
    instrument = instruments(record["instrument"]["structure"])
    comparable = instrument is not None and record["template"] == template_id()
    rescored = None
    if instrument is None:
        flaws.append(Flaw(Verdict.UNKNOWN, "Nilai tidak dihitung ulang: edisi lembar kerja ini tidak dikenal di sini."))
    else:
        rescored, found = _check_score(record, instrument)
        flaws += found
    if instrument is not None and comparable:
        flaws += _check_pages(file, instrument, inspection)
    else:
        flaws.append(
            Flaw(
                Verdict.UNKNOWN,
                "Tampilan tidak diperiksa: laporan dibuat oleh versi lain. Pakai hanya angka dari datanya.",
            )
        )
    known = recognise(record, inspection.states, trust)
    flaws += _check_signers(record, inspection, known)
    return Verification(
        verdict=max((flaw.verdict for flaw in flaws), key=_WORSE.__getitem__, default=Verdict.TRUSTED),
        problems=tuple(dict.fromkeys(flaw.sentence for flaw in flaws)),
        signatures=tuple(map(_checked, inspection.states, known)),
        expected=len(places),
        rescored=rescored,
        rebuilt=comparable,
        record=record,
        doubts=frozenset(flaw.sentence for flaw in flaws if flaw.verdict is not Verdict.ALTERED),
    )


def _check_score(record: Mapping[str, Any], instrument: Instrument) -> tuple[Rescored | None, list[Flaw]]:
    try:
        rescored = rescore(record, instrument)
    except AlteredReportError as error:
        return None, [Flaw(Verdict.ALTERED, str(error))]
    if rescored.matches:
        return rescored, []
    return rescored, [Flaw(Verdict.ALTERED, "Nilai yang tercetak bukan hasil dari jawaban di dalam laporan.")]


def _check_pages(file: ReportFile, instrument: Instrument, inspection: Inspection) -> list[Flaw]:
    if len(inspection.states) != len(file.marks):
        return []  # altered already: a signature that cannot be read cannot be written again
    try:
        prepared = rebuilt(Rebuild(file.record, instrument.structure_digest, instrument.wording_digest, instrument))
    except AlteredReportError as error:
        return [Flaw(Verdict.ALTERED, str(error))]
    found = difference(file, signed_again(prepared, inspection.states))
    return [Flaw(Verdict.ALTERED, found)] if found else []


def _check_signers(record: Mapping[str, Any], inspection: Inspection, known: Sequence[Recognised]) -> list[Flaw]:
    flaws = [Flaw(Verdict.UNKNOWN, each.problem) for each in known if each.problem]
    made, expected = len(inspection.states), len(record["signers"])
    if made < expected:
        waiting = ", ".join(signer["name"] for signer in record["signers"][made:])
        flaws.append(
            Flaw(
                Verdict.INCOMPLETE,
                f"Tanda tangan {waiting} masih ditunggu: baru {made} dari {expected} yang dibubuhkan.",
            )
        )
    if missing_roles(record):
        flaws.append(Flaw(Verdict.UNKNOWN, "Ketua tim tidak termasuk penanda tangan laporan ini."))
    digests = [certificate_digest(state.container.certificate) for state in inspection.states]
    if len(set(digests)) < len(digests):
        flaws.append(Flaw(Verdict.UNKNOWN, "Satu sertifikat dipakai untuk lebih dari satu tanda tangan."))
    return flaws


def _checked(state: SignatureState, known: Recognised) -> CheckedSignature:
    certificate = state.container.certificate
    return CheckedSignature(
        field=state.mark.field,
        signer=subject_name(certificate),
        role=state.slot.role,
        certificate=certificate_digest(certificate),
        at=state.mark.at,
        intact=state.intact,
        trusted=known.trusted and state.intact,
        revoked=known.revoked,
    )


def _signature_json(signature: CheckedSignature) -> dict[str, Any]:
    return {
        "field": signature.field,
        "signer": signature.signer,
        "role": signature.role,
        "trusted": signature.trusted,
        "intact": signature.intact,
        "level": "B-B",
        "time": signature.at.isoformat(),
        "time_source": "clock",
        "revocation": "revoked" if signature.revoked else "not-checked",
    }


def _record(file: ReportFile) -> Mapping[str, Any]:
    try:
        record = decode(file.record)
        if record["kind"] != "zi-report" or record["v"] != 1 or not _RECORD_KEYS.issubset(record):
            raise KeyError("kind")
        shaped = all(
            isinstance(signer[key], str) for signer in record["signers"] for key in ("person", "name", "nip", "role")
        )
        shaped = shaped and isinstance(record["demo"], bool) and isinstance(record["evidence"], list)
        shaped = shaped and all(isinstance(item["sha256"], str) for item in record["evidence"])
        shaped = shaped and isinstance(record["template"], str) and isinstance(record["instrument"]["structure"], str)
    except (LineError, LookupError, TypeError, AttributeError) as error:
        raise AlteredReportError(_NO_RECORD) from error
    if not shaped:
        raise AlteredReportError(_NO_RECORD)
    return dict(record)


_NO_RECORD: Final = "Data yang terlampir di dalam laporan tidak sah. Minta laporan asli dari pembuatnya."
