"""The papers of a visit, set by the worker: agenda sheets and berita acara."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zi_desktop.services.composition import open_services
from zi_desktop.ui.jobs import Jobs, Progress

if TYPE_CHECKING:
    from zi_desktop.reports.small_paper import BuiltPaper


@dataclass(frozen=True, slots=True)
class VisitPaper:
    """A paper to show and keep, and the name of its file; without a paper there is nothing to print."""

    built: "BuiltPaper | None" = None
    name: str = ""


class VisitPaperMaker(QObject):
    """Sets papers off the window's thread, from what stands in the workspace."""

    def __init__(self, folder: Path, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._jobs = jobs

    def agenda(self, id_: str, satker: str, by: str, key: str, done: Callable[[VisitPaper], object]) -> None:
        """Set the sheets of one person or place (``key``), or all."""

        def work(progress: Progress) -> VisitPaper:
            progress.tell("Menyusun lembar agenda")
            with open_services(self._folder, write=False) as services:
                built = services.visit_papers.agenda(id_, by, key)
            return VisitPaper(built, _file_name("Agenda", satker))

        self._jobs.start(work, done=done)

    def minutes(self, id_: str, satker: str, done: Callable[[VisitPaper], object]) -> None:
        """Set the berita acara as far as it is known."""

        def work(progress: Progress) -> VisitPaper:
            progress.tell("Menyusun berita acara")
            with open_services(self._folder, write=False) as services:
                return VisitPaper(services.visit_papers.minutes(id_), _file_name("Berita acara", satker))

        self._jobs.start(work, done=done)

    def keep(self, paper: VisitPaper, file: Path, done: Callable[[Path], object]) -> None:
        """Write a paper to a place."""
        built = paper.built
        if built is None:
            return

        def work(progress: Progress) -> Path:
            progress.tell("Menyimpan PDF")
            with open_services(self._folder, write=False) as services:
                return services.visit_papers.write(built, file).file

        self._jobs.start(work, done=done)


def _file_name(kind: str, satker: str) -> str:
    return f"{kind} {satker}.pdf".replace("/", "-")
