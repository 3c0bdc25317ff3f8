"""The dashed area above the list: what is dropped on it, or on the item, becomes evidence; pressed, it lets files be chosen."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space
from zi_desktop.ui.widgets.hairline import dashed_box
from zi_desktop.ui.widgets.labels import key_cap_width, paint_key_cap

_HEIGHT: Final = 32
_KEYS: Final = "Ctrl+U"


class DropArea(QWidget):
    """Says that files can be dropped; while some are dragged over the item it is lit. ``pressed`` comes with a click."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Seret berkas atau foto ke sini"))

    def light(self, *, lit: bool) -> None:
        """Show that what is dragged can be dropped now."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for one line."""
        return QSize(0, max(_HEIGHT, QFontMetrics(font()).height() + Space.S))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let files be chosen."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashes, the words and the key."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        ground = tokens.accent_soft if self._lit else tokens.hover if self.underMouse() else tokens.raised
        edge = QColor(tokens.accent if self._lit else tokens.control)
        dashed_box(painter, self.rect(), edge, QColor(ground), strong=self._lit)
        paint_icon(painter, QRect(0, 0, 2 * Space.L, self.height()), "export", "text2", IconSize.BUTTON)
        words = self.rect().adjusted(2 * Space.L, 0, -Space.S, 0)
        cap = key_cap_width(_KEYS)
        if words.width() > QFontMetrics(font()).horizontalAdvance(self.accessibleName()) + cap + Space.M:
            paint_key_cap(painter, QRect(words.right() - cap, 0, cap, self.height()), _KEYS, self.palette())
            words.adjust(0, 0, -cap - Space.S, 0)
        painter.setFont(font())
        painter.setPen(QColor(tokens.text))
        cut = QFontMetrics(font()).elidedText(self.accessibleName(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), cut)
