"""The table of Beranda as a Qt model over immutable rows."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zi_desktop.domain.evaluation import STATUSES
from zi_desktop.ui.home.columns import HEADINGS, RIGHT, Column
from zi_desktop.ui.home.rows import Row

_NOWHERE: Final = QModelIndex()
_SIDE: Final = {True: Qt.AlignmentFlag.AlignRight, False: Qt.AlignmentFlag.AlignLeft}


class PortfolioModel(QAbstractTableModel):
    """Shows the rows it is given, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return the row of that number."""
        return self._rows[number]

    def find(self, id_: str) -> int:
        """Return where a row stands, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.id == id_), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and for the first one the whole row as it is spoken."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[column].text
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken if column is Column.SATKER else f"{HEADINGS[column]} {row.cells[column].text}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignVCenter | _SIDE[column in RIGHT]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | _SIDE[Column(section) in RIGHT]
        if role == Qt.ItemDataRole.ToolTipRole and Column(section) is Column.DIFFERENCE:
            return (
                "Selisih nilai pada butir yang diisi TPI dan Mandiri; di belakangnya jumlah butir itu bila belum semua."
            )
        return None


def _tip(row: Row, column: Column) -> str | None:
    if column is Column.SATKER:
        return f"{row.name} ({row.satker['code']})"
    if column is Column.DIFFERENCE:
        return row.compared_words or None
    return f"{STATUSES[row.status]} · tahapan {row.stage}" if column is Column.STATUS and row.stage else None
