"""Signing: in order, each signature verified as written before anything calls it done; the first one seals."""

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.x509.oid import NameOID

from zi_desktop.domain import canonical
from zi_desktop.domain.border import clean_text
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import NotReadyError, SealedError, SigningRefusedError
from zi_desktop.domain.evaluation import Seal
from zi_desktop.domain.events import Subject
from zi_desktop.domain.plan import ROLES, SIGNING_REASON
from zi_desktop.domain.workspace_errors import WorkspaceError
from zi_desktop.reports.pdf import build
from zi_desktop.reports.signature import prepare, sign
from zi_desktop.reports.verification import Verdict, Verification, verify
from zi_desktop.services.closure import refuse_archived, refuse_newer
from zi_desktop.services.evaluations.reviewing import LARGEST_PDF
from zi_desktop.services.reports.places import kept_path, report_place
from zi_desktop.services.reports.reporting import Reporting
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import backup_files, directory, files
from zi_desktop.storage.directory import Document
from zi_desktop.storage.recorder import Statement
from zi_desktop.trust.certificates import Credential

REPORT_FOLDER: Final = backup_files.REPORTS
_NIP: Final = re.compile(r"[0-9]{18}", re.ASCII)


@dataclass(frozen=True, slots=True)
class SignedReport:
    """A report after a signature: how many it bears of how many it needs."""

    file: Path
    sha256: str
    signatures: int
    needed: int

    @property
    def complete(self) -> bool:
        """Tell whether everybody has signed."""
        return self.signatures == self.needed


