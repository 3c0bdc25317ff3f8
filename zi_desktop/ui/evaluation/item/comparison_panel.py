"""The panel beside the answer: what the satker says, and what TPI said in the evaluation before."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from zi_desktop.ui.evaluation.item.comparison import Opinion
from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Radius, Space, Tokens, Type, Weight
from zi_desktop.ui.widgets.hairline import line_above

Row = tuple[str, str]
"""A line and its ink, a field of ``Tokens``."""

WIDTH: Final = 196
_MARGIN: Final = 12
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ComparisonPanel(QWidget):
    """Paints opinions one below the other; notes get the lines that the options leave, the whole is in the tooltip.

    With ``whole`` it is as wide as its place, and as high as every word needs.
    """

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self.opinions: tuple[Opinion, ...] = ()
        self.places: list[QRect] = []
        self._whole = whole
        if whole:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Pembanding"))
        self.hide()

    def show_opinions(self, opinions: Sequence[Opinion]) -> None:
        """Show other opinions; whether the panel has room is the matter of the item."""
        if tuple(opinions) == self.opinions:
            return
        self.opinions = tuple(opinions)
        self.setAccessibleDescription("\n".join(map(_whole, self.opinions)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every opinion with one line of its note: more is used, and not asked for."""
        width = round(WIDTH * text_scale())
        if self._whole:
            return QSize(width, self.heightForWidth(width))
        height = sum(self._fixed(each) + (self._line() if each.note else 0) for each in self.opinions)
        return QSize(width, height + self._between() + 2 * _MARGIN)

    def hasHeightForWidth(self) -> bool:
        """Grow with what wraps, where all of it is shown."""
        return self._whole

    def heightForWidth(self, width: int) -> int:
        """Return room for every word."""
        inner = width - 2 * _MARGIN
        rows = sum(len(self._rows(each, _wrapped(_quoted(each), inner), inner)) for each in self.opinions)
        return len(self.opinions) * self._head() + rows * self._line() + self._between() + 2 * _MARGIN

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing of it can be left out."""
        return QSize(0, 0) if self._whole else self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Show an opinion in full where the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = (
                each for each, place in zip(self.opinions, self.places, strict=False) if place.contains(event.pos())
            )
            QToolTip.showText(event.globalPos(), next(map(_whole, found), ""), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, then one opinion below the other."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.border))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), Radius.CONTROL, Radius.CONTROL)
        self.places = []
        top, notes, width = _MARGIN, self._notes(), self.width() - 2 * _MARGIN
        for number, (opinion, note) in enumerate(zip(self.opinions, notes, strict=True)):
            if number:
                line_above(painter, QRect(_MARGIN, top + Space.S, width, 1), QColor(tokens.border))
                top += self._between()
            rows = self._rows(opinion, note, width)
            height = self._head() + len(rows) * self._line()
            self.places.append(QRect(_MARGIN, top, width, height))
            self._paint_opinion(painter, tokens, opinion, rows)
            top += height

    def _paint_opinion(self, painter: QPainter, tokens: Tokens, opinion: Opinion, rows: Sequence[Row]) -> None:
        place = self.places[-1]
        row = QRect(place.left(), place.top(), place.width(), self._head())
        paint_icon(painter, QRect(row.left(), row.top(), IconSize.CELL, row.height()), opinion.icon, "text2")
        right = row.right() + 1
        for text, face, ink in (
            (opinion.score, font(Type.BODY), tokens.text2),
            (opinion.answer, font(Type.BODY, Weight.STRONG), tokens.text),
        ):
            if text:
                painter.setFont(face)
                painter.setPen(QColor(ink))
                painter.drawText(QRect(row.left(), row.top(), right - row.left(), row.height()), _RIGHT, text)
                right -= QFontMetrics(face).horizontalAdvance(text) + Space.S
        left = row.left() + IconSize.CELL + Space.XS + 2
        title = QRect(left, row.top(), right - left, row.height())
        self._write(painter, title, opinion.title, font(Type.SMALL, Weight.STRONG), tokens.text2)
        top = row.bottom() + 1
        for text, ink in rows:
            place_of_row = QRect(place.left(), top, place.width(), self._line())
            self._write(painter, place_of_row, text, _face(), getattr(tokens, ink))
            top += self._line()

    def _rows(self, opinion: Opinion, note: Sequence[str], width: int) -> Sequence[Row]:
        """Return the lines below the head of an opinion; ``note`` are those of its note."""
        rows = [(self.tr("butir berubah"), "warn")] if opinion.changed else []
        rows += [(opinion.counts, "text2"), *((line, "text") for line in note)]
        for text in (opinion.link, opinion.remark):
            rows += [(line, "text2") for line in (_wrapped(text, width) if self._whole else [text])]
        return [row for row in (*rows, (_source(opinion, width), "text2")) if row[0]]

    @staticmethod
    def _write(painter: QPainter, place: QRect, text: str, face: QFont, ink: str) -> None:
        painter.setFont(face)
        painter.setPen(QColor(ink))
        painter.drawText(place, _LEFT, QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, place.width()))

    def _notes(self) -> list[list[str]]:
        """Return the lines of each note: what room is left goes to the notes in turn, until each is whole."""
        room = self.height() - self.sizeHint().height()
        width = self.width() - 2 * _MARGIN
        whole = [_wrapped(_quoted(each), width) for each in self.opinions]
        if self._whole:
            return whole
        given = [min(1, len(lines)) for lines in whole]
        spare = max(0, room // self._line())
        while spare and any(count < len(lines) for count, lines in zip(given, whole, strict=True)):
            for number, lines in enumerate(whole):
                if spare and given[number] < len(lines):
                    given[number] += 1
                    spare -= 1
        return [
            [*lines[: count - 1], " ".join(lines[count - 1 :])] if count else []  # the last line is elided if need be
            for count, lines in zip(given, whole, strict=True)
        ]

    def _fixed(self, opinion: Opinion) -> int:
        """Return the height of all but the note."""
        lines = (opinion.changed, opinion.counts, opinion.link, opinion.remark, _source(opinion))
        return self._head() + self._line() * sum(map(bool, lines))

    def _between(self) -> int:
        return (2 * Space.S + 1) * max(0, len(self.opinions) - 1)

    @staticmethod
    def _head() -> int:
        return QFontMetrics(font(Type.BODY, Weight.STRONG)).height() + 2

    @staticmethod
    def _line() -> int:
        return QFontMetrics(_face()).height()


def _quoted(opinion: Opinion) -> str:
    return f"“{opinion.note}”" if opinion.note else ""


def _face() -> QFont:
    return font(Type.SMALL)


def _source(opinion: Opinion, width: int | None = None) -> str:
    """Return author and day; in a width (logical pixels) the name is cut, and the day stays."""
    if width is None or not (opinion.author and opinion.day):
        return ", ".join(part for part in (opinion.author, opinion.day) if part)
    metrics, day = QFontMetrics(_face()), f", {opinion.day}"
    room = width - metrics.horizontalAdvance(day)
    return metrics.elidedText(opinion.author, Qt.TextElideMode.ElideRight, room) + day


def _whole(opinion: Opinion) -> str:
    head = " · ".join(part for part in (opinion.title, opinion.answer, opinion.score) if part)
    changed = "Butir ini berubah sejak itu." if opinion.changed else ""
    parts = (head, changed, opinion.counts, _quoted(opinion), opinion.link, opinion.remark, _source(opinion))
    return "\n".join(part for part in parts if part)


def _wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text in a width (logical pixels); "" has none."""
    if not text:
        return []
    layout = QTextLayout(text, _face())
    layout.beginLayout()
    units, lines = text.encode("utf-16-le"), []  # Qt counts places so
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = 2 * line.textStart()
        lines.append(units[start : start + 2 * line.textLength()].decode("utf-16-le").rstrip())
    layout.endLayout()
    return lines
