"""A drop-down list and a tick box, with marks painted in the tokens' colours."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QListView, QStyle, QStyleOptionButton, QWidget

from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.tokens import IconSize

_ARROW_ROOM = 26


class ChoiceField(QComboBox):
    """A drop-down list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The list itself, not the style's menu: it takes the rules of lists.
        self.setView(QListView(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then its arrow."""
        super().paintEvent(event)
        place = QRect(self.width() - _ARROW_ROOM, 0, _ARROW_ROOM, self.height())
        paint_icon(QPainter(self), place, "chevron-down", "text2" if self.isEnabled() else "text3", IconSize.CELL)


class TickBox(QCheckBox):
    """A check box."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then its tick."""
        super().paintEvent(event)
        if self.isChecked():
            option = QStyleOptionButton()
            self.initStyleOption(option)
            place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
            paint_icon(QPainter(self), place, "check", "on_accent" if self.isEnabled() else "text3", IconSize.CELL)
