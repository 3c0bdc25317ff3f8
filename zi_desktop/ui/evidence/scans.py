"""Signed copies of the berita acara looked at inside the window, or given to another program."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.evidence import EvidenceFile, EvidenceLink, Judged, Period
from zi_desktop.domain.evidence_terms import UNCHECKED
from zi_desktop.domain.visit import VisitDay
from zi_desktop.services.composition import Services
from zi_desktop.ui.evidence.handling import Handling
from zi_desktop.ui.evidence.lines import EvidenceLine, drawing_of, size_words
from zi_desktop.ui.evidence.presenter import EvidencePresenter
from zi_desktop.ui.jobs import Jobs


class ScanDesk(QObject):
    """Opens the copies of an evaluation, the newest first."""

    def __init__(self, services: Services, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._services = services
        self._handling = Handling(EvidencePresenter(services, jobs, self), owner)

    def open(self, id_: str) -> None:
        """Show the newest copy; the keys go to the others."""
        lines = scan_lines(self._services.visits.of(id_))
        if lines:
            self._handling.look_at(id_, lines[0], lambda: lines, read_only=True)


def scan_lines(day: VisitDay) -> tuple[EvidenceLine, ...]:
    """Return the signed copies as the preview shows files; nobody judges them."""
    files = [EvidenceFile(scan["sha256"], scan["name"], scan["size"], scan["type"]) for scan in reversed(day.scans)]
    return tuple(
        EvidenceLine(
            link=EvidenceLink("", file, "", "", (), Judged(UNCHECKED), Period()),
            name=file.name, details=size_words(file.size), drawing=drawing_of(file), mark=("document", "text2"),
            warnings=(), reason="",
        )
        for file in files
    )  # fmt: skip
