"""What screens are made with."""

from dataclasses import dataclass

from zi_desktop.services.composition import Services
from zi_desktop.ui.import_ways import ImportWays
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.navigation import Navigation
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
    imports: ImportWays
