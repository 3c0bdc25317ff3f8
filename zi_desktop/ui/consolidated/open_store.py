"""The store that is open and what is asked of it in the worker: an answer that nobody waits for any more is forgotten."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import ZiError
from zi_desktop.ui.consolidated.origin import Origin, open_origin
from zi_desktop.ui.jobs import Job, Jobs, Progress

if TYPE_CHECKING:
    from zi_desktop.services.hub.consolidated import Consolidated, Scope


class _Held:
    """The open store: closed when another one is opened, and with the screen."""

    def __init__(self) -> None:
        self.store: Consolidated | None = None

    def take(self, store: "Consolidated") -> None:
        """Hold another store."""
        self.close()
        self.store = store

    def close(self) -> None:
        """Close what is open."""
        if self.store is not None:
            self.store.close()
            self.store = None


class OpenStore(QObject):
    """Holds a store and answers questions about one year and Kanwil ("" = all) of it.

    ``opened`` comes when there is another store; ``failed`` carries the sentence of what went wrong.
    """

    opened = Signal()
    failed = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._held = _Held()
        self._turn = 0
        self.origin: Origin | None = None
        self.year, self.kanwil = 0, ""
        self.destroyed.connect(self._held.close)

    @property
    def is_open(self) -> bool:
        """Tell whether anything can be asked."""
        return self._held.store is not None

    def close(self) -> None:
        """Close what is open."""
        self._held.close()

    def forget(self) -> None:
        """Wait no more for what was asked so far: something else is to be shown."""
        self._turn += 1

    def open(self, address: str, hubs: frozenset[tuple[str, str]]) -> None:
        """Open a store or a signed file; ``hubs`` are id and signing key of each hub that is believed."""
        self.forget()
        words, turn = self.tr("Membuka simpanan gabungan"), self._turn

        def work(progress: Progress) -> "tuple[Consolidated, Origin]":
            progress.tell(words)
            return open_origin(address, hubs)

        def take(found: "tuple[Consolidated, Origin]") -> None:
            store, origin = found
            if turn != self._turn:
                store.close()
                return
            self._held.take(store)
            self.origin = origin
            self.opened.emit()

        def refuse(reason: Exception) -> None:
            if turn == self._turn:
                self.close()  # what stands on the screen is never somebody else's
                self.origin = None
            self._refuse(turn, reason)

        self._jobs.start(work, done=take, failed=refuse)

    def ask(
        self,
        question: "Callable[[Consolidated, Scope, Progress], Any]",
        take: Callable[[Any], object],
        *,
        lasting: bool = False,
    ) -> Job | None:
        """Ask the open store; the answer is forgotten when something else is shown, unless it is ``lasting``."""
        from zi_desktop.services.hub.consolidated import Scope  # noqa: PLC0415 (the first screen needs none of it)

        store, scope, turn = self._held.store, Scope(self.year, self.kanwil), self._turn
        if store is None:
            return None

        def done(found: Any) -> None:
            if lasting or turn == self._turn:
                take(found)

        return self._jobs.start(
            lambda progress: question(store, scope, progress),
            done=done,
            failed=partial(self._refuse, turn),
            cancellable=lasting,
        )

    def _refuse(self, turn: int, reason: Exception) -> None:
        if not isinstance(reason, ZiError):
            raise reason
        if turn == self._turn:
            self.forget()  # what was asked with it would only say the same again
            self.failed.emit(str(reason))
