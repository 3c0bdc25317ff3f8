"""Beranda: three ways on from an empty workspace, else the portfolio."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.services.composition import Services
from zi_desktop.ui.home.first_steps import FirstSteps
from zi_desktop.ui.home.intake import LIST_ENDINGS, Intake
from zi_desktop.ui.home.keys import HomeKeys
from zi_desktop.ui.home.portfolio import PortfolioView
from zi_desktop.ui.home.presenter import HomePresenter, Portfolio, Surroundings
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, SaveState
from zi_desktop.ui.widgets.buttons import action_button, more_button
from zi_desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from zi_desktop.ui.home.errands import Errands
    from zi_desktop.ui.home.rows import Row

_WORKBOOK = ".xlsx"
_SEARCH_WIDTH = 240
_LEAST_SEARCH_WIDTH = 180
_WIDE, _WIDEST = 960, 1150
"""Logical pixels of the screen from which the top bar has room for the list button, and for a wide search field."""


class HomePage(Page):
    """The first screen; ``evaluation_opened`` carries the id of the evaluation to go to.

    ``worksheet_requested`` asks for a worksheet to be taken in, probably into the evaluation it carries,
    ``folder_requested`` for a folder of them; ``workbook_dropped`` carries a workbook: worksheet or list of satker.
    """

    evaluation_opened = Signal(str)
    profile_requested = Signal(str)
    export_requested = Signal(list)
    worksheet_requested = Signal(str)
    folder_requested = Signal()
    consolidated_requested = Signal()
    workbook_dropped = Signal(Path)

    def __init__(self, services: Services, jobs: Jobs) -> None:
        super().__init__()
        self._services = services
        self._empty = True
        self._presenter = HomePresenter(services, self)
        self.intake = Intake(services, jobs, self)
        self.steps = FirstSteps()
        self.portfolio = PortfolioView(self._presenter)
        self.keys = HomeKeys(self, self.portfolio.table)
        self.search = SearchField()
        self._import_button = action_button(self.keys.import_list, "", "import")
        self._tools = self._make_tools()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.portfolio)
        self._stack.addWidget(self.steps)
        self.setAcceptDrops(True)
        self._connect()
        self._connect_keys()

    def heading(self) -> Heading:
        """Return whose portfolio this is."""
        return Heading(self.tr("Beranda")) if self._empty else self._presenter.heading()

    def tools(self) -> Sequence[QWidget]:
        """Return search, further actions, list, new evaluation."""
        return self._tools

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here."""
        rows = [KeyHint("Enter", self.tr("Buka"))] if self.portfolio.table.model().rowCount() else []
        first = [KeyHint("1–3", self.tr("Pilih"))] if self._empty else rows
        begin = [KeyHint("Ctrl+N", self.tr("Evaluasi baru"))] if self._services.workspace.database.writable else []
        return (*first, *begin, KeyHint("Ctrl+K", self.tr("Perintah")))

    def panes(self) -> Sequence[QWidget]:
        """Return table, figures, filters; or the first steps."""
        return (self.steps,) if self._empty else (self.portfolio.table, self.portfolio.strip, self.portfolio.filters)

    def activate(self) -> None:
        """Read again, and give the keyboard to the table."""
        self._presenter.load()
        (self.steps.ways[0] if self._empty else self.portfolio.table).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the title: in a narrow window the list is brought in from the menu."""
        super().resizeEvent(event)
        width = event.size().width()
        wide = width >= _WIDE
        self.search.setFixedWidth(_SEARCH_WIDTH if width >= _WIDEST else _LEAST_SEARCH_WIDTH)
        if self._import_button.parentWidget() is not None:
            self._import_button.setVisible(wide and not self._empty)
        self.heading_changed.emit()  # the title shares the bar with tools that have other widths now

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a list of satker."""
        if self._list_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what the list would do, or the worksheet."""
        path = self._list_in(event)
        if path:
            event.acceptProposedAction()
            if path.suffix.lower() == _WORKBOOK:
                self.workbook_dropped.emit(path)
            else:
                self.errands.preview(path)

    def _list_in(self, event: QDropEvent) -> Path | None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        writable = self._services.workspace.database.writable
        return files[0] if writable and len(files) == 1 and files[0].suffix.lower() in LIST_ENDINGS else None

    def _make_tools(self) -> Sequence[QWidget]:
        keys = self.keys
        self.search.setPlaceholderText(self.tr("Cari satker"))
        self.search.setAccessibleName(self.tr("Cari satker"))
        sheets = (keys.import_worksheet, keys.import_folder, keys.export, keys.export_shown)
        more = more_button(
            [*sheets, keys.add, keys.import_list, *keys.of_row, keys.consolidated, keys.reload], self.tr("Lainnya")
        )
        return (self.search, more, self._import_button, action_button(keys.begin, "primary", "plus"))

    def _connect(self) -> None:
        presenter, table = self._presenter, self.portfolio.table
        presenter.loaded.connect(self._show_surroundings)
        presenter.shown.connect(self._show_portfolio)
        self.portfolio.table.nothing.acted.connect(self._clear)
        self.portfolio.clear.clicked.connect(self._clear)
        self.steps.sample_requested.connect(self.intake.prepare_sample)
        self.steps.list_requested.connect(self.keys.import_list.trigger)
        self.steps.evaluation_requested.connect(self.keys.begin.trigger)
        self.intake.began.connect(lambda: self.save_state_changed.emit(SaveState("")))
        self.intake.changed.connect(self._tell_changed)
        self.intake.satker_kept.connect(table.choose_satker)
        self.intake.evaluation_ready.connect(self.evaluation_opened)
        self.search.textChanged.connect(presenter.search)
        self.search.returnPressed.connect(self.keys.open.trigger)
        self.search.left.connect(table.setFocus)
        table.doubleClicked.connect(lambda _: self.keys.open.trigger())
        table.menu_requested.connect(self._show_menu)
        table.current_changed.connect(self._follow_row)

    def _connect_keys(self) -> None:
        keys, presenter = self.keys, self._presenter
        keys.begin.triggered.connect(self._begin)
        keys.import_worksheet.triggered.connect(self._ask_for_worksheet)
        keys.import_folder.triggered.connect(lambda _: self.folder_requested.emit())
        keys.consolidated.triggered.connect(lambda _: self.consolidated_requested.emit())
        keys.import_list.triggered.connect(lambda _: self.errands.choose_list())
        keys.add.triggered.connect(lambda _: self.errands.add_satker())
        keys.export.triggered.connect(self._export_row)
        keys.export_shown.triggered.connect(self._export_shown)
        keys.search.triggered.connect(self._search)
        keys.clear.triggered.connect(self._clear)
        keys.reload.triggered.connect(presenter.load)
        self._connect_row(keys.open, lambda errands, row: errands.open_row(row, presenter.year))
        self._connect_row(keys.profile, lambda _, row: self.profile_requested.emit(row.satker["id"]))
        self._connect_row(keys.edit, lambda errands, row: errands.edit_satker(row))
        self._connect_row(keys.archive_evaluation, lambda errands, row: errands.archive_evaluation(row))
        self._connect_row(keys.archive_satker, lambda errands, row: errands.archive_satker(row))

    @cached_property
    def errands(self) -> "Errands":
        """Return who asks and does; dialogs load when the first one is needed."""
        from zi_desktop.ui.home.errands import Errands  # noqa: PLC0415 (the first screen needs none of it)

        return Errands(self._services, self.intake, self)

    def _connect_row(self, action: QAction, act: "Callable[[Errands, Row], None]") -> None:
        """Let an action do something with the current row."""

        def with_row() -> None:
            row = self.portfolio.table.current()
            if row is not None:
                act(self.errands, row)

        action.triggered.connect(with_row)

    def _begin(self) -> None:
        self.errands.begin_evaluation(self.portfolio.table.current(), self._presenter.year)

    def _ask_for_worksheet(self) -> None:
        row = self.portfolio.table.current()
        self.worksheet_requested.emit(row.evaluation_id if row else "")

    def _export_row(self) -> None:
        row = self.portfolio.table.current()
        if row is not None and row.evaluation_id:
            self.export_requested.emit([row.evaluation_id])

    def _export_shown(self) -> None:
        """Ask for the evaluations that the filter lets through."""
        ids = [row.evaluation_id for row in self.portfolio.table.shown_rows() if row.evaluation_id]
        if not ids:
            raise InvalidInputError(
                self.tr("Satker yang tampil belum punya evaluasi. Tidak ada yang ditulis; ubah filternya.")
            )
        self.export_requested.emit(ids)

    def _search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _clear(self) -> None:
        self.search.clear()
        self._presenter.clear_filter()
        self.portfolio.table.setFocus()

    def _show_surroundings(self, found: Surroundings) -> None:
        self._empty = found.empty
        self._stack.setCurrentWidget(self.steps if found.empty else self.portfolio)
        self.portfolio.show_surroundings(found)
        for tool in self._tools:
            shown = not found.empty and (tool is not self._import_button or self.width() >= _WIDE)
            # One that lies nowhere yet would open as a window of its own.
            if tool.parentWidget() is not None or not shown:
                tool.setVisible(shown)
        self.hints_changed.emit()
        self.heading_changed.emit()

    def _show_portfolio(self, found: Portfolio) -> None:
        self.portfolio.show_portfolio(found)
        self.hints_changed.emit()
        self._follow_row()

    def _follow_row(self) -> None:
        writable = self._services.workspace.database.writable
        self.keys.follow(self.portfolio.table.current(), empty=self._empty, writable=writable)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(list(self.keys.of_row))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _tell_changed(self, words: str) -> None:
        self._presenter.load()
        self.save_state_changed.emit(SaveState(words))
