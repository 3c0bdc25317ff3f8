"""The screen of a consolidated store without widgets: opens one, asks it in the worker, keeps where the next page begins."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.composition import Services
from zi_desktop.ui.consolidated.origin import Origin, open_origin
from zi_desktop.ui.jobs import Job, Jobs, Progress

if TYPE_CHECKING:
    from zi_desktop.services.hub.consolidated import Consolidated, Scope
    from zi_desktop.services.hub.portfolio import Entry
    from zi_desktop.ui.consolidated.shown import Line

_ADDRESS: Final = "consolidated"
_REST: Final = 200
"""Milliseconds without a key after which words are searched."""


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


class ConsolidatedPresenter(QObject):
    """What was read comes by signals: ``opened`` (Origin), ``emptied`` (the rows of before are gone), ``page_read`` (lines).

    ``overview_read`` carries an ``Overview``, ``recap_read`` its lines, ``exported`` the file. ``failed`` carries the sentence of what went wrong; ``retry`` does the same again.
    """

    opened = Signal(object)
    emptied = Signal()
    page_read = Signal(object)
    overview_read = Signal(object)
    recap_read = Signal(object)
    exported = Signal(Path)
    failed = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self._held = _Held()
        self._again: Callable[[], object] = self.open_last
        self._turn = self._rows_turn = 0
        self._reading = False
        self._after: tuple[str, str] | None = None
        self._year, self._kanwil, self._words = 0, "", ""
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._read_rows)
        self.address = ""
        self.origin: Origin | None = None
        self.more = False
        self.units = self.whole = 0
        self.destroyed.connect(self._held.close)

    @property
    def remembered(self) -> str:
        """Return the address that was opened last, without any password; "" where there is none."""
        return str(self._services.preferences.get(_ADDRESS, ""))

    @property
    def scope(self) -> tuple[int, str]:
        """Return year and Kanwil ("" = all) that are shown."""
        return self._year, self._kanwil

    def open_last(self) -> None:
        """Open what was open last, if anything was."""
        if self.address or self.remembered:
            self.open(self.address or self.remembered)

    def open(self, address: str) -> None:
        """Open a store (path of a file, ``postgresql://…``) or the signed portfolio of a Kanwil."""
        self.address, self._again = address, partial(self.open, address)
        self._turn += 1
        # What counts as known is read here: the window's workspace is not for the worker.
        hubs = self._services.hub_trust.hubs()

        words, turn = self.tr("Membuka simpanan gabungan"), self._turn

        def work(progress: Progress) -> "tuple[Consolidated, Origin]":
            progress.tell(words)
            return open_origin(address, hubs)

        def take(found: "tuple[Consolidated, Origin]") -> None:
            if turn == self._turn:
                self._take_store(*found)
            else:
                found[0].close()

        def refuse(reason: Exception) -> None:
            if turn == self._turn:
                self._held.close()  # what stands on the screen is never somebody else's
                self.origin = None
            self._refuse(turn, reason)

        self._jobs.start(work, done=take, failed=refuse)

    def believe(self) -> None:
        """Believe the hub of the file that is open: its fingerprint was compared."""
        if self.origin is not None and self.origin.file is not None:
            self._services.hub_trust.believe(self.origin.file)
            self.origin = replace(self.origin, trusted=True)
            self.opened.emit(self.origin)

    def choose(self, year: int | None = None, kanwil: str | None = None) -> None:
        """Show another year or Kanwil, from its first page on."""
        self._year = self._year if year is None else year
        self._kanwil = self._kanwil if kanwil is None else kanwil
        self.load()

    @property
    def words(self) -> str:
        """Return what the rows are searched for, "" where all are shown."""
        return self._words

    def search(self, words: str) -> None:
        """Show the satker in which each word stands, once typing rests; the figures stay those of all."""
        self._words = " ".join(words.split())
        self._rest.start()

    def load(self) -> None:
        """Ask everything again."""
        if self._held.store is None:
            self.open_last()
            return
        self._turn += 1
        self._again = self.load
        self._read_rows()
        titles = self._area_titles()

        def ask(store: "Consolidated", scope: "Scope", _progress: Progress) -> Any:
            from zi_desktop.ui.consolidated.shown import overview_of  # noqa: PLC0415 (the figures load in the worker)

            return overview_of(store, scope, titles)

        self._ask(ask, self._take_overview)

    def _read_rows(self) -> None:
        """Read the rows from the first page on."""
        self._rest.stop()
        if self._held.store is None:
            return
        self._rows_turn += 1
        self._after, self.more, self._reading = None, True, False
        self.emptied.emit()
        self.fetch()

    def fetch(self) -> None:
        """Read the next page, unless one is being read or there is none."""
        if self._reading or not self.more:
            return
        self._reading = True
        after, words, turn = self._after, self._words, self._rows_turn

        def ask(store: "Consolidated", scope: "Scope", _progress: Progress) -> "tuple[Line, ...]":
            from zi_desktop.ui.consolidated.shown import line_of  # noqa: PLC0415 (as above)

            return tuple(line_of(row) for row in store.page(scope, after, words=words))

        def take(lines: "tuple[Line, ...]") -> None:
            if turn == self._rows_turn:
                self._take_page(lines)

        self._ask(ask, take)

    def ask_recap(self) -> None:
        """Read the recap for the panel."""
        words = self.tr("Membaca rekap panel")

        def ask(store: "Consolidated", scope: "Scope", progress: Progress) -> tuple[tuple[str, ...], ...]:
            from zi_desktop.ui.consolidated.shown import recap_lines  # noqa: PLC0415 (as above)

            progress.tell(words)
            return recap_lines(store.recap(scope))

        self._ask(ask, self.recap_read.emit)

    def export(self, path: Path) -> Job | None:
        """Write every satker of what is shown as a workbook; it can be stopped until it is written."""
        whole, words = self.units, self.tr("Menulis portofolio")

        def ask(store: "Consolidated", scope: "Scope", progress: Progress) -> Path:
            from zi_desktop.services.hub.portfolio import Entry, export_portfolio, portfolio_title  # noqa: PLC0415 (loads the workbook library)

            def entries() -> "Iterator[Entry]":
                for number, row in enumerate(store.rows(scope)):
                    progress.tell(words, number, max(whole, number))
                    yield Entry(row.satker, row.evaluation)

            return export_portfolio(entries(), path, portfolio_title(scope.year, scope.kanwil))

        return self._ask(ask, self.exported.emit, lasting=True)

    def retry(self) -> None:
        """Do again what failed."""
        self._again()

    def _ask(
        self,
        ask: "Callable[[Consolidated, Scope, Progress], Any]",
        take: Callable[[Any], object],
        *,
        lasting: bool = False,
    ) -> Job | None:
        """Ask the open store; what was asked is forgotten when something else is shown, unless it is ``lasting``."""
        from zi_desktop.services.hub.consolidated import Scope  # noqa: PLC0415 (the first screen needs none of it)

        store, scope, turn = self._held.store, Scope(self._year, self._kanwil), self._turn
        if store is None:
            return None

        def done(found: Any) -> None:
            if lasting or turn == self._turn:
                take(found)

        return self._jobs.start(
            lambda progress: ask(store, scope, progress),
            done=done,
            failed=partial(self._refuse, turn),
            cancellable=lasting,
        )

    def _refuse(self, turn: int, reason: Exception) -> None:
        if not isinstance(reason, ZiError):
            raise reason
        if turn == self._turn:
            self._reading = False
            self._turn += 1  # what was asked with it would only say the same again
            self.more = False
            self.failed.emit(str(reason))

    def _take_store(self, store: "Consolidated", origin: Origin) -> None:
        from zi_desktop.services.hub.consolidated import without_password  # noqa: PLC0415 (as above)

        self._held.take(store)
        self.origin = origin
        if self._year not in origin.years:
            self._year = origin.years[0] if origin.years else self._services.workspace.now().year
        if self._kanwil not in origin.kanwils:
            self._kanwil = ""
        self._services.preferences.put(_ADDRESS, without_password(self.address))
        self.opened.emit(origin)
        self.load()

    def _take_page(self, lines: "tuple[Line, ...]") -> None:
        from zi_desktop.services.hub.consolidated import PAGE  # noqa: PLC0415 (as above)

        self._reading = False
        self.more = len(lines) == PAGE
        if lines:
            self._after = lines[-1].key
        self.page_read.emit(lines)

    def _take_overview(self, found: Any) -> None:
        self.units, self.whole = found.units, found.whole
        self.overview_read.emit(found)

    def _area_titles(self) -> dict[str, str]:
        editions = self._services.workspace.editions.all()
        return {number: nodes[0].title for edition in editions for number, nodes in edition.areas.items()}
