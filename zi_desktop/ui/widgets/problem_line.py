"""What is wrong with a field, directly below it; it keeps its room while nothing is."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space, Type

_GAP: Final = 5
_CHANGES: Final = ("textEdited", "textChanged", "currentIndexChanged", "chosen", "toggled")
"""Signals of fields that say that they hold something else."""


class ProblemLine(QWidget):
    """One line: a problem with its icon, else a hint, else nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem, self._hint = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_problem(self, problem: str) -> None:
        """Say what is wrong; "" for nothing."""
        self._problem = problem
        self._show()

    def show_hint(self, hint: str) -> None:
        """Say what helps while nothing is wrong."""
        self._hint = hint
        self._show()

    def text(self) -> str:
        """Return what is shown."""
        return self._problem or self._hint

    def sizeHint(self) -> QSize:
        """Return the height of a line of small text and of the gap below it."""
        return QSize(0, _line_height() + Space.S)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and words."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        left = 0
        if self._problem:
            paint_icon(painter, QRect(0, 0, IconSize.CELL, _line_height()), "invalid", "bad")
            left = IconSize.CELL + _GAP
        painter.setFont(font(Type.SMALL))
        painter.setPen(QColor(tokens.bad if self._problem else tokens.text2))
        place = QRect(left, 0, self.width() - left, _line_height())
        cut = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), cut)

    def _show(self) -> None:
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.update()


def _line_height() -> int:
    return QFontMetrics(font(Type.SMALL)).height()


def mark_field(field: QWidget, line: ProblemLine, problem: str) -> None:
    """Show at a field and below it whether what it holds is acceptable."""
    line.show_problem(problem)
    field.setAccessibleDescription(problem)
    mark_valid(field, valid=not problem)


def mark_valid(field: QWidget, *, valid: bool) -> None:
    """Show at a field whether what it holds is acceptable; a sentence near it says why not."""
    if field.property("valid") is not valid:
        field.setProperty("valid", valid)
        field.style().unpolish(field)
        field.style().polish(field)


def mark_until_changed(field: QWidget) -> None:
    """Show a field as wrong until what it holds is another."""
    mark_valid(field, valid=False)
    changed = next((getattr(field, name) for name in _CHANGES if hasattr(field, name)), None)
    if changed is not None and not field.property("watched"):
        field.setProperty("watched", True)
        changed.connect(partial(_mark_right, field))


def _mark_right(field: QWidget, *_: object) -> None:
    mark_valid(field, valid=True)
