"""The bar below an item: to the previous and next open item, and how many are left."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.evaluation.item.state import ItemState
from zi_desktop.ui.forms.ui_item_actions import Ui_ItemActions
from zi_desktop.ui.icons import icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Space
from zi_desktop.ui.widgets.hairline import line_above


class ItemActions(QWidget):
    """Asks to go on; which item is the next open one is not its matter."""

    next_requested = Signal()
    previous_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done: bool | None = None
        self._words = ("", "")
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
        long, short = self.tr("{count} butir belum terisi"), self.tr("{count} belum terisi")
        words = (self.tr("Semua butir terisi"), self.tr("Semua terisi")) if done else (long, short)
        self._words = (words[0].format(count=state.unanswered), words[1].format(count=state.unanswered))
        before, self._done = self._done, done
        self._arrange()
        if done != before:  # a picture lays the bar out anew at each key press
            self._draw_symbol()

    def tell_keys(self, onward: str, *, backward: bool) -> None:
        """Tell which key goes on from where the keyboard is, and whether the other one goes back; "" for none."""
        form = self.form
        form.next_keys.setEnabled(bool(onward))
        form.previous_keys.setEnabled(backward)
        if onward and onward != form.next_keys.text():
            form.next_keys.setText(onward)
            self._arrange()

    def say(self, sentence: str) -> None:
        """Say something for a moment, in the place of how many items are open: until the item is shown anew."""
        self._words = (sentence, sentence)
        self._done = None
        self._arrange()
        self._draw_symbol()

    def minimumSizeHint(self) -> QSize:
        """Return room for the buttons: words and caps give way before them."""
        form = self.form
        return QSize(self._width_of([form.previous, form.next]), Height.ACTION_BAR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_symbol()
        elif event.type() == QEvent.Type.FontChange:
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, with a hairline on top."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        line_above(painter, self.rect(), QColor(tokens.border))

    def _arrange(self) -> None:
        """Show the words in full and the key caps; where room is short, shorter words, then no caps, then no words."""
        form, caps = self.form, (self.form.previous_keys, self.form.next_keys)
        form.open_items.ensurePolished()
        metrics = form.open_items.fontMetrics()
        for words, capped in ((0, True), (1, True), (0, False), (1, False)):
            parts = [form.previous, form.next, form.symbol, *(caps if capped else ())]
            needed = self._width_of(parts) + Space.S + metrics.horizontalAdvance(self._words[words])
            if needed <= self.width():
                break
        text = self._words[words]
        if self._done is None and needed > self.width():  # what answers a key is cut rather than kept back
            room = metrics.horizontalAdvance(text) - (needed - self.width())
            text, needed = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room), self.width()
        form.open_items.setText(text)  # once: another text for a moment lays the bar out anew
        for cap in caps:
            cap.setVisible(capped)
        for told in (form.symbol, form.open_items):
            told.setVisible(needed <= self.width())
        form.open_items.setToolTip("" if text == self._words[0] else self._words[0])

    @staticmethod
    def _width_of(parts: Sequence[QWidget]) -> int:
        """Return the width that widgets side by side need, with the spacers between the groups."""
        for part in parts:
            part.ensurePolished()
        return sum(part.sizeHint().width() for part in parts) + Space.S * (len(parts) + 1) + 2 * Space.L

    def _draw_symbol(self) -> None:
        drawing = {None: "info", True: "check-circle", False: "circle"}[self._done]
        picture = icon(drawing, "ok" if self._done else "text2")
        self.form.symbol.setPixmap(picture.pixmap(IconSize.CELL, IconSize.CELL))
