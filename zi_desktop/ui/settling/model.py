"""What is to be settled as a Qt model: code, title, one column a version, how far it is."""

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zi_desktop.services.settling.matters import MatterKind
from zi_desktop.ui.settling.shown import SettleLine, SettleShown

_NOWHERE: Final = QModelIndex()


class SettleColumn(IntEnum):
    """The columns at the left; those of the versions follow, then the status."""

    CODE = 0
    TITLE = 1


FIRST_VERSION: Final = len(SettleColumn)


class SettleModel(QAbstractTableModel):
    """Shows the lines of one evaluation."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = SettleShown()

    def show_lines(self, shown: SettleShown) -> None:
        """Show other lines, or the same ones as they stand now."""
        same = [line.matter.id for line in shown.lines] == [line.matter.id for line in self._shown.lines]
        if same and shown.headings == self._shown.headings:
            self._shown = shown
            if shown.lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown.lines) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def line(self, row: int) -> SettleLine:
        """Return the line of a row."""
        return self._shown.lines[row]

    @property
    def status_column(self) -> int:
        """Return the number of the last column."""
        return self.columnCount() - 1

    def text(self, row: int, column: int) -> str:
        """Return what a cell says."""
        line = self.line(row)
        if column == SettleColumn.CODE:
            return line.matter.code or "–"
        if column == SettleColumn.TITLE:
            beyond = line.matter.place.partition(" · ")[2] if line.matter.kind is MatterKind.BEYOND else ""
            return f"{beyond}: {line.matter.title}" if beyond else line.matter.title
        return line.status_words if column == self.status_column else line.cells[column - FIRST_VERSION]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._shown.lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else FIRST_VERSION + len(self._shown.headings) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        headings = ("Kode", "Butir", *self._shown.headings, "Status")
        if role == Qt.ItemDataRole.DisplayRole:
            return headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            middle = FIRST_VERSION <= section < self.status_column
            side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and the whole row for who cannot see it."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = self.line(index.row())
            versions = ", ".join(f"{each.number}: {each.words}" for each in line.matter.versions)
            return f"{line.matter.code} {line.matter.title}, {versions}, {line.status_words}".strip()
        return None
