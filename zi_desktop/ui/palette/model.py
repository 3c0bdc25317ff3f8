"""The list of commands that were found."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zi_desktop.ui.palette.matching import Command

KEYS_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


class CommandModel(QAbstractListModel):
    """Rows of commands; the keys stand in ``KEYS_ROLE``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: Sequence[Command] = ()

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Show other commands."""
        self.beginResetModel()
        self._commands = commands
        self.endResetModel()

    def command(self, row: int) -> Command:
        """Return the command of a row."""
        return self._commands[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many commands there are."""
        return 0 if parent.isValid() else len(self._commands)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text or keys of a command."""
        if not index.isValid():
            return None
        command = self._commands[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{command.text}, {command.keys}" if command.keys else command.text
        return command.keys if role == KEYS_ROLE else None
