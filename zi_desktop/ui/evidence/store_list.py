"""The list of kept files: two lines each, the size at the right; ticked by Space and pointer where it lets choose."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from zi_desktop.ui.evidence.lines import size_words
from zi_desktop.ui.evidence.store_model import LINE_ROLE, StoreModel
from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space, Type
from zi_desktop.ui.widgets.buttons import shortcut_action
from zi_desktop.ui.widgets.hairline import line_below
from zi_desktop.ui.widgets.ticks import paint_tick

if TYPE_CHECKING:
    from zi_desktop.ui.evidence.store_lines import StoreLine

_EDGE: Final = 3
_MARK_ROOM: Final = 38
"""From the left edge to the words: the tick, or the mark."""
_VERTICAL: Final = 4


class StoreList(QListView):
    """Shows ``lines``; with ``choosing`` they can be ticked."""

    def __init__(self, *, choosing: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = StoreModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self, choosing=choosing))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._choosing = choosing
        self.tick = shortcut_action(self, self.tr("Pilih atau lepas berkas"), "Space", "centang")
        self.tick.setEnabled(choosing)
        self.tick.triggered.connect(lambda _checked: self._toggle(self.currentIndex()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first file where none is."""
        super().focusInEvent(event)
        if self.lines.rowCount() and not self.selectedIndexes():
            self.setCurrentIndex(self.lines.index(max(self.currentIndex().row(), 0)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a press on the box tick its file."""
        super().mousePressEvent(event)
        if event.position().x() < _MARK_ROOM:
            self._toggle(self.indexAt(event.position().toPoint()))

    def keyboardSearch(self, _search: str) -> None:
        """Search nothing: Space is a key here."""

    def _toggle(self, index: QModelIndex) -> None:
        if self._choosing and index.isValid():
            self.lines.toggle(index.row())


class _Delegate(QStyledItemDelegate):
    """Paints a file."""

    def __init__(self, parent: QObject, *, choosing: bool) -> None:
        super().__init__(parent)
        self._choosing = choosing

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return room for two lines."""
        return QSize(0, QFontMetrics(font()).height() + QFontMetrics(font(Type.SMALL)).height() + 2 * _VERTICAL + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, hairline, tick or mark, and words."""
        tokens, place, model = tokens_of(option.palette), option.rect, index.model()
        assert isinstance(model, StoreModel)
        line: StoreLine = index.data(LINE_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        line_below(painter, place, QColor(tokens.border))
        mark = QRect(place.left() + _EDGE, place.top(), _MARK_ROOM - _EDGE, place.height() - 1)
        if self._choosing:
            paint_tick(painter, mark, tokens, ticked=line.key in model.chosen)
        else:
            paint_icon(painter, mark, *line.mark, IconSize.BUTTON)
        size, right = size_words(line.size), place.right() - Space.M
        words = QRect(place.left() + _MARK_ROOM, place.top() + _VERTICAL, 0, QFontMetrics(font()).height())
        words.setRight(right)
        painter.setFont(font())
        painter.setPen(QColor(tokens.text))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignRight), size)
        metrics = painter.fontMetrics()
        room = words.width() - metrics.horizontalAdvance(size) - Space.L
        painter.drawText(words, 0, metrics.elidedText(line.name, Qt.TextElideMode.ElideMiddle, room))
        painter.setFont(font(Type.SMALL))
        painter.setPen(QColor(tokens.text2))
        words.translate(0, words.height())
        cut = painter.fontMetrics().elidedText(line.details, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, 0, cut)
        painter.restore()
