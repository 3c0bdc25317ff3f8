"""The bar below an item: to the previous and next open item, and how many are left."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.evaluation.item.state import ItemState
from zi_desktop.ui.forms.ui_item_actions import Ui_ItemActions
from zi_desktop.ui.icons import icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Space


class ItemActions(QWidget):
    """Asks to go on; which item is the next open one is not its matter."""

    next_requested = Signal()
    previous_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done: bool | None = None
        self.form = Ui_ItemActions()
        self.form.setupUi(self)
        form = self.form
        form.line.setContentsMargins(Space.L, 1, Space.L, 0)
        form.line.setSpacing(Space.S)
        self.setFixedHeight(Height.ACTION_BAR)
        form.previous.setIcon(icon("chevron-left", "text"))
        form.next.setIcon(icon("chevron-right", "on_accent"))
        form.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the word
        for button in (form.previous, form.next):
            button.setIconSize(QSize(IconSize.CELL, IconSize.CELL))
        form.previous.clicked.connect(self.previous_requested)
        form.next.clicked.connect(self.next_requested)

    def show_item(self, state: ItemState) -> None:
        """Show how many items are open."""
        done = state.unanswered == 0
        text = self.tr("{count} butir belum terisi").format(count=state.unanswered)
        self.form.open_items.setText(self.tr("Semua butir terisi") if done else text)
        if done != self._done:  # a picture lays the bar out anew at each key press
            self._done = done
            self._draw_symbol()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_symbol()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, with a hairline on top."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.border))

    def _draw_symbol(self) -> None:
        picture = icon("check-circle", "ok") if self._done else icon("circle", "text2")
        self.form.symbol.setPixmap(picture.pixmap(IconSize.CELL, IconSize.CELL))
