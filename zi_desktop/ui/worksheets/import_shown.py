"""What the screen of an import shows of a file, made in the worker: read, looked at again, taken."""

from dataclasses import dataclass, replace
from pathlib import Path

from zi_desktop.domain.imports import Imported
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.worksheets.importing import UNKNOWN, ImportedColumn, Provenance
from zi_desktop.services.worksheets.preview import ImportPreview
from zi_desktop.ui.jobs import Progress
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
from zi_desktop.worksheets.reading import Worksheet


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


def read_shown(folder: Path, wish: Wish, words: str, progress: Progress) -> ImportShown:
    """Read a file and look at what it would do.

    Raises:
        FileReadError: it cannot be opened.
        WorksheetError: it holds no worksheet.
    """
    progress.tell(words)
    with open_services(folder, write=False) as services:
        found = read_file(services, wish)
        progress.tell(words)
        column, reason = usual_column(found.sheets[0])
        return _with_preview(services, ImportShown(found, 0, found.target, column, reason))


def look_again(folder: Path, shown: ImportShown, words: str, progress: Progress) -> ImportShown:
    """Look at what a file that was read would do now, to what is chosen of it."""
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


def take(
    services: Services,
    preview: ImportPreview,
    ids: frozenset[str],
    source: Provenance,
    words: str,
    progress: Progress,
    *,
    despite_warnings: bool,
) -> ImportedColumn:
    """Take the rows of a preview that were chosen, in one act."""
    progress.tell(words)
    return services.importing.apply(preview, ids, source, despite_warnings=despite_warnings)
