"""The ways from one screen to another: screens say what they want by signals and do not know each other."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.storage.database import Database
    from zi_desktop.ui.consolidated.view import ConsolidatedPage
    from zi_desktop.ui.evaluation.page import EvaluationPage
    from zi_desktop.ui.home.recent import RecentPage
    from zi_desktop.ui.home.view import HomePage
    from zi_desktop.ui.main_window import MainWindow
    from zi_desktop.ui.page import Page
    from zi_desktop.ui.remarks.evaluation_view import EvaluationRemarksPage
    from zi_desktop.ui.remarks.view import RemarksPage
    from zi_desktop.ui.settings.view import SettingsPage
    from zi_desktop.ui.settling.page import SettlePage
    from zi_desktop.ui.signing.view import SigningPage
    from zi_desktop.ui.sync.view import SyncPage
    from zi_desktop.ui.visit.view import VisitPage

HOME: Final = "beranda"
EVALUATION: Final = "evaluasi"
SIGNING: Final = "tanda-tangan"
IMPORT: Final = "impor"
FOLDER: Final = "impor-folder"
VISIT: Final = "kunjungan"
SYNC: Final = "sinkron"
SETTLE: Final = "beda-penilaian"
REMARKS: Final = "catatan"
REMARKS_TAB: Final = "catatan-evaluasi"
SETTINGS: Final = "pengaturan"
HELP: Final = "bantuan"
CONSOLIDATED: Final = "simpanan-gabungan"


class Navigation(QObject):
    """Leads from screen to screen of one window; each screen is connected when it is made."""

    settings_kept = Signal()
    exchanged = Signal()
    hub_met = Signal()

    def __init__(self, database: "Database") -> None:
        super().__init__()
        self._database = database
        self._window: MainWindow | None = None
        self._of_exchange = ""

    def lead(self, window: "MainWindow") -> None:
        """Lead in a window from now on."""
        self._window = window
        window.next_evaluation_requested.connect(self._next_evaluation)
        window.page_shown.connect(self._leave_exchange)

    def say(self, sentence: str, tone: Tone) -> None:
        """Say above the screen what became of something that was done on it."""
        assert self._window is not None
        self._window.show_message(sentence, tone)

    def connect_home(self, page: "HomePage") -> None:
        """Follow what Beranda asks for."""
        page.evaluation_opened.connect(self.open_evaluation)
        page.consolidated_requested.connect(lambda: self._show(CONSOLIDATED))

    def connect_evaluation(self, page: "EvaluationPage", recent: "RecentPage") -> None:
        """Follow what the evaluation's screen, or the list that stands in its place, asks for."""
        page.tab_requested.connect(self._show_tab)
        recent.evaluation_opened.connect(self.open_evaluation)
        recent.home_requested.connect(lambda: self._show(HOME))

    def connect_settings(self, page: "SettingsPage") -> None:
        """Tell whoever shows a setting that one was kept; go back to where the person came from."""
        page.save_state_changed.connect(lambda _: self.settings_kept.emit())
        page.left.connect(self._go_back)

    def connect_signing(self, page: "SigningPage") -> None:
        """Follow what the last steps ask for."""
        page.tab_requested.connect(self._show_tab)
        page.place_requested.connect(lambda code, id_: self.open_evaluation(id_, code))
        page.settings_requested.connect(lambda: self._show(SETTINGS))
        page.settling_requested.connect(lambda code, id_: self.open_settling(id_, code))

    def connect_visit(self, page: "VisitPage") -> None:
        """Follow what the day of a visit asks for; what is hidden from the satker is hidden on both screens."""
        assert self._window is not None
        scoring: EvaluationPage = self._window.screen_of(EVALUATION)  # type: ignore[assignment]  # the screen of that key
        page.tab_requested.connect(self._show_tab)
        page.place_requested.connect(lambda code, id_: self.open_evaluation(id_, code))
        page.acts.hide.setChecked(scoring.acts.hide_scores.isChecked())
        scoring.acts.hide_scores.toggled.connect(page.acts.hide.setChecked)
        page.acts.hide.toggled.connect(scoring.acts.hide_scores.setChecked)

    def connect_sync(self, page: "SyncPage") -> None:
        """Say what the exchange did, and let those who count what waits count again."""
        page.said.connect(self._say_of_exchange)
        page.exchanged.connect(self.exchanged)
        page.settings_requested.connect(lambda: self._show(SETTINGS))
        page.team_requested.connect(lambda id_: self._show_tab(SIGNING, id_))
        self.hub_met.connect(page.follow_meeting)

    def _say_of_exchange(self, sentence: str, tone: Tone) -> None:
        self._of_exchange = sentence
        self.say(sentence, tone)

    def forget_exchange(self) -> None:
        """Take away what became of an exchange: the person has gone on to something else."""
        if self._window is not None:
            self._window.take_back_message(self._of_exchange)

    def _leave_exchange(self, key: str) -> None:
        """What became of an exchange is said on its screen, and lies over no other."""
        if key != SYNC:
            self.forget_exchange()

    def take_bundle(self, file: Path) -> None:
        """Bring a bundle that was dropped on the window to the screen of the exchange."""
        page: SyncPage = self._show(SYNC)  # type: ignore[assignment]  # the screen of that key
        page.read(file)

    def take_card(self, file: Path) -> None:
        """Show the card of a colleague's laptop that was dropped on the window, to be compared."""
        page: SyncPage = self._show(SYNC)  # type: ignore[assignment]  # the screen of that key
        page.read_card(file)

    def connect_remarks(self, page: "RemarksPage") -> None:
        """Follow what the list of remarks asks for."""
        page.place_requested.connect(lambda code, id_: self.open_evaluation(id_, code))

    def open_remark(self, id_: str, remark: str) -> None:
        """Bring the remarks of an evaluation to the front, at one of them."""
        page: EvaluationRemarksPage = self._show(REMARKS_TAB)  # type: ignore[assignment]  # the screen of that key
        page.open_evaluation(id_, remark)

    def open_settling(self, id_: str, code: str = "") -> None:
        """Bring what disagrees in an evaluation to the front, at an item or a cell where one is named."""
        page: SettlePage = self._show(SETTLE)  # type: ignore[assignment]  # the screen of that key
        page.open_evaluation(id_, code)

    def show_tab(self, key: str, id_: str) -> None:
        """Bring a screen of an evaluation to the front."""
        self._show_tab(key, id_)

    def open_portfolio(self, file: Path) -> None:
        """Bring the signed portfolio of a Kanwil to the front."""
        assert self._window is not None
        page: ConsolidatedPage = self._window.screen_of(CONSOLIDATED)  # type: ignore[assignment]  # the screen of that key
        page.open(str(file))
        self._show(CONSOLIDATED)

    def hidden(self) -> bool:
        """Tell whether scores and internal notes are hidden, because the satker looks on."""
        assert self._window is not None
        page: EvaluationPage = self._window.screen_of(EVALUATION)  # type: ignore[assignment]  # the screen of that key
        return page.acts.hide_scores.isChecked()

    def open_evaluation(self, id_: str, code: str = "") -> None:
        """Bring an evaluation to the front, at an item where one is named."""
        assert self._window is not None
        page: EvaluationPage = self._window.screen_of(EVALUATION)  # type: ignore[assignment]  # the screen of that key
        with self._database.one_moment():
            page.open_evaluation(id_, code)  # before it is in front: the evaluation it showed last is not painted again
            self._show(EVALUATION)

    def reopen_last(self) -> None:
        """Bring the evaluation to the front that was open last, where it was."""
        page: EvaluationPage = self._show(EVALUATION)  # type: ignore[assignment]  # the screen of that key
        if page.reopen_last():
            page.activate()

    def show(self, key: str) -> None:
        """Bring a screen to the front."""
        self._show(key)

    def _show_tab(self, key: str, id_: str) -> None:
        if key in (SIGNING, VISIT, REMARKS_TAB):
            page: SigningPage | VisitPage | EvaluationRemarksPage = self._show(key)  # type: ignore[assignment]  # the screen of that key
            page.open_evaluation(id_)
        else:
            self.open_evaluation(id_)

    def _go_back(self) -> None:
        assert self._window is not None
        self._show(self._window.key_before or HOME)

    def _next_evaluation(self) -> None:
        page: EvaluationPage = self._show(EVALUATION)  # type: ignore[assignment]  # the screen of that key
        page.show_next_evaluation()

    def _show(self, key: str) -> "Page":
        assert self._window is not None
        return self._window.show_page(key)
