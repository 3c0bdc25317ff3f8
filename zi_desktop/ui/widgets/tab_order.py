"""The order in which Tab goes through widgets."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tab(stops: Sequence[QWidget]) -> None:
    """Let Tab go through widgets in this order, also through those at which it does not stop now, as a segment not chosen."""
    resting = [stop for stop in stops if not stop.focusPolicy()]
    for stop in resting:
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # for a moment: Qt orders only what takes the keyboard
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for stop in resting:
        stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
