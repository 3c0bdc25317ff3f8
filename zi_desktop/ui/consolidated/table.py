"""The table of a consolidated store: columns that fit the width, rows painted by one delegate."""

from typing import Final

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.consolidated.model import (
    CODE,
    FILLED,
    HEADINGS,
    KANWIL,
    LINE_ROLE,
    NAME,
    PREDICATE,
    SCORE,
    STANDING,
    STATUS,
    TARGET,
    AnyIndex,
    PagesModel,
)
from zi_desktop.ui.fonts import font
from zi_desktop.ui.tokens import Height, IconSize, Space, Type, Weight
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.row_delegate import FAINT, PLAIN, SECOND, Look, RowDelegate
from zi_desktop.ui.widgets.row_table import RowTable

_LEAST_NAME: Final = 190
"""Logical pixels that the name keeps before a column gives way."""
_WIDEST: Final = {
    CODE: "WWW-0000", KANWIL: "Kalimantan Selatan", PREDICATE: "WBBM", TARGET: "WBBM", STATUS: "Menunggu TTD",
    FILLED: "113/113", SCORE: "100,00", STANDING: "Belum cukup data",
}  # fmt: skip
_SECOND: Final = frozenset({CODE, KANWIL, FILLED})
_NOTHING: Final = "–"
_GIVING_WAY: Final = (PREDICATE, KANWIL, CODE, TARGET, FILLED)


class PagesTable(RowTable):
    """Shows pages; the next one is asked for when the last row comes into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PagesModel(self)
        self.one_kanwil = False
        self.nothing = EmptyLine(self.viewport(), inset=Space.S)
        self.nothing.hide()
        self.setModel(self.pages)
        self.setItemDelegate(StoreDelegate(self))
        self.setAccessibleName(self.tr("Satker di simpanan gabungan"))
        self.horizontalHeader().setFixedHeight(Height.TABLE_HEADER)
        self.horizontalHeader().setStretchLastSection(True)  # over the room of the scroll bar while nothing scrolls
        self.pages.rowsInserted.connect(self._begin)

    def show_scope(self, *, one_kanwil: bool) -> None:
        """Leave the Kanwil out where all rows are of one."""
        self.one_kanwil = one_kanwil
        self.fit()

    def show_nothing(self, sentence: str, action: str = "") -> None:
        """Say where the rows would be that there is none; "" takes it away."""
        self.nothing.show_sentence(sentence, action)
        self.nothing.setVisible(bool(sentence))

    def fit(self) -> None:
        """Let columns give way until the name has room."""
        self.nothing.setGeometry(self.viewport().rect())
        metrics = QFontMetrics(font(Type.BODY, Weight.STRONG))
        marks = {STANDING: IconSize.CELL + Space.S}
        widths = {
            column: max(metrics.horizontalAdvance(each) for each in (text, HEADINGS[column]))
            + marks.get(column, 0)
            + 2 * Space.S
            + (Space.XS if column == STANDING else 0)
            for column, text in _WIDEST.items()
        }
        hidden = {KANWIL} if self.one_kanwil else set[int]()
        room = self.steady_width() - _LEAST_NAME
        for column in _GIVING_WAY:
            if sum(width for shown, width in widths.items() if shown not in hidden) > room:
                hidden.add(column)
        for column, width in widths.items():
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, width)
        taken = sum(width for column, width in widths.items() if column not in hidden)
        self.setColumnWidth(NAME, max(self.steady_width() - taken, _LEAST_NAME // 2))

    def _begin(self) -> None:
        """Choose the first row of the first page, so that the keys act."""
        if not self.currentIndex().isValid():
            self.selectRow(0)


class StoreDelegate(RowDelegate):
    """How a satker stands has its mark, its score the stronger face; what is not there is faint."""

    def look(self, index: AnyIndex) -> Look:
        """Return the look of a cell."""
        if index.data() == _NOTHING:
            return FAINT
        column = index.column()
        if column == STANDING:
            drawing, ink = index.data(LINE_ROLE).mark
            return Look(mark=(drawing, ink)) if drawing else PLAIN
        return Look(strong=True) if column == SCORE else SECOND if column in _SECOND else PLAIN
