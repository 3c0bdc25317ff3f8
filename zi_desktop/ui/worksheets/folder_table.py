"""The table of a folder: files with their satker, ticks by Space and pointer, columns that fit the width."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QResizeEvent
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
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Space
from zi_desktop.ui.widgets.buttons import shortcut_action
from zi_desktop.ui.widgets.ticks import paint_tick
from zi_desktop.ui.worksheets.folder_lines import MARKS, FileState, FolderLine
from zi_desktop.ui.worksheets.folder_model import RIGHT, FolderColumn, FolderModel, file_text

_WIDTHS: Final = {
    FolderColumn.TICK: 36, FolderColumn.NEW: 56, FolderColumn.CHANGED: 76, FolderColumn.TOTAL: 124,
}  # fmt: skip
_NAMES: Final = 0.28
"""Of what those leave, the share of a file's name and of its satker; what is said about it takes the rest."""
_EDGE: Final = 3
_GAP: Final = 6
_NARROW: Final = 880
"""Logical pixels below which the columns of changes and totals give way; the details below tell them."""


class FolderTable(QTableView):
    """The table; ``match_requested`` asks whose a file is."""

    match_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = FolderModel(self)
        self.setModel(self.files)
        self.setItemDelegate(FolderDelegate(self))
        self._set_up()
        self.tick = shortcut_action(self, self.tr("Pilih atau lepas berkas"), "Space", "centang")
        self.tick.triggered.connect(self._tick)
        self.match = shortcut_action(self, self.tr("Tentukan satker berkas…"), "Return", "cocokkan pilih unit kerja")
        self.match.triggered.connect(lambda _checked: self.match_requested.emit())
        self.doubleClicked.connect(lambda _: self.match_requested.emit())

    def current(self) -> FolderLine | None:
        """Return the current file."""
        index = self.currentIndex()
        return self.files.line(index.row()) if index.isValid() else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a press on the box tick its file."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == FolderColumn.TICK:
            self.files.toggle(index.row())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and the last file."""
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Answer nothing: the filter does it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the person's text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        scale = text_scale()
        self.verticalHeader().setDefaultSectionSize(round(Height.ROW * scale))
        narrow = self.viewport().width() < _NARROW * scale
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, round(width * scale))
        for column in (FolderColumn.CHANGED, FolderColumn.TOTAL):
            self.setColumnHidden(column, narrow)
        free = self.viewport().width() - sum(self.columnWidth(column) for column in _WIDTHS)
        for column in (FolderColumn.FILE, FolderColumn.SATKER):
            self.setColumnWidth(column, round(free * _NAMES))

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(Height.ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(FolderColumn.REMARK, QHeaderView.ResizeMode.Stretch)

    def _tick(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.files.toggle(index.row())


class FolderDelegate(QStyledItemDelegate):
    """One cell of the table; the state of a file stands in icon and words."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, line and content of a cell."""
        model = index.model()
        assert isinstance(model, FolderModel)
        line, column = model.line(index.row()), FolderColumn(index.column())
        tokens, place = tokens_of(option.palette), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            if column is FolderColumn.TICK:
                painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, QColor(tokens.border))
        if column is FolderColumn.TICK:
            if line.choosable:
                paint_tick(painter, place, tokens, ticked=model.is_ticked(index.row()))
            return
        inner = place.adjusted(Space.S, 0, -Space.S, -1)
        if column is FolderColumn.REMARK:
            mark = QRect(inner.left(), inner.top(), IconSize.CELL, inner.height())
            paint_icon(painter, mark, *MARKS[line.state])
            inner.adjust(IconSize.CELL + _GAP, 0, 0, 0)
        painter.setFont(font())
        ink = tokens.text2
        if column in (FolderColumn.FILE, FolderColumn.SATKER):
            ink = tokens.text
        elif column is FolderColumn.REMARK and line.state is FileState.FAILED:
            ink = tokens.bad
        painter.setPen(QColor(ink))
        side = Qt.AlignmentFlag.AlignRight if column in RIGHT else Qt.AlignmentFlag.AlignLeft
        cut = QFontMetrics(painter.font()).elidedText(
            file_text(line, column), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), cut)
