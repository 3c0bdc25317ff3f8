"""The screens of the window, one entry of the rail each; a screen's modules load when it is first shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from zi_desktop.services.composition import Services
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.main_window import Place
from zi_desktop.ui.navigation import EVALUATION, HELP, HOME, SETTINGS, SIGNING, Navigation
from zi_desktop.ui.page import Page, Tab
from zi_desktop.ui.theme import Theme
from zi_desktop.ui.window_memory import WindowMemory


@dataclass(frozen=True, slots=True)
class Means:
    """What screens are made with; each gets only what it needs of it."""

    services: Services
    jobs: Jobs
    theme: Theme
    memory: WindowMemory
    navigation: Navigation


def places(means: Means) -> Sequence[Place]:
    """Return the entries of the rail, in their order, and the screens that belong to one of them."""
    return (
        Place(HOME, "Beranda", "home", partial(_home, means), "Ctrl+Home"),
        Place(EVALUATION, "Evaluasi", "evaluation", partial(_evaluation, means)),
        Place(SIGNING, "Tinjau & tanda tangan", "sign", partial(_signing, means), within=EVALUATION),
        Place(SETTINGS, "Pengaturan", "settings", partial(_settings, means), "Ctrl+,", below=True),
        Place(HELP, "Bantuan", "help", partial(_help, means), "Shift+F1", below=True),
    )


def _home(means: Means) -> Page:
    from zi_desktop.ui.home.view import HomePage  # noqa: PLC0415 (a screen loads when it is first shown)

    page = HomePage(means.services, means.jobs)
    means.navigation.connect_home(page)
    return page


def _evaluation(means: Means) -> Page:
    from zi_desktop.ui.evaluation.page import EvaluationPage  # noqa: PLC0415 (as above)
    from zi_desktop.ui.home.recent import RecentPage  # noqa: PLC0415 (as above)

    recent = RecentPage(means.services)
    page = EvaluationPage(means.services, recent, [Tab(SIGNING, recent.tr("Tinjau & tanda tangan"))])
    means.navigation.connect_evaluation(page, recent)
    return page


def _signing(means: Means) -> Page:
    from zi_desktop.ui.evaluation.page import SCORING_TAB  # noqa: PLC0415 (as above)
    from zi_desktop.ui.signing.view import SigningPage  # noqa: PLC0415 (as above)

    tabs = (
        Tab(SCORING_TAB, means.navigation.tr("Penilaian")),
        Tab(SIGNING, means.navigation.tr("Tinjau & tanda tangan")),
    )
    page = SigningPage(means.services, means.jobs, tabs)
    means.navigation.connect_signing(page)
    return page


def _settings(means: Means) -> Page:
    from zi_desktop.ui.settings.view import SettingsPage  # noqa: PLC0415 (as above)

    page = SettingsPage(means.services.settings, means.memory, means.theme)
    means.navigation.connect_settings(page)
    return page


def _help(means: Means) -> Page:
    from zi_desktop.ui.help.view import HelpPage  # noqa: PLC0415 (as above)

    return HelpPage(means.services.workspace.folder)
