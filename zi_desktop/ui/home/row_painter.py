"""Paints whole rows of Beranda's table: a thousand rows stay smooth, as a row costs one call and not one a cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPixmap, QStaticText

from zi_desktop.ui.fonts import font
from zi_desktop.ui.home.columns import RIGHT, Column
from zi_desktop.ui.home.rows import Cell, Ink, Row
from zi_desktop.ui.icons import pixmap
from zi_desktop.ui.theme import palette_from, tokens_of
from zi_desktop.ui.tokens import LIGHT, IconSize, Space, Type, Weight
from zi_desktop.ui.widgets.bars import Bar, paint_bar
from zi_desktop.ui.widgets.hairline import line_below

PADDING: Final = Space.S
ICON_ROOM: Final = IconSize.CELL + 6
BAR_WIDTH: Final = 34
_BAR_HEIGHT: Final = 6
_EDGE: Final = 3
_MOST_WORDS: Final = 8000
_INSETS: Final[dict[int, int]] = {Column.SATKER: Space.M, Column.STANDING: Space.L}


@dataclass(frozen=True, slots=True)
class Words:
    """A text laid out for painting, with its size."""

    text: QStaticText
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Span:
    """Where a column's content begins and ends, in the viewport."""

    column: Column
    left: int
    right: int


class RowPainter:
    """Keeps what is the same from paint to paint: faces, colours, small pictures, texts that were laid out."""

    def __init__(self) -> None:
        self._look: tuple[str, float] = ("", 0.0)
        self._tokens = LIGHT
        self._colours: dict[str, QColor] = {}
        self._pictures: dict[object, QPixmap] = {}
        self._faces: dict[bool, QFont] = {}
        self._words: dict[tuple[str, bool, int], Words] = {}

    def forget(self) -> None:
        """Lay everything out anew: the person's text size is another one."""
        self._faces.clear()
        self._words.clear()

    def begin(self, palette: QPalette, ratio: float) -> None:
        """Take the colours of a palette, and the device pixels a logical pixel."""
        self._tokens = tokens_of(palette)
        if self._look != (self._tokens.name, ratio):
            self._look = (self._tokens.name, ratio)
            self._colours.clear()
            self._pictures.clear()

    def paint(
        self, painter: QPainter, row: Row, place: QRect, spans: Sequence[Span], *, selected: bool, hovered: bool
    ) -> None:
        """Paint a row into its place."""
        if selected or hovered:
            painter.fillRect(place, self._colour("accent_soft" if selected else "hover"))
        line_below(painter, place, self._colour("border"))
        if selected:
            painter.fillRect(place.left(), place.top(), _EDGE, place.height(), self._colour("accent"))
        top, height = place.top(), place.height() - 1
        ink = strong = None
        for span in spans:
            cell = row.cells[span.column]
            left = float(self._paint_mark(painter, cell, QRect(span.left, top, 0, height), selected=selected))
            # Only names are cut: the other columns are as wide as their widest text.
            room = span.right - span.left if span.column is Column.SATKER else 0
            words = self._laid_out(cell.text, room, strong=cell.strong)
            if span.column in RIGHT or cell.share is not None:
                left = span.right - words.width
            if strong is not cell.strong:
                strong = cell.strong
                painter.setFont(self._face(strong=strong))
            if ink is not cell.ink:
                ink = cell.ink
                painter.setPen(self._colour(Ink.SECOND if selected and ink is Ink.FAINT else ink))
            painter.drawStaticText(QPointF(left, top + (height - words.height) / 2), words.text)

    def _paint_mark(self, painter: QPainter, cell: Cell, place: QRect, *, selected: bool) -> int:
        """Paint bar or icon at the left of a place; return where the text begins."""
        left, top, height = place.left(), place.top(), place.height()
        if cell.share is not None:
            painter.drawPixmap(
                left, top + (height - _BAR_HEIGHT) // 2, self._bar(round(cell.share * BAR_WIDTH), selected=selected)
            )
            return left + BAR_WIDTH
        if cell.icon:
            painter.drawPixmap(left, top + (height - IconSize.CELL) // 2, self._icon(cell.icon, cell.mark))
            return left + ICON_ROOM
        return left

    def _colour(self, token: str) -> QColor:
        if token not in self._colours:
            self._colours[token] = QColor(getattr(self._tokens, token))
        return self._colours[token]

    def _icon(self, name: str, token: str) -> QPixmap:
        key = name, token
        if key not in self._pictures:
            self._pictures[key] = pixmap(name, token, IconSize.CELL, self._look[1])
        return self._pictures[key]

    def _bar(self, filled: int, *, selected: bool) -> QPixmap:
        """Return the picture of a bar of which so many pixels are filled."""
        key = filled, selected
        if key not in self._pictures:
            ratio = self._look[1]
            picture = QPixmap(round(BAR_WIDTH * ratio), round(_BAR_HEIGHT * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            bed, bar = QRect(0, 0, BAR_WIDTH, _BAR_HEIGHT), Bar(filled / BAR_WIDTH)
            paint_bar(painter, bed, bar, palette_from(self._tokens), selected=selected)
            painter.end()
            self._pictures[key] = picture
        return self._pictures[key]

    def _face(self, *, strong: bool) -> QFont:
        if strong not in self._faces:
            self._faces[strong] = cell_font(strong=strong)
        return self._faces[strong]

    def _laid_out(self, text: str, room: int, *, strong: bool) -> Words:
        """Return a text laid out, cut to ``room`` pixels unless that is 0."""
        known = self._words.get((text, strong, room))
        if known is None:
            if len(self._words) > _MOST_WORDS:
                self._words.clear()
            face = self._face(strong=strong)
            metrics = QFontMetrics(face)
            shown = QStaticText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) if room else text)
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.prepare(font=face)
            known = self._words[text, strong, room] = Words(shown, shown.size().width(), shown.size().height())
        return known


def inner_of(place: QRect, column: int, *, last: bool) -> QRect:
    """Return where the content of a cell or heading stands in its place."""
    return place.adjusted(_INSETS.get(column, PADDING), 0, -PADDING - (Space.XS if last else 0), -1)


def cell_font(*, strong: bool = False) -> QFont:
    """Return the face of a cell."""
    return font(Type.BODY, Weight.STRONG if strong else Weight.TEXT)
