"""A field whose text has "…" where it is cut, until the keyboard is in it."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QStylePainter, QWidget

_INSET: Final = 2
"""Logical pixels that Qt leaves at either end of a line."""
_PASSING: Final = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""Why the keyboard leaves only for a moment."""


class CutField(QLineEdit):
    """Shows the beginning of a text that has no room, or both its ends, and the whole of it as a tooltip.

    Args:
        parent: the widget in which it lies.
        middle: it is cut in the middle, as suits a path.
    """

    def __init__(self, parent: QWidget | None = None, *, middle: bool = False) -> None:
        super().__init__(parent)
        self._cut = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.textChanged.connect(self._follow)

    def shown(self) -> str:
        """Return the text as it is painted without the keyboard."""
        return self.fontMetrics().elidedText(self.text(), self._cut, self._place().width() - 2 * _INSET)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field; where the keyboard is in it, it scrolls as any other."""
        super().paintEvent(event)  # it scrolls to the cursor, so that a click finds the letter that is seen
        if self.hasFocus() or (shown := self.shown()) == self.text():
            return
        place, painter = self._place(), QStylePainter(self)
        painter.setClipRect(place)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, self._option())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        place.adjust(_INSET, 0, -_INSET, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go back to the beginning, which is what is seen then."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.setCursorPosition(0)

    def _follow(self, text: str) -> None:
        self.setToolTip(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def _place(self) -> QRect:
        """Return the part of the field in which its text stands."""
        return self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, self._option(), self)

    def _option(self) -> QStyleOptionFrame:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return option
