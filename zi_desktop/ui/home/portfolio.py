"""The portfolio as it is drawn: strip of figures, row of filters, table, which says where nothing matches."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zi_desktop.ui.forms.ui_home import Ui_Home
from zi_desktop.ui.home.filter_field import FilterField
from zi_desktop.ui.home.presenter import HomePresenter, Portfolio, Surroundings, order_key
from zi_desktop.ui.home.strip import FigureStrip
from zi_desktop.ui.home.table import PortfolioTable
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import push_button

_NARROWEST: Final = 760
"""Logical pixels under which something would be cut off."""
_ALL_AND_ONE: Final = 2
"""A choice between "all" and one thing is no choice."""


class PortfolioView(QWidget):
    """Fills its form and tells the presenter what was pressed."""

    def __init__(self, presenter: HomePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.form = Ui_Home()
        self.form.setupUi(self)
        self.filters = self.form.filters
        self.strip = FigureStrip()
        self.table = PortfolioTable()
        self.kind = FilterField(self.tr("Jenis"))
        self.activity = FilterField(self.tr("Kegiatan"))
        self.standing = FilterField(self.tr("Ambang"))
        self.year = FilterField(self.tr("Tahun"))
        self.order = FilterField(self.tr("Urut"))
        self._clear_words = self.tr("Hapus filter")
        self.clear = push_button("", "link", "close")
        self.clear.setAccessibleName(self._clear_words)
        self.clear.setToolTip(self.tr("Hapus filter (Ctrl+Shift+F)"))
        keeps = self.clear.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # the fields beside it stay where they are
        self.clear.setSizePolicy(keeps)
        self._fields = QWidget()
        self._widest_status = 0
        self._lay_out()
        self._connect()

    def minimumSizeHint(self) -> QSize:
        """Let the window become narrow: what has no room then goes by itself."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields under the segments where both do not stand beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def show_surroundings(self, found: Surroundings) -> None:
        """Show figures, and what can be filtered by."""
        self._widest_status = 0
        self.strip.show_figures(found.figures)
        self.table.measure(found.rows)
        self.kind.set_choices(found.kinds, "")
        self.activity.set_choices(found.activities, "")
        self.standing.set_choices(found.standings, "")
        self.order.set_choices(found.orders, "")
        self.year.set_choices(found.years, str(found.year))
        self.kind.setVisible(len(found.kinds) > _ALL_AND_ONE)
        self.year.setVisible(len(found.years) > 1)

    def show_portfolio(self, found: Portfolio) -> None:
        """Show rows, and by what they are filtered and sorted."""
        form, wanted = self.form, found.wanted
        form.status.set_choices(found.statuses)
        form.status.set_current(wanted.status)
        self.strip.show_filter(wanted)
        for field, value in (
            (self.kind, wanted.kind),
            (self.activity, wanted.activity),
            (self.standing, wanted.standing),
        ):
            field.choose(value)
        self.order.choose(order_key(found.order))
        self.clear.setVisible(found.narrowed and bool(found.rows))
        self.table.show_rows(found.rows, found.order)
        self._arrange()

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        form.column.setSpacing(10)
        form.strip_place.addWidget(self.strip)
        fields = QHBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(Space.S)
        for field in (self.kind, self.activity, self.standing, self.year, self.clear):
            fields.addWidget(field)
        fields.addStretch()
        fields.addWidget(self.order)
        form.filter_grid.setContentsMargins(0, 0, 0, 0)
        form.filter_grid.setHorizontalSpacing(Space.L)
        form.filter_grid.setVerticalSpacing(Space.S)
        form.filter_grid.setColumnStretch(1, 1)
        form.filter_grid.addWidget(self._fields, 0, 1)
        # One pixel, so that the table does not cover the edge of its panel.
        form.table_place.setContentsMargins(1, 1, 1, 1)
        form.table_place.addWidget(self.table)

    def _connect(self) -> None:
        presenter = self._presenter
        self.strip.filtered.connect(presenter.toggle)
        self.form.status.chosen.connect(lambda key: presenter.filter_by("status", key))
        self.kind.chosen.connect(lambda key: presenter.filter_by("kind", key))
        self.activity.chosen.connect(lambda key: presenter.filter_by("activity", key))
        self.standing.chosen.connect(lambda key: presenter.filter_by("standing", key))
        self.year.chosen.connect(presenter.show_year)
        self.order.chosen.connect(presenter.order_by)
        self.table.heading_pressed.connect(presenter.press_heading)

    def _arrange(self) -> None:
        """Let the fields stand beside the segments where they have room for their words, else below; filtering moves nothing."""
        form = self.form
        self._widest_status = max(self._widest_status, form.status.sizeHint().width())
        room = self.width() - 2 * Space.L
        for words in (self._clear_words, "", self._clear_words):  # below the segments the button has room for its word
            self.clear.setText(words)
            fits = self._widest_status + Space.L + self._fields.sizeHint().width() <= room
            if fits:
                break
        row, column = (0, 1) if fits else (1, 0)
        form.filter_grid.setColumnMinimumWidth(0, 0 if row else self._widest_status)
        if form.filter_grid.itemAtPosition(row, column) is None:
            form.filter_grid.addWidget(self._fields, row, column, 1, 2 if row else 1)
