"""Distances and shares of the form of an item, and the way of the keyboard through it; a form knows none of them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.forms.ui_item import Ui_Item
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.tab_order import order_tab

_LOWER: Final = 122
"""Logical pixels that evidence and notes keep; only below that the item is scrolled."""


def lay_out(form: Ui_Item) -> None:
    """Give the parts of a form their places."""
    form.column.setContentsMargins(0, 0, 0, 0)
    form.column.setSpacing(0)
    form.parts.setContentsMargins(Space.L, Space.M, Space.L - _keep_scroll_bar(form), Space.M)
    form.parts.setSpacing(Space.M)
    form.compared.setSpacing(Space.M)
    form.answers.addStretch()
    form.pair.setContentsMargins(0, 0, 0, 0)
    form.pair.setSpacing(Space.L)
    form.pair.setStretchFactor(form.guidance, 1)
    form.pair.setStretchFactor(form.evidence, 1)
    form.pair.setStretchFactor(form.notes, 1)
    form.parts.setStretchFactor(form.lower, 1)
    form.evidence.setMinimumWidth(1)  # it leaves out itself what has no room
    for widget in (form.guidance, form.evidence, form.notes):
        widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    form.lower.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    form.lower.setMinimumHeight(_LOWER)
    for field in (form.notes.form.note, form.notes.form.internal):
        field.setAcceptDrops(False)  # a file that is dropped there is evidence of the item, and no text


def order_focus(item: QWidget, form: Ui_Item, answer: Sequence[QWidget]) -> None:
    """Let the keyboard reach the stops of the ``answer`` first and the head of the item last."""
    head, bar = form.heading.form, form.actions.form
    lower = (form.guidance.page, *form.evidence.stops(), *form.notes.stops())
    top = (head.guidance, head.mark, *head.crumbs.links)
    order_tab((item, *answer, form.strip.line, *lower, bar.previous, bar.next, *top))


def _keep_scroll_bar(form: Ui_Item) -> int:
    """Let the scroll bar keep its place in the margin, so that nothing moves when it appears; return its width."""
    bar = form.scroll.verticalScrollBar()
    form.scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar.setEnabled(False)  # without anything to scroll it is not seen
    bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
    bar.ensurePolished()
    return bar.sizeHint().width()
