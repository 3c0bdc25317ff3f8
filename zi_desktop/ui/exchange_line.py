"""Beside every screen: how much waits to be sent, and what was sent by itself."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zi_desktop.services.composition import Services
from zi_desktop.services.exchange.unsent import Unsent, unsent
from zi_desktop.ui.dates import moment
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.status_line import Network
from zi_desktop.ui.sync.hub_presenter import pulled_words, pushed_words
from zi_desktop.ui.sync.hub_watch import HubWatch

if TYPE_CHECKING:
    from zi_desktop.services.exchange.exchanging import Met


class ExchangeLine(QObject):
    """Counts in the worker and shows it on rail and status bar; ``met`` comes when something was exchanged by itself."""

    met = Signal()

    def __init__(self, services: Services, jobs: Jobs, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window
        self._unsent = Unsent(0, hub=False, since="")
        self._met_at: dt.datetime | None = None
        self._did = self._stuck = ""
        self.watch = HubWatch(services, jobs, self)
        self.watch.met.connect(self._note_meeting)
        self.watch.stuck.connect(self._note_stuck)
        self.count()

    def count(self) -> None:
        """Count again what waits: what is judged on any screen has to go."""
        workspace = self._services.workspace
        self._jobs.start(lambda _: unsent(workspace), done=self._show, quiet=True)

    def _show(self, found: Unsent) -> None:
        self._unsent = found
        self._window.show_unsent(found.count, self._network())

    def _note_meeting(self, met: "Met | None") -> None:
        self._stuck = ""
        self._met_at = self._services.workspace.now() if met else None
        if met is None:
            self._show(self._unsent)
            return
        done = [pushed_words(met.pushed)] if met.pushed.bundles else []
        done += [words] if (words := pulled_words(met.pulled)) else []
        problems = [*met.pushed.problems, *met.pulled.problems]
        self._stuck = " ".join(dict.fromkeys(problems))
        if done:
            self._did = f"{'; '.join(done)}."
        if done or problems:
            self.met.emit()
        self.count()

    def _note_stuck(self, reason: str) -> None:
        self._met_at, self._stuck = None, reason
        self._show(self._unsent)

    def _network(self) -> Network:
        """Return how things stand, in words."""
        found, tr = self._unsent, self.tr
        waits = tr("{count} evaluasi belum terkirim") if found.hub else tr("{count} evaluasi belum di flashdisk")
        local = found.count - found.stored
        parts = [waits.format(count=local)] if local else []
        parts += [tr("{count} menunggu tanda terima").format(count=found.stored)] if found.stored else []
        now = self._services.workspace.now()
        last = tr("Terakhir bertukar {moment}.").format(
            moment=moment(dt.datetime.fromisoformat(found.since), now)
        ) if found.since else tr("Program bekerja sepenuhnya tanpa jaringan.")  # fmt: skip
        if self._stuck:
            return Network(" · ".join([tr("Tidak terkirim"), *parts]), self._stuck, "warning", "warn")
        if self._met_at is not None:
            words = tr("Tersambung {time}").format(time=f"{self._met_at:%H.%M}")
            return Network(" · ".join([words, *parts]), self._did or last, "cloud")
        return Network(" · ".join([tr("Luring"), *parts]), last)
