"""Panels of a page beside each other; the person moves the borders between them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from zi_desktop.ui.widgets.hairline import PanelSplitter


def lay_side_by_side(page: QWidget, panels: Sequence[QWidget], least: Sequence[int], shares: Sequence[int]) -> None:
    """Fill a page with panels.

    Args:
        page: is filled whole.
        panels: from the left.
        least: the width that each keeps, in logical pixels.
        shares: of the width, one a panel.
    """
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    parts = PanelSplitter()
    for place, (panel, width, share) in enumerate(zip(panels, least, shares, strict=True)):
        panel.setMinimumWidth(width)
        parts.addWidget(panel)
        parts.setStretchFactor(place, share)
    parts.setSizes([share * 100 for share in shares])
    row.addWidget(parts)
