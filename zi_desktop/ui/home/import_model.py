"""The rows of a list before it is taken, as a Qt model over immutable values."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zi_desktop.services.satkers.preview import PreviewedRow, RowState

_NOWHERE: Final = QModelIndex()
STATE_WORDS: Final[Mapping[RowState, str]] = {
    RowState.BAD: "Keliru", RowState.NEW: "Baru", RowState.CHANGED: "Berubah", RowState.SAME: "Sama",
}  # fmt: skip
STATE_MARKS: Final[Mapping[RowState, tuple[str, str]]] = {
    RowState.BAD: ("invalid", "bad"), RowState.NEW: ("plus", "ok"), RowState.CHANGED: ("pencil", "accent_text"),
    RowState.SAME: ("minus", "text3"),
}  # fmt: skip


class ImportColumn(IntEnum):
    """The columns, in their order."""

    NUMBER = 0
    STATE = 1
    CODE = 2
    NAME = 3
    DETAILS = 4


_HEADINGS: Final = ("Baris", "Keadaan", "Kode", "Satker", "Rincian")


class ImportModel(QAbstractTableModel):
    """Shows rows of a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[PreviewedRow] = ()

    def show_rows(self, rows: Sequence[PreviewedRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> PreviewedRow:
        """Return the row of that number."""
        return self._rows[number]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(ImportColumn)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; details too long for their column are the tooltip as well."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], ImportColumn(index.column())
        text = cell_text(row, column)
        if role == Qt.ItemDataRole.DisplayRole or (role == Qt.ItemDataRole.ToolTipRole and text):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row) if column is ImportColumn.NUMBER else f"{_HEADINGS[column]} {text}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == ImportColumn.NUMBER else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def cell_text(row: PreviewedRow, column: ImportColumn) -> str:
    """Return what stands in a cell."""
    match column:
        case ImportColumn.NUMBER:
            return str(row.number)
        case ImportColumn.STATE:
            return STATE_WORDS[row.state]
        case ImportColumn.CODE:
            return row.code or "–"
        case ImportColumn.NAME:
            return row.name or "–"
        case ImportColumn.DETAILS:
            return details(row)


def spoken(row: PreviewedRow) -> str:
    """Return a row as a screen reader says it."""
    return ", ".join(f"{_HEADINGS[column]} {text}" for column in ImportColumn if (text := cell_text(row, column)))


def details(row: PreviewedRow) -> str:
    """Return what is wrong with a row, or what it would change: ``kanwil: Kanwil Misal → Kanwil Contoh``."""
    if row.problem:
        return row.problem[:1].upper() + row.problem[1:]
    changes = (f"{change.attribute}: {change.before or '–'} → {change.after or '–'}" for change in row.changes)
    return " · ".join(changes)
