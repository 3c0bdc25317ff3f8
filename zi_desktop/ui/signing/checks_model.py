"""The last checks as a tree of two levels: groups, and the lines of each."""

from PySide6.QtCore import QModelIndex, Qt

from zi_desktop.ui.signing.checks import CheckGroup, CheckLine, ChecksShown
from zi_desktop.ui.widgets.two_levels import TwoLevels


class ChecksModel(TwoLevels[CheckGroup, CheckLine]):
    """Groups of findings."""

    def show_checks(self, shown: ChecksShown) -> None:
        """Show other checks."""
        self.show_levels([(group, group.lines) for group in shown.groups])

    def index_of(self, check: str) -> QModelIndex:
        """Return the line of a finding by its id, or the first line, or nothing."""
        places = self.places()
        wanted = (index for index, _, line in places if check and line.id == check)
        return next(wanted, places[0][0] if places else QModelIndex())

    def words(self, entry: CheckGroup | CheckLine, role: int) -> str | None:
        """Return what is written, shown as a tooltip or read aloud."""
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        return _group_words(entry, role) if isinstance(entry, CheckGroup) else _line_words(entry, role)


def _group_words(group: CheckGroup, role: int) -> str | None:
    return f"{group.title}, {group.count}" if role == Qt.ItemDataRole.AccessibleTextRole else None


def _line_words(line: CheckLine, role: int) -> str | None:
    if role == Qt.ItemDataRole.ToolTipRole:
        return line.text if line.detail else None
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return ", ".join(part for part in (line.title, line.detail, *line.acts) if part)
    return None
