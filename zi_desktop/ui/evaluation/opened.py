"""The evaluations that are open at the same time, and which of them is in front."""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from zi_desktop.domain.errors import NotFoundError
from zi_desktop.services.composition import Services
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.ui.evaluation.presenter import EvaluationPresenter

_REST_MS: Final = 1500
"""The place is remembered once nobody has gone on for so long: to write while keys come would hold one of them up."""
_OLDEST_MS: Final = 15_000
"""However fast somebody goes on, the place that is remembered is at most so much older."""


class OpenEvaluations(QObject):
    """One presenter an open evaluation; ``turned_to`` carries the one that comes to the front."""

    turned_to = Signal(EvaluationPresenter)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._open: list[EvaluationPresenter] = []
        self.current: EvaluationPresenter | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.remember)
        self._waiting = QElapsedTimer()

    def __len__(self) -> int:
        return len(self._open)

    def open(self, id_: str, code: str = "") -> EvaluationPresenter:
        """Bring an evaluation to the front, at an item where one is named.

        Raises:
            NotFoundError: there is no such evaluation.
        """
        whole = self._services.evaluations.resolve(id_)
        found = self.find(whole)
        if found is None:
            found = EvaluationPresenter(self._services, whole, code or self._place_of(whole), self)
            found.moved.connect(self._wait)
            self._open.append(found)
        elif code:
            found.go(code)
        self._turn_to(found)
        return found

    def find(self, id_: str) -> EvaluationPresenter | None:
        """Return an open evaluation by its whole id, in front or not; None while it is not open."""
        return next((each for each in self._open if each.id == id_), None)

    def reopen_last(self) -> bool:
        """Open the evaluation that was open last, where it was; return whether there is one."""
        return self._reopen()

    def last(self) -> EvaluationView | None:
        """Return the evaluation that was open last, without opening it; None where there is none."""
        for entry in self._services.preferences.opened():
            with suppress(NotFoundError):
                return self._services.evaluations.open(entry["id"])
        return None

    def next(self) -> None:
        """Bring the next open evaluation to the front; while only one is open, the one that was open before it."""
        if self.current is not None and len(self._open) > 1:
            self._turn_to(self._open[(self._open.index(self.current) + 1) % len(self._open)])
        elif self.current is not None:
            self._reopen(but=self.current.id)

    def remember(self) -> None:
        """Remember which evaluation is open and at which item."""
        self._rest.stop()
        if self.current is not None:
            self._services.preferences.remember_opened(self.current.id, self.current.code)

    def _reopen(self, but: str = "") -> bool:
        for entry in self._services.preferences.opened():
            if entry["id"] != but:
                with suppress(NotFoundError):  # the workspace was restored from before it
                    self.open(entry["id"], entry["code"])
                    return True
        return False

    def _turn_to(self, presenter: EvaluationPresenter) -> None:
        if presenter is not self.current:
            if self.current is not None:
                self.current.leaving.emit()
                if self._rest.isActive():  # else it is remembered already, and a commit would hold up the opening
                    self.remember()
            self.current = presenter
            self._wait()
        self.turned_to.emit(presenter)

    def _wait(self, _code: str = "") -> None:
        """Remember the place after a rest; one that waits for too long waits for no further step."""
        if not self._rest.isActive():
            self._waiting.start()
        if not self._waiting.hasExpired(_OLDEST_MS):
            self._rest.start()

    def _place_of(self, id_: str) -> str:
        """Return the item at which an evaluation was left, "" if that is not known."""
        return next((entry["code"] for entry in self._services.preferences.opened() if entry["id"] == id_), "")
