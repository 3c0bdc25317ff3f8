"""The rows of a consolidated store, page by page: all of them, or those in which each word that is searched stands."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from zi_desktop.ui.consolidated.open_store import OpenStore
from zi_desktop.ui.jobs import Progress

if TYPE_CHECKING:
    from zi_desktop.services.hub.consolidated import Consolidated, Scope
    from zi_desktop.ui.consolidated.shown import Line

_REST: Final = 200
"""Milliseconds without a key after which words are searched."""


class Pages(QObject):
    """Keeps where the next page begins. ``emptied``: the rows of before are gone; ``read`` carries the lines of a page."""

    emptied = Signal()
    read = Signal(object)

    def __init__(self, store: OpenStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._turn = 0
        self._reading = False
        self._after: tuple[str, str] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.begin)
        self.more = False
        self.words = ""
        """What the rows are searched for, "" where all are shown."""
        store.failed.connect(self._stop)

    def search(self, words: str) -> None:
        """Show the satker in which each word stands, once typing rests."""
        self.words = " ".join(words.split())
        self._rest.start()

    def begin(self) -> None:
        """Read from the first page on."""
        self._rest.stop()
        if not self._store.is_open:
            return
        self._turn += 1
        self._after, self.more, self._reading = None, True, False
        self.emptied.emit()
        self.fetch()

    def fetch(self) -> None:
        """Read the next page, unless one is being read or there is none."""
        if self._reading or not self.more:
            return
        self._reading = True
        after, words, turn = self._after, self.words, self._turn

        def ask(store: "Consolidated", scope: "Scope", _progress: Progress) -> "tuple[Line, ...]":
            from zi_desktop.ui.consolidated.shown import line_of  # noqa: PLC0415 (loads in the worker)

            return tuple(line_of(row) for row in store.page(scope, after, words=words))

        def take(lines: "tuple[Line, ...]") -> None:
            if turn == self._turn:
                self._take(lines)

        self._store.ask(ask, take)

    def _take(self, lines: "tuple[Line, ...]") -> None:
        from zi_desktop.services.hub.consolidated import PAGE  # noqa: PLC0415 (as above)

        self._reading = False
        self.more = len(lines) == PAGE
        if lines:
            self._after = lines[-1].key
        self.read.emit(lines)

    def _stop(self) -> None:
        self._reading = self.more = False
