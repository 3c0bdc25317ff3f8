"""Beside the table: the weakest areas, the spread of the totals, the years."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.ui.consolidated.charts import AreaBars, Spread, YearTable
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from zi_desktop.ui.consolidated.shown import Overview

_WIDTH: Final = 316


class SidePanel(QFrame):
    """Three painted parts below each other; scrolls where the window is low."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAccessibleName(self.tr("Ringkasan"))
        self.areas, self.spread, self.years = AreaBars(), Spread(), YearTable()
        self._none = text_label(self.tr("Belum ada evaluasi yang tuntas dinilai."), "secondary")
        self._none.setWordWrap(True)
        self._parts: list[QWidget] = []
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("Ringkasan"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content())
        self.setFocusProxy(self._scroll)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self._scroll)

    def sizeHint(self) -> QSize:
        """Return a width that the text size asks for."""
        return QSize(round(_WIDTH * text_scale()), 0)

    def show_overview(self, found: "Overview") -> None:
        """Show other figures."""
        self.areas.show_shares(found.areas)
        self.spread.show_steps(found.steps)
        self.years.show_years(found.years)
        for part, shown in zip(self._parts, (found.areas, found.steps, found.years), strict=True):
            part.setVisible(bool(shown))
        self._none.setVisible(not found.steps)

    def _content(self) -> QWidget:
        content = QWidget()
        content.setProperty("surface", "plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.M)
        column.addWidget(self._none)
        for title, painted in (
            (self.tr("Area terlemah, garis 60% dan 75%"), self.areas),
            (self.tr("Sebaran nilai, langkah lima poin"), self.spread),
            (self.tr("Tren evaluasi yang tuntas dinilai"), self.years),
        ):
            part = QWidget()
            rows = QVBoxLayout(part)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(Space.XS)
            rows.addWidget(text_label(title, "strong"))
            rows.addWidget(painted)
            column.addWidget(part)
            self._parts.append(part)
            part.hide()
        column.addStretch()
        self._none.hide()
        return content
