"""Evidence for something that is no item, asked for from another dialog: the checklist of preconditions."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.services.composition import Services
from zi_desktop.ui.evidence.adding import Added
from zi_desktop.ui.evidence.closing import ClosingGuard
from zi_desktop.ui.evidence.dropped import paths_in, picture_in, save_picture
from zi_desktop.ui.evidence.handling import Handling
from zi_desktop.ui.evidence.lines import EvidenceLine
from zi_desktop.ui.evidence.presenter import EvidencePresenter
from zi_desktop.ui.evidence.words import added_words
from zi_desktop.ui.file_dialogs import choose_files
from zi_desktop.ui.jobs import Jobs

if TYPE_CHECKING:
    from zi_desktop.ui.evidence.place_dialog import PlaceDialog


class PlaceDesk(QObject):
    """Opens the files of a place; ``stated`` carries the id of an evaluation whose evidence is another."""

    stated = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._services = services
        self.presenter = EvidencePresenter(services, jobs, self)
        self._handling = Handling(self.presenter, owner)
        ClosingGuard(self.presenter.adding, owner)
        self.presenter.changed.connect(self.stated)

    def open(self, id_: str, place: str, over: QWidget) -> None:
        """Show the files of a place over a dialog."""
        from zi_desktop.ui.evidence.place_dialog import PlaceDialog  # noqa: PLC0415 (opened seldom)

        writable = self._services.workspace.database.writable
        read_only = self._services.evaluations.open(id_).state.read_only or not writable
        title = self.tr("Data dukung {place}").format(place=self.presenter.place_words(id_, place))
        dialog = PlaceDialog(title, read_only=read_only, parent=over)
        shown = _Shown(self.presenter, dialog, id_, place, lambda: self._services.evaluations.open(id_).state)
        handling, files = self._handling, dialog.list
        files.show_thumbnails(self.presenter.thumbnails)
        files.opened.connect(lambda line: handling.look_at(id_, line, shown.lines, read_only=read_only, over=dialog))
        files.judged.connect(lambda line, state: handling.judge(id_, line, state, dialog))
        files.period_asked.connect(lambda line: handling.ask_period(id_, line, dialog))
        files.removed.connect(lambda line: self.presenter.remove(id_, line.link))
        dialog.open()


class _Shown(QObject):
    """The files of one place while its dialog is open, and what is added there."""

    def __init__(
        self,
        presenter: EvidencePresenter,
        dialog: "PlaceDialog",
        id_: str,
        place: str,
        state: Callable[[], EvaluationState],
    ) -> None:
        super().__init__(dialog)
        self._presenter, self._dialog, self._id, self._place, self._state = presenter, dialog, id_, place, state
        presenter.changed.connect(self._show)
        presenter.added.connect(self._tell)
        dialog.add_asked.connect(self._choose)
        dialog.paste_asked.connect(self._paste)
        dialog.taken.connect(self._take)
        self._show(id_)

    def lines(self) -> Sequence[EvidenceLine]:
        """Return the files as they stand."""
        return self._presenter.lines(self._state(), self._place, hidden=False)

    def _show(self, id_: str) -> None:
        if id_ == self._id:
            self._dialog.show_lines(self.lines())

    def _tell(self, added: Added) -> None:
        sentence, tone = added_words(added)
        if sentence and added.place == self._place:
            self._dialog.say(sentence, tone)

    def _take(self, data: QMimeData) -> None:
        picture = picture_in(data)
        if paths := paths_in(data):
            self._add(paths)
        elif not picture.isNull():
            self._presenter.paste(self._id, self._place, partial(save_picture, picture))

    def _paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData())

    def _choose(self) -> None:
        self._add(choose_files(self._dialog, self.tr("Tambah data dukung"), self.tr("Semua berkas (*)")))

    def _add(self, paths: Sequence[Path]) -> None:
        if paths:
            self._presenter.add(self._id, [(path, self._place) for path in paths])
