"""The import of one worksheet, without widgets: read, looked at, taken."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services
from zi_desktop.services.worksheets.importing import ImportedColumn, Provenance
from zi_desktop.ui.jobs import Job, Jobs
from zi_desktop.ui.worksheets.import_reading import Wish, usual_column
from zi_desktop.ui.worksheets.import_shown import ImportShown, look_again, read_shown, take
from zi_desktop.ui.worksheets.import_words import COLUMN_WORDS
from zi_desktop.worksheets.reading import WorksheetError

_SOURCE: Final = "import.source"
"""Where sender and way of the last import are remembered, each by satker."""


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
        self._start(partial(read_shown, self._services.workspace.folder, wish, words), wish.file)

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
        act = partial(take, self._services, shown.preview, frozenset(ids), source, words)
        work = partial(act, despite_warnings=despite_warnings)
        self._jobs.start(work, done=partial(self._tell_taken, shown, source), exclusive=True)

    def forget(self) -> None:
        """Let the file go; what is still being read of it no longer matters."""
        self._asked += 1
        self.shown = None

    def _look(self, shown: ImportShown) -> None:
        words = self.tr("Membandingkan {name}").format(name=shown.found.file.name)
        self._start(partial(look_again, self._services.workspace.folder, shown, words), shown.found.file)

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
