"""Beda penilaian of one evaluation as a screen of its own, reached from Penilaian and from the last checks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.evaluation_words import subtitle_of
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, TabsOf
from zi_desktop.ui.settling.panel import SettlePanel
from zi_desktop.ui.tokens import Space


class SettlePage(Page):
    """The screen; ``tab_requested`` carries the key of another screen of the evaluation and its id."""

    tab_requested = Signal(str, str)

    def __init__(self, services: Services, jobs: Jobs, tabs: TabsOf, hidden: Callable[[], bool]) -> None:
        super().__init__()
        self._services, self._tabs = services, tabs
        self.panel = SettlePanel(services, jobs, hidden, self)
        self.panel.hints_changed.connect(self.hints_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.addWidget(self.panel)

    def open_evaluation(self, id_: str, code: str = "") -> None:
        """Show an evaluation, at an item or a cell where one is named.

        Raises:
            NotFoundError: there is none.
        """
        self.panel.open_evaluation(id_, code)
        self.heading_changed.emit()
        self.panel.take_focus()

    def heading(self) -> Heading:
        """Return satker, evaluation and tabs; this screen is none of them."""
        shown = self.panel.presenter.shown
        if not shown.id:
            return Heading(self.tr("Beda penilaian"))
        state = self._services.evaluations.open(shown.id).state
        return Heading(shown.satker, subtitle_of(state), tuple(self._tabs(shown.id)), "")

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter where the keyboard is."""
        return self.panel.key_hints()

    def panes(self) -> Sequence[QWidget]:
        """Return list, versions, and what is stated."""
        return (self.panel.form.table, self.panel.form.content, self.panel.form.deciding)

    def choose_tab(self, key: str) -> None:
        """Ask for another screen of this evaluation."""
        self.tab_requested.emit(key, self.panel.presenter.shown.id)

    def activate(self) -> None:
        """Read again: the evaluation may have changed elsewhere."""
        self.panel.presenter.load()
        self.panel.take_focus()
