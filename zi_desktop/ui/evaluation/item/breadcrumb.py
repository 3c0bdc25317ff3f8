"""The way from the section down to the item: links, cut where room is short."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from zi_desktop.ui.evaluation.item.question_words import Crumb
from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Radius, Space, Type, Weight

_ARROW_ROOM: Final = 22
_LEAST: Final = 32
_READABLE: Final = 88
"""Logical pixels of text that the last branch keeps while another can still be cut: it is the one nearest the item."""
_HEIGHT: Final = 20


class Breadcrumb(QWidget):
    """Shows the branches above an item; ``chosen`` carries the code of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crumbs: tuple[Crumb, ...] = ()
        self._made: list[_Link] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def links(self) -> Sequence[QWidget]:
        """Return what can be pressed, outermost branch first."""
        return self._links

    @property
    def _links(self) -> Sequence["_Link"]:
        return self._made[: len(self._crumbs)]

    def show_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Show other branches."""
        if tuple(crumbs) == self._crumbs:
            return
        self._crumbs = tuple(crumbs)
        for _ in range(len(self._made), len(self._crumbs)):
            link = _Link(self, first=not self._made)
            link.pressed_at.connect(self.chosen)
            self._made.append(link)
        for place, link in enumerate(self._made):
            link.setVisible(place < len(self._crumbs))
        for place, (link, crumb) in enumerate(zip(self._links, self._crumbs, strict=True)):
            link.show_crumb(crumb, last=place == len(self._crumbs) - 1)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return room for every branch."""
        return QSize(sum(link.sizeHint().width() for link in self._links), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters of each branch."""
        return QSize(sum(link.minimumSizeHint().width() for link in self._links), _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the branches anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Cut the last branch first, but to what can be read, then the longest of the others, then the last again."""
        if not self._links:
            return
        widths = [link.sizeHint().width() for link in self._links]
        least = [link.minimumSizeHint().width() for link in self._links]
        last, over = len(widths) - 1, sum(widths) - self.width()
        others = [(place, least[place]) for place in sorted(range(last), key=lambda place: -widths[place])]
        for place, kept in ((last, _ARROW_ROOM + _READABLE), *others, (last, least[last])):
            cut = min(max(over, 0), max(widths[place] - kept, 0))
            widths[place] -= cut
            over -= cut
        left = 0
        for link, width in zip(self._links, widths, strict=True):
            link.setGeometry(left, 0, width, _HEIGHT)
            left += width


class _Link(QAbstractButton):
    """One branch, with the arrow that leads to it; ``pressed_at`` carries the branch's code."""

    pressed_at = Signal(str)

    def __init__(self, parent: QWidget, *, first: bool) -> None:
        super().__init__(parent)
        self._crumb, self._last = Crumb("", "", ""), False
        self._left = 0 if first else _ARROW_ROOM
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.pressed_at.emit(self._crumb.code))

    def show_crumb(self, crumb: Crumb, *, last: bool) -> None:
        """Show another branch."""
        if (crumb, last) != (self._crumb, self._last):
            self._crumb, self._last = crumb, last
            self.setText(crumb.text)
            self.setAccessibleName(crumb.title)
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for arrow and text."""
        return QSize(self._left + self._metrics().horizontalAdvance(self.text()) + Space.XS, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return room for the arrow and a few letters; a short text stays whole."""
        return QSize(min(self.sizeHint().width(), self._left + _LEAST), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint arrow and text; the last branch is where one is, and looks like it."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        if self._left:
            paint_icon(painter, QRect(0, 0, _ARROW_ROOM - Space.XS, self.height()), "chevron-right", "text3")
        place = self.rect().adjusted(self._left, 0, 0, 0)
        shown = self._metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        whole = shown == self.text() == self._crumb.title
        tip = "" if whole else self._crumb.title
        if tip != self.toolTip():
            self.setToolTip(tip)
        face = QFont(font(Type.SMALL, Weight.TEXT if self._last else Weight.STRONG))
        face.setUnderline(self.underMouse())
        painter.setFont(face)
        painter.setPen(QColor(tokens.text2 if self._last else tokens.accent_text))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(place.adjusted(-1, 1, -1, -1), Radius.CAP, Radius.CAP)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(font(Type.SMALL, Weight.TEXT if self._last else Weight.STRONG))
