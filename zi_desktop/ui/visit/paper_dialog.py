"""A paper of the visit before it is printed: its pages, the printer, a place to keep it; importing this module loads QtPdf."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zi_desktop.ui.file_dialogs import choose_place
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.printing.errand import InSight, PrintErrand
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.visit.papers import VisitPaper
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.pdf_view import PdfView
from zi_desktop.ui.widgets.segments import SegmentedControl

_SIZE: Final = QSize(860, 900)
_EDGE: Final = 48


class PaperDialog(DialogFrame):
    """Shows a paper; with choices above it ``ask`` is called with the key of the one that is chosen.

    Args:
        title: of the dialog.
        keep: writes a paper to a place and tells where it is.
        jobs: the worker, which prints.
        parent: the widget over which it opens.
        choices: (key, text) pairs of the papers that may be shown; empty = there is one.
        ask: brings the paper of a choice, to be handed to ``show_paper``.
    """

    def __init__(
        self,
        title: str,
        keep: Callable[[VisitPaper, Path, Callable[[Path], object]], object],
        jobs: Jobs,
        parent: QWidget,
        choices: Sequence[tuple[str, str]] = (),
        ask: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(title, parent.tr("Cetak…"), parent, parent.tr("Tutup"))
        free = parent.window().size()
        self.resize(_SIZE.boundedTo(QSize(free.width() - _EDGE, free.height() - _EDGE)))
        self._keep, self._paper = keep, VisitPaper()
        self.choice = SegmentedControl()
        self._words = text_label("", "secondary")
        self._view = PdfView(self)
        self._printing = PrintErrand(jobs, self, self._in_sight)
        self._printing.ended.connect(self._words.setText)
        self.save_button = self.add_button(self.tr("Simpan PDF…"))
        self.buttons.removeWidget(self.save_button)
        self.buttons.insertWidget(0, self.save_button)
        self.save_button.clicked.connect(self.save)
        for button, keys in ((self.confirm_button, "Ctrl+P"), (self.save_button, "Ctrl+S")):
            button.setToolTip(keys)
            button.setShortcut(keys)
            button.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.choice)
        row.addWidget(self._words, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._view, 1)
        self.choice.setVisible(bool(choices))
        self.choice.set_choices(choices)
        self._view.setFocus()
        if ask is not None:
            self.choice.chosen.connect(ask)

    def show_paper(self, paper: VisitPaper) -> None:
        """Show the pages of a paper."""
        self._paper = paper
        if paper.built:
            self._view.show_pdf(paper.built.pdf)
            self._words.setText(self.tr("{pages} halaman").format(pages=self._view.pages()))
        else:
            self._words.setText(self.tr("Tidak ada butir yang masih terbuka."))
        for button in (self.confirm_button, self.save_button):
            button.setEnabled(paper.built is not None)

    def confirm(self) -> None:
        """Ask for a printer and print."""
        self._printing.begin()

    def save(self) -> None:
        """Ask where it goes and keep it there."""
        kinds = self.tr("Dokumen PDF (*.pdf)")
        if file := choose_place(self, self.tr("Simpan PDF"), self._paper.name, kinds):
            self._keep(self._paper, file, self._tell_kept)

    def _in_sight(self) -> InSight | None:
        if self._paper.built is None:
            return None
        title = self._paper.name.removesuffix(".pdf")
        return InSight(self._paper.built.pdf, self._view.pages(), title, self.save)

    def _tell_kept(self, file: Path) -> None:
        self._words.setText(self.tr("Tersimpan: {name}").format(name=file.name))
