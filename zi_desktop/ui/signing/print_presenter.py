"""Looks for printers and prints, both in the worker: a printer in a network may keep anybody waiting."""

from PySide6.QtCore import QObject, Signal

from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.signing.print_order import PrintOrder


class PrintPresenter(QObject):
    """``found`` carries the names of the printers, the usual one first; ``printed`` the order that was handed over."""

    found = Signal(tuple)
    printed = Signal(PrintOrder)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def look(self) -> None:
        """Look which printers there are."""

        def work(progress: Progress) -> tuple[str, ...]:
            from zi_desktop.ui.signing.printing import printer_names  # noqa: PLC0415 (loads QtPrintSupport)

            progress.tell("Mencari pencetak")
            return printer_names()

        self._jobs.start(work, done=self._tell_found)

    def print_paper(self, pdf: bytes, order: PrintOrder) -> None:
        """Print what was ordered."""

        def work(progress: Progress) -> PrintOrder:
            from zi_desktop.ui.signing.printing import print_order  # noqa: PLC0415 (as above)

            print_order(pdf, order, lambda done, whole: progress.tell("Mencetak halaman", done, whole))
            return order

        self._jobs.start(work, done=self._tell_printed, cancellable=True)

    # Methods rather than the signals themselves: a page that is gone is then told nothing.
    def _tell_found(self, names: tuple[str, ...]) -> None:
        self.found.emit(names)

    def _tell_printed(self, order: PrintOrder) -> None:
        self.printed.emit(order)
