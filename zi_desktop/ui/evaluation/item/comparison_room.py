"""Whether an item has room for the comparison beside its answer."""

from typing import Final

from PySide6.QtWidgets import QLayout

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.forms.ui_item import Ui_Item
from zi_desktop.ui.tokens import Space

_LEAST: Final = 620
"""Logical pixels of width at normal text size: below it the options would be hard to read."""


def has_room(form: Ui_Item) -> bool:
    """Tell whether there is something to compare, and the item neither too narrow nor scrolled for it."""
    width = form.scroll.width()
    if not form.comparison.opinions or width < _LEAST * text_scale():
        return False
    # As narrow as with a scroll bar: else one that the item before had would keep itself there.
    narrow = width - form.scroll.verticalScrollBar().sizeHint().width()
    return _height_with_it(form, narrow) <= form.scroll.height()


def _height_with_it(form: Ui_Item, width: int) -> int:
    """Return the height that the item needs with the comparison in it, which may be shown now or not."""
    panel, inner = form.comparison.sizeHint(), width - 2 * Space.L
    row = max(_height(form.answers, inner - panel.width() - Space.M), panel.height())
    return _height(form.parts, width) - _height(form.compared, inner) + row


def _height(layout: QLayout, width: int) -> int:
    return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
