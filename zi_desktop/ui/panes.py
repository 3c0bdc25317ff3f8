"""F6: from pane to pane of the window, as the keyboard goes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def next_pane(panes: Sequence[QWidget], step: int) -> None:
    """Give the focus to the next pane (``step`` 1) or the one before (-1) in which anything takes it."""
    current = _pane_of(panes, QApplication.focusWidget())
    for distance in range(1, len(panes) + 1):
        target = first_focus(panes[(current + step * distance) % len(panes)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return


def first_focus(pane: QWidget) -> QWidget | None:
    """Return the first widget of a pane that takes the focus with Tab, or None."""
    widget: QWidget | None = pane
    while widget is not None and not (_takes_focus(widget) and (widget is pane or pane.isAncestorOf(widget))):
        widget = widget.nextInFocusChain()
        if widget is pane:
            return None
    return widget


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.isVisible()


def _pane_of(panes: Sequence[QWidget], widget: QWidget | None) -> int:
    for number, pane in enumerate(panes):
        if widget is not None and (pane is widget or pane.isAncestorOf(widget)):
            return number
    return -1
