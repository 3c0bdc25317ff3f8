"""The import of a folder, without widgets: looked through, matched, taken."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.worksheets.folder import FolderPreview, FolderRow, FolderTarget, TakenFile
from zi_desktop.services.worksheets.importing import Provenance
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.worksheets.folder_lines import FolderLine, folder_line


@dataclass(frozen=True, slots=True)
class SatkerChoice:
    """A satker that a file may belong to; ``likely`` where the file resembles it."""

    id: str
    words: str
    likely: bool


class FolderPresenter(QObject):
    """Reads in the worker and takes with the window's services.

    ``shown`` comes with the lines of a folder and whether they are still to be taken, ``changed`` with one file that was matched,
    ``taken`` with a sentence when files were taken, ``stopped`` with one when it was cancelled.
    """

    shown = Signal(object, bool)
    changed = Signal(FolderLine)
    taken = Signal(str, bool)
    stopped = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self.preview: FolderPreview | None = None
        self._rows: dict[Path, FolderRow] = {}

    @property
    def year(self) -> int:
        """Return this year."""
        return self._services.workspace.now().year

    def read(self, folder: Path, target: FolderTarget) -> None:
        """Look through a folder; ``shown`` follows."""
        words = self.tr("Membaca folder {name}").format(name=folder.name)
        work = partial(_read, self._services.workspace.folder, folder, target, words)
        job = self._jobs.start(work, done=self._tell_read, cancellable=True)
        job.cancelled.connect(lambda: self.stopped.emit(self.tr("Pembacaan dibatalkan, tidak ada yang berubah")))

    def choose_target(self, year: int, column: Column) -> None:
        """Look through the folder again, for another year or column."""
        if self.preview:
            self.read(self.preview.folder, replace(self.preview.target, year=year, column=column))

    def choices(self, file: Path) -> Sequence[SatkerChoice]:
        """Return every satker, the one first that a file goes to, or those that it resembles."""
        row = self._rows[file]
        likely = [known.id for known in ((row.satker,) if row.satker else row.candidates)]
        rows = [row for row in self._services.satkers.list() if not row["archived"]]
        rows.sort(key=lambda row: likely.index(row["id"]) if row["id"] in likely else len(likely))
        return [SatkerChoice(row["id"], f"{row['name']} · {row['code']}", row["id"] in likely) for row in rows]

    def doubts(self, file: Path) -> str:
        """Return what speaks against a file, which is overruled by saying once more whose it is."""
        doubts = self._rows[file].doubts
        told = self.tr("{doubts} Pilih satkernya hanya bila berkas itu memang untuk evaluasi tahun {year}.")
        year = self.preview.target.year if self.preview else ""
        return told.format(doubts=doubts, year=year) if doubts else ""

    def assign(self, file: Path, satker: str) -> None:
        """Say whose a file is; ``changed`` follows."""
        assert self.preview is not None
        words = self.tr("Membandingkan {name}").format(name=file.name)
        folder = self._services.workspace.folder
        work = partial(_assign, folder, self._rows[file], satker, self.preview.target, words)
        self._jobs.start(work, done=self._tell_assigned)

    def apply(self, files: Collection[Path], source: Provenance) -> None:
        """Take files, each in an act of its own; those taken before a cancellation stay taken."""
        assert self.preview is not None
        rows = [row for file, row in self._rows.items() if file in files]
        work = partial(_take, self._services, rows, self.preview.target, source, self.tr("Mengambil lembar kerja"))
        job = self._jobs.start(work, done=self._tell_taken, exclusive=True, cancellable=True)
        job.cancelled.connect(self._tell_stopped)

    def _tell_read(self, preview: FolderPreview) -> None:
        self.preview = preview
        self._rows = {row.file: row for row in preview.rows}
        self._show()

    def _show(self, taken: Sequence[TakenFile] = ()) -> None:
        assert self.preview is not None
        done = {item.file: item for item in taken}
        folder = self.preview.folder
        filled = {self._rows[item.file].satker for item in taken if not item.problem}
        rows = {
            # What was found out about another file of a satker no longer holds once one of them is taken.
            file: replace(
                row, problem=self.tr("Berkas lain satker ini sudah diambil; baca ulang folder (F5) bila perlu.")
            )
            if file not in done and row.satker in filled
            else row
            for file, row in self._rows.items()
        }
        self._rows = rows
        self.shown.emit([folder_line(row, folder, done.get(file)) for file, row in rows.items()], not taken)

    def _tell_assigned(self, row: FolderRow) -> None:
        assert self.preview is not None
        self._rows[row.file] = row
        self.changed.emit(folder_line(row, self.preview.folder))

    def _tell_taken(self, taken: Sequence[TakenFile]) -> None:
        self._show(taken)
        done = [item for item in taken if not item.problem]
        items = sum(item.items for item in done)
        words = self.tr("{files} berkas diambil, {items} butir terisi.").format(files=len(done), items=items)
        failed = len(taken) - len(done)
        if failed:
            words += self.tr(" {count} berkas gagal; sebabnya ada di daftar.").format(count=failed)
        self.taken.emit(words, not failed)

    def _tell_stopped(self) -> None:
        assert self.preview is not None
        self.stopped.emit(self.tr("Pengambilan dihentikan; berkas yang sudah diambil tetap tersimpan"))
        self.read(self.preview.folder, self.preview.target)


def _read(workspace: Path, folder: Path, target: FolderTarget, words: str, progress: Progress) -> FolderPreview:
    progress.tell(words)
    with open_services(workspace, write=False) as services:
        return services.folder_importing.preview(folder, target, partial(progress.tell, words))


def _assign(
    workspace: Path, row: FolderRow, satker: str, target: FolderTarget, words: str, progress: Progress
) -> FolderRow:
    progress.tell(words)
    with open_services(workspace, write=False) as services:
        return services.folder_importing.assign(row, satker, target)


def _take(
    services: Services,
    rows: Sequence[FolderRow],
    target: FolderTarget,
    source: Provenance,
    words: str,
    progress: Progress,
) -> Sequence[TakenFile]:
    return services.folder_importing.apply(rows, target, partial(progress.tell, words), source)
