"""The way of a paper to a printer: looked for in the worker, as one in a network may keep anybody waiting; asked; printed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.printing.dialog import PrintDialog
from zi_desktop.ui.printing.order import PrintOrder


@dataclass(frozen=True, slots=True)
class InSight:
    """The paper in sight: the PDF, how many pages it has, its title in the queue, and what saves it as a file instead."""

    pdf: bytes
    pages: int
    title: str
    save: Callable[[], object]


class PrintErrand(QObject):
    """Asks over a page on which printer its paper goes; ``ended`` carries what was done, in words.

    Args:
        jobs: the worker.
        page: over which the dialog opens.
        look: gives the paper in sight, or None where there is none (any more).
    """

    ended = Signal(str)

    def __init__(self, jobs: Jobs, page: QWidget, look: Callable[[], InSight | None]) -> None:
        super().__init__(page)
        self._jobs = jobs
        self._page = page
        self._look = look

    def begin(self) -> None:
        """Look which printers there are, then ask."""

        def work(progress: Progress) -> tuple[str, ...]:
            from zi_desktop.ui.printing.printer import printer_names  # noqa: PLC0415 (loads QtPrintSupport)

            progress.tell("Mencari pencetak")
            return printer_names()

        self._jobs.start(work, done=self._ask)

    def _ask(self, names: tuple[str, ...]) -> None:
        paper = self._look()
        if paper is None or not self._page.isVisible():
            return  # another one is on its way by now, or the person has gone elsewhere
        dialog = PrintDialog(names, paper.pages, self._page)
        dialog.accepted.connect(lambda: self._print(paper.pdf, dialog.order(paper.title)))
        dialog.save_requested.connect(paper.save)
        # Not every window manager gives the keyboard back by itself.
        dialog.finished.connect(self._page.window().activateWindow)
        dialog.open()

    def _print(self, pdf: bytes, order: PrintOrder) -> None:
        def work(progress: Progress) -> PrintOrder:
            from zi_desktop.ui.printing.printer import print_order  # noqa: PLC0415 (as above)

            print_order(pdf, order, lambda done, whole: progress.tell("Mencetak halaman", done, whole))
            return order

        self._jobs.start(work, done=self._tell_printed, cancellable=True)

    def _tell_printed(self, order: PrintOrder) -> None:
        self.ended.emit(self.tr("Dikirim ke pencetak {printer}").format(printer=order.printer))
