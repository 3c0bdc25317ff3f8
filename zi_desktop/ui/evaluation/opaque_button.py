"""A painted button that covers its whole place, so that nothing below it is painted with it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton


class OpaqueButton(QAbstractButton):
    """Stays opaque: Fusion takes that from every button each time it dresses one."""

    def showEvent(self, event: QShowEvent) -> None:
        """Take it back when the button has been dressed for the first time."""
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def changeEvent(self, event: QEvent) -> None:
        """Take it back after another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
