"""The dialogs of Beranda, and what follows when they are answered."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from zi_desktop.domain.plan import ACTIVITIES
from zi_desktop.services.composition import Services
from zi_desktop.services.satkers.preview import ListPreview
from zi_desktop.ui.file_dialogs import choose_file
from zi_desktop.ui.home.drafts import EvaluationDraft
from zi_desktop.ui.home.evaluation_dialog import EvaluationDialog
from zi_desktop.ui.home.import_dialog import ImportDialog
from zi_desktop.ui.home.intake import LIST_ENDINGS, Intake
from zi_desktop.ui.home.question import QuestionDialog
from zi_desktop.ui.home.rows import ARCHIVED, Row
from zi_desktop.ui.home.satker_dialog import SatkerDialog


class Errands(QObject):
    """Asks what has to be asked, then lets ``intake`` do it. One dialog at a time, each over ``owner``."""

    def __init__(self, services: Services, intake: Intake, owner: QWidget) -> None:
        super().__init__(owner)
        self._services, self._intake, self._owner = services, intake, owner
        self._import: ImportDialog | None = None
        self._path = Path()
        intake.previewed.connect(self._show_preview)

    def open_row(self, row: Row, year: int) -> None:
        """Open the evaluation of a row; without one ask whether to begin it, of an archived satker whether to take it back."""
        if row.evaluation_id:
            self._intake.evaluation_ready.emit(row.evaluation_id)
        elif row.status == ARCHIVED:
            self.archive_satker(row)
        else:
            self._ask_to_begin(row, year)

    def begin_evaluation(self, row: Row | None, year: int) -> None:
        """Ask for satker, year, activity, target; a workspace without satker asks for one first."""
        satkers = [satker for satker in self._services.satkers.list() if not satker["archived"]]
        if not satkers:
            self.add_satker(then_begin=True)
            return
        known = {evaluation["id"] for evaluation in self._services.evaluations.list()}
        dialog = EvaluationDialog(satkers, known, self._intake.begin, self._owner)
        dialog.prepare(row.satker["id"] if row else satkers[0]["id"] if len(satkers) == 1 else "", year)
        self._show(dialog)

    def add_satker(self, *, then_begin: bool = False) -> None:
        """Ask for the data of a satker; then, where that was the way, for its evaluation."""
        dialog = SatkerDialog(
            self._services.satkers.list(), self._intake.add_satker, self._owner, then_begin=then_begin
        )
        if then_begin:
            dialog.accepted.connect(lambda: self.begin_evaluation(None, self._services.workspace.now().year))
        self._show(dialog)

    def edit_satker(self, row: Row) -> None:
        """Ask for better data of a satker."""
        satker = self._services.satkers.get(row.satker["id"])
        self._show(SatkerDialog(self._services.satkers.list(), self._intake.add_satker, self._owner, satker))

    def archive_evaluation(self, row: Row) -> None:
        """Ask whether to put an evaluation away; back it comes without a question."""
        act = partial(self._intake.archive_evaluation, row.evaluation_id)
        if row.evaluation and row.evaluation["status"] == ARCHIVED:
            act(archived=False)
            return
        self._ask(
            self.tr("Arsipkan evaluasi ini?"),
            self.tr(
                "{activity} {year} {name} keluar dari daftar. Isinya tetap tersimpan dan dapat dikembalikan."
            ).format(
                activity=ACTIVITIES[row.activity], year=row.evaluation["year"] if row.evaluation else "", name=row.name
            ),
            self.tr("Arsipkan"),
            partial(act, archived=True),
        )

    def archive_satker(self, row: Row) -> None:
        """Ask whether to put a satker away, or to take it back."""
        archived = bool(row.satker["archived"])
        if archived:
            question, verb = self.tr("Kembalikan satker ini dari arsip?"), self.tr("Kembalikan")
            words = self.tr("{name} dan evaluasinya kembali ke daftar.").format(name=row.name)
        else:
            question, verb = self.tr("Arsipkan satker ini?"), self.tr("Arsipkan")
            words = self.tr(
                "{name} dan evaluasinya keluar dari daftar. Semua isian tetap tersimpan dan dapat dikembalikan."
            ).format(name=row.name)
        self._ask(question, words, verb, partial(self._intake.archive_satker, row.satker["id"], archived=not archived))

    def choose_list(self) -> None:
        """Ask for the file of a list."""
        endings = " ".join(f"*{ending}" for ending in LIST_ENDINGS)
        kinds = self.tr("Daftar Excel atau CSV ({endings})").format(endings=endings)
        chosen = choose_file(self._owner, self.tr("Impor daftar satker"), kinds)
        if chosen:
            self.preview(chosen)

    def preview(self, path: Path) -> None:
        """Show what a list would do."""
        self._intake.preview(path)

    def _ask_to_begin(self, row: Row, year: int) -> None:
        target, activity = row.satker["target"], "pemantauan" if row.predicate == "WBBM" else "evaluasi"
        dialog = self._ask(
            self.tr("Mulai evaluasi {year}?").format(year=year),
            self.tr("{name} · {activity}, target {target}.").format(
                name=row.name, activity=ACTIVITIES[activity], target=target
            ),
            self.tr("Mulai evaluasi"),
            partial(self._intake.begin, EvaluationDraft(row.satker["id"], year, activity, target)),
        )
        dialog.offer(self.tr("Pilihan lain…"), partial(self.begin_evaluation, row, year))

    def _ask(self, question: str, words: str, verb: str, act: "partial[None]") -> QuestionDialog:
        dialog = QuestionDialog(question, words, verb, self._owner)
        dialog.accepted.connect(act)
        self._show(dialog)
        return dialog

    def _show_preview(self, preview: ListPreview, path: Path) -> None:
        """Show what a list would do, in the dialog that is open where it was read again."""
        if self._import is None:
            self._import = ImportDialog(self._owner)
            self._import.taken.connect(self._intake.take)
            self._import.finished.connect(self._forget_import)
            self._import.read_again.connect(lambda: self.preview(self._path))
        self._path = path
        self._import.show_preview(preview)
        if not self._import.isVisible():
            self._show(self._import)

    def _forget_import(self) -> None:
        self._import = None

    def _show(self, dialog: QDialog) -> None:
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        # Not every window manager gives the keyboard back by itself.
        dialog.finished.connect(self._owner.window().activateWindow)
        dialog.show()
