"""The view of the question tree: grounds, chevrons, what is filtered out, and keys that it leaves to the page."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from zi_desktop.ui.evaluation.tree_delegate import RowDelegate
from zi_desktop.ui.evaluation.tree_model import QuestionTreeModel
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize

_INDENT: Final = 13
_CHEVRON_SHIFT: Final = 6
"""The first level stands a little off the selection bar."""
_SELECTION_BAR: Final = 3
_OPEN_LEVELS: Final = 2
"""Sections and components stand open at first."""
_OWN_KEYS: Final = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
})  # fmt: skip
_Index = QModelIndex | QPersistentModelIndex


class QuestionTree(QTreeView):
    """Shows a ``QuestionTreeModel``; ``reached`` carries the code of the row that became current by key or click."""

    reached = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QuestionTreeModel(self)
        self._shown: frozenset[str] | None = None
        self._opened: set[str] = set()
        self._silent = False
        self._rows = RowDelegate(self)
        self._current, self._pointed = QModelIndex(), QPoint(-1, -1)
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # figures keep their column
        self.verticalScrollBar().rangeChanged.connect(lambda low, high: self.verticalScrollBar().setEnabled(high > low))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # a new figure repaints nothing below
        self.setAccessibleName(self.tr("Komponen dan butir"))

    def questions(self) -> QuestionTreeModel:
        """Return the model."""
        return self._model

    def code(self) -> str:
        """Return the code of the current row, "" before there is one."""
        return self._model.code_of(self.currentIndex())

    def go_to(self, code: str) -> None:
        """Make a row current, open what lies above it and bring it into sight, without a signal."""
        index = self._model.index_of(code)
        if not index.isValid() or index == self.currentIndex():
            return
        self.scrollTo(index)  # before any row is due to be painted: only then can what is painted be moved
        self._silent = True
        self.setCurrentIndex(index)
        self._silent = False

    def open_first_levels(self) -> None:
        """Open sections and components, as a newly opened evaluation shows them."""
        self.expandToDepth(_OPEN_LEVELS - 1)

    def show_around(self) -> None:
        """Bring the current row into the middle of the view; the first row that is seen is whole."""
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        bar, row = self.verticalScrollBar(), self.sizeHintForRow(0)
        if row > 0:
            bar.setValue(bar.value() - bar.value() % row)

    def show_only(self, codes: Collection[str] | None) -> None:
        """Show these items with the branches above them, all opened; None shows everything as it stood before."""
        outline, wanted = self._model.outline, None if codes is None else frozenset(codes)
        if outline is None or wanted == self._shown:
            return
        if self._shown is None:
            self._opened = {place.code for place in outline.places if self.isExpanded(self._model.index_of(place.code))}
        self._shown = wanted
        numbers = {number for code in wanted or () for number in outline.line(outline.numbers[code])}
        for place in outline.places:
            index = self._model.index_of(place.code)
            self.setRowHidden(index.row(), index.parent(), wanted is not None and place.number not in numbers)
            if place.children:
                self.setExpanded(index, place.code in self._opened if wanted is None else True)
        if wanted is None:
            self.show_around()
        else:
            self.scrollTo(self.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the current row in the middle: before this the view had no height."""
        super().showEvent(event)
        self.show_around()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell where the person went."""
        super().currentChanged(current, previous)
        if not self._silent and current.isValid():
            self.reached.emit(self._model.code_of(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that move through the tree and leave all others to the page: there is no type-ahead."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        # A digit of the numeric pad is an answer; with Num Lock off its keys are arrows.
        if plain and Qt.Key(event.key()) in _OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close a branch at its chevron."""
        index = self.indexAt(event.position().toPoint())
        edge = self.visualRect(index).left() + _CHEVRON_SHIFT
        if index.isValid() and self._model.hasChildren(index) and event.position().x() < edge:
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted: Qt compares pixels with rows here, and would paint all of them anew."""
        if self.viewport().underMouse():  # another row comes to lie below the pointer
            super().scrollContentsBy(dx, dy)
        else:
            self.viewport().scroll(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the rows."""
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        painter.fillRect(event.rect(), QColor(tokens_of(self.palette()).surface))
        painter.end()
        self._current, self._pointed = self.currentIndex(), self._pointer()  # asked once, not for each row
        super().paintEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground from edge to edge, the chevron, then the row."""
        tokens = tokens_of(self.palette())
        place = self.visualRect(index)
        whole = QRect(0, place.top(), self.viewport().width(), place.height())
        selected = index == self._current
        if selected:
            painter.fillRect(whole, QColor(tokens.accent_soft))
            painter.fillRect(QRect(0, place.top(), _SELECTION_BAR, place.height()), QColor(tokens.accent))
        elif whole.contains(self._pointed):
            painter.fillRect(whole, QColor(tokens.hover))
        if self._model.hasChildren(index):
            chevron = QRect(place.left() - _INDENT + _CHEVRON_SHIFT, place.top(), _INDENT, place.height())
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            paint_icon(painter, chevron, name, "text2", IconSize.CELL - 2)
        painter.save()
        row = QStyleOptionViewItem(option)
        row.rect = place
        row.state = QStyle.StateFlag.State_Selected if selected else QStyle.StateFlag.State_None
        self._rows.paint(painter, row, index)
        painter.restore()

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Paint nothing: ``drawRow`` has painted the chevron."""

    def _pointer(self) -> QPoint:
        if not self.viewport().underMouse():
            return QPoint(-1, -1)
        return self.viewport().mapFromGlobal(self.cursor().pos())
