"""The screen of a consolidated store without widgets: opens one, reads its rows and figures, writes them as a workbook."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.services.composition import Services
from zi_desktop.ui.consolidated.open_store import OpenStore
from zi_desktop.ui.consolidated.origin import Origin
from zi_desktop.ui.consolidated.pages import Pages
from zi_desktop.ui.jobs import Job, Jobs, Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zi_desktop.services.hub.consolidated import Consolidated, Scope
    from zi_desktop.services.hub.portfolio import Entry

_ADDRESS: Final = "consolidated"


class ConsolidatedPresenter(QObject):
    """What was read comes by signals: ``opened`` (Origin), ``overview_read`` an ``Overview``, ``recap_read`` its lines.

    ``exported`` carries the file, ``failed`` the sentence of what went wrong; ``retry`` does the same again. The rows
    come by ``pages``.
    """

    opened = Signal(object)
    overview_read = Signal(object)
    recap_read = Signal(object)
    exported = Signal(Path)
    failed = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._store = OpenStore(jobs, self)
        self.pages = Pages(self._store, self)
        self._again: Callable[[], object] = self.open_last
        self.address = ""
        self.units = self.whole = 0
        self._store.opened.connect(self._take_store)
        self._store.failed.connect(self.failed)

    @property
    def origin(self) -> Origin | None:
        """Return what is open."""
        return self._store.origin

    @property
    def remembered(self) -> str:
        """Return the address that was opened last, without any password; "" where there is none."""
        return str(self._services.preferences.get(_ADDRESS, ""))

    @property
    def scope(self) -> tuple[int, str]:
        """Return year and Kanwil ("" = all) that are shown."""
        return self._store.year, self._store.kanwil

    def open_last(self) -> None:
        """Open what was open last, if anything was."""
        if self.address or self.remembered:
            self.open(self.address or self.remembered)

    def open(self, address: str) -> None:
        """Open a store (path of a file, ``postgresql://…``) or the signed portfolio of a Kanwil."""
        self.address, self._again = address, partial(self.open, address)
        # What counts as known is read here: the window's workspace is not for the worker.
        self._store.open(address, self._services.hub_trust.hubs())

    def close(self) -> None:
        """Close what is open."""
        self._store.close()

    def believe(self) -> None:
        """Believe the hub of the file that is open: its fingerprint was compared."""
        origin = self.origin
        if origin is not None and origin.file is not None:
            self._services.hub_trust.believe(origin.file)
            self._store.origin = replace(origin, trusted=True)
            self.opened.emit(self._store.origin)

    def choose(self, year: int | None = None, kanwil: str | None = None) -> None:
        """Show another year or Kanwil, from its first page on."""
        store = self._store
        store.year = store.year if year is None else year
        store.kanwil = store.kanwil if kanwil is None else kanwil
        self.load()

    def load(self) -> None:
        """Ask everything again."""
        if not self._store.is_open:
            self.open_last()
            return
        self._store.forget()
        self._again = self.load
        self.pages.begin()
        titles = self._area_titles()

        def ask(store: "Consolidated", scope: "Scope", _progress: Progress) -> Any:
            from zi_desktop.ui.consolidated.shown import overview_of  # noqa: PLC0415 (the figures load in the worker)

            return overview_of(store, scope, titles)

        self._store.ask(ask, self._take_overview)

    def ask_recap(self) -> None:
        """Read the recap for the panel."""
        words = self.tr("Membaca rekap panel")

        def ask(store: "Consolidated", scope: "Scope", progress: Progress) -> tuple[tuple[str, ...], ...]:
            from zi_desktop.ui.consolidated.shown import recap_lines  # noqa: PLC0415 (as above)

            progress.tell(words)
            return recap_lines(store.recap(scope))

        self._store.ask(ask, self.recap_read.emit)

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

        return self._store.ask(ask, self.exported.emit, lasting=True)

    def retry(self) -> None:
        """Do again what failed."""
        self._again()

    def _take_store(self) -> None:
        from zi_desktop.services.hub.consolidated import without_password  # noqa: PLC0415 (as above)

        store, origin = self._store, self._store.origin
        assert origin is not None
        if store.year not in origin.years:
            store.year = origin.years[0] if origin.years else self._services.workspace.now().year
        if store.kanwil not in origin.kanwils:
            store.kanwil = ""
        self._services.preferences.put(_ADDRESS, without_password(self.address))
        self.opened.emit(origin)
        self.load()

    def _take_overview(self, found: Any) -> None:
        self.units, self.whole = found.units, found.whole
        self.overview_read.emit(found)

    def _area_titles(self) -> dict[str, str]:
        editions = self._services.workspace.editions.all()
        return {number: nodes[0].title for edition in editions for number, nodes in edition.areas.items()}
