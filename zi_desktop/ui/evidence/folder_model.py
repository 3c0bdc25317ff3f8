"""Files of a folder and the items to which they would go, as a Qt model; the place of a row can be changed."""

from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.services.evidence.intake import FolderEntry
from zi_desktop.ui.evidence.lines import size_words
from zi_desktop.ui.name_order import name_key

PLACED_HERE: Final = "ditetapkan di sini"
"""Why a file goes where the person let it go."""
_NOWHERE: Final = QModelIndex()


class FolderColumn(IntEnum):
    """The columns, in their order."""

    PLACE = 0
    FILE = 1
    SIZE = 2
    WHY = 3


_HEADINGS: Final = ("Butir", "Berkas", "Ukuran", "Alasan")


class FolderModel(QAbstractTableModel):
    """Shows all entries, or only those that would go to the inbox."""

    def __init__(self, entries: Iterable[FolderEntry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries = list(entries)
        self._shown = list(range(len(self.entries)))

    @property
    def unplaced(self) -> int:
        """Return how many would go to the inbox."""
        return sum(entry.place == INBOX for entry in self.entries)

    def show(self, *, unplaced_only: bool) -> None:
        """Show all, or only what would go to the inbox."""
        self.beginResetModel()
        self._shown = [n for n, entry in enumerate(self.entries) if not unplaced_only or entry.place == INBOX]
        self.endResetModel()

    def place(self, rows: Iterable[int], place: str) -> None:
        """Let the files of some rows go to an item, or to the inbox."""
        for row in rows:
            number = self._shown[row]
            self.entries[number] = replace(self.entries[number], place=place, why=PLACED_HERE)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(FolderColumn) - 1))

    def entry(self, row: int) -> FolderEntry:
        """Return the entry of a row."""
        return self.entries[self._shown[row]]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many files are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(FolderColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == FolderColumn.SIZE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return _HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        if not index.isValid():
            return None
        words = cell_text(self.entry(index.row()), FolderColumn(index.column()))
        return words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


def in_order(entries: Iterable[FolderEntry]) -> list[FolderEntry]:
    """Return entries folder by folder, what lies in none first, names by the value of their numbers (2 before 10)."""

    def place(entry: FolderEntry) -> tuple[object, object]:
        *folders, name = entry.relative.split("/")
        return [name_key(folder) for folder in folders], name_key(name)

    return sorted(entries, key=place)


def cell_text(entry: FolderEntry, column: FolderColumn) -> str:
    """Return what a cell says."""
    match column:
        case FolderColumn.PLACE:
            return "Kotak masuk" if entry.place == INBOX else entry.place
        case FolderColumn.FILE:
            return entry.relative
        case FolderColumn.SIZE:
            return size_words(entry.size)
        case FolderColumn.WHY:
            return entry.why[:1].upper() + entry.why[1:]
