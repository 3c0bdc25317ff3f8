"""Where the comparison stands: beside the answer where there is room, else in one line above it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout

from zi_desktop.ui.evaluation.item.comparison import Opinion
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.forms.ui_item import Ui_Item
from zi_desktop.ui.tokens import Space

_LEAST: Final = 620
"""Logical pixels of width at normal text size: below it the options would be hard to read."""


class ComparisonRoom(QObject):
    """Shows the panel or the strip of an item; the strip stays while a person has unfolded it."""

    def __init__(self, form: Ui_Item) -> None:
        super().__init__(form.comparison)
        self._form = form
        form.strip.toggled.connect(self.make)

    def show_opinions(self, opinions: Sequence[Opinion]) -> None:
        """Show other opinions; ``make`` finds their place."""
        self._form.comparison.show_opinions(opinions)
        self._form.strip.show_opinions(opinions)

    def toggle(self) -> None:
        """Show every word of the comparison, or less of it again (F3)."""
        if self._form.comparison.opinions:
            self._form.strip.toggle()
            self._form.scroll.verticalScrollBar().setValue(0)  # what was asked for stands at the head

    def make(self) -> None:
        """Show what there is room for."""
        form, something = self._form, bool(self._form.comparison.opinions)
        beside = something and not form.strip.unfolded and self._has_room()
        form.comparison.setVisible(beside)
        form.strip.setVisible(something and not beside)

    def _has_room(self) -> bool:
        """Tell whether the item is neither too narrow for the panel nor scrolled because of it."""
        form = self._form
        if form.scroll.width() < _LEAST * text_scale():
            return False
        return self._height_with_it(form.scroll.viewport().width()) <= form.scroll.height()

    def _height_with_it(self, width: int) -> int:
        """Return the height that the item needs with the panel and without the strip, whichever is shown now."""
        form, margins = self._form, self._form.parts.contentsMargins()
        inner = width - margins.left() - margins.right()
        panel = form.comparison.sizeHint()
        row = max(_height(form.answers, inner - panel.width() - Space.M), panel.height())
        strip = 0 if form.strip.isHidden() else form.strip.sizeHint().height() + form.parts.spacing()
        return _height(form.parts, width) - strip - _height(form.compared, inner) + row


def _height(layout: QLayout, width: int) -> int:
    return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
