"""The table of the trend: figures under each other, each over the bar of its share."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, Space, Type, Weight
from zi_desktop.ui.trend.model import LINE_ROLE, TrendModel
from zi_desktop.ui.trend.shown import TrendLine, TrendShown
from zi_desktop.ui.widgets.bars import Bar, paint_bar
from zi_desktop.ui.widgets.hairline import line_below

_BAR: Final = 3
_ROW: Final = 34
_EDGE: Final = 3
_NAME: Final = 288
_CHANGE: Final = 88
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_Index = QModelIndex | QPersistentModelIndex


class TrendTable(QTableView):
    """Shows a trend; arrows go from line to line."""

    def __init__(self, shown: TrendShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(TrendModel(shown, self))
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName(self.tr("Tren per area"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(round(_ROW * text_scale()))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFixedHeight(Height.TABLE_HEADER)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        last = self.model().columnCount() - 1
        for column, width in ((0, _NAME), (last, _CHANGE)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, round(width * text_scale()))
        self.setFixedHeight(Height.TABLE_HEADER + rows.defaultSectionSize() * len(shown.lines))
        self.selectRow(0)

    def choose_nothing(self) -> None:
        """Let no line be chosen: the keys would do nothing that is seen."""
        self.clearSelection()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def line(self) -> TrendLine | None:
        """Return the line that is chosen."""
        found = self.currentIndex().data(LINE_ROLE)
        return found if isinstance(found, TrendLine) else None


class _CellDelegate(QStyledItemDelegate):
    """Paints a title, a figure over its bar, or a change."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, round(_ROW * text_scale()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        line: TrendLine = index.data(LINE_ROLE)
        place: QRect = option.rect
        palette: QPalette = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens, column, last = tokens_of(palette), index.column(), index.model().columnCount() - 1
        painter.save()
        painter.fillRect(place, QColor(tokens.accent_soft if chosen else tokens.surface))
        line_below(painter, place, QColor(tokens.border))
        if chosen and column == 0:
            painter.fillRect(QRect(place.left(), place.top(), _EDGE, place.height()), QColor(tokens.accent))
        inner = place.adjusted(Space.S, 0, -Space.S, -1)
        strong = line.strong or column == last - 1
        face = font(Type.BODY, Weight.STRONG if strong else Weight.TEXT)
        painter.setFont(face)
        painter.setPen(QColor(tokens.text2 if column == last else tokens.text))
        text = QFontMetrics(face).elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width())
        above = inner.adjusted(0, 0, 0, -_BAR - Space.XS)  # also where no bar is: all words of a row stand on one line
        painter.drawText(above, _LEFT if column == 0 else _RIGHT, text)
        if 0 < column < last:
            share = line.cells[column - 1].share
            if share is not None:
                bed = QRect(inner.left(), inner.bottom() - _BAR - 2, inner.width(), _BAR)
                paint_bar(painter, bed, Bar(share), palette)
        painter.restore()
