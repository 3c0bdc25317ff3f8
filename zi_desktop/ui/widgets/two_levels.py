"""Groups with rows below them as a tree of two levels: the model of lists that show several kinds of things."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Group = TypeVar("Group")
Row = TypeVar("Row")
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""What stands at an index itself: a group or a row."""
_GROUP: Final = 0
_NOWHERE: Final = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


class TwoLevels(QAbstractItemModel, Generic[Group, Row]):
    """Groups at the top; the number that an index carries is 0 for a group, else its group's row + 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._levels: Sequence[tuple[Group, Sequence[Row]]] = ()

    @abstractmethod
    def words(self, entry: Group | Row, role: int) -> str | None:
        """Return what is written of a group or a row, shown as its tooltip or read aloud."""

    def show_levels(self, levels: Sequence[tuple[Group, Sequence[Row]]]) -> None:
        """Show other groups, each with its rows."""
        self.beginResetModel()
        self._levels = levels
        self.endResetModel()

    def groups(self) -> tuple[Group, ...]:
        """Return what is shown."""
        return tuple(group for group, _ in self._levels)

    def places(self) -> Sequence[tuple[QModelIndex, Group, Row]]:
        """Return where each row stands, from the top."""
        return [
            (self.index(number, 0, self.index(place, 0)), group, row)
            for place, (group, rows) in enumerate(self._levels)
            for number, row in enumerate(rows)
        ]

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
            return len(self._levels)
        return len(self._levels[parent.row()][1]) if parent.internalId() == _GROUP and not parent.column() else 0

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
        entry = self._entry(index)
        return entry if role == ENTRY_ROLE else self.words(entry, role)

    def _entry(self, index: AnyIndex) -> Group | Row:
        if index.internalId() == _GROUP:
            return self._levels[index.row()][0]
        return self._levels[index.internalId() - 1][1][index.row()]