class Signing:
    """Signs the reports of a workspace. Importing this module loads the signature libraries."""

    def __init__(self, workspace: Workspace, settings: Settings, reporting: Reporting) -> None:
        self._workspace = workspace
        self._settings = settings
        self._reporting = reporting

    def sign(self, id_: str, credential: Credential, *, role: str = "", author: str = "") -> SignedReport:
        """Put the next signature under an evaluation's report; the first one seals the evaluation.

        Raises:
            NotReadyError: something blocks signing.
            SigningRefusedError: not this signer's turn, or signed already.
            CredentialError: the certificate may not sign.
        """
        view = self._workspace.evaluation(id_)
        if view.state.seal is None:
            self._reporting.refuse_unready(id_)
            record = self._reporting.record(id_)
            return self._sign_first(record, report_place(self._workspace.folder, record), credential, role, author)
        document = self._document(view.state.seal, id_)
        if document is None:
            raise NotReadyError(
                "Laporan tersegel itu tidak ada di ruang kerja ini. Tidak ada yang berubah; tandatangani berkas PDF-nya."
            )
        return self._sign_next(self._read(self._workspace.folder / document.file), credential, role, author)

    def sign_file(self, path: Path, credential: Credential, *, role: str = "", author: str = "") -> SignedReport:
        """Put the next signature under a report file, in place.

        Raises:
            NotReadyError: the unsigned document is not what the evaluation says now.
            SigningRefusedError: not this signer's turn, signed already, or the file does not verify.
        """
        report = self._read(path)
        if report.signed:
            return self._sign_next(report, credential, role, author)
        id_ = report.record["evaluation"]["id"]
        self._reporting.refuse_unready(id_)
        if report.record != self._reporting.record(id_, issued=report.record["issued"]):
            raise NotReadyError(
                "Dokumen ini tidak lagi sesuai dengan isian. Tidak ada yang ditandatangani; buat dokumennya lagi."
            )
        return self._sign_first(report.record, path, credential, role, author)

    def cancel_seal(self, id_: str, reason: str, author: str = "") -> None:
        """Open a sealed evaluation again, as the lead, with a reason; the next seal is a new revision.

        Raises:
            SealedError: not the lead, no reason, nothing sealed, or it is archived.
        """
        view, person = self._workspace.evaluation(id_), self._settings.author(author)
        refuse_newer(view.state)
        refuse_archived(view.state)
        seal, reason = view.state.seal, clean_text(reason).strip()
        if seal is None or person not in view.as_sealed().state.plan.leads or not reason:
            raise SealedError(
                "Pembatalan memerlukan ketua tim, alasan, dan laporan yang tersegel. Tidak ada yang berubah."
            )
        value = {"retracts": [seal.hash], "reason": reason}
        with self._workspace.writing(person) as transaction:
            transaction.state(Subject("evaluation", id_), [Statement("seal.cancel", f"seal/{seal.revision}", value)])

    def finish_interrupted(self) -> None:
        """Put signed files in place that were written but not renamed when the program died."""
        with self._workspace.database.reading() as connection:
            documents = directory.documents(connection)
        for document in documents:
            path = self._workspace.folder / document.file
            if files.digest_of(path) != document.sha256:
                left = [part for part in path.parent.glob(".*.part") if files.digest_of(part) == document.sha256]
                for part in left[:1]:
                    files.put_in_place(part, path)
        for part in (self._workspace.folder / REPORT_FOLDER).glob(".*.part"):
            part.unlink(missing_ok=True)  # of a run that died before it stated anything

    def _read(self, path: Path) -> "_Report":
        """Read a report that is to be signed.

        Raises:
            FileReadError: the file cannot be read.
            SigningRefusedError: it is no report as its maker left it; nothing of it is believed then.
        """
        pdf = files.read_whole(path, LARGEST_PDF)
        found = verify(pdf, instruments=self._workspace.editions.known)
        if found.verdict in (Verdict.ALTERED, Verdict.UNREADABLE):
            problem = " ".join(found.problems[:1])
            raise SigningRefusedError(f"{problem} Tidak ada yang ditandatangani; pilih berkas lain.")
        if not found.rebuilt:
            raise SigningRefusedError(
                "Laporan ini dibuat oleh versi program yang lain. Tidak ada yang ditandatangani; pakai versi yang membuatnya."
            )
        return _Report(path, pdf, found.record, len(found.signatures))

    def _sign_first(self, record: Json, path: Path, credential: Credential, role: str, author: str) -> SignedReport:
        edition = self._workspace.editions.edition(record["instrument"]["structure"])
        prepared = prepare(build(record, edition), record["signers"])
        seal = {
            "record": canonical.digest(record), "tips": record["streams"],
            "signers": [signer["person"] for signer in record["signers"]],
        }  # fmt: skip
        sealing = Statement("seal", f"seal/{record['evaluation']['revision']}", seal)
        return self._sign(_Turn(path, record, 0, credential, author), prepared, role, [sealing])

    def _sign_next(self, report: "_Report", credential: Credential, role: str, author: str) -> SignedReport:
        return self._sign(
            _Turn(report.path, report.record, report.signed, credential, author), report.pdf, role, sealing=[]
        )

    def _sign(self, turn: "_Turn", pdf: bytes, role: str, sealing: list[Statement]) -> SignedReport:
        """Sign, verify what was written, state it in the log, and only then put the file in its place."""
        self._refuse_wrong_turn(turn, role)
        place = turn.record["issued"]["place"]
        now = self._workspace.now()
        signed = sign(
            pdf, turn.credential, turn.position, now, instruments=self._workspace.editions.known,
            reason=SIGNING_REASON, location=place,
        )  # fmt: skip
        digest = hashlib.sha256(signed).hexdigest()
        part = files.write_part(turn.path, signed)
        try:
            _refuse_unverified(verify(part.read_bytes(), instruments=self._workspace.editions.known), turn)
            if sealing or self._knows(turn.record):
                self._state(turn, digest, sealing)
        except BaseException:
            if not self._stated(digest):
                part.unlink(missing_ok=True)
                raise
        file = files.put_in_place(part, turn.path)
        return SignedReport(file, digest, turn.position + 1, len(turn.record["signers"]))

    def _stated(self, digest: str) -> bool:
        """Tell whether a signature is in the log: a disk may report a fault after it kept the transaction."""
        with suppress(WorkspaceError), self._workspace.database.reading() as connection:
            return digest in {document.sha256 for document in directory.documents(connection)}
        return False

    def _refuse_wrong_turn(self, turn: "_Turn", role: str) -> None:
        signers = turn.record["signers"]
        if turn.position >= len(signers):
            return  # the signature library says that the report is complete
        with self._workspace.database.reading() as connection:
            owner = directory.settings(connection).get("certificates", {}).get(turn.credential.sha256)
        signer = signers[turn.position]
        stated = _stated_nip(turn.credential)
        wrong_person = (
            owner != signer["person"] if owner else bool(stated and signer["nip"] and stated != signer["nip"])
        )
        if (role and role != signer["role"]) or wrong_person:
            raise SigningRefusedError(
                f"Giliran tanda tangan berikutnya adalah {signer['name']} ({ROLES.get(signer['role'], signer['role'])}). "
                "Tidak ada yang ditandatangani; pilih kunci miliknya."
            )
        if self._knows(turn.record) and turn.position + 1 in self._signed_positions(turn.record):
            raise SigningRefusedError(
                f"Tanda tangan {signer['name']} pada laporan ini sudah tercatat. Tidak ada yang ditandatangani; "
                "pakai berkas laporan yang terbaru."
            )

    def _signed_positions(self, record: Json) -> set[int]:
        evaluation = record["evaluation"]
        below = self._workspace.folded(evaluation["id"]).below(f"signature/{evaluation['revision']}")
        return {int(position) for position in below}

    def _state(self, turn: "_Turn", digest: str, sealing: list[Statement]) -> None:
        record = turn.record
        id_, revision, signer = (
            record["evaluation"]["id"],
            record["evaluation"]["revision"],
            record["signers"][turn.position],
        )
        signature = {
            "person": signer["person"], "role": signer["role"], "certificate": turn.credential.sha256, "file": digest,
            "at": self._workspace.now().isoformat(timespec="seconds"),
        }  # fmt: skip
        statement = Statement("signature", f"signature/{revision}/{turn.position + 1}", signature)
        row = Document(
            id_,
            revision,
            canonical.digest(record),
            canonical.encode(record),
            kept_path(self._workspace.folder, turn.path),
            digest,
        )
        with self._workspace.writing(self._settings.author(turn.author)) as transaction:
            transaction.state(Subject("evaluation", id_), [*sealing, statement])
            directory.put_document(transaction.connection, row)

    def _knows(self, record: Json) -> bool:
        """Tell whether a later signature belongs into this workspace's log: the seal is here."""
        id_ = record["evaluation"]["id"]
        if not self._workspace.folded(id_).cell("identity").heads:
            return False
        return canonical.digest(record) in {seal.record for seal in self._workspace.evaluation(id_).state.seals}

    def _document(self, seal: Seal, id_: str) -> Document | None:
        with self._workspace.database.reading() as connection:
            found = [item for item in directory.documents(connection, id_) if item.seal == seal.record]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class _Turn:
    """One person's turn: ``position`` in the record's signers, from 0."""

    path: Path
    record: Json
    position: int
    credential: Credential
    author: str


@dataclass(frozen=True, slots=True)
class _Report:
    """A report file that verifies so far; ``signed`` counts its signatures."""

    path: Path
    pdf: bytes
    record: Json
    signed: int


def _refuse_unverified(found: Verification, turn: _Turn) -> None:
    last = turn.position + 1 == len(turn.record["signers"])
    if found.verdict is not (Verdict.UNKNOWN if last else Verdict.INCOMPLETE):
        raise SigningRefusedError(
            "Laporan yang baru ditandatangani tidak lolos pemeriksaan, sehingga tidak dipakai: "
            f"{' '.join(found.problems)} Berkas dan isian yang lama tetap ada."
        )


def _stated_nip(credential: Credential) -> str:
    """Return the NIP that a certificate names for its holder, or ""; other serial numbers say nothing here."""
    stated = credential.certificate.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
    number = str(stated[0].value) if stated else ""
    return number if _NIP.fullmatch(number) else ""
