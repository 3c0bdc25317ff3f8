"""The screens of the window, one entry of the rail each; a screen's modules load when it is first shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from zi_desktop.services.composition import Services
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.main_window import Place
from zi_desktop.ui.navigation import EVALUATION, HELP, HOME, IMPORT, SETTINGS, SIGNING, Navigation
from zi_desktop.ui.page import Page, Tab
from zi_desktop.ui.theme import Theme
from zi_desktop.ui.window_memory import WindowMemory

_OF_SETTINGS: Final = "setelan tema gelap terang ukuran huruf nama nip jabatan instansi logo kop satker profil"
"""What somebody looks for who means Pengaturan."""

if TYPE_CHECKING:
    from zi_desktop.ui.evaluation.page import EvaluationPage


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
        Place(HOME, "Beranda", "home", partial(_home, means), "Ctrl+Home", words="portofolio daftar awal"),
        Place(EVALUATION, "Evaluasi", "evaluation", partial(_evaluation, means), words="penilaian terakhir dibuka"),
        Place(SIGNING, "Tinjau & tanda tangan", "sign", partial(_signing, means), within=EVALUATION),
        Place(IMPORT, "Impor LKE", "import", partial(_import, means), within=EVALUATION),
        Place(SETTINGS, "Pengaturan", "settings", partial(_settings, means), "Ctrl+,", below=True, words=_OF_SETTINGS),
        Place(
            HELP, "Bantuan", "help", partial(_help, means), "Shift+F1", below=True, words="pintasan tombol versi manual"
        ),
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
    _give_papers(means, page)
    return page


def _give_papers(means: Means, page: "EvaluationPage") -> None:
    """Let plan, preconditions and the panel's decision be reached from Penilaian as well, by key and Ctrl+K."""
    from zi_desktop.ui.signing.papers import Papers  # noqa: PLC0415 (as above)

    papers = Papers(means.services, page, lambda: page.stage.presenter.id)

    def allow() -> None:
        papers.allow(allowed=not page.stage.empty and not page.stage.presenter.read_only)

    page.heading_changed.connect(allow)
    papers.changed.connect(page.activate)
    papers.changed.connect(page.heading_changed)
    allow()


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


def _import(means: Means) -> Page:
    from zi_desktop.ui.worksheets.import_page import ImportPage  # noqa: PLC0415 (as above)

    page = ImportPage(means.services, means.jobs)
    means.navigation.connect_import(page)
    return page


def _settings(means: Means) -> Page:
    from zi_desktop.ui.settings.view import SettingsPage  # noqa: PLC0415 (as above)

    page = SettingsPage(means.services.settings, means.memory, means.theme)
    means.navigation.connect_settings(page)
    return page


def _help(means: Means) -> Page:
    from zi_desktop.ui.help.view import HelpPage  # noqa: PLC0415 (as above)

    return HelpPage(means.services.workspace.folder)
