"""Another value where it is filled in: as high as its form, until that would take the versions out of sight."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_LEAST: Final = 36
"""Logical pixels: a field and its focus ring."""


class AnswerScroll(QScrollArea):
    """Takes the height that its form needs at its width; with less it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def setWidget(self, widget: QWidget) -> None:
        """Show a form, on the ground on which this lies."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)  # as Qt lets it

    def keep_in_sight(self) -> None:
        """Scroll to what has the keyboard."""
        form = self.widget()
        focus = form.focusWidget() if form else None
        if form is None or focus is None or not focus.hasFocus():
            return
        for edge in (focus.rect().bottomLeft(), focus.rect().topLeft()):  # of a field Qt itself shows the cursor only
            self.ensureVisible(0, focus.mapTo(form, edge).y(), 0, 1)

    def sizeHint(self) -> QSize:
        """Return what the form needs at the width that it has."""
        form = self.widget()
        layout = form.layout() if form else None
        return QSize(0, layout.totalHeightForWidth(self.width()) if layout else 0)

    def minimumSizeHint(self) -> QSize:
        """Return the height of one field, or of a form that is lower."""
        return QSize(0, min(_LEAST, self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when the form needs one."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that texts need at another width, and keep in sight what has the keyboard."""
        super().resizeEvent(event)
        self.keep_in_sight()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
