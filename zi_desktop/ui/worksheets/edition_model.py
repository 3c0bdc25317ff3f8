"""Lines of an official file or of a move, as a Qt model over immutable values."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zi_desktop.ui.worksheets.edition_lines import EditionLine

_NOWHERE: Final = QModelIndex()


class EditionColumn(IntEnum):
    """The columns, in their order."""

    CODE = 0
    TEXT = 1
    WORD = 2
    AMOUNT = 3


class EditionModel(QAbstractTableModel):
    """Shows lines; ``amount`` is the heading of the last column, in which ``figures`` stand at the right."""

    def __init__(self, amount: str, *, figures: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        self._headings = ("Kode", "Butir", "Perubahan", amount)
        self.lines: Sequence[EditionLine] = ()

    def show_lines(self, lines: Sequence[EditionLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many lines are shown."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(EditionColumn)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; the tooltip is all that its line says."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], EditionColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.more
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.code}, {line.text}, {line.word}, {self._headings[EditionColumn.AMOUNT]} {line.amount}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(EditionColumn(section)) | Qt.AlignmentFlag.AlignVCenter
        return None

    def side(self, column: EditionColumn) -> Qt.AlignmentFlag:
        """Return the side at which a column stands."""
        right = self._figures and column is EditionColumn.AMOUNT
        return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft


def cell_text(line: EditionLine, column: EditionColumn) -> str:
    """Return what stands in a cell."""
    return (line.code, line.text, line.word, line.amount)[column]
