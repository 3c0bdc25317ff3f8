"""A list of rows in groups: arrows go from row to row, Enter and a double click act."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.widgets.grouped_delegate import GroupedDelegate
from zi_desktop.ui.widgets.grouped_rows import GroupedRows, ListRow, RowGroup
from zi_desktop.ui.widgets.two_level_list import TwoLevelList
from zi_desktop.ui.widgets.two_levels import ENTRY_ROLE

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class GroupedList(TwoLevelList):
    """Shows groups. ``acted`` comes with Enter, ``ticked`` with Space, ``row_changed`` when another row is chosen."""

    acted = Signal()
    ticked = Signal()
    row_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        model = GroupedRows()
        super().__init__(model, parent)
        self._model = model
        self.setItemDelegate(GroupedDelegate(self))
        self.selectionModel().currentChanged.connect(lambda *_: self.row_changed.emit())

    def show_groups(self, groups: Sequence[RowGroup]) -> None:
        """Show other groups; the row that was chosen stays chosen while it is there, in its place, and in sight if it was."""
        group, row = self.group(), self.row()
        place = self.verticalScrollBar().value()
        seen = self.visualRect(self.currentIndex()).intersects(self.viewport().rect())
        self._model.show_groups(groups)
        self.expandAll()
        self.choose(group.key if group else "", row.id if row else "")
        self.verticalScrollBar().setValue(place)
        if seen:
            self.scrollTo(self.currentIndex())
        self.row_changed.emit()

    def groups(self) -> tuple[RowGroup, ...]:
        """Return what is shown."""
        return self._model.groups()

    def choose(self, group: str, row: str) -> None:
        """Choose a row, the first one where it is not there."""
        self.setCurrentIndex(self._model.index_of(group, row))

    def row(self) -> ListRow | None:
        """Return the row that is chosen."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, ListRow) else None

    def group(self) -> RowGroup | None:
        """Return the group of the row that is chosen."""
        entry = self.currentIndex().parent().data(ENTRY_ROLE)
        return entry if isinstance(entry, RowGroup) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter act and Space tick."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.row():
                self.acted.emit()
        elif event.key() == Qt.Key.Key_Space:
            if self.row():
                self.ticked.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do what Enter does."""
        if isinstance(self.indexAt(event.position().toPoint()).data(ENTRY_ROLE), ListRow):
            self.acted.emit()
