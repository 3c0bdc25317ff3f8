"""Rows in groups as a tree of two levels: what a list of several kinds of things shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The ``ListRow`` of a row, the ``RowGroup`` of a group."""
_GROUP: Final = 0
_NOWHERE: Final = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row.

    Attributes:
        id: tells it from every other row of its group.
        title: up to two lines.
        detail: a smaller line below, or "".
        icon: name of a drawing, with the token of its colour (``ink``).
        end: words at the right, with the token of their colour.
    """

    id: str
    title: str
    detail: str = ""
    icon: str = ""
    ink: str = "text2"
    end: str = ""
    end_ink: str = "text2"

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.detail, self.end) if part)


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A heading with the rows below it."""

    key: str
    title: str
    rows: tuple[ListRow, ...]


class GroupedRows(QAbstractItemModel):
    """Groups at the top; the number that an index carries is 0 for a group, else its group's row + 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[RowGroup, ...] = ()

    def show_groups(self, groups: Sequence[RowGroup]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self.endResetModel()

    def groups(self) -> tuple[RowGroup, ...]:
        """Return what is shown."""
        return self._groups

    def index_of(self, group: str, row: str) -> QModelIndex:
        """Return a row by its group and id, else the same row in another group, else the first row, or nothing."""
        places = [
            (each.key == group, self.index(number, 0, self.index(place, 0)))
            for place, each in enumerate(self._groups)
            for number in range(len(each.rows))
        ]
        same = [(here, index) for here, index in places if row and index.data(ROW_ROLE).id == row]
        found = next((index for here, index in same if here), None) or next((index for _, index in same), None)
        return found or (places[0][1] if places else QModelIndex())

    def index(self, row: int, column: int, parent: AnyIndex = _NOWHERE) -> QModelIndex:
        """Return the index of a group, or of a row in one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, index: AnyIndex = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # QObject has a parent() too
        """Return the group of a row."""
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return how many groups there are, or rows in a group."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].rows) if parent.internalId() == _GROUP and not parent.column() else 0

    def columnCount(self, _parent: AnyIndex = _NOWHERE) -> int:
        """Return 1."""
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let rows be chosen; arrows pass over groups."""
        if not index.isValid() or index.internalId() == _GROUP:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is painted, shown as a tooltip or read aloud."""
        if not index.isValid():
            return None
        if index.internalId() == _GROUP:
            return _group_data(self._groups[index.row()], role)
        return _row_data(self._groups[index.internalId() - 1].rows[index.row()], role)


def _group_data(group: RowGroup, role: int) -> Any:
    if role == ROW_ROLE:
        return group
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{group.title}, {len(group.rows)}"
    return group.title if role == Qt.ItemDataRole.DisplayRole else None


def _row_data(row: ListRow, role: int) -> Any:
    if role == ROW_ROLE:
        return row
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return row.spoken
    if role == Qt.ItemDataRole.ToolTipRole:
        return "\n".join(part for part in (row.title, row.detail) if part)
    return row.title if role == Qt.ItemDataRole.DisplayRole else None
