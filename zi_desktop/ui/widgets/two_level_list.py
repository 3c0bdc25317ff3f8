"""A list of groups with rows below them: everything open, rows as high as their words, letters search nothing."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTreeView, QWidget

from zi_desktop.ui.widgets.two_levels import Group, Row, TwoLevels


class TwoLevelList(QTreeView):
    """Shows a ``TwoLevels``; what paints its rows and what keys do there is said by who fills it."""

    def __init__(self, model: TwoLevels[Group, Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        model.setParent(self)
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the screen."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

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
