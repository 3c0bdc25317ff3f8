"""The ways to a beda penilaian: from Penilaian, from the last checks, from the screen of the exchange."""

from typing import TYPE_CHECKING

from zi_desktop.services.composition import Services
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.navigation import Navigation
from zi_desktop.ui.page import Page, SaveState, TabsOf
from zi_desktop.ui.widgets.buttons import shortcut_action

if TYPE_CHECKING:
    from zi_desktop.ui.evaluation.page import EvaluationPage
    from zi_desktop.ui.settling.panel import SettlePanel


def settle_page(services: Services, jobs: Jobs, navigation: Navigation, tabs: TabsOf) -> Page:
    """Return the screen of one evaluation's beda penilaian."""
    from zi_desktop.ui.settling.page import SettlePage  # noqa: PLC0415 (a screen loads when it is first shown)

    page = SettlePage(services, jobs, tabs, navigation.hidden)
    page.tab_requested.connect(navigation.show_tab)
    _connect(page.panel, navigation)
    follow_panel(page.panel, page)
    return page


def settle_panel(services: Services, jobs: Jobs, navigation: Navigation) -> "SettlePanel":
    """Return the part of the screen of the exchange that shows what disagrees."""
    from zi_desktop.ui.settling.panel import SettlePanel  # noqa: PLC0415 (as above)

    panel = SettlePanel(services, jobs, navigation.hidden)
    _connect(panel, navigation)
    return panel


def follow_panel(panel: "SettlePanel", page: Page) -> None:
    """Let the screen in which a panel lies say in the status line that something was kept."""
    panel.told.connect(lambda words: page.save_state_changed.emit(SaveState(words)))


def offer_settling(page: "EvaluationPage", navigation: Navigation) -> None:
    """Let Penilaian lead to what disagrees in its evaluation, at the item that is shown where it does."""
    action = shortcut_action(page, page.tr("Beda penilaian…"), "F7", page.tr("selesaikan konflik berbeda rekan laptop"))
    page.offer([action])

    def lead() -> None:
        navigation.open_settling(page.stage.presenter.id, page.stage.presenter.code)

    def allow() -> None:
        action.setEnabled(not page.stage.empty)

    action.triggered.connect(lambda _checked: lead())
    page.stage.shown.connect(allow)
    allow()


def _connect(panel: "SettlePanel", navigation: Navigation) -> None:
    panel.place_requested.connect(lambda code, id_: navigation.open_evaluation(id_, code))
