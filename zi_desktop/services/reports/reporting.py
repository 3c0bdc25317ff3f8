"""Reports: built from an evaluation as it stands, as a draft or as the document that awaits its signatures."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import NotReadyError, SealedError
from zi_desktop.reports.pdf import BuiltReport, build, template_id
from zi_desktop.reports.signature_fields import prepare
from zi_desktop.services.closure import refuse_read_only
from zi_desktop.services.evaluations.reviewing import Reviewing
from zi_desktop.services.remarks.listing import RemarkList
from zi_desktop.services.reports.record import Surroundings, make_record
from zi_desktop.services.satkers.keeping import Satkers
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, files

_NAMED: Final = 3
"""What blocks is named up to here in one sentence; preflight lists the rest."""


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report on disk: its digest and number of pages."""

    file: Path
    sha256: str
    pages: int


class Reporting:
    """Builds the reports of a workspace. Importing this module loads the PDF libraries."""

    def __init__(
        self, workspace: Workspace, settings: Settings, satkers: Satkers, reviewing: Reviewing, remark_list: RemarkList
    ) -> None:
        self._workspace = workspace
        self._settings = settings
        self._satkers = satkers
        self._reviewing = reviewing
        self._remark_list = remark_list

    def draft(self, id_: str) -> BuiltReport:
        """Build the watermarked draft of an evaluation.

        Raises:
            SealedError: it is signed; the signed report takes the place of every draft.
        """
        self._refuse_signed(id_)
        return build(self.record(id_), self._workspace.evaluation(id_).state.instrument, draft=True)

    def write(self, id_: str, path: Path, *, draft: bool) -> WrittenReport:
        """Write the report: a draft, or the document that awaits its signatures.

        Raises:
            NotReadyError: something blocks signing, so only a draft can be made.
            SealedError: the report is signed already.
        """
        if draft:
            built = self.draft(id_)
            pdf = built.pdf
        else:
            self.refuse_unready(id_)
            record = self.record(id_)
            built = build(record, self._workspace.editions.edition(record["instrument"]["structure"]))
            pdf = prepare(built, record["signers"])
        return WrittenReport(files.write_whole(path, pdf), hashlib.sha256(pdf).hexdigest(), built.pages)

    def signed_view(self, id_: str) -> bytes:
        """Return the signed report with its stamps drawn into the pages: to look at, not to keep.

        Raises:
            NotFoundError: nothing is signed, or the file never came here.
            FileReadError: the file is gone or cannot be read.
        """
        from zi_desktop.reports.display import with_stamps_drawn  # noqa: PLC0415 (pyHanko loads only here)

        return with_stamps_drawn(self._reviewing.signed_pdf(id_))

    def save_copy(self, id_: str, path: Path) -> Path:
        """Write the paper as it stands now: the signed report byte for byte, else a draft; return where it is.

        Raises:
            NotFoundError: it is signed, but the file is not in this workspace.
            FileWriteError: the file cannot be written.
        """
        if self._workspace.evaluation(id_).state.seal:
            return files.write_whole(path, self._reviewing.signed_pdf(id_))
        return self.write(id_, path, draft=True).file

    def record(self, id_: str, issued: Json = None) -> dict[str, Json]:
        """Return the record of an evaluation as it stands; ``issued`` is when it was issued, if it was before."""
        view = self._workspace.evaluation(id_)
        now = self._workspace.now()
        day = view.state.plan.last_day or now.date().isoformat()
        around = Surroundings(
            self._satkers.get(view.state.identity.satker, day),
            self._settings.agency,
            self._settings.people(),
            self._remark_list.earlier(id_),
            now,
            self._settings.is_sample,
        )
        record = make_record(view, self._reviewing.preflight(id_), around, template_id())
        return record | {"issued": issued} if issued else record

    def refuse_unready(self, id_: str) -> None:
        """Refuse an evaluation that cannot be signed.

        Raises:
            NotReadyError: names what blocks it.
            SealedError: it is signed already.
        """
        self._refuse_signed(id_)
        refuse_read_only(self._workspace.evaluation(id_).state)
        found = self._reviewing.preflight(id_)
        if not found.ready:
            named = " ".join(check.message for check in found.must[:_NAMED])
            more = f" Masih ada {len(found.must) - _NAMED} hal lain." if len(found.must) > _NAMED else ""
            raise NotReadyError(f"Belum dapat ditandatangani: {named}{more} Tidak ada yang berubah; selesaikan dahulu.")

    def _refuse_signed(self, id_: str) -> None:
        state = self._workspace.evaluation(id_).state
        if state.seal:
            with self._workspace.database.reading() as connection:
                files_ = [item.file for item in directory.documents(connection, id_) if item.seal == state.seal.record]
            where = f"; berkasnya {self._workspace.folder / files_[-1]}" if files_ else ""
            raise SealedError(
                f"Laporan ini sudah bertanda tangan {len(state.signatures)} dari {len(state.seal.signers)}{where}. "
                "Tidak ada yang berubah; laporan baru memerlukan pembatalan oleh ketua tim."
            )
