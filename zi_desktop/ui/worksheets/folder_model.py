"""The files of a folder as a Qt model; of the files of one satker at most one is ticked."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zi_desktop.ui.worksheets.folder_lines import FolderLine

_NOWHERE: Final = QModelIndex()


class FolderColumn(IntEnum):
    """The columns, in their order."""

    TICK = 0
    FILE = 1
    SATKER = 2
    NEW = 3
    CHANGED = 4
    TOTAL = 5
    REMARK = 6


_HEADINGS: Final = ("", "Berkas", "Satker", "Baru", "Berubah", "Nilai", "Keterangan")
RIGHT: Final = frozenset({FolderColumn.NEW, FolderColumn.CHANGED, FolderColumn.TOTAL})
"""Columns of figures."""


class FolderModel(QAbstractTableModel):
    """Shows files; ``ticked_changed`` comes when others are to be taken than before."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[FolderLine] = ()
        self._lines: Sequence[FolderLine] = ()
        self._ticked: set[Path] = set()

    @property
    def ticked(self) -> frozenset[Path]:
        """Return the files to be taken, also those that a filter hides."""
        return frozenset(self._ticked)

    def begin(self, lines: Sequence[FolderLine], *, ticked: bool = True) -> None:
        """Take the files of a folder, those that can be taken ticked, or none."""
        self._ticked = {line.file for line in lines if line.choosable and ticked}
        self._all = lines
        self.show_lines(lines)
        self.ticked_changed.emit()

    def replace(self, line: FolderLine) -> None:
        """Show a file as it is now; it is ticked where it can be taken, another one of its satker no longer."""
        self._all = [line if each.file == line.file else each for each in self._all]
        self._lines = [line if each.file == line.file else each for each in self._lines]
        self._ticked.discard(line.file)
        if line.choosable:
            self._tick_alone(line)
        self._tell()

    def show_lines(self, lines: Sequence[FolderLine]) -> None:
        """Show some of the files."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    @property
    def all(self) -> Sequence[FolderLine]:
        """Return every file."""
        return self._all

    def line(self, number: int) -> FolderLine:
        """Return the line of that number."""
        return self._lines[number]

    def is_ticked(self, number: int) -> bool:
        """Tell whether a file is to be taken."""
        return self._lines[number].file in self._ticked

    def toggle(self, number: int) -> None:
        """Tick a file, or take its tick away; one that cannot be taken stays."""
        line = self._lines[number]
        if line.file in self._ticked:
            self._ticked.discard(line.file)
        elif line.choosable:
            self._tick_alone(line)
        self._tell()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many files are shown."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(FolderColumn)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell; the first cell speaks for its line."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], FolderColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return file_text(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row()) if column is FolderColumn.TICK else file_text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.details
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if FolderColumn(section) in RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _spoken(self, number: int) -> str:
        line = self._lines[number]
        ticked = "dipilih" if self.is_ticked(number) else "tidak dipilih"
        return f"{line.name}, {line.satker_words}, {line.new} baru, {line.changed} berubah, {line.remark}, {ticked}"

    def _tick_alone(self, line: FolderLine) -> None:
        self._ticked -= {each.file for each in self._all if each.satker == line.satker}
        self._ticked.add(line.file)

    def _tell(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(FolderColumn) - 1))
        self.ticked_changed.emit()


def file_text(line: FolderLine, column: FolderColumn) -> str:
    """Return what stands in a cell; the tick is painted."""
    return ("", line.name, line.satker_words, line.new, line.changed, line.total, line.remark)[column]
