"""Ctrl+P and Ctrl+S of the trend: its paper, set by the worker, goes to a printer or is kept as a PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zi_desktop.services.composition import open_services
from zi_desktop.ui.file_dialogs import choose_place
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.printing.errand import InSight, PrintErrand
from zi_desktop.ui.widgets.labels import KeyCap
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.reports.small_paper import BuiltPaper
    from zi_desktop.ui.trend.dialog import TrendDialog


class TrendPrinting(QObject):
    """Gives a dialog its two buttons; what was done is said in the dialog.

    Args:
        folder: the workspace.
        jobs: the worker.
        satker: whose trend it is, by name.
        dialog: shows the trend.
    """

    def __init__(self, folder: Path, jobs: Jobs, satker: str, dialog: "TrendDialog") -> None:
        super().__init__(dialog)
        self._folder, self._jobs, self._satker, self._dialog = folder, jobs, satker, dialog
        self._shown = dialog.shown
        self._built: BuiltPaper | None = None
        self._errand = PrintErrand(jobs, dialog, self._in_sight)
        self._errand.ended.connect(self._tell)
        self.save_button = dialog.add_button(self.tr("Simpan PDF…"))
        self.print_button = dialog.add_button(self.tr("Cetak…"))
        for button, keys, act in (
            (self.save_button, "Ctrl+S", self._save), (self.print_button, "Ctrl+P", self._print),
        ):  # fmt: skip
            dialog.buttons.removeWidget(button)
            dialog.buttons.insertWidget(0, KeyCap(keys))
            dialog.buttons.insertWidget(0, button)
            button.setShortcut(keys)
            button.clicked.connect(act)

    def _print(self) -> None:
        self._jobs.start(self._set, done=self._begin)

    def _begin(self, built: "BuiltPaper") -> None:
        self._built = built
        self._errand.begin()

    def _save(self) -> None:
        name = f"{self._title()}.pdf".replace("/", "-")
        file = choose_place(self._dialog, self.tr("Simpan PDF"), name, self.tr("Dokumen PDF (*.pdf)"))
        if file is None:
            return

        def work(progress: Progress) -> Path:
            built = self._set(progress)
            with open_services(self._folder, write=False) as services:
                return services.trend_paper.write(built, file)

        self._jobs.start(work, done=self._tell_kept)

    def _set(self, progress: Progress) -> "BuiltPaper":
        """Set the paper; in the worker."""
        progress.tell("Menyusun tren")
        shown = self._shown
        lines = [(line.title, *(cell.text for cell in line.cells), line.change) for line in shown.lines]
        with open_services(self._folder, write=False) as services:
            return services.trend_paper.set(self._satker, shown.headings, lines, shown.words)

    def _in_sight(self) -> InSight | None:
        built = self._built
        return None if built is None else InSight(built.pdf, built.pages, self._title(), self._save)

    def _title(self) -> str:
        return f"Tren {self._satker}"

    def _tell_kept(self, file: Path) -> None:
        self._tell(self.tr("Tersimpan: {name}").format(name=file.name))

    def _tell(self, sentence: str) -> None:
        self._dialog.message.show_message(sentence, Tone.OK)
        self._dialog.grow()
