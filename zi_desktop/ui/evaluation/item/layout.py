"""Distances and shares of the form of an item, and the way of the keyboard through it; a form knows none of them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.forms.ui_item import Ui_Item
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.steady_bar import keep_scroll_bar
from zi_desktop.ui.widgets.tab_order import order_tab

_LOWER: Final = 126
"""Logical pixels that evidence and notes keep; only below that the item is scrolled."""
_NESTED: Final = 4
"""Layouts in each other, from an option to the scrolled area: each asks the next one only when it is done itself."""
_ROOMY: Final = 560
"""Logical pixels of height at normal text size; with less the parts stand closer."""
_TALL: Final = 500
"""The same; with less the options are lower too."""


def lay_out(form: Ui_Item) -> None:
    """Give the parts of a form their places."""
    form.column.setContentsMargins(0, 0, 0, 0)
    form.column.setSpacing(0)
    form.parts.setContentsMargins(Space.L, 0, Space.L - keep_scroll_bar(form.scroll), 0)
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
    # By its width alone: the hint of its height is that of a narrower one, in which more words wrap.
    form.content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    form.lower.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    form.lower.setMinimumHeight(_LOWER)
    for field in (form.notes.form.note, form.notes.form.internal):
        field.setAcceptDrops(False)  # a file that is dropped there is evidence of the item, and no text


def stand_close(form: Ui_Item, height: int) -> None:
    """Let the parts stand as close as a height asks: distances give way before anything that says or does something."""
    room = height / text_scale()
    gap = Space.M if room >= _ROOMY else Space.S
    margins = form.parts.contentsMargins()
    form.parts.setContentsMargins(margins.left(), gap, margins.right(), gap)
    form.parts.setSpacing(gap)
    for number_form in (form.counts, form.index):
        number_form.stand_close(gap)
    form.options.make_low(low=room < _TALL)


def lay_out_now() -> None:
    """Lay out now, not a frame later: a layout that waits lets the lower panels be painted over the new options."""
    for _ in range(_NESTED):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def order_focus(item: QWidget, form: Ui_Item, answer: Sequence[QWidget]) -> None:
    """Let the keyboard reach the stops of the ``answer`` first and the head of the item last."""
    head, bar = form.heading.form, form.actions.form
    lower = (form.guidance.page, *form.evidence.stops(), *form.notes.stops())
    top = (head.guidance, head.mark, *head.crumbs.links)
    order_tab((item, *answer, form.strip.line, *lower, bar.previous, bar.next, *top))
