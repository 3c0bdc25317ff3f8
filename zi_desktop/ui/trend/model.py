"""The trend as a table: a row an area, a column an evaluation, the change in the last."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zi_desktop.ui.trend.shown import TrendLine, TrendShown

LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The ``TrendLine`` of a row."""
_NOWHERE: Final = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


class TrendModel(QAbstractTableModel):
    """Holds what is shown; a value does not change while the dialog is open."""

    def __init__(self, shown: TrendShown, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._shown.lines)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return one for the title, one an evaluation, one for the change."""
        return 0 if parent.isValid() else len(self._shown.headings) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        names = (self.tr("Area"), *self._shown.headings, self.tr("Perubahan"))
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is painted or read aloud."""
        if not index.isValid():
            return None
        line = self._shown.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken(self._shown.headings)
        return _text(line, index.column()) if role == Qt.ItemDataRole.DisplayRole else None


def _text(line: TrendLine, column: int) -> str:
    if column == 0:
        return line.title
    return line.cells[column - 1].text if column <= len(line.cells) else line.change
