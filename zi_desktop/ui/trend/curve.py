"""One line of the trend as a curve: a point an evaluation, with its figure over it and its year below."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Radius, Space, Type, Weight
from zi_desktop.ui.trend.shown import TrendLine
from zi_desktop.ui.widgets.hairline import line_below

_HEIGHT: Final = 132
_WORDS: Final = 20
_DOT: Final = 4.0


class TrendCurve(QWidget):
    """Paints one line; a year without a figure leaves a gap."""

    def __init__(self, headings: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._line: TrendLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: TrendLine | None) -> None:
        """Show another line."""
        self._line = line
        self.setAccessibleName(line.spoken(self._headings) if line else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for curve and words."""
        return QSize(320, round(_HEIGHT * text_scale()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint panel, grid, curve and words."""
        tokens, painter, line = tokens_of(self.palette()), QPainter(self), self._line
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.border))
        painter.setBrush(QColor(tokens.surface))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, Radius.CONTROL, Radius.CONTROL)
        if line is None:
            return
        words = _WORDS * text_scale()
        field = edge.adjusted(Space.XL, Space.XS + words, -Space.XL, -Space.XS - words)
        line_below(painter, field.toRect(), QColor(tokens.border))
        step = field.width() / len(line.cells)
        places = [
            None if cell.share is None
            else QPointF(field.left() + (n + 0.5) * step, field.bottom() - min(1.0, cell.share) * field.height())
            for n, cell in enumerate(line.cells)
        ]  # fmt: skip
        painter.setPen(QPen(QColor(tokens.fill), 2))
        for run in _runs(places):
            painter.drawPolyline(QPolygonF(run))
        for n, (cell, heading, place) in enumerate(zip(line.cells, self._headings, places, strict=True)):
            column = QRectF(field.left() + n * step, field.bottom(), step, words)
            painter.setFont(font(Type.SMALL))
            painter.setPen(QColor(tokens.text2))
            painter.drawText(column, Qt.AlignmentFlag.AlignCenter, heading)
            if place is None:
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(place, _DOT, _DOT)
            painter.setFont(font(Type.SMALL, Weight.STRONG))
            painter.setPen(QColor(tokens.text))
            above = QRectF(column.left(), place.y() - words - _DOT, step, words)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, cell.text)


def _runs(places: list[QPointF | None]) -> list[list[QPointF]]:
    """Return the points that follow each other without a gap."""
    runs: list[list[QPointF]] = [[]]
    for place in places:
        if place is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return [run for run in runs if len(run) > 1]
