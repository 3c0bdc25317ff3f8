"""A figure that is also a filter, and the bar of states beside it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from zi_desktop.domain.figures import whole
from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Radius, Space, Type, Weight

_HEIGHT: Final = 28
_GAP: Final = 5
_PADDING: Final = 6
_BAR: Final = 8


class FigureButton(QAbstractButton):
    """A count with its word; checked while it filters the table. A ``small`` one is a line of plain text."""

    def __init__(
        self, word: str, mark: tuple[str, str] = ("", ""), parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        super().__init__(parent)
        self._icon, self._token = mark
        self._small = small
        self._count = 0
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, word: str = "") -> None:
        """Show another count (and another word)."""
        self._count = count
        if word:
            self.setText(word)
        self.setAccessibleName(f"{whole(count)} {self.text()}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon, figure and word."""
        figure, word = (QFontMetrics(face) for face in self._faces())
        icon = IconSize.BUTTON + _GAP if self._icon else 0
        width = icon + figure.horizontalAdvance(whole(self._count)) + _GAP + word.horizontalAdvance(self.text())
        return QSize(width + 2 * _PADDING, max(figure.height(), _HEIGHT if not self._small else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, figure and word on one line."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        place = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        if self._icon:
            paint_icon(
                painter,
                place.adjusted(0, 1, IconSize.BUTTON - place.width(), 1),
                self._icon,
                self._token,
                IconSize.BUTTON,
            )
            place.adjust(IconSize.BUTTON + _GAP, 0, 0, 0)
        figure, word = self._faces()
        metrics = QFontMetrics(figure)
        # A small one stands beside a label, and so on the line where labels write.
        above = (self.height() - metrics.height()) // 2 + metrics.ascent()
        baseline = above if self._small else (self.height() + metrics.capHeight()) // 2
        painter.setFont(figure)
        painter.setPen(QColor(tokens.accent_text if self.isChecked() else tokens.text2 if self._small else tokens.text))
        painter.drawText(place.left(), baseline, whole(self._count))
        painter.setFont(word)
        painter.setPen(QColor(tokens.accent_text if self.isChecked() else tokens.text2))
        painter.drawText(place.left() + metrics.horizontalAdvance(whole(self._count)) + _GAP, baseline, self.text())

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = tokens_of(self.palette())
        ground = tokens.accent_soft if self.isChecked() else tokens.hover if self.underMouse() else ""
        edge, width = (tokens.accent, 2) if self.hasFocus() else (tokens.accent_line if self.isChecked() else "", 1)
        if ground or edge:
            painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
            inset = width / 2
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), Radius.CONTROL, Radius.CONTROL
            )

    def _faces(self) -> tuple[QFont, QFont]:
        if self._small:
            return font(Type.SMALL), font(Type.SMALL)
        return font(Type.FIGURE, Weight.STRONG), font(Type.BODY)


class StateBar(QWidget):
    """Shares of a whole beside each other, each in the colour of a token."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[tuple[int, str]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[tuple[int, str]]) -> None:
        """Show counts with their tokens, from the left."""
        self._parts = parts
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the bar."""
        return QSize(96, _BAR + Space.XS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts, a hairline apart."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bed = QRectF(0, (self.height() - _BAR) / 2, self.width(), _BAR)
        shape = QPainterPath()
        shape.addRoundedRect(bed, Radius.BAR, Radius.BAR)
        painter.setClipPath(shape)
        painter.fillRect(bed, QColor(tokens.track))
        whole, left = sum(count for count, _ in self._parts), 0.0
        for count, token in self._parts:
            if count:
                width = self.width() * count / whole
                painter.fillRect(QRectF(left, bed.top(), width, _BAR), QColor(getattr(tokens, token)))
                left += width
                painter.fillRect(QRectF(left - 1, bed.top(), 1, _BAR), QColor(tokens.surface))
