"""Files of evidence as a Qt model over immutable values."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zi_desktop.ui.evidence.lines import EvidenceLine

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_NOWHERE: Final = QModelIndex()


class EvidenceModel(QAbstractListModel):
    """Shows the files of one place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[EvidenceLine, ...] = ()

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """Show other files; where they are the same ones, only what changed of them is painted anew."""
        before, after = self.lines, tuple(lines)
        if before == after:
            return
        if [_key(line) for line in before] == [_key(line) for line in after]:
            self.lines = after
            self.dataChanged.emit(self.index(0), self.index(len(after) - 1))
            return
        self.beginResetModel()
        self.lines = after
        self.endResetModel()

    def row_of(self, sha256: str) -> int:
        """Return the row of a file, -1 where it is not shown."""
        return next((row for row, line in enumerate(self.lines) if line.link.file.sha256 == sha256), -1)

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
                return line.tip
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.words
        return line if role == LINE_ROLE else None


def _key(line: EvidenceLine) -> tuple[str, str]:
    return line.link.place, line.link.file.sha256
