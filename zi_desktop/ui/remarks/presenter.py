"""The screen "Catatan" without widgets: reads the remarks of all evaluations or of one, keeps what is done about them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evidence import EvidenceFile, EvidenceLink, Judged, Period
from zi_desktop.domain.remarks import FollowUp
from zi_desktop.services.composition import Services
from zi_desktop.services.evidence.intake import Failed, keep_bytes
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.remarks.listing import EarlierRemark, RemarkRow
from zi_desktop.storage.evidence_files import AS_USUAL, StoredFile
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.page import SaveState
from zi_desktop.ui.remarks.follow_up import FollowUpText
from zi_desktop.ui.remarks.shown import RemarksShown
from zi_desktop.ui.save_words import save_state_of

EXPORT_NAME: Final = "Catatan dan rekomendasi.xlsx"


class RemarksPresenter(QObject):
    """``shown_changed`` comes when the remarks were read, ``kept`` after something was kept, ``exported`` with the file."""

    shown_changed = Signal(RemarksShown)
    kept = Signal()
    exported = Signal(Path)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self._withdrawn: tuple[str, str] | None = None
        self.evaluation = ""

    def open(self, id_: str) -> None:
        """Show one evaluation from now on.

        Raises:
            NotFoundError: there is none.
        """
        self.evaluation = self._services.evaluations.open(id_).id
        self._withdrawn = None
        self.load()

    def load(self) -> None:
        """Read the remarks again."""
        services, today = self._services, self._services.workspace.now().date()
        writable, id_ = services.workspace.database.writable, self.evaluation
        rows = tuple(services.remark_list.rows(evaluation=id_))
        if not id_:
            self.shown_changed.emit(RemarksShown(rows, today, writable))
            return
        earlier, view = tuple(services.remark_list.earlier(id_)), services.evaluations.open(id_)
        closed, save = view.state.read_only, save_state_of(services, view)
        self.shown_changed.emit(RemarksShown(rows, today, writable, id_, earlier, closed=closed, save=save))

    def save_state(self) -> SaveState:
        """Return how saving stands in the evaluation that is shown."""
        return save_state_of(self._services, self._services.evaluations.open(self.evaluation))

    def follow_ups(self, row: RemarkRow) -> Sequence[FollowUpText]:
        """Return what was done about a remark, oldest first, with its files; a remark without any is not read."""
        remark = self._services.remarks.of(row.evaluation).get(row.id) if row.done else None
        if remark is None:
            return ()
        files = {file.sha256: file for file in self.files(row)}
        return [
            FollowUpText(entry, tuple(files[sha256] for sha256 in entry.files if sha256 in files))
            for entry in remark.follow_ups
        ]

    def files(self, row: RemarkRow) -> Sequence[EvidenceFile]:
        """Return the files that can prove what was done about a remark."""
        return self._services.remarks.files(row.evaluation, row.id)

    def copy_of(self, file: EvidenceFile, folder: Path) -> Path:
        """Write a copy of a file to be opened by another program.

        Raises:
            NotFoundError: its bytes are not here.
            FileWriteError: the copy cannot be written.
        """
        link = EvidenceLink("", file, "", "", (), Judged(""), Period())
        return self._services.evidence.save_copy(link, folder)

    def add(self, values: Mapping[str, str]) -> str:
        """Write a remark down in the evaluation that is shown, and return its id.

        Raises:
            InvalidInputError: condition or recommendation is missing.
            NotFoundError: no such item.
            SealedError: the evaluation is closed.
        """
        ident = self._services.remarks.add(self.evaluation, RemarkEntry(**values), drafted="")
        self._tell()
        return ident

    def edit(self, row: RemarkRow, values: Mapping[str, str]) -> None:
        """Keep the fields that were changed; the others are not stated again.

        Raises:
            InvalidInputError: condition or recommendation would be empty.
            SealedError: the evaluation is closed.
        """
        changes = {name: text for name, text in values.items() if text != getattr(row, name)}
        if changes:
            self._services.remarks.edit(row.evaluation, row.id, changes)
            self._tell()

    def follow_up(
        self, row: RemarkRow, text: str, day: str, files: Sequence[str] = (), brought: Sequence[StoredFile] = ()
    ) -> None:
        """Add what was done about a remark, on a day (ISO, may be empty), with the files that prove it."""
        self._services.remarks.follow_up(row.evaluation, row.id, text, day=day, files=files, brought=brought)
        self._tell()

    def keep_files(
        self, paths: Sequence[Path], done: Callable[[Sequence[StoredFile], Sequence[Failed]], object]
    ) -> None:
        """Keep the bytes of files, off the window's thread; no line speaks of them yet."""
        folder, words = self._services.workspace.folder, self.tr("Menyimpan lampiran")

        def keep(progress: Progress) -> Sequence[StoredFile | Failed]:
            return keep_bytes(folder, paths, AS_USUAL, lambda _, count, whole: progress.tell(words, count, whole))

        def tell(outcomes: Sequence[StoredFile | Failed]) -> None:
            kept = [each for each in outcomes if isinstance(each, StoredFile)]
            done(kept, [each for each in outcomes if isinstance(each, Failed)])

        def refuse(reason: Exception) -> None:
            if not isinstance(reason, ZiError):
                raise reason
            done((), [Failed("", str(reason))])

        self._jobs.start(keep, done=tell, failed=refuse)

    def take_back(self, row: RemarkRow, entry: FollowUp) -> None:
        """Take a follow-up back that was added by mistake."""
        self._services.remarks.take_back(row.evaluation, row.id, entry)
        self._tell()

    def progress(self, row: RemarkRow, state: str, reason: str) -> None:
        """State how far a remark is."""
        self._services.remarks.progress(row.evaluation, row.id, state, reason)
        self._tell()

    def confirm(self, each: EarlierRemark, finding: str, note: str) -> None:
        """State what was found of a remark of an earlier evaluation; "" takes it back.

        Raises:
            SealedError: the evaluation is closed.
        """
        self._services.remarks.confirm(self.evaluation, each.row.evaluation, each.row.id, finding or None, note)
        self._tell()

    def withdraw(self, row: RemarkRow) -> None:
        """Take a remark away; ``put_back`` brings the last one back."""
        self._services.remarks.withdraw(row.evaluation, row.id)
        self._withdrawn = (row.evaluation, row.id)
        self._tell()

    def put_back(self) -> str:
        """Bring the remark back that was taken away last, and return its id; "" where there is none."""
        if self._withdrawn is None:
            return ""
        evaluation, ident = self._withdrawn
        self._services.remarks.withdraw(evaluation, ident, withdrawn=False)
        self._withdrawn = None
        self._tell()
        return ident

    def export(self, rows: Sequence[RemarkRow], path: Path) -> None:
        """Write remarks as a workbook, off the window's thread."""
        words = self.tr("Menulis daftar catatan")

        def work(progress: Progress) -> Path:
            from zi_desktop.services.remarks.export import export_remarks  # noqa: PLC0415 (loads the workbook library)

            return export_remarks(rows, path, partial(progress.tell, words))

        self._jobs.start(work, done=self.exported.emit, cancellable=True)

    def _tell(self) -> None:
        self.load()
        self.kept.emit()
