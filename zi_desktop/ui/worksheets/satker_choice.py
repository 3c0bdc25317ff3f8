"""The dialog that asks whose worksheet a file is: every satker, those first that the file resembles."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.hairline import line_below
from zi_desktop.ui.widgets.search_field import SearchField
from zi_desktop.ui.worksheets.folder_presenter import SatkerChoice

_WIDTH: Final = 520
_ROWS: Final = 9
_EDGE: Final = 3
_EDGES: Final = 4
"""Pixels of height that the frame takes, above and below the rows together."""


class SatkerChoiceDialog(DialogFrame):
    """Shows the satker that match what is typed; ``words`` tell the file, ``chosen`` carries the id of one."""

    chosen = Signal(str)

    def __init__(self, words: str, choices: Sequence[SatkerChoice], parent: QWidget) -> None:
        super().__init__(parent.tr("Tentukan satker"), parent.tr("Pilih"), parent)
        self._choices = choices
        self._shown: Sequence[SatkerChoice] = choices
        self.setFixedWidth(_WIDTH)
        self.add_words(words)
        self.search = SearchField(keys="")
        self.search.setPlaceholderText(self.tr("Cari satker"))
        self.search.setAccessibleName(self.tr("Cari satker"))
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Satker"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_RowDelegate(self.list))
        self._names = QStringListModel(self)
        self.list.setModel(self._names)
        self.body.addWidget(self.search)
        panel = QFrame()
        panel.setProperty("surface", "panel")
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        self.nothing = EmptyLine()
        self.nothing.show_sentence(self.tr("Tidak ada satker yang cocok."))
        inner.addWidget(self.list, 1)
        inner.addWidget(self.nothing, 1)
        panel.setFixedHeight(_ROWS * _row_height() + _EDGES)
        self.body.addWidget(panel)
        self.search.textChanged.connect(self._find)
        self.search.left.connect(self.list.setFocus)
        self.list.doubleClicked.connect(lambda _: self.confirm())
        self._find("")
        self.search.setFocus()

    def confirm(self) -> None:
        """Tell which satker it is, and close."""
        index: QModelIndex = self.list.currentIndex()
        if index.isValid():
            self.accept()
            self.chosen.emit(self._shown[index.row()].id)

    def _find(self, typed: str) -> None:
        words = typed.casefold().split()
        self._shown = [choice for choice in self._choices if all(word in choice.words.casefold() for word in words)]
        likely = self.tr("{satker} · mirip")
        self._names.setStringList(
            [likely.format(satker=choice.words) if choice.likely else choice.words for choice in self._shown]
        )
        self.list.setCurrentIndex(self._names.index(0))
        self.list.setVisible(bool(self._shown))
        self.nothing.setVisible(not self._shown)
        self.confirm_button.setEnabled(bool(self._shown))


class _RowDelegate(QStyledItemDelegate):
    """One satker: as high as a row of a table, cut where it is too long."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(0, _row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, line and name."""
        tokens, place = tokens_of(option.palette), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        line_below(painter, place, QColor(tokens.border))
        inner = place.adjusted(Space.M, 0, -Space.M, -1)
        painter.setFont(font())
        painter.setPen(QColor(tokens.text))
        cut = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), cut)


def _row_height() -> int:
    return round(Height.ROW * text_scale())
