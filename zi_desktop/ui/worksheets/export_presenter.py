"""Exports evaluations off the window's thread; without widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.workspace_errors import DamagedDatabaseError, DiskFaultError
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.worksheets.exporting import ExportLayout
from zi_desktop.ui.jobs import Job, Jobs, Progress
from zi_desktop.ui.worksheets.export_words import ExportSubject, Written, file_names, units_name

_FOLDER = "export_folder"


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What is to be written where: of several evaluations a file each, but one list of units for the portal."""

    subjects: tuple[ExportSubject, ...]
    layout: ExportLayout
    column: Column
    files: tuple[Path, ...]

    @property
    def is_list(self) -> bool:
        """Tell whether several evaluations go into one file."""
        return len(self.files) < len(self.subjects)

    @property
    def standing(self) -> tuple[Path, ...]:
        """Return the files that are there already."""
        return tuple(file for file in self.files if file.exists())


class ExportPresenter(QObject):
    """Proposes where files go and writes them; ``written`` and ``refused`` tell how it ended."""

    written = Signal(Written)
    refused = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, ids: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        rows = {row["id"]: row for row in services.evaluations.list()}
        found = [rows[id_] for id_ in ids if id_ in rows]
        self.subjects = tuple(ExportSubject(row["id"], row["satker_name"], row["year"], row["round"]) for row in found)

    def folder(self) -> Path:
        """Return the folder in which the last export went, else that of documents, else that of the person."""
        kept = self._services.preferences.get(_FOLDER, "")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        known = (Path(each) for each in (kept, documents) if isinstance(each, str) and each)
        return next((folder for folder in known if folder.is_dir()), Path.home())

    def is_one_file(self, layout: ExportLayout) -> bool:
        """Tell whether a layout makes one file of what is to be exported."""
        return len(self.subjects) == 1 or layout is ExportLayout.PORTALRB_JSON

    def proposed(self, layout: ExportLayout, column: Column, place: Path | None = None) -> Path:
        """Return the file or folder to begin with; with ``place`` in the folder where that one is."""
        folder = place or self.folder()
        if len(self.subjects) == 1:
            return folder / file_names(self.subjects, layout, column)[0]
        return folder / units_name(self.subjects) if self.is_one_file(layout) else folder

    def plan(self, layout: ExportLayout, column: Column, place: Path) -> ExportPlan:
        """Return what would be written to a place: one file, whose name or ending may be missing, or several in a folder."""
        if self.is_one_file(layout):
            if place.is_dir():
                place = self.proposed(layout, column, place)
            file = place if place.suffix else place.with_name(f"{place.name}{layout.suffix}")
            return ExportPlan(self.subjects, layout, column, (file,))
        files = tuple(place / name for name in file_names(self.subjects, layout, column))
        return ExportPlan(self.subjects, layout, column, files)

    def write(self, plan: ExportPlan) -> Job:
        """Write the files; each stands whole or not at all."""
        words = self.tr("Menulis lembar kerja")
        job = self._jobs.start(
            partial(_write, self._services.workspace.folder, plan, words),
            done=partial(self._keep_folder, plan),
            failed=self._refuse,
            cancellable=True,
        )
        job.cancelled.connect(
            lambda: self.refused.emit(self.tr("Ekspor dibatalkan. Berkas yang sudah jadi tetap ada."))
        )
        return job

    def _keep_folder(self, plan: ExportPlan, written: Written) -> None:
        self._services.preferences.put(_FOLDER, str(plan.files[0].parent))
        self.written.emit(written)

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, ZiError) or isinstance(failure, DamagedDatabaseError | DiskFaultError):
            self.refused.emit("")
            raise failure
        self.refused.emit(str(failure))


def _write(folder: Path, plan: ExportPlan, words: str, progress: Progress) -> Written:
    with open_services(folder, write=False) as services:
        if plan.is_list:
            progress.tell(words)
            done = services.exporting.export_units([subject.id for subject in plan.subjects], plan.files[0])
            return Written((done.file,), done.unanswered, len(done.disputed))
        return _write_each(services, plan, words, progress)


def _write_each(services: Services, plan: ExportPlan, words: str, progress: Progress) -> Written:
    """Write a file for each evaluation; of several one that fails does not stop the others."""
    files, failures, unanswered, disputed, column = [], [], 0, 0, Column.TPI
    for number, (subject, file) in enumerate(zip(plan.subjects, plan.files, strict=True)):
        progress.tell(words, number, len(plan.files) if len(plan.files) > 1 else 0)
        try:
            done = services.exporting.export(subject.id, plan.layout, file, plan.column)
        except ZiError as failure:
            if len(plan.files) == 1:
                raise
            failures.append(f"{subject.words}: {failure}")
            continue
        files.append(done.file)
        unanswered += done.unanswered
        disputed += len(done.disputed)
        column = done.column
    return Written(tuple(files), unanswered, disputed, tuple(failures), column)
