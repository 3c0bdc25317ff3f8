"""The question tree as a Qt model: one column over the immutable outline of an edition."""

from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zi_desktop.ui.evaluation.tree_figures import TreeFigures
from zi_desktop.ui.evaluation.tree_outline import NO_PARENT, Outline

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Gives the ``BranchRow`` or ``ItemRow`` that the delegate paints."""
_NOWHERE: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class QuestionTreeModel(QAbstractItemModel):
    """Rows of an outline; an index carries the number of its row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outline: Outline | None = None
        self._figures: TreeFigures | None = None

    @property
    def outline(self) -> Outline | None:
        """Return the rows, or None before anything is shown."""
        return self._outline

    def show_outline(self, outline: Outline, figures: TreeFigures) -> None:
        """Show another worksheet; of the one that is shown, other figures in every row."""
        if outline is self._outline:
            self._figures = figures
            # Of more than one row at once, a view asks for all that it shows: far less than to be told of each.
            self.dataChanged.emit(self._index(outline.roots[0]), self._index(outline.roots[-1]))
            return
        self.beginResetModel()
        self._outline, self._figures = outline, figures
        self.endResetModel()

    def show_figures(self, figures: TreeFigures) -> None:
        """Show the evaluation after some items changed: only they and their branches are touched."""
        earlier, self._figures = self._figures, figures
        if self._outline is None or earlier is None:
            return
        touched = {self._outline.numbers[code] for code in figures.differing(earlier)}
        for number in sorted({number for each in touched for number in self._outline.line(each)}):
            self._changed(number)

    def number_of(self, index: _Index) -> int:
        """Return the number of an index's row, ``NO_PARENT`` for none."""
        return int(index.internalId()) if index.isValid() else NO_PARENT

    def index_of(self, code: str) -> QModelIndex:
        """Return the index of a code; invalid where there is none."""
        if self._outline is None or code not in self._outline.numbers:
            return QModelIndex()
        return self._index(self._outline.numbers[code])

    def code_of(self, index: _Index) -> str:
        """Return the code of an index's row, "" for none."""
        return self._outline.places[self.number_of(index)].code if self._outline and index.isValid() else ""

    def is_question(self, index: _Index) -> bool:
        """Tell whether a row can be answered."""
        return bool(self._outline and index.isValid() and self._outline.places[self.number_of(index)].is_question)

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        """Return the index of a child."""
        if self._outline is None or column != 0 or (parent.isValid() and parent.column() != 0):
            return QModelIndex()
        below = self._outline.below(self.number_of(parent))
        return self.createIndex(row, 0, below[row]) if 0 <= row < len(below) else QModelIndex()

    def parent(self, child: _Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # QObject has a parent() too
        """Return the index of the branch above."""
        if self._outline is None or not child.isValid():
            return QModelIndex()
        above = self._outline.places[self.number_of(child)].parent
        return QModelIndex() if above == NO_PARENT else self._index(above)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many rows are right below."""
        if self._outline is None or (parent.isValid() and parent.column() != 0):
            return 0
        return len(self._outline.below(self.number_of(parent)))

    def columnCount(self, _parent: _Index = _NOWHERE) -> int:
        """Return the one column."""
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return title, tooltip, spoken text, or the row for the delegate."""
        if self._figures is None or not index.isValid():
            return None
        row = self._figures.row(self.number_of(index))
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}\n{row.tip}" if row.tip else row.title
        return None

    def _index(self, number: int) -> QModelIndex:
        assert self._outline is not None
        return self.createIndex(self._outline.places[number].position, 0, number)

    def _changed(self, number: int) -> None:
        index = self._index(number)
        self.dataChanged.emit(index, index)
