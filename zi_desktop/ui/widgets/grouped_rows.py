"""Rows in groups as a tree of two levels: what a list of several kinds of things shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt

from zi_desktop.ui.widgets.two_levels import TwoLevels


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

    @property
    def spoken(self) -> str:
        """Return the heading as a screen reader says it."""
        return f"{self.title}, {len(self.rows)}"


class GroupedRows(TwoLevels[RowGroup, ListRow]):
    """Groups of rows."""

    def show_groups(self, groups: Sequence[RowGroup]) -> None:
        """Show other groups."""
        self.show_levels([(group, group.rows) for group in groups])

    def index_of(self, group: str, row: str) -> QModelIndex:
        """Return a row by its group and id, else the same row in another group, else the first row, or nothing."""
        places = self.places()
        same = [(each.key == group, index) for index, each, found in places if row and found.id == row]
        found = next((index for here, index in same if here), None) or next((index for _, index in same), None)
        return found or (places[0][0] if places else QModelIndex())

    def words(self, entry: RowGroup | ListRow, role: int) -> str | None:
        """Return what is written, shown as a tooltip or read aloud."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, ListRow):
            return "\n".join(part for part in (entry.title, entry.detail) if part)
        return entry.title if role == Qt.ItemDataRole.DisplayRole else None
