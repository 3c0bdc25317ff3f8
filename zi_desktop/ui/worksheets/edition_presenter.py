"""Editions of the worksheet and their wording: read off the window's thread, taken and chosen for the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.editions import BUILT_IN, shipped
from zi_desktop.services.worksheets.edition_taking import OfficialFile
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.worksheets.edition_lines import EditionLine, file_lines
from zi_desktop.ui.worksheets.wording_words import edition_name, origin_words, wording_choices, wording_words


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition as the list shows it.

    Attributes:
        structure: its digest.
        name: what it is called.
        facts: where it comes from and how many items it has.
        words: whose words it is shown in.
        choices: the wordings that can be chosen, (digest, words).
        chosen: the digest of the one in use.
        missing: items that the wording in use does not tell.
        own: shipped with the program: it cannot be set aside.
        retired: set aside.
    """

    structure: str
    name: str
    facts: str
    words: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    missing: tuple[str, ...]
    own: bool
    retired: bool


class EditionsPresenter(QObject):
    """``changed`` carries a sentence about what was kept; ``read`` an official file, of which nothing is taken yet."""

    changed = Signal(str)
    read = Signal(OfficialFile)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs

    @property
    def writable(self) -> bool:
        """Tell whether anything can be kept."""
        return self._services.workspace.database.writable

    def rows(self) -> Sequence[EditionRow]:
        """Return every edition, the shipped ones first."""
        editions = self._services.workspace.editions
        return [
            EditionRow(
                edition.structure_digest,
                f"{edition_name(edition)} · {edition.title}",
                f"{origin_words(edition, editions)} · {len(edition.questions)} butir",
                wording_words(edition),
                tuple(wording_choices(editions, edition.structure_digest)),
                editions.wording_in_use(edition.structure_digest),
                edition.wording_source.missing if edition.wording_source else (),
                edition.structure_digest in shipped(),
                editions.is_retired(edition.structure_digest),
            )
            for edition in editions.all()
        ]

    def lines(self, found: OfficialFile) -> list[EditionLine]:
        """Return what a file would bring."""
        return file_lines(found, self._services.workspace.editions.official(found.base.structure_digest))

    def read_file(self, file: Path) -> None:
        """Read an official file; a refusal goes the way of all failures."""
        words = self.tr("Membaca {name}").format(name=file.name)
        self._jobs.start(partial(_read, self._services.workspace.folder, file, words), done=self.read.emit)

    def take(self, found: OfficialFile, *, wording_only: bool = False) -> str:
        """Take a file, its wording is used from now on; return the digest of the edition's structure."""
        edition = self._services.edition_taking.take(found, wording_only=wording_only)
        name = edition_name(edition)
        if found.edition is not None and not wording_only:
            self.changed.emit(self.tr("{name} ditambahkan").format(name=name))
        else:
            self.changed.emit(self.tr("Kata-kata {name} diganti").format(name=name.lower()))
        return edition.structure_digest

    def choose(self, structure: str, digest: str) -> None:
        """Show an edition in another wording."""
        editions = self._services.workspace.editions
        if editions.wording_in_use(structure) == digest and (digest or editions.is_decided(structure)):
            return
        edition = self._services.edition_taking.choose(structure, digest or BUILT_IN)
        self.changed.emit(self.tr("Kata-kata {name} diganti").format(name=edition_name(edition).lower()))

    def retire(self, row: EditionRow) -> None:
        """Set an edition aside, or use it again."""
        self._services.edition_taking.retire(row.structure, retired=not row.retired)
        done = self.tr("dipakai lagi") if row.retired else self.tr("dikesampingkan")
        self.changed.emit(f"{row.name} {done}")


def _read(folder: Path, file: Path, words: str, progress: Progress) -> OfficialFile:
    progress.tell(words)
    with open_services(folder, write=False) as services:
        return services.edition_taking.read(file)
