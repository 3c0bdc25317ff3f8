"""The screen "Catatan" without widgets: reads the remarks of all evaluations, keeps what is done about them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.remarks import FollowUp
from zi_desktop.services.composition import Services
from zi_desktop.services.remark_list import RemarkRow
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.remarks.shown import RemarksShown

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

    def load(self) -> None:
        """Read the remarks again."""
        workspace = self._services.workspace
        rows = tuple(self._services.remark_list.rows())
        self.shown_changed.emit(RemarksShown(rows, workspace.now().date(), workspace.database.writable))

    def follow_ups(self, row: RemarkRow) -> Sequence[FollowUp]:
        """Return what was done about a remark, oldest first; a remark without any is not read."""
        remark = self._services.remarks.of(row.evaluation).get(row.id) if row.done else None
        return remark.follow_ups if remark else ()

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

    def follow_up(self, row: RemarkRow, text: str, day: str) -> None:
        """Add what was done about a remark, on a day (ISO, may be empty)."""
        self._services.remarks.follow_up(row.evaluation, row.id, text, day=day)
        self._tell()

    def take_back(self, row: RemarkRow, entry: FollowUp) -> None:
        """Take a follow-up back that was added by mistake."""
        self._services.remarks.take_back(row.evaluation, row.id, entry)
        self._tell()

    def progress(self, row: RemarkRow, state: str, reason: str) -> None:
        """State how far a remark is."""
        self._services.remarks.progress(row.evaluation, row.id, state, reason)
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

        def work(progress: Progress) -> Path:
            from zi_desktop.services.remark_export import export_remarks  # noqa: PLC0415 (loads the workbook library)

            progress.tell("Menulis daftar catatan")
            return export_remarks(rows, path)

        self._jobs.start(work, done=self.exported.emit)

    def _tell(self) -> None:
        self.load()
        self.kept.emit()
