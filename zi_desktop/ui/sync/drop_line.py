"""The dashed line that says where a bundle can be dropped; the whole window takes it."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.hairline import dashed_box
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import ElidedLabel


class DropLine(QWidget):
    """A sentence with its icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(IconLabel(name="import"))
        words = ElidedLabel(self.tr("Seret paket .zib atau kartu .kartu ke sini"))
        row.addWidget(words, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashes: at 125 % those of a style sheet are half outside, and not seen."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        dashed_box(painter, self.rect(), QColor(tokens.control), QColor(tokens.raised))
