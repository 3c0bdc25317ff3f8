"""A search field with its lens and the key that leads to it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.tokens import IconSize
from zi_desktop.ui.widgets.labels import key_cap_width, paint_key_cap

_LENS_ROOM = 30


class SearchField(QLineEdit):
    """A field for search words; ``left`` comes with Esc in the empty field, or with the down key."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None, keys: str = "Ctrl+F") -> None:
        super().__init__(parent)
        self._keys = keys
        self.setTextMargins(_LENS_ROOM - 9, 0, key_cap_width(keys) if keys else 0, 0)

    def set_keys(self, keys: str) -> None:
        """Show another key at the right end; "" for none."""
        self._keys = keys
        self.setTextMargins(_LENS_ROOM - 9, 0, key_cap_width(keys) if keys else 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field and leaves it empty; the down key leads to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then lens and key cap."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_icon(painter, QRect(0, 0, _LENS_ROOM, self.height()), "search", "text2", IconSize.BUTTON)
        if self._keys and not self.text():
            width = key_cap_width(self._keys)
            place = QRect(self.width() - width - 6, 0, width, self.height())
            paint_key_cap(painter, place, self._keys, self.palette())
