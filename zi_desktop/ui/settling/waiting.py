"""Which evaluations have something to settle, looked up on the worker."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.settling.matters import NONE_WAITING, Waiting
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.settling.shown import SettleShown


class WaitingEvaluations(QObject):
    """``found`` comes when it is known again."""

    found = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self._waiting: Mapping[str, Waiting] = NONE_WAITING

    def find(self) -> None:
        """Look which evaluations have something to settle; what has not changed since the last look is known."""
        folder, known = self._services.workspace.folder, self._waiting

        def work(_: Progress) -> Mapping[str, Waiting]:
            with open_services(folder, write=False) as services:
                return services.settling.waiting(known)

        self._jobs.start(work, done=self._keep)

    def first(self) -> str:
        """Return the id of an evaluation with something to settle, or ""."""
        return next((id_ for id_, each in sorted(self._waiting.items()) if each.count), "")

    def rows(self, shown: SettleShown) -> tuple[tuple[str, str], ...]:
        """Return the evaluations with something to settle and the one that is shown: id and name with count."""
        counts = {id_: each.count for id_, each in self._waiting.items()}
        if shown.id:
            counts[shown.id] = len(shown.lines) - shown.done
        known = {row["id"]: row for row in self._services.evaluations.list()}
        return tuple(
            (id_, f"{known[id_]['satker_name']} {known[id_]['year']} ({count})")
            for id_, count in sorted(counts.items())
            if id_ in known and (count or id_ == shown.id)
        )

    def _keep(self, waiting: Mapping[str, Waiting]) -> None:
        self._waiting = waiting
        self.found.emit()
