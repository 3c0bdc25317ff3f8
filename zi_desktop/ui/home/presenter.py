"""What Beranda shows: the rows of a year as filtered, searched and sorted, and the figures above them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.evaluation import STATUSES
from zi_desktop.domain.figures import whole
from zi_desktop.domain.plan import ACTIVITIES
from zi_desktop.services.composition import Services
from zi_desktop.services.evaluations.standing import Standing
from zi_desktop.ui.home.choosing import ACTION_NEEDED, ALL, Filter, Order, chosen, ordered
from zi_desktop.ui.home.columns import HEADINGS, Column
from zi_desktop.ui.home.rows import ARCHIVED, Row, kind_word, rows_of
from zi_desktop.ui.home.strip_figures import StripFigures, strip_figures
from zi_desktop.ui.page import Heading

Choices = Sequence[tuple[str, str]]
"""(key, text) pairs of a drop-down list."""
_STANDINGS: Final = {
    Standing.MET: "Memenuhi", Standing.NEAR: "Hampir", Standing.FAR: "Belum", Standing.UNKNOWN: "Belum cukup data",
}  # fmt: skip
_ROMAN: Final = frozenset("IVXLC")


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything the screen shows of the table at one moment."""

    rows: Sequence[Row]
    order: Order
    wanted: Filter
    statuses: Choices
    narrowed: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What changes only when the workspace or the year does: all rows, figures, and what can be filtered by."""

    empty: bool
    rows: Sequence[Row]
    figures: StripFigures
    year: int
    years: Choices
    kinds: Choices
    activities: Choices
    standings: Choices
    orders: Choices


class HomePresenter(QObject):
    """Reads the workspace with one query a list, and answers filters and search from memory."""

    loaded = Signal(Surroundings)
    shown = Signal(Portfolio)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._year = 0
        self._rows: Sequence[Row] = ()
        self._opened: Sequence[str] = ()
        self._wanted = Filter()
        self._order = Order()
        self._kanwil = ""

    @property
    def year(self) -> int:
        """Return the year whose evaluations are shown."""
        return self._year or self._services.workspace.now().year

    def load(self) -> None:
        """Read the workspace again."""
        satkers, evaluations = self._services.satkers.list(), self._services.evaluations.summaries()
        self._opened = [entry["id"] for entry in self._services.preferences.opened()]
        today = self._services.workspace.now().date()
        years = sorted({row["year"] for row in evaluations}, reverse=True)
        if self._year not in years:
            self._year = years[0] if years else today.year
        self._rows = rows_of(satkers, evaluations, self._year, today)
        self._sort()
        kanwil = {row["kanwil"] for row in satkers if not row["archived"]}
        self._kanwil = kanwil.pop() if len(kanwil) == 1 else ""
        kinds = {row["kind"].casefold(): kind_word(row["kind"]) for row in satkers if row["kind"]}
        self.loaded.emit(self._surroundings(not satkers, years, kinds))
        self._show()

    def heading(self) -> Heading:
        """Return whose portfolio this is."""
        agency = self._services.settings.agency
        office = named(agency.letterhead[-1]) if agency.letterhead else agency.name
        whose = self._kanwil or agency.name
        title = self.tr("Portofolio {whose}").format(whose=whose) if whose else self.tr("Portofolio satker")
        parts = [self.tr("Zona Integritas {year}").format(year=self.year), self.tr("Tim Penilai Internal (TPI)")]
        return Heading(title, " · ".join([parts[0], f"{parts[1]} {office}".strip()]))

    def show_year(self, year: str) -> None:
        """Show the evaluations of another year."""
        self._year = int(year)
        self.load()

    def search(self, words: str) -> None:
        """Show only what holds every word."""
        self._want(search=words)

    def filter_by(self, field: str, value: str) -> None:
        """Filter by a field of ``Filter``; "" no longer filters."""
        self._want(**{field: value})

    def toggle(self, field: str, value: str) -> None:
        """Filter by a value, or no longer where it was filtered by already."""
        self._want(**{field: ALL if getattr(self._wanted, field) == value else value})

    def clear_filter(self) -> None:
        """Show everything that is not archived."""
        self._wanted = Filter()
        self._show()

    def press_heading(self, column: int) -> None:
        """Sort as a press on a heading asks."""
        self._order = self._order.pressed(column)
        self._sort()
        self._show()

    def order_by(self, key: str) -> None:
        """Sort by a column's number, or "" for "perlu tindakan"."""
        self._order = Order(int(key)) if key else Order()
        self._sort()
        self._show()

    def _want(self, **changed: str) -> None:
        self._wanted = replace(self._wanted, **changed)
        self._show()

    def _sort(self) -> None:
        """Bring all rows into order once; what a filter lets through keeps it."""
        self._rows = ordered(self._rows, self._order, self._opened)

    def _show(self) -> None:
        rows, counts = chosen(self._rows, self._wanted)
        statuses = [(key, f"{word} {whole(counts[key])}") for key, word in {ALL: self.tr("Semua"), **STATUSES}.items()]
        if not counts[ARCHIVED] and self._wanted.status != ARCHIVED:
            statuses = [pair for pair in statuses if pair[0] != ARCHIVED]
        narrowed = any(getattr(self._wanted, field.name) for field in fields(Filter))
        self.shown.emit(Portfolio(rows, self._order, self._wanted, statuses, narrowed))

    def _surroundings(self, empty: bool, years: Sequence[int], kinds: dict[str, str]) -> Surroundings:  # noqa: FBT001 (a value)
        all_ = (ALL, self.tr("Semua"))
        columns = [(str(int(column)), HEADINGS[column]) for column in Column]
        return Surroundings(
            empty,
            self._rows,
            strip_figures(self._rows, self._year),
            self._year,
            [(str(year), str(year)) for year in years],
            [all_, *sorted(kinds.items(), key=lambda pair: pair[1])],
            [all_, *ACTIVITIES.items()],
            [all_, *((str(key), text) for key, text in _STANDINGS.items())],
            [("", self.tr("Perlu tindakan")), *columns],
        )


def named(line: str) -> str:
    """Return a line of a letterhead as a name in a sentence: ``INSPEKTORAT WILAYAH II`` → ``Inspektorat Wilayah II``."""
    return " ".join(word if _ROMAN.issuperset(word) else word.capitalize() for word in line.split())


def order_key(order: Order) -> str:
    """Return the key of an order among the choices."""
    return "" if order.column == ACTION_NEEDED else str(int(order.column))
