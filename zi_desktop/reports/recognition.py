"""Rule 5: whether the Inspectorate's registry knows each signer, in the role in which they signed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cryptography import x509

from zi_desktop.reports.signature_rules import SignatureState
from zi_desktop.trust.certificates import certificate_digest, issued_by, may_sign, subject_name
from zi_desktop.trust.registry import Person, Registry, Roots, TrustSource

REQUIRED_ROLES: Final = frozenset(("ketua_tim",))
"""Roles without whose signature a kertas kerja is no paper of the team."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What is known about the signer of one signature; ``problem`` is a sentence, empty where all is well."""

    trusted: bool
    revoked: bool = False
    problem: str = ""


def recognise(
    record: Mapping[str, Any], states: Sequence[SignatureState], trust: Iterable[TrustSource]
) -> tuple[Recognised, ...]:
    """Look up each signer; a registry for practice counts for practice records only, and the other way round."""
    sources = tuple(trust)
    demo = record["demo"]
    registries = [source for source in sources if isinstance(source, Registry) and source.demo is demo]
    roots = [each for source in sources if isinstance(source, Roots) for each in source.certificates]
    return tuple(_recognise(record["signers"][state.slot.index], state, registries, roots) for state in states)


def missing_roles(record: Mapping[str, Any]) -> frozenset[str]:
    """Return the required roles that are not among a record's signers."""
    return REQUIRED_ROLES - {signer["role"] for signer in record["signers"]}


def _recognise(
    signer: Mapping[str, Any],
    state: SignatureState,
    registries: Sequence[Registry],
    roots: Sequence[x509.Certificate],
) -> Recognised:
    certificate = state.container.certificate
    digest = certificate_digest(certificate)
    name = subject_name(certificate)
    known = [person for registry in registries if (person := registry.person_of(digest))]
    if not known:
        return Recognised(trusted=False, problem=_unknown(name, state, registries, roots))
    if any(person.has_lost(digest) for person in known):
        return Recognised(
            trusted=False,
            revoked=True,
            problem=f"Kunci {name} dilaporkan hilang; tanda tangannya tidak dapat dipercaya.",
        )
    if not certificate.not_valid_before_utc <= state.mark.at <= certificate.not_valid_after_utc:
        return Recognised(trusted=False, problem=f"Sertifikat {name} tidak berlaku pada waktu tanda tangan.")
    if not may_sign(certificate):
        return Recognised(trusted=False, problem=f"Sertifikat {name} tidak dibuat untuk menandatangani dokumen.")
    if not all(_fits(person, signer) for person in known):
        return Recognised(
            trusted=False,
            problem=f"Sertifikat {name} dikenal, tetapi bukan untuk {signer['name']} dengan peran yang tercetak.",
        )
    return Recognised(trusted=True)


def _fits(person: Person, signer: Mapping[str, Any]) -> bool:
    named = (signer["person"], signer["name"], signer["nip"])
    return (person.person, person.name, person.nip) == named and signer["role"] in person.roles


def _unknown(
    name: str, state: SignatureState, registries: Sequence[Registry], roots: Sequence[x509.Certificate]
) -> str:
    path = (state.container.certificate, *state.container.chain)
    if any(link == root or issued_by(link, root) for link in path for root in roots):
        return f"Sertifikat {name} berasal dari akar yang diberikan, tetapi tidak terikat pada orang tertentu."
    if not registries:
        return f"Identitas {name} tidak diperiksa: tidak ada daftar penanda tangan yang sesuai."
    return f"Sertifikat {name} tidak ada dalam daftar penanda tangan."
