"""The screens of the window, one entry of the rail each; a screen's modules load when it is first shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from zi_desktop.services.composition import Services
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.main_window import Place
from zi_desktop.ui.page import Page
from zi_desktop.ui.theme import Theme
from zi_desktop.ui.window_memory import WindowMemory


@dataclass(frozen=True, slots=True)
class Means:
    """What screens are made with; each gets only what it needs of it."""

    services: Services
    jobs: Jobs
    theme: Theme
    memory: WindowMemory


def places(means: Means) -> Sequence[Place]:
    """Return the entries of the rail, in their order."""
    return (
        Place("beranda", "Beranda", "home", partial(_home, means), "Ctrl+Home"),
        Place("pengaturan", "Pengaturan", "settings", partial(_settings, means), "Ctrl+,", below=True),
        Place("bantuan", "Bantuan", "help", partial(_help, means), "Shift+F1", below=True),
    )


def _home(means: Means) -> Page:
    from zi_desktop.ui.home.view import HomePage  # noqa: PLC0415 (a screen loads when it is first shown)

    return HomePage(means.services, means.jobs)


def _settings(means: Means) -> Page:
    from zi_desktop.ui.settings.view import SettingsPage  # noqa: PLC0415 (as above)

    return SettingsPage(means.services.settings, means.memory, means.theme)


def _help(means: Means) -> Page:
    from zi_desktop.ui.help.view import HelpPage  # noqa: PLC0415 (as above)

    return HelpPage(means.services.workspace.folder)
