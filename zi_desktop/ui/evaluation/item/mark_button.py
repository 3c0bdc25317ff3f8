"""The mark for discussion: a button as wide as the longer of its words, so that a mark moves nothing beside it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from zi_desktop.ui.icons import icon


class MarkButton(QToolButton):
    """Says whether the item is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = (self.tr("Tandai"), self.tr("Ditandai"))

    def show_mark(self, *, marked: bool) -> None:
        """Show the item marked, or not."""
        self.setChecked(marked)
        if self.text() != self._words[marked]:  # an icon lays the head out anew at each key press
            self.setText(self._words[marked])
            self.setIcon(icon("bookmark-set" if marked else "bookmark", "text2", "accent_text"))

    def sizeHint(self) -> QSize:
        """Return room for the longer word, asked anew with each layout: theme and text size change it."""
        room, advance = super().sizeHint(), self.fontMetrics().horizontalAdvance
        return room + QSize(max(map(advance, self._words)) - advance(self.text()), 0)
