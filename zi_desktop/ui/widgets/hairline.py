"""Hairlines: equally thick everywhere, also where a logical pixel is not a whole number of the screen's."""

from math import floor
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSplitter, QSplitterHandle, QWidget

from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Radius

_THICKNESS: Final = 1


def line_below(painter: QPainter, place: QRect, colour: QColor) -> None:
    """Paint a hairline along the lower edge of ``place``, inside it."""
    grid = painter.deviceTransform()
    scale = grid.m22()
    if scale.is_integer():  # rows are painted at each step through a list: by far the fastest way
        painter.fillRect(place.left(), place.bottom(), place.width(), _THICKNESS, colour)
        return
    end = _on_grid(place.top() + place.height(), grid.dy(), scale)
    thickness = _pixels(scale) / scale
    painter.fillRect(QRectF(place.left(), end - thickness, place.width(), thickness), colour)


def line_above(painter: QPainter, place: QRect, colour: QColor) -> None:
    """Paint a hairline along the upper edge of ``place``, inside it."""
    grid = painter.deviceTransform()
    scale = grid.m22()
    top = _on_grid(place.top(), grid.dy(), scale)
    painter.fillRect(QRectF(place.left(), top, place.width(), _pixels(scale) / scale), colour)


def line_left(painter: QPainter, place: QRect, colour: QColor) -> None:
    """Paint a hairline along the left edge of ``place``, inside it."""
    grid = painter.deviceTransform()
    scale = grid.m11()
    left = _on_grid(place.left(), grid.dx(), scale)
    painter.fillRect(QRectF(left, place.top(), _pixels(scale) / scale, place.height()), colour)


def dashed_box(painter: QPainter, place: QRect, colour: QColor, ground: QColor, *, strong: bool = False) -> None:
    """Paint a box whose edge is dashed, equally thick on all its sides; a ``strong`` edge is twice as thick."""
    grid, times = painter.deviceTransform(), 2 if strong else 1
    width, height = times * _pixels(grid.m11()) / grid.m11(), times * _pixels(grid.m22()) / grid.m22()
    left, top = _on_grid(place.left(), grid.dx(), grid.m11()), _on_grid(place.top(), grid.dy(), grid.m22())
    right = _on_grid(place.left() + place.width(), grid.dx(), grid.m11())
    bottom = _on_grid(place.top() + place.height(), grid.dy(), grid.m22())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width, Qt.PenStyle.DashLine))
    painter.setBrush(ground)
    middle = QRectF(left + width / 2, top + height / 2, right - left - width, bottom - top - height)
    painter.drawRoundedRect(middle, Radius.CONTROL, Radius.CONTROL)
    painter.restore()


class Rule(QWidget):
    """A hairline from left to right between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_THICKNESS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        line_below(QPainter(self), self.rect(), QColor(tokens_of(self.palette()).border))


class UprightRule(QWidget):
    """A hairline from top to bottom between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_THICKNESS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        line_left(QPainter(self), self.rect(), QColor(tokens_of(self.palette()).border))


class PanelSplitter(QSplitter):
    """Panels beside each other, a hairline between them that can be moved; none of them can be moved away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(_THICKNESS)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """Return what lies between two panels."""
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line; Qt makes the handle wider, so that it can be seized, and hides the rest of it."""
        line_left(QPainter(self), self.contentsRect(), QColor(tokens_of(self.palette()).border))


def _on_grid(edge: int, shift: float, scale: float) -> float:
    """Return the logical place of an edge where Qt rounds it to."""
    return (floor(shift + scale * edge + 0.5) - shift) / scale


def _pixels(scale: float) -> int:
    """Return how many of the screen's pixels a hairline has: as many as go whole into a logical one."""
    return max(1, int(scale))
