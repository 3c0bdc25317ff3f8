"""The total in large digits, and the whole that it is of, on one line."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Space, Type, Weight


class TotalFigure(QWidget):
    """Painted, so that a new figure moves nothing else; ``tip_wanted`` comes just before the tooltip is shown."""

    tip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total, self._whole = "", ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_total(self, total: str, whole: str) -> None:
        """Show another total."""
        if (total, whole) != (self._total, self._whole):
            self._total, self._whole = total, whole
            self.setAccessibleName(f"{total} {whole}")
            self.update()

    def event(self, event: QEvent) -> bool:
        """Let the tooltip be computed only when somebody wants it."""
        if event.type() == QEvent.Type.ToolTip:
            self.tip_wanted.emit()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return room for the digits."""
        return QSize(0, QFontMetrics(font(Type.SCORE, Weight.SCORE)).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both on one base line."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.setFont(font(Type.SCORE, Weight.SCORE))
        painter.setPen(QColor(tokens.text))
        base = painter.fontMetrics().ascent()
        painter.drawText(QPoint(0, base), self._total)
        left = painter.fontMetrics().horizontalAdvance(self._total) + Space.M
        painter.setFont(font(Type.BODY))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(QPoint(left, base), self._whole)
