"""The lines of a preview as a Qt model; which of them are ticked is all that changes."""

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zi_desktop.ui.worksheets.import_lines import Line

_NOWHERE: Final = QModelIndex()


class ImportColumn(IntEnum):
    """The columns, in their order."""

    TICK = 0
    CODE = 1
    TITLE = 2
    BEFORE = 3
    AFTER = 4
    REMARK = 5


_HEADINGS: Final = ("", "Kode", "Butir", "Kini", "Menjadi", "Keterangan")


class ImportModel(QAbstractTableModel):
    """Shows lines; ``ticked_changed`` comes when other rows are to be taken than before."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._ticked: set[str] = set()
        self._hidden = False

    @property
    def ticked(self) -> Collection[str]:
        """Return the ids of the rows to be taken, also of those that a filter hides."""
        return frozenset(self._ticked)

    def begin(self, lines: Sequence[Line]) -> None:
        """Show the lines of another preview, with what it proposes ticked."""
        self._ticked = {line.id for line in lines if line.id and line.proposed}
        self.show_lines(lines)
        self.ticked_changed.emit()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines of the same preview."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, number: int) -> Line:
        """Return the line of that number, as it is shown."""
        line = self._lines[number]
        return line.concealed() if self._hidden else line

    @property
    def lines(self) -> Sequence[Line]:
        """Return the lines that are shown, as they are."""
        return [self.line(number) for number in range(len(self._lines))]

    def hide_scores(self, *, hidden: bool) -> None:
        """Hide or show the figures that are scores."""
        self._hidden = hidden
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(ImportColumn) - 1))

    def is_ticked(self, number: int) -> bool:
        """Tell whether a line is to be taken."""
        return self._lines[number].id in self._ticked

    def toggle(self, number: int) -> None:
        """Tick a line, or take its tick away; a line that cannot be chosen stays."""
        line = self._lines[number]
        if line.id:
            self._ticked ^= {line.id}
            self._tell(number, number)

    def toggle_all(self) -> None:
        """Tick every line that is shown, or none of them where all are ticked."""
        shown = {line.id for line in self._lines if line.id}
        self._ticked = self._ticked - shown if shown <= self._ticked else self._ticked | shown
        if self._lines:
            self._tell(0, len(self._lines) - 1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(ImportColumn)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell; the first cell speaks for its line."""
        if not index.isValid():
            return None
        line, column = self.line(index.row()), ImportColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row()) if column is ImportColumn.TICK else cell_text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in (ImportColumn.TITLE, ImportColumn.REMARK):
            return line.details
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _spoken(self, number: int) -> str:
        line = self.line(number)
        state = ("dipilih" if self.is_ticked(number) else "tidak dipilih") if line.id else line.kind.value
        words = [
            f"{line.code} {line.title}",
            line.kind.value,
            f"kini {line.before}",
            f"menjadi {line.after}",
            line.remark,
        ]
        return ", ".join(word for word in (*words, state) if word)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(ImportColumn) - 1))
        self.ticked_changed.emit()


def cell_text(line: Line, column: ImportColumn) -> str:
    """Return what stands in a cell; the tick is painted."""
    texts = ("", line.code, line.title, line.before, line.after, line.remark[:1].upper() + line.remark[1:])
    return " ".join(texts[column].split())
