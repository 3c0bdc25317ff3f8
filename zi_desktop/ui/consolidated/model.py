"""The satker of a consolidated store as a Qt model that grows page by page: never all of them are loaded at once."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zi_desktop.ui.consolidated.shown import Line

HEADINGS: Final = (
    "Kode", "Satker", "Kanwil", "Predikat", "Target", "Status", "Terisi", "Nilai TPI", "Terhadap ambang",
)  # fmt: skip
CODE, NAME, KANWIL, PREDICATE, TARGET, STATUS, FILLED, SCORE, STANDING = range(len(HEADINGS))
RIGHT: Final = frozenset({FILLED, SCORE})
LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The ``Line`` of a row."""
_NOWHERE: Final = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


class PagesModel(QAbstractTableModel):
    """Holds the pages that were read; ``wanted`` asks for the next one."""

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._more = False

    def clear(self) -> None:
        """Begin again: another year or Kanwil."""
        self.beginResetModel()
        self._lines, self._more = [], False
        self.endResetModel()

    def add(self, lines: "Sequence[Line]", *, more: bool) -> None:
        """Add a page; ``more`` where another one follows."""
        self._more = more
        if lines:
            first = len(self._lines)
            self.beginInsertRows(_NOWHERE, first, first + len(lines) - 1)
            self._lines.extend(lines)
            self.endInsertRows()

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Tell whether there is another page."""
        return self._more and not parent.isValid()

    def fetchMore(self, _parent: AnyIndex) -> None:
        """Ask for the next page, once."""
        if self._more:
            self._more = False
            self.wanted.emit()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return how many rows were read."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in RIGHT else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is painted or read aloud."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.texts[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return f"{line.texts[NAME]} ({line.texts[CODE]})" if index.column() == NAME else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken
        return line if role == LINE_ROLE else None
