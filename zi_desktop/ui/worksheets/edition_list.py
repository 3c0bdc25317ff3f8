"""The list of editions: two lines each, name over origin and wording."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, Space, Type, Weight
from zi_desktop.ui.widgets.hairline import line_below
from zi_desktop.ui.worksheets.edition_presenter import EditionRow

_NOWHERE: Final = QModelIndex()
_EDGE: Final = 3
_RING: Final = 2
"""Pixels of the outline of the row that has the keyboard."""
_MOST: Final = 4
"""Rows for which there is room without scrolling."""


class EditionListModel(QAbstractListModel):
    """Shows editions."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[EditionRow] = ()

    def show_rows(self, rows: Sequence[EditionRow]) -> None:
        """Show others."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of an edition; the tooltip and what a screen reader says are all of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name}, {row.facts}, kata-kata butir: {row.words}"
        return None


class EditionList(QListView):
    """The list; as high as its rows, up to a few."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editions = EditionListModel(self)
        self.setModel(self.editions)
        self.setItemDelegate(_EditionDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Edisi lembar kerja"))

    def show_rows(self, rows: Sequence[EditionRow]) -> None:
        """Show editions; the one that was current stays so."""
        current = self.current()
        self.editions.show_rows(rows)
        self.choose(current.structure if current else "")
        self.setFixedHeight(min(len(rows), _MOST) * _height())

    def choose(self, structure: str) -> None:
        """Make the edition of a structure the current one, the first where there is none of it."""
        structures = [row.structure for row in self.editions.rows]
        number = structures.index(structure) if structure in structures else 0
        self.setCurrentIndex(self.editions.index(number))

    def current(self) -> EditionRow | None:
        """Return the current edition."""
        number = self.currentIndex().row()
        return self.editions.rows[number] if 0 <= number < len(self.editions.rows) else None

    def keyboardSearch(self, search: str) -> None:
        """Answer nothing: single keys belong to the window."""


class _EditionDelegate(QStyledItemDelegate):
    """One edition; one that was set aside is grey."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of two lines."""
        return QSize(0, _height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, name and facts."""
        model = index.model()
        assert isinstance(model, EditionListModel)
        row, tokens, place = model.rows[index.row()], tokens_of(option.palette), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        if index.row() < len(model.rows) - 1:  # below the last one runs the frame
            line_below(painter, place, QColor(tokens.border))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), _RING))
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        inner = place.adjusted(Space.M, Space.XS, -Space.M, -Space.XS - 1)
        half = inner.height() // 2
        lines = (
            (row.name, Type.BODY, Weight.STRONG, tokens.text2 if row.retired else tokens.text, 0),
            (row.facts, Type.SMALL, Weight.TEXT, tokens.text2, half),
        )
        for text, size, weight, ink, top in lines:
            painter.setFont(font(size, weight))
            painter.setPen(QColor(ink))
            line = QRect(inner.left(), inner.top() + top, inner.width(), half)
            cut = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), cut)


def _height() -> int:
    return round(Height.TALL_ROW * text_scale())
