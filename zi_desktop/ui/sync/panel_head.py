"""The head of a panel of the exchange: level with that of the panel beside it, in line with the rows below it."""

from PySide6.QtWidgets import QHBoxLayout

from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.widgets.grouped_delegate import ICON_PLACE
from zi_desktop.ui.widgets.icon_label import IconLabel


def lay_out_head(head: QHBoxLayout, icon: IconLabel, symbol: str) -> None:
    """Give a head its icon, its distances and its height."""
    icon.show_icon(symbol, "text2")
    icon.setFixedWidth(ICON_PLACE)
    head.setContentsMargins(0, 0, Space.M, 0)
    head.setSpacing(0)
    head.addStrut(Height.ACTION_BAR - Space.M)
