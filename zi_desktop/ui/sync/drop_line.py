"""The dashed line that says where a bundle can be dropped; the whole window takes it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import ElidedLabel


class DropLine(QFrame):
    """A sentence with its icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "drop")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(IconLabel(name="import"))
        words = ElidedLabel(self.tr("Seret paket .zib atau kartu .kartu ke sini"))
        row.addWidget(words, 1)
