"""The last checks as a tree of two levels: groups, and the lines of each."""

from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zi_desktop.ui.signing.checks import CheckGroup, CheckLine, ChecksShown

LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The ``CheckLine`` of a line, the ``CheckGroup`` of a group."""
_GROUP: Final = 0
_NOWHERE: Final = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


class ChecksModel(QAbstractItemModel):
    """Groups at the top; the number that an index carries is 0 for a group, else its group's row + 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[CheckGroup, ...] = ()

    def show_checks(self, shown: ChecksShown) -> None:
        """Show other checks."""
        self.beginResetModel()
        self._groups = shown.groups
        self.endResetModel()

    def groups(self) -> tuple[CheckGroup, ...]:
        """Return what is shown."""
        return self._groups

    def index_of(self, check: str) -> QModelIndex:
        """Return the line of a finding by its id, or the first line, or nothing."""
        lines = [
            self.index(n, 0, self.index(g, 0)) for g, group in enumerate(self._groups) for n in range(len(group.lines))
        ]
        wanted = (index for index in lines if check and index.data(LINE_ROLE).id == check)
        return next(wanted, lines[0] if lines else QModelIndex())

    def index(self, row: int, column: int, parent: AnyIndex = _NOWHERE) -> QModelIndex:
        """Return the index of a group, or of a line in one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, index: AnyIndex = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # QObject has a parent() too
        """Return the group of a line."""
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return how many groups there are, or lines in a group."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].lines) if parent.internalId() == _GROUP and not parent.column() else 0

    def columnCount(self, _parent: AnyIndex = _NOWHERE) -> int:
        """Return 1."""
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let lines be chosen; arrows pass over groups."""
        if not index.isValid() or index.internalId() == _GROUP:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is painted, shown as a tooltip or read aloud."""
        if not index.isValid():
            return None
        entry = self._entry(index)
        if role == LINE_ROLE:
            return entry
        return _group_data(entry, role) if isinstance(entry, CheckGroup) else _line_data(entry, role)

    def _entry(self, index: AnyIndex) -> CheckGroup | CheckLine:
        if index.internalId() == _GROUP:
            return self._groups[index.row()]
        return self._groups[index.internalId() - 1].lines[index.row()]


def _group_data(group: CheckGroup, role: int) -> str | None:
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{group.title}, {group.count}"
    return group.title if role == Qt.ItemDataRole.DisplayRole else None


def _line_data(line: CheckLine, role: int) -> str | None:
    if role == Qt.ItemDataRole.ToolTipRole:
        return line.text if line.detail else None
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return ", ".join(part for part in (line.title, line.detail, *line.acts) if part)
    return line.title if role == Qt.ItemDataRole.DisplayRole else None
