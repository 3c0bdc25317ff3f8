"""The ways into and out of the import of worksheets: from Beranda, from an evaluation, by a file that is dropped."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zi_desktop.services.composition import Services
from zi_desktop.ui.navigation import EVALUATION, FOLDER, HOME, IMPORT, SIGNING, Navigation
from zi_desktop.ui.widgets.buttons import shortcut_action
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.ui.evaluation.page import EvaluationPage
    from zi_desktop.ui.home.view import HomePage
    from zi_desktop.ui.main_window import MainWindow
    from zi_desktop.ui.worksheets.folder_page import FolderPage
    from zi_desktop.ui.worksheets.import_page import ImportPage
    from zi_desktop.ui.worksheets.import_reading import Wish


class ImportWays(QObject):
    """Brings worksheets to the screen of their import, and what was taken back to the evaluation."""

    def __init__(self, services: Services, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._services = services
        self._navigation = navigation
        self._window: MainWindow | None = None
        self._from = HOME
        self._dropped = Path()
        self._told = ""

    def lead(self, window: "MainWindow") -> None:
        """Lead in a window from now on."""
        self._window = window
        window.page_shown.connect(self._take_back)

    def connect_home(self, page: "HomePage") -> None:
        """Follow what Beranda asks for."""
        page.worksheet_requested.connect(lambda likely: self.choose(likely=likely))
        page.workbook_dropped.connect(self._take_from_home)
        page.folder_requested.connect(self.choose_folder)

    def connect_evaluation(self, page: "EvaluationPage") -> None:
        """Follow what an evaluation asks for."""
        page.import_requested.connect(lambda id_: self.choose(evaluation=id_))
        history = shortcut_action(page, self.tr("Riwayat impor…"), "Ctrl+Alt+R", "lembar kerja lke asal berkas mandiri")
        history.triggered.connect(lambda _checked: self._show_history(page))
        page.heading_changed.connect(lambda: history.setEnabled(not page.stage.empty))
        history.setEnabled(not page.stage.empty)

    def connect_import(self, page: "ImportPage") -> None:
        """Show the preview when there is one, and go on when it is over; what is hidden from the satker is hidden there too."""
        here, scoring = page.hide_scores, self._evaluation().acts.hide_scores
        here.setChecked(scoring.isChecked())
        scoring.toggled.connect(here.setChecked)
        here.toggled.connect(scoring.setChecked)
        page.ready.connect(partial(self._show, IMPORT))
        page.refused.connect(self._refuse)
        page.left.connect(self._go_back)
        page.taken.connect(self._tell_taken)

    def connect_folder(self, page: "FolderPage") -> None:
        """Show the folder when it was looked through, and go back when it is over."""
        page.ready.connect(partial(self._show, FOLDER))
        page.left.connect(partial(self._navigation.show, HOME))

    def choose(self, evaluation: str = "", likely: str = "") -> None:
        """Let the person choose a worksheet for an evaluation, or one that goes probably into it."""
        from zi_desktop.ui.worksheets.import_page import choose_worksheet  # noqa: PLC0415 (loads when first needed)
        from zi_desktop.ui.worksheets.import_reading import Wish  # noqa: PLC0415 (as above)

        assert self._window is not None
        file = choose_worksheet(self._window)
        if file:
            self._read(Wish(file, evaluation, likely))

    def choose_folder(self) -> None:
        """Let the person choose a folder of worksheets."""
        assert self._window is not None
        page: FolderPage = self._window.screen_of(FOLDER)  # type: ignore[assignment]  # the screen of that key
        page.choose()

    def take(self, file: Path) -> None:
        """Take a workbook that was dropped on the window: into the evaluation in front, if there is one."""
        from zi_desktop.ui.worksheets.import_reading import Wish  # noqa: PLC0415 (as above)

        assert self._window is not None
        evaluation = ""
        if self._window.key() in (EVALUATION, SIGNING):
            stage = self._evaluation().stage
            evaluation = "" if stage.empty else stage.presenter.id
        self._read(Wish(file, evaluation))

    def _take_from_home(self, file: Path) -> None:
        """Take a workbook dropped on Beranda: a worksheet, or else a list of satker."""
        from zi_desktop.ui.worksheets.import_reading import Wish  # noqa: PLC0415 (as above)

        self._dropped = file
        self._read(Wish(file))

    def _read(self, wish: "Wish") -> None:
        assert self._window is not None
        if self._window.key() != IMPORT:
            self._from = self._window.key()
        page: ImportPage = self._window.screen_of(IMPORT)  # type: ignore[assignment]  # as above
        page.read(wish)

    def _show_history(self, page: "EvaluationPage") -> None:
        from zi_desktop.ui.worksheets.history_dialog import HistoryDialog, history_words  # noqa: PLC0415 (as above)

        HistoryDialog(history_words(self._services, page.stage.presenter.id), page).open()

    def _evaluation(self) -> "EvaluationPage":
        assert self._window is not None
        page: EvaluationPage = self._window.screen_of(EVALUATION)  # type: ignore[assignment]  # as above
        return page

    def _refuse(self, file: Path, reason: Exception) -> None:
        """Tell why a file is no worksheet; what was dropped on Beranda may be a list of satker."""
        assert self._window is not None
        if file != self._dropped:
            raise reason
        self._dropped = Path()
        page: HomePage = self._window.screen_of(HOME)  # type: ignore[assignment]  # as above
        page.errands.preview(file)

    def _show(self, key: str) -> None:
        assert self._window is not None
        if self._window.key() != key:
            self._navigation.show(key)

    def _go_back(self) -> None:
        self._navigation.show(self._from)

    def _tell_taken(self, id_: str, sentence: str) -> None:
        assert self._window is not None
        self._navigation.open_evaluation(id_)
        self._window.show_message(sentence, Tone.OK)
        self._told = sentence

    def _take_back(self, key: str) -> None:
        """Let what was told of an import go with the screen it was told on."""
        if self._window is not None and self._told and key not in (EVALUATION, SIGNING):
            self._window.take_back_message(self._told)
            self._told = ""
