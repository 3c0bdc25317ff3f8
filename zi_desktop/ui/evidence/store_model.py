"""Kept files as a Qt model: each may be ticked where a list lets choose."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zi_desktop.ui.evidence.store_lines import StoreLine

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_NOWHERE: Final = QModelIndex()


class StoreModel(QAbstractListModel):
    """Shows lines; nothing is ticked by itself. ``ticked`` comes when others are."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[StoreLine, ...] = ()
        self.chosen: frozenset[str] = frozenset()

    def show_lines(self, lines: Sequence[StoreLine]) -> None:
        """Show other files, none of them ticked."""
        self.beginResetModel()
        self.lines, self.chosen = tuple(lines), frozenset()
        self.endResetModel()
        self.ticked.emit()

    def toggle(self, row: int) -> None:
        """Tick a file, or take its tick away."""
        self._choose(self.chosen ^ {self.lines[row].key})

    def toggle_all(self) -> None:
        """Tick all files; where all are, none."""
        everything = frozenset(line.key for line in self.lines)
        self._choose(frozenset() if self.chosen == everything else everything)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many files are shown."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row says."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Qt.ItemDataRole.ToolTipRole:
                return f"{line.name}\n{line.details}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.words}, dipilih" if line.key in self.chosen else line.words
        return line if role == LINE_ROLE else None

    def _choose(self, chosen: frozenset[str]) -> None:
        if not self.lines:
            return
        self.chosen = chosen
        self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))
        self.ticked.emit()
