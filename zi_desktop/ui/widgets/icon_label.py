"""An icon standing alone, in a colour of the theme."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.tokens import IconSize


class IconLabel(QWidget):
    """Shows one drawing; the words beside it say the same, so it has no name of its own."""

    def __init__(
        self, parent: QWidget | None = None, name: str = "", ink: str = "text2", size: int = IconSize.BUTTON
    ) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = name, ink, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, ink: str) -> None:
        """Show another drawing or colour."""
        if (name, ink) != (self._name, self._token):
            self._name, self._token = name, ink
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the icon."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        if self._name:
            paint_icon(QPainter(self), self.rect(), self._name, self._token, self._size)
