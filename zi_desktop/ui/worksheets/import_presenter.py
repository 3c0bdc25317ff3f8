"""The import of one worksheet, without widgets: read, looked at, taken."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.imports import Imported
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.worksheets.importing import UNKNOWN, ImportedColumn, Provenance
from zi_desktop.services.worksheets.preview import ImportPreview
from zi_desktop.ui.jobs import Job, Jobs, Progress
from zi_desktop.ui.worksheets.import_lines import Line, lines_of
from zi_desktop.ui.worksheets.import_reading import (
    Found,
    Looked,
    Target,
    Wish,
    columns_of,
    look,
    read_file,
    usual_column,
)
from zi_desktop.ui.worksheets.import_words import COLUMN_WORDS
from zi_desktop.worksheets.reading import Worksheet, WorksheetError

_SOURCE: Final = "import.source"
"""Where sender and way of the last import are remembered, each by satker."""


@dataclass(frozen=True, slots=True)
class ImportShown:
    """What the screen shows of a file; without ``preview`` a person has to say first where it goes.

    Attributes:
        found: the file and where it may go.
        sheet: which of its worksheets.
        target: where it goes.
        column: which column is filled, and ``reason`` why that one to begin with.
        preview: what taking it would do.
        lines: of the table.
        history: the worksheets taken into the column before, oldest first.
        source: what is proposed as its provenance.
    """

    found: Found
    sheet: int
    target: Target | None
    column: Column
    reason: str
    preview: ImportPreview | None = None
    lines: tuple[Line, ...] = ()
    history: tuple[Imported, ...] = ()
    source: Provenance = UNKNOWN

    @property
    def worksheet(self) -> Worksheet:
        """Return the worksheet that is looked at."""
        return self.found.sheets[self.sheet]

    @property
    def doubtful(self) -> bool:
        """Tell whether a person has to say that it is the right file before anything of it is taken."""
        return self.preview is not None and bool(self.preview.warnings)


class ImportPresenter(QObject):
    """Reads in the worker and takes with the window's services.

    ``shown_changed`` carries what the screen shows; ``refused`` the file that holds no worksheet and the failure;
    ``taken`` the evaluation's id and a sentence; ``stopped`` comes when reading was cancelled.
    """

    shown_changed = Signal(ImportShown)
    refused = Signal(Path, Exception)
    taken = Signal(str, str)
    stopped = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self._asked = 0
        self.shown: ImportShown | None = None

    def read(self, wish: Wish) -> None:
        """Read a file; ``shown_changed`` or ``refused`` follows."""
        words = self.tr("Membaca {name}").format(name=wish.file.name)
        self._start(partial(_read, self._services.workspace.folder, wish, words), wish.file)

    def choose_sheet(self, number: int) -> None:
        """Look at another worksheet of the file."""
        if self.shown and number != self.shown.sheet:
            column, reason = usual_column(self.shown.found.sheets[number])
            self._look(replace(self.shown, sheet=number, column=column, reason=reason))

    def choose_target(self, number: int) -> None:
        """Look at what the file would do to another evaluation."""
        if self.shown and self.shown.found.targets[number] != self.shown.target:
            self._look(replace(self.shown, target=self.shown.found.targets[number]))

    def choose_column(self, column: Column) -> None:
        """Look at what the file would do to another column."""
        if self.shown and column != self.shown.column:
            self._look(replace(self.shown, column=column))

    def begin_evaluation(self) -> None:
        """Begin the evaluation that the file needs and that is not there yet."""
        shown = self.shown
        if shown is None or shown.target is None:
            return
        id_ = self._services.evaluations.create(shown.target.satker, shown.target.year)
        self.read(Wish(shown.found.file, id_))

    def look_again(self) -> None:
        """Look again: something else may stand in the evaluation by now."""
        if self.shown and self.shown.preview:
            self._look(self.shown)

    def apply(self, ids: Collection[str], source: Provenance, *, despite_warnings: bool = False) -> None:
        """Take rows of the preview in one act; where the sheet names another satker or year only if a person said so."""
        shown = self.shown
        if shown is None or shown.preview is None or shown.target is None:
            return
        words = self.tr("Menyimpan jawaban")
        take = partial(_take, self._services, shown.preview, frozenset(ids), source, words)
        work = partial(take, despite_warnings=despite_warnings)
        self._jobs.start(work, done=partial(self._tell_taken, shown, source), exclusive=True)

    def forget(self) -> None:
        """Let the file go; what is still being read of it no longer matters."""
        self._asked += 1
        self.shown = None

    def _look(self, shown: ImportShown) -> None:
        words = self.tr("Membandingkan {name}").format(name=shown.found.file.name)
        self._start(partial(_look_again, self._services.workspace.folder, shown, words), shown.found.file)

    def _start(self, work: partial[ImportShown], file: Path) -> None:
        self._asked += 1
        job: Job = self._jobs.start(
            work,
            done=partial(self._tell, self._asked),
            failed=partial(self._tell_failed, file),
            cancellable=True,
        )
        job.cancelled.connect(self.stopped)

    def _tell(self, asked: int, shown: ImportShown) -> None:
        if asked == self._asked:  # of several questions only the last one is answered
            self.shown = replace(shown, source=self._remembered(shown))
            self.shown_changed.emit(self.shown)

    def _tell_failed(self, file: Path, reason: Exception) -> None:
        if not isinstance(reason, WorksheetError):
            raise reason
        self.refused.emit(file, reason)

    def _tell_taken(self, shown: ImportShown, source: Provenance, done: ImportedColumn) -> None:
        assert shown.target is not None
        self._services.preferences.put(
            _SOURCE, {**self._sources(), shown.target.satker: [source.sender, source.channel]}
        )
        name, column = shown.found.file.name, COLUMN_WORDS[shown.column]
        sentence = self.tr(
            "{count} butir {column} diambil dari {name}. Pengambilan tidak diurungkan; bila keliru, impor versi lembar "
            "yang benar atau betulkan butirnya."
        )
        self.taken.emit(done.view.id, sentence.format(count=done.items, column=column, name=name))

    def _remembered(self, shown: ImportShown) -> Provenance:
        """Return what is proposed: the source of the last worksheet of this column, else of this satker."""
        today = self._services.workspace.today
        if shown.history:
            return Provenance(shown.history[-1].sender, shown.history[-1].channel, today)
        sender, channel = self._sources().get(shown.target.satker if shown.target else "", ("", ""))
        return Provenance(sender, channel, today)

    def _sources(self) -> dict[str, Any]:
        kept: dict[str, Any] = self._services.preferences.get(_SOURCE, {})
        return kept


def _read(folder: Path, wish: Wish, words: str, progress: Progress) -> ImportShown:
    progress.tell(words)
    with open_services(folder, write=False) as services:
        found = read_file(services, wish)
        progress.tell(words)
        column, reason = usual_column(found.sheets[0])
        return _with_preview(services, ImportShown(found, 0, found.target, column, reason))


def _look_again(folder: Path, shown: ImportShown, words: str, progress: Progress) -> ImportShown:
    progress.tell(words)
    with open_services(folder, write=False) as services:
        return _with_preview(services, shown)


def _with_preview(services: Services, shown: ImportShown) -> ImportShown:
    if shown.target is None or not shown.target.evaluation:
        return replace(shown, preview=None, lines=(), history=())
    column = shown.column if shown.column in columns_of(shown.worksheet) else Column.MANDIRI
    looked: Looked = look(services, shown.found, shown.sheet, shown.target.evaluation, column)
    return replace(
        shown,
        column=column,
        preview=looked.preview,
        lines=lines_of(looked.preview),
        history=services.importing.history(shown.target.evaluation, column),
    )


def _take(
    services: Services,
    preview: ImportPreview,
    ids: frozenset[str],
    source: Provenance,
    words: str,
    progress: Progress,
    *,
    despite_warnings: bool,
) -> ImportedColumn:
    progress.tell(words)
    return services.importing.apply(preview, ids, source, despite_warnings=despite_warnings)
