"""A whole visit on sample data, through the services that a real one goes through."""

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop import paths
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.plan import Member
from zi_desktop.reports.verification import Verification
from zi_desktop.services import editions
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.evaluations.plan_file import load_plan
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.reports.signing import SignedReport
from zi_desktop.services.reports.verifying import verify_file
from zi_desktop.services.samples.evidence import add_sample_evidence
from zi_desktop.services.samples.worksheet import take_sample_worksheet, write_sample_worksheet
from zi_desktop.storage import files
from zi_desktop.storage.database import DATABASE_FILE
from zi_desktop.trust import registry
from zi_desktop.trust.certificates import Credential, load_credential
from zi_desktop.trust.keys import new_identity

_SATKER: Final = "C-001"
_YEAR: Final = 2026
_TRUST_FILE: Final = "registri-contoh.json"
_BUNDLE_FILE: Final = "paket-contoh.zib"
_AGENCY: Final = {
    "agency.name": "Kementerian Contoh",
    "agency.letterhead": "KEMENTERIAN CONTOH|INSPEKTORAT JENDERAL|INSPEKTORAT WILAYAH II",
}
_SURVEYS: Final = {
    "sumber": "Survei eksternal contoh", "periode": "Januari–Juni 2026", "jumlah_responden": "214", "skala_asal": "0–4",
}  # fmt: skip
_REASON: Final = "Contoh alasan: sudah dilihat bersama tim."


@dataclass(frozen=True, slots=True)
class SampleVisit:
    """What the visit left: workspace, evaluation's id, score card, report, its registry, worksheet, bundle, the verdict."""

    workspace: Path
    evaluation: str
    score: dict[str, Json]
    report: Path
    trust: Path
    worksheet: Path
    bundle: Path
    verification: Verification


def run_sample_visit(folder: Path, tell: Callable[[str], None]) -> SampleVisit:
    """Make a workspace with sample data and take one evaluation to its signed, verified report.

    Args:
        folder: a folder without a workspace.
        tell: gets a short sentence before each step.

    Raises:
        InvalidInputError: there is a workspace already; nothing of it is touched.
    """
    if _holds_workspace(folder):
        raise InvalidInputError(f"Folder {folder} sudah berisi ruang kerja. Tidak ada yang berubah; pilih folder lain.")
    with open_services(folder, write=True) as services:
        tell("Menyiapkan satker dan rencana kunjungan")
        id_ = prepare_sample(services)
        tell("Mengambil lembar mandiri dari satker")
        take_sample_worksheet(services, id_)
        tell("Menilai 113 butir")
        score_sample(services, id_)
        tell("Menambahkan data dukung")
        add_sample_evidence(services, id_)
        tell("Membuat laporan dan menandatanganinya")
        report = _sign(services, id_, trust := folder / _TRUST_FILE)
        tell("Memeriksa laporan yang tertulis")
        score, verification = services.reviewing.score(id_), verify_file(report.file, [trust])
        tell("Menulis lembar kerja")
        worksheet = write_sample_worksheet(services, id_)
        tell("Menulis paket untuk rekan")
        # Sample data: whoever wants to may look into the bundle. What a team writes is encrypted.
        bundle = services.bundling.export([id_], folder / _BUNDLE_FILE, plain=True).file
        return SampleVisit(folder, id_, score, report.file, trust, worksheet, bundle, verification)


def _holds_workspace(folder: Path) -> bool:
    try:
        return (folder / DATABASE_FILE).exists()
    except OSError:
        return False  # what is wrong with such a path is said when the workspace is opened


def prepare_sample(services: Services) -> str:
    """Bring in the sample satker and plan; return the evaluation's id."""
    sample = paths.resources() / "sample"
    services.settings.declare_sample()
    services.settings.put("person.name", "Rini Umpamasari, S.H., M.H.")
    services.settings.put("person.nip", "198304172006042001")
    for key, value in _AGENCY.items():
        services.settings.put(key, value)
    services.satkers.import_list(sample / "satker.csv")
    id_ = services.evaluations.create(_SATKER, _YEAR)
    services.evaluations.plan(id_, load_plan(sample / "plan.json"))
    return id_


def score_sample(services: Services, id_: str) -> None:
    """Answer everything, with notes, survey details and preconditions, as a team does during a visit."""
    services.answering.answer_list(id_, paths.resources() / "sample" / "answers.csv")
    instrument = editions.current()
    for code, question in instrument.questions.items():
        for detail in question.details:
            services.answering.detail(id_, code, detail.key, _SURVEYS[detail.key])
    services.answering.internal_note(id_, "A.I.5.i.b", "Cocokkan dengan register unit pengendali gratifikasi.")
    for entry in json.loads((paths.resources() / "sample" / "remarks.json").read_bytes()):
        services.remarks.add(id_, RemarkEntry(**entry))
    for item in instrument.preconditions:
        services.evaluations.check_precondition(
            id_, item.id, met=item.id != "laporan_harta", note="Contoh: dokumen dilihat."
        )
    services.evaluations.decide(id_, "diusulkan", "Contoh: seluruh ambang nilai terpenuhi.")
    for check in services.reviewing.preflight(id_).warn:
        services.evaluations.accept_warning(id_, check.id, _REASON)
    services.evaluations.snapshot(id_, "Lapangan")
    services.evaluations.review(id_, "requested")


def _sign(services: Services, id_: str, trust: Path) -> SignedReport:
    """Sign by everybody whose signature the plan asks for, with keys that exist only for this visit."""
    signers = services.evaluations.open(id_).state.plan.signers
    credentials = [_throwaway_key(services, member) for member in signers]
    people = services.settings.people()
    devices = {services.settings.person().id: (services.devices.key().device,)}
    known = [
        registry.Person(
            m.person,
            people[m.person].name,
            people[m.person].nip,
            (m.role,),
            (credential.sha256,),
            devices=devices.get(m.person, ()),
        )
        for m, credential in zip(signers, credentials, strict=True)
    ]
    files.write_whole(trust, registry.registry_bytes(registry.Registry(1, demo=True, persons=tuple(known))))
    reports = [
        services.signing.sign(id_, credential, role=member.role, author=member.person)
        for member, credential in zip(signers, credentials, strict=True)
    ]
    return reports[-1]


def _throwaway_key(services: Services, member: Member) -> Credential:
    person, passphrase = services.settings.people()[member.person], secrets.token_urlsafe()
    now = services.workspace.now()
    credential = load_credential(new_identity(person.name, person.nip, passphrase, now), passphrase, now)
    services.identities.remember(credential.certificate, member.person)
    return credential
