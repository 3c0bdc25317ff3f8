"""Reports: built from an evaluation as it stands, as a draft or as the document that awaits its signatures."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import NotReadyError
from zi_desktop.reports.pdf import BuiltReport, build, template_id
from zi_desktop.reports.signature_fields import prepare
from zi_desktop.services import editions
from zi_desktop.services.evaluations import refuse_read_only
from zi_desktop.services.report_record import Surroundings, make_record
from zi_desktop.services.reviewing import Reviewing
from zi_desktop.services.satkers import Satkers
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, files


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report on disk: its digest and number of pages."""

    file: Path
    sha256: str
    pages: int


class Reporting:
    """Builds the reports of a workspace. Importing this module loads the PDF libraries."""

    def __init__(self, workspace: Workspace, settings: Settings, satkers: Satkers, reviewing: Reviewing) -> None:
        self._workspace = workspace
        self._settings = settings
        self._satkers = satkers
        self._reviewing = reviewing

    def draft(self, id_: str) -> BuiltReport:
        """Build the watermarked draft of an evaluation."""
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
            built = build(record, editions.edition(record["instrument"]["structure"]))
            pdf = prepare(built, record["signers"])
        return WrittenReport(files.write_whole(path, pdf), hashlib.sha256(pdf).hexdigest(), built.pages)

    def record(self, id_: str, issued: Json = None) -> dict[str, Json]:
        """Return the record of an evaluation as it stands; ``issued`` is when it was issued, if it was before."""
        view = self._workspace.evaluation(id_)
        now = self._workspace.now()
        day = view.state.plan.last_day or now.date().isoformat()
        with self._workspace.database.reading() as connection:
            demo = bool(directory.settings(connection).get("demo", False))
        around = Surroundings(
            self._satkers.get(view.state.identity.satker, day),
            self._settings.agency,
            self._settings.people(),
            now,
            demo,
        )
        record = make_record(view, self._reviewing.preflight(id_), around, template_id())
        return record | {"issued": issued} if issued else record

    def refuse_unready(self, id_: str) -> None:
        """Refuse an evaluation that cannot be signed.

        Raises:
            NotReadyError: names what blocks it.
            SealedError: it is signed already.
        """
        view = self._workspace.evaluation(id_)
        refuse_read_only(view.state)
        found = self._reviewing.preflight(id_)
        if not found.ready:
            more = f" dan {len(found.must) - 3} hal lain" if len(found.must) > 3 else ""  # noqa: PLR2004 (a sentence names three)
            named = " ".join(check.message for check in found.must[:3])
            raise NotReadyError(f"Belum dapat ditandatangani: {named}{more} Tidak ada yang berubah; selesaikan dahulu.")
