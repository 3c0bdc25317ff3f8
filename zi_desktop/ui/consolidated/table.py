"""The table of a consolidated store: columns that fit the width, rows painted by one delegate."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from zi_desktop.ui.consolidated.model import (
    CODE,
    FILLED,
    HEADINGS,
    KANWIL,
    LINE_ROLE,
    NAME,
    PREDICATE,
    SCORE,
    STANDING,
    STATUS,
    TARGET,
    AnyIndex,
    PagesModel,
)
from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Space, Type, Weight

_EDGE: Final = 3
_LEAST_NAME: Final = 190
"""Logical pixels that the name keeps before a column gives way."""
_WIDEST: Final = {
    CODE: "WWW-0000", KANWIL: "Kalimantan Selatan", PREDICATE: "WBBM", TARGET: "WBBM", STATUS: "Menunggu TTD",
    FILLED: "113/113", SCORE: "100,00", STANDING: "Belum cukup data",
}  # fmt: skip
_GIVING_WAY: Final = (PREDICATE, KANWIL, CODE, TARGET, FILLED)


class PagesTable(QTableView):
    """Shows pages; the next one is asked for when the last row comes into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PagesModel(self)
        self.one_kanwil = False
        self.setModel(self.pages)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName(self.tr("Satker di simpanan gabungan"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(Height.ROW)
        rows.setDefaultSectionSize(round(Height.ROW * text_scale()))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFixedHeight(Height.TABLE_HEADER)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.pages.rowsInserted.connect(self._begin)

    def show_scope(self, *, one_kanwil: bool) -> None:
        """Leave the Kanwil out where all rows are of one."""
        self.one_kanwil = one_kanwil
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width."""
        super().resizeEvent(event)
        self.fit()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> AnyIndex:  # type: ignore[override]  # what Qt takes
        """Let Home and End go to the first and the last row: rows are what is chosen here, not cells."""
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Answer nothing: not all rows are here."""

    def fit(self) -> None:
        """Let columns give way until the name has room."""
        metrics = QFontMetrics(font(Type.BODY, Weight.STRONG))
        marks = {STANDING: IconSize.CELL + Space.S}
        widths = {
            column: max(metrics.horizontalAdvance(each) for each in (text, HEADINGS[column]))
            + marks.get(column, 0)
            + 2 * Space.S
            + (Space.XS if column == STANDING else 0)
            for column, text in _WIDEST.items()
        }
        hidden = {KANWIL} if self.one_kanwil else set[int]()
        room = self.viewport().width() - _LEAST_NAME
        for column in _GIVING_WAY:
            if sum(width for shown, width in widths.items() if shown not in hidden) > room:
                hidden.add(column)
        for column, width in widths.items():
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, width)
        taken = sum(width for column, width in widths.items() if column not in hidden)
        self.setColumnWidth(NAME, max(self.viewport().width() - taken, _LEAST_NAME // 2))

    def _begin(self) -> None:
        """Choose the first row of the first page, so that the keys act."""
        if not self.currentIndex().isValid():
            self.selectRow(0)


class TextDelegate(QStyledItemDelegate):
    """Paints ground, hairline and text of a cell, at the side that its column has."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Return the height of a row."""
        return QSize(0, round(Height.ROW * text_scale()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        place: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = tokens_of(option.palette)
        painter.save()
        painter.fillRect(place, QColor(tokens.accent_soft if chosen else tokens.surface))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), QColor(tokens.border))
        if chosen and place.left() <= 0:
            painter.fillRect(QRect(place.left(), place.top(), _EDGE, place.height()), QColor(tokens.accent))
        inner = place.adjusted(Space.S, 0, -Space.S, -1)
        inner.setLeft(inner.left() + self.paint_mark(painter, inner, index))
        face, text = self.face(index), index.data()
        painter.setFont(face)
        faint = tokens.text2 if chosen or text != "–" else tokens.text3
        painter.setPen(QColor(faint if text == "–" or self.is_second(index) else tokens.text))
        cut = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        side = index.model().headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(inner, side, cut)
        painter.restore()

    def paint_mark(self, _painter: QPainter, _place: QRect, _index: AnyIndex) -> int:
        """Paint what stands before the text; return the room that it takes."""
        return 0

    def face(self, _index: AnyIndex) -> QFont:
        """Return the face of a cell."""
        return font(Type.BODY)

    def is_second(self, _index: AnyIndex) -> bool:
        """Tell whether a cell says something less important."""
        return False


class _LineDelegate(TextDelegate):
    """Paints the cells of a satker: how it stands has its mark, its score the stronger face."""

    def paint_mark(self, painter: QPainter, place: QRect, index: AnyIndex) -> int:
        """Paint how the score stands against the thresholds."""
        drawing, ink = index.data(LINE_ROLE).mark
        if index.column() != STANDING or not drawing:
            return 0
        paint_icon(
            painter, QRect(place.left(), place.top(), IconSize.CELL, place.height()), drawing, ink, IconSize.CELL
        )
        return IconSize.CELL + Space.S - 2

    def face(self, index: AnyIndex) -> QFont:
        """Return the stronger face for the score."""
        return font(Type.BODY, Weight.STRONG if index.column() == SCORE else Weight.TEXT)

    def is_second(self, index: AnyIndex) -> bool:
        """Tell so of code, Kanwil and how much is filled in."""
        return index.column() in (CODE, KANWIL, FILLED)
