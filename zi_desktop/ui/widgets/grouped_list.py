"""A list of rows in groups: arrows go from row to row, Enter and a double click act."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTreeView, QWidget

from zi_desktop.ui.widgets.grouped_delegate import GroupedDelegate
from zi_desktop.ui.widgets.grouped_rows import ROW_ROLE, GroupedRows, ListRow, RowGroup

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class GroupedList(QTreeView):
    """Shows groups. ``acted`` comes with Enter, ``ticked`` with Space, ``row_changed`` when another row is chosen."""

    acted = Signal()
    ticked = Signal()
    row_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = GroupedRows(self)
        self.setModel(self._model)
        self.setItemDelegate(GroupedDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda *_: self.row_changed.emit())

    def show_groups(self, groups: Sequence[RowGroup]) -> None:
        """Show other groups; the row that was chosen stays chosen while it is there, and in its place."""
        group, row = self.group(), self.row()
        place = self.verticalScrollBar().value()
        self._model.show_groups(groups)
        self.expandAll()
        self.choose(group.key if group else "", row.id if row else "")
        self.verticalScrollBar().setValue(place)
        self.row_changed.emit()

    def groups(self) -> tuple[RowGroup, ...]:
        """Return what is shown."""
        return self._model.groups()

    def choose(self, group: str, row: str) -> None:
        """Choose a row, the first one where it is not there."""
        self.setCurrentIndex(self._model.index_of(group, row))

    def row(self) -> ListRow | None:
        """Return the row that is chosen."""
        entry = self.currentIndex().data(ROW_ROLE)
        return entry if isinstance(entry, ListRow) else None

    def group(self) -> RowGroup | None:
        """Return the group of the row that is chosen."""
        entry = self.currentIndex().parent().data(ROW_ROLE)
        return entry if isinstance(entry, RowGroup) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter act and Space tick; letters search nothing here."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.row():
                self.acted.emit()
        elif event.key() == Qt.Key.Key_Space:
            if self.row():
                self.ticked.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do what Enter does."""
        if isinstance(self.indexAt(event.position().toPoint()).data(ROW_ROLE), ListRow):
            self.acted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows take the height that their words need at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def drawBranches(self, *_: object) -> None:
        """Paint no branches: the rows say all."""

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QTreeView.ScrollHint = QTreeView.ScrollHint.EnsureVisible,
    ) -> None:
        """Keep the heading of a group in sight with its first row."""
        super().scrollTo(index, hint)
        if index.row() == 0 and index.parent().isValid():
            super().scrollTo(index.parent(), hint)
