"""The scroll bar of a panel keeps its place beside the words, so that nothing moves when it appears."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea


def keep_scroll_bar(area: QScrollArea) -> int:
    """Let the scroll bar lie in the right margin of what is scrolled, seen or not; return its width in logical pixels."""
    bar = area.verticalScrollBar()
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar.setEnabled(False)  # without anything to scroll it is not seen
    bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
    bar.ensurePolished()
    return bar.sizeHint().width()
